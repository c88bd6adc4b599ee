"""The word tables of the country page: every pattern with its examples, and what stands alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tieout.language.tables import LANGUAGES
from tieout.report.country.texts import apart, listed, stands_alone, table, words_of

ENTRIES = [(code, family, entry) for code in LANGUAGES for family, held in table(code).items() for entry in held]


@pytest.mark.parametrize(("language", "family", "entry"), ENTRIES, ids=lambda one: one if isinstance(one, str) else "")
def test_a_pattern_matches_its_examples(language: str, family: str, entry: dict[str, Any]) -> None:
    assert entry["examples"] and entry["meaning"]
    for example in entry["examples"]:
        assert words_of(language, family).search(example), f"{language}/{family}: {example}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_have_the_same_families(language: str) -> None:
    assert table(language).keys() == table("en").keys()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Gangs in the harbour ask shopkeepers for money every week.", True),
        ("They ask shopkeepers in the harbour for money every week.", False),
        ("However, this has not stopped the gangs in the harbour.", False),
        ("the gangs in the harbour ask shopkeepers for money weekly.", False),
        ("Gangs in the harbour ask shopkeepers for money every", False),
        ("Who asks the shopkeepers of the harbour for money weekly?", False),
        ("“Gangs in the harbour ask shopkeepers for money weekly.”", True),
        ("Too short.", False),
    ],
)
def test_what_can_be_read_by_itself(text: str, whole: bool) -> None:
    assert stands_alone(text, "en") == whole


def test_another_statement_begins() -> None:
    text = "raids fell to 12, while thefts rose"
    assert apart(text, text.index("12"), text.index("thefts"), "en")
    assert not apart(text, 0, text.index("12"), "en")


def test_a_word_in_a_list_of_examples_is_not_told_of() -> None:
    text = "crimes such as theft and fraud; extortion rose"
    assert listed(text, text.index("fraud"), "en")
    assert not listed(text, text.index("extortion"), "en")
    assert re.search("theft", text)
