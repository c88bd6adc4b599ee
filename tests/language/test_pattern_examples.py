"""Every alternative of the patterns of measures and sources has an example, and every example its pattern."""

from __future__ import annotations

import re
from typing import Any

import pytest

from alternatives import uncovered
from tieout.language.tables import LANGUAGES, table

ENTRIES = [
    pytest.param(entry, id=f"{language}-{name}-{family}-{number}")
    for language in LANGUAGES
    for name in ("measures", "saying", "bodies")
    for family, entries in table(language, name).items()
    if isinstance(entries, list)
    for number, entry in enumerate(entries)
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_alternative_has_an_example(entry: dict[str, Any]) -> None:
    assert uncovered(entry["pattern"], entry["examples"]) == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_example_is_matched(entry: dict[str, Any]) -> None:
    pattern = re.compile(rf"(?<!\w)(?:{entry['pattern']})(?!\w)", re.IGNORECASE)
    assert [example for example in entry["examples"] if not pattern.search(example)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_of_words_hold_each_word_once(language: str) -> None:
    for family, entry in table(language, "measures").items():
        if isinstance(entry, dict):
            assert len(entry["words"]) == len(set(entry["words"])), family
