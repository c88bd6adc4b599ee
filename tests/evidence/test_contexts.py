"""Ages, limits and scores: every example of the tables, and that patterns have examples."""

from __future__ import annotations

import re

import pytest

from tieout.evidence.contexts import is_age, is_bare_age, is_penalty, is_quota, is_score, is_threshold
from tieout.language.tables import LANGUAGES, table

BOTH = pytest.mark.parametrize("language", LANGUAGES)
NUMBER = re.compile(r"\d[\d.,]*|\b(?:one|two|three|five|six|eight|ten|tres|dos|seis)\b")
HEDGED = re.compile(
    r"(?:(?:under|over|younger than|older than|up to|a maximum of|"
    r"menor(?:es)? de|mayor(?:es)? de|un máximo de|hasta) )?$"
)


def number_of(example: str) -> tuple[int, int]:
    """The figure's span in an example: the number with the bound words right before it and the words behind it."""
    found = NUMBER.search(example)
    assert found is not None, example
    hedge = HEDGED.search(example[: found.start()])
    return hedge.start() if hedge else found.start(), len(example)


@BOTH
def test_ages(language: str) -> None:
    rule = table(language, "contexts")["age"]
    for example in rule["examples"]:
        assert is_age(example, *number_of(example), language), example
    for pattern in [*rule["before"], *rule["behind"], *rule["inside"], *rule["topic"]]:
        assert any(re.search(pattern, e, re.IGNORECASE) for e in rule["examples"]), pattern


@BOTH
def test_bare_ages(language: str) -> None:
    rule = table(language, "contexts")["age"]
    for example in rule["examples_bare"]:
        assert is_bare_age(example, *number_of(example), language), example
    assert not is_bare_age("they freed 14", 11, 13, language)


@BOTH
def test_thresholds(language: str) -> None:
    rule = table(language, "contexts")["threshold"]
    for example in rule["examples"]:
        start, end = number_of(example)
        quota = is_quota(example, start, language)
        assert quota or is_threshold(example, start, end, "exact", language), example
    for example in rule["examples_penalty"]:
        assert is_penalty(example, language), example
    for example in rule["examples_person"]:
        assert not is_penalty(example, language), example


@BOTH
def test_scores(language: str) -> None:
    for example in table(language, "contexts")["score"]["examples"]:
        found = NUMBER.search(example)
        assert found is not None
        assert is_score(example, found.start(), found.end(), 1, language), example
