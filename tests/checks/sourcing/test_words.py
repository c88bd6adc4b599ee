"""Every pattern of the tables matches one of its examples, every example is matched, and both languages have all."""

from __future__ import annotations

import re

import pytest

from tieout.checks.sourcing.words import entries, pattern
from tieout.language.tables import LANGUAGES

PATTERNS = [(code, name) for code in LANGUAGES for name, entry in entries(code).items() if "patterns" in entry]


@pytest.mark.parametrize(("language", "name"), PATTERNS)
def test_patterns_and_examples_match_each_other(language: str, name: str) -> None:
    entry = entries(language)[name]
    flags = re.IGNORECASE if entry.get("any_case") else 0
    for source in entry["patterns"]:
        assert any(re.search(source, example, flags) for example in entry["examples"]), source
    for example in entry["examples"]:
        assert pattern(language, name).search(example), example


def test_every_language_has_the_same_entries() -> None:
    assert {tuple(sorted(entries(code))) for code in LANGUAGES} == {tuple(sorted(entries("en")))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_capitals_are_listed_once(language: str) -> None:
    words = entries(language)["known"]["words"]
    assert len(words) == len(set(words))
    assert all(word[:2].isupper() for word in words)
