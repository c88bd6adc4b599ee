"""Topics: terms, items of terms of reference, headings; items on which nothing is said."""

from __future__ import annotations

import re

from evidence.records.made import assert_sound, made
from tieout.evidence.records.statements import statements_of
from tieout.evidence.records.topic import Topic, item_topic, silent_items
from tieout.evidence.terms_of_reference import terms_from

TERMS = terms_from("""# Ports {#ports}

- Who pays the fees of ferries? {#fees}
- Are piers repaired? {#piers}
  words: pier, jetty
- Is there a school for sailors? {#school}
""")
TEXT = """# Ports
Owners of ferries pay the fees to a private company each week.
The old jetty was closed and nobody repaired it since then.
# Fees of ferries
Prices are posted at the gate and few people read them there."""


def test_statements_by_the_items_of_terms_of_reference() -> None:
    setting = made(TEXT)
    found = statements_of(setting, [item_topic(item) for item in TERMS.items])
    assert [(one.term, one.basis) for one in found] == [("1.1", "printed"), ("1.2", "printed"), ("1.1", "heading")]
    assert_sound(found[1:], setting)


def test_items_on_which_nothing_is_said() -> None:
    lines = [("en", line) for line in TEXT.split("\n")]
    assert [item.id for item in silent_items(TERMS.items, lines)] == ["school"]
    assert len(silent_items(TERMS.items, [])) == len(TERMS.items)


def test_statements_by_headings_and_by_patterns() -> None:
    setting = made(TEXT)
    assert [one.term for one in statements_of(setting, headings=True)] == ["Ports", "Ports", "Fees of ferries"]
    topic = Topic("boats", patterns={"en": re.compile(r"\bferr(?:y|ies)\b")})
    assert [one.term for one in statements_of(setting, [topic])] == ["boats", "boats"]
