"""Every pattern of the number tables matches an example, and every example is matched."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest

from tieout.language.habit import Habit
from tieout.language.hedges import hedge_after, hedge_before
from tieout.language.multiples import multiples
from tieout.language.numerals import numerals
from tieout.language.ranks import ranks
from tieout.language.shares import shares
from tieout.language.tables import LANGUAGES, table
from tieout.language.units import bases, difference_after, half_after, unit_after, unit_before

BOTH = pytest.mark.parametrize("language", LANGUAGES)


def first_number(text: str, language: str) -> tuple[int, int]:
    """Where the number of an example stands; a fraction in words counts as one."""
    share = next(iter(shares(text, language)), None)
    if share is not None:
        return share.start, share.end
    number = next(iter(numerals(text, language, Habit(point_groups=language == "es"))), None)
    if number is not None:
        return number.start, number.end
    article = re.search(r"\b(?:a|un|una) (?=\w)", text)
    assert article is not None, f"no number in {text!r}"
    return article.start(), article.end() - 1


@BOTH
def test_numeral_examples_have_their_values(language: str) -> None:
    for example in table(language, "numerals")["examples"]:
        found = next(iter(numerals(example["text"], language, Habit(point_groups=language == "es"))))
        assert found.value == Fraction(example["value"]), example


@BOTH
def test_share_examples_have_their_values(language: str) -> None:
    for example in table(language, "shares")["examples"]:
        assert [s.value for s in shares(example["text"], language)] == [Fraction(example["value"])], example


def patterns_of(entry: dict[str, Any], *keys: str) -> list[str]:
    return [pattern for key in keys for pattern in entry.get(key, [])]


@BOTH
def test_hedges_and_their_examples(language: str) -> None:
    for entry in table(language, "hedges")["hedge"]:
        for example in entry["examples"]:
            start, end = first_number(example, language)
            unit = unit_after(example, end, language)
            before, after = (
                hedge_before(example, start, language),
                hedge_after(example, unit.end if unit else end, language),
            )
            found = before or after
            assert found is not None, example
            assert (found.bound, found.side) == (entry["bound"], entry.get("side")), example
        for pattern in patterns_of(entry, "before", "after"):
            assert any(re.search(rf"(?:^|\W)(?:{pattern})(?:\W|$)", e, re.IGNORECASE) for e in entry["examples"]), (
                pattern
            )


@BOTH
def test_units_and_their_examples(language: str) -> None:
    for entry in table(language, "units")["unit"]:
        for example in entry["examples"]:
            start, end = first_number(example, language)
            unit = unit_before(example, start, language) or unit_after(example, end, language)
            assert unit is not None, example
            assert unit.code == entry["code"], example
        for pattern in patterns_of(entry, "before", "after"):
            assert any(re.search(pattern, e, re.IGNORECASE) for e in entry["examples"]), pattern


@BOTH
def test_bases_and_differences(language: str) -> None:
    data = table(language, "units")
    for example in data["per"]["examples"]:
        assert bases(example, language), example
    for example in data["half"]["examples"]:
        number = next(iter(numerals(example, language, Habit()))).end
        unit = unit_after(example, number, language)
        assert half_after(example, number, language) or (unit and half_after(example, unit.end, language)), example
    for example in data["difference"]["examples"]:
        number = max((n.end for n in numerals(example, language, Habit())), default=0)
        ends = {number, *(s.end for s in shares(example, language))}
        unit_ends = {u.end for e in ends if (u := unit_after(example, e, language))}
        assert any(difference_after(example, e, language) for e in ends | unit_ends), example


@BOTH
def test_multiples_and_their_examples(language: str) -> None:
    for entry in table(language, "multiples")["multiple"]:
        for example in entry["examples"]:
            assert [m.value for m in multiples(example, language)] == [Fraction(entry["value"])], example
        for pattern in patterns_of(entry, "change", "compare"):
            assert any(re.search(pattern, e, re.IGNORECASE) for e in entry["examples"]), pattern


@BOTH
def test_ranks_and_their_examples(language: str) -> None:
    data = table(language, "ranks")
    for entry in [*data["rank"], data["top"]]:
        for example in entry["examples"]:
            assert len(list(ranks(example, language))) == 1, example


@BOTH
def test_exclusions_and_their_examples(language: str) -> None:
    for entry in table(language, "exclusions")["exclusion"]:
        flags = re.IGNORECASE if entry.get("any_case") else 0
        for example in entry["examples"]:
            assert re.search(entry["pattern"], example, flags), example


@BOTH
def test_words_of_change_and_their_examples(language: str) -> None:
    for entry in table(language, "changes")["change"]:
        for pattern in patterns_of(entry, "verbs", "nouns", "more"):
            assert any(re.search(rf"(?:^|\W)(?:{pattern})(?:\W|$)", e, re.IGNORECASE) for e in entry["examples"]), (
                pattern
            )
