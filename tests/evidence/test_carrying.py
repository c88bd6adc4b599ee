"""What numbers take over from their neighbours: ages, currencies, bounds. Every sentence is our own."""

from __future__ import annotations

import pytest

from documents import passage_of
from tieout.evidence.mentions import mentions_of
from tieout.language.habit import Habit

CASES = [
    # each: language, text, unit and kind of each number in order
    ("en", "Two boys aged 14 and 16 were found.", ["count level", "years age", "years age"]),
    ("es", "Dos niños de 14 y 16 años de edad.", ["count level", "years age", "years age"]),
    (
        "en",
        "Exports reached $3.2 billion, up from 2.9 billion a year earlier.",
        ["USD money", "USD money", "years duration"],
    ),
    ("es", "Se gastaron 3,2 millones de euros, frente a 2,9 millones en 2019.", ["EUR money", "EUR money"]),
    # a noun of its own, or no scale word: nothing is taken over
    ("es", "Se gastaron 3,2 millones de euros en 2 millones de vacunas.", ["EUR money", "count level"]),
    ("en", "The fine was $300, and 12 were freed.", ["USD money", "count level"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_is_taken_over(language: str, text: str, expected: list[str]) -> None:
    mentions = mentions_of(passage_of(text, language), language, Habit(point_groups=language == "es"))
    assert [f"{m.unit} {m.kind}" for m in mentions] == expected


def test_a_conversion_keeps_the_bound() -> None:
    (soles, euros) = mentions_of(passage_of("It cost over 150 soles (37 EUR)."), "en", Habit())
    assert (soles.bound, euros.bound) == ("more_than", "more_than")
