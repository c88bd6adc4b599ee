"""Terms of reference: what the file may say, ids that stay, and mistakes told with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.errors import UsageError
from tieout.evidence.terms_of_reference import read_terms, terms_from

EXAMPLE = Path(__file__).parents[2] / "examples" / "peru" / "report" / "terms.md"
SMALL = """---
title: Terms: the harbour
title_es: Términos: el puerto
country: PER
period: 2021-01/2025-06
---

<!-- for the author
alone -->
# Thefts on the piers {#thefts}
es: Robos en los muelles

- How many thefts are reported,
  and to whom?
- ¿Qué dice la ley?
  words: harbour law, ley del puerto
  words: fines

## not a chapter
"""


def test_chapters_items_words_and_languages() -> None:
    terms = terms_from(SMALL.replace("## not a chapter\n", ""))
    assert (terms.country, terms.period, terms.language) == ("PE", "2021-01/2025-06", "en")
    assert terms.title == {"en": "Terms: the harbour", "es": "Términos: el puerto"}
    (chapter,) = terms.chapters
    assert (chapter.id, chapter.number, chapter.said("es")) == ("thefts", "1", "Robos en los muelles")
    first, second = terms.items
    assert first.id == "how-many-thefts-are-reported"
    assert second.words == ("harbour law", "ley del puerto", "fines")
    assert second.id == "que-dice-la-ley"
    assert (second.number, second.line) == ("1.2", 15)
    assert terms.item("1.2") is second
    assert terms.item("que-dice-la-ley") is second
    assert terms.chapter("1") is terms.chapter("thefts") is chapter
    assert terms.item("9.9") is None


def test_an_own_id_and_a_translation() -> None:
    terms = terms_from("# A\n\n- How many thefts? {#reported}\n  es: ¿Cuántos robos?\n")
    assert terms.item("reported") is not None
    assert terms.items[0].said("es") == "¿Cuántos robos?"
    assert terms.items[0].said("en") == "How many thefts?"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "no chapter and no item"),
        ("# A\n", 1, "a chapter without items"),
        ("- a question\n", 1, "an item outside a chapter"),
        ("# A\n- one {#x}\n- two {#x}\n", 3, "the id x stands on line 2 too"),
        ("# A\n- one {#Not an id}\n", 2, "is no id"),
        ("# A\n- same words\n- same words\n", 3, "the id same-words stands on line 2 too"),
        ("# A\n- one\n  - two\n", 3, "an item inside an item"),
        ("# A\n- one\n## B\n- two\n", 3, "a heading of another level"),
        ("# A\n- one\nloose words\n", 3, "neither a chapter nor an item"),
        ("# A\n- one\n  and more {#x}\n", 3, "an id on a further line"),
        ("# A\n- one\n  fr: un\n", 3, "fr: no language that is read"),
        ("---\ncountry: Peruland\n---\n# A\n- one\n", 2, "is no ISO 3166-1 code"),
        ("---\nperiod: 2021-13\n---\n# A\n- one\n", 2, "is no period"),
        ("---\nlanguage: fr\n---\n# A\n- one\n", 2, "is not read"),
        ("---\ndeadline: soon\n---\n# A\n- one\n", 2, "says nothing here"),
    ],
)
def test_mistakes_name_their_line(text: str, line: int, what: str) -> None:
    with pytest.raises(UsageError) as fault:
        terms_from(text, "tor.md")
    told = [one for one in str(fault.value).splitlines() if what in one]
    assert told, str(fault.value)
    assert told[0].startswith(f"tor.md, line {line}: ")


@given(st.lists(st.sampled_from(["pier", "tide", "rope", "sail", "mast", "deck"]), min_size=2, unique=True))
def test_ids_do_not_count_items(words: list[str]) -> None:
    whole = terms_from("# A\n" + "".join(f"- about the {word}\n" for word in words))
    less = terms_from("# A\n" + "".join(f"- about the {word}\n" for word in words[1:]))
    assert [item.id for item in whole.items][1:] == [item.id for item in less.items]


def test_the_example_is_in_both_languages() -> None:
    terms = read_terms(EXAMPLE)
    assert terms.country == "PE"
    assert len(terms.chapters) == 3
    assert all({"en", "es"} <= item.text.keys() and item.words for item in terms.items)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_terms(tmp_path / "no.md")
