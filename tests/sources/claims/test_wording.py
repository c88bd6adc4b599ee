"""The tables of limiting words: every alternative has an example, every example is matched, both languages alike."""

from __future__ import annotations

import pytest

from alternatives import uncovered
from tieout.language.tables import LANGUAGES
from tieout.sources.claims.wording import pattern, table

GROUPS = [(language, group) for language in LANGUAGES for group in table(language)]


@pytest.mark.parametrize(("language", "group"), GROUPS)
def test_every_alternative_has_an_example(language: str, group: str) -> None:
    entry = table(language)[group]
    assert [u for p in entry["patterns"] for u in uncovered(p, entry["examples"])] == []


@pytest.mark.parametrize(("language", "group"), GROUPS)
def test_every_example_is_matched(language: str, group: str) -> None:
    assert [e for e in table(language)[group]["examples"] if not pattern(language, group).search(e)] == []


def test_languages_have_the_same_groups() -> None:
    assert len({frozenset(table(language)) for language in LANGUAGES}) == 1
