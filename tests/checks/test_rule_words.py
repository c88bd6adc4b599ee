"""Every pattern that a rule looks for matches one of its examples, and every example is matched."""

from __future__ import annotations

import re

import pytest

from tieout.checks.words import entries, pattern
from tieout.language.tables import LANGUAGES

ALL = [(language, name) for language in LANGUAGES for name in entries(language)]


@pytest.mark.parametrize(("language", "name"), ALL)
def test_patterns_and_examples_match_each_other(language: str, name: str) -> None:
    entry = entries(language)[name]
    for source in entry["patterns"]:
        assert any(re.search(source, example) for example in entry["examples"]), source
    for example in entry["examples"]:
        assert pattern(language, name).search(example), example


def test_every_language_has_the_same_entries() -> None:
    assert {tuple(sorted(entries(language))) for language in LANGUAGES} == {tuple(sorted(entries("en")))}
