"""Changes that earlier words of a sentence make of plain percentages. Every sentence is our own."""

from __future__ import annotations

import pytest

from documents import passage_of
from tieout.evidence.mentions import mentions_of
from tieout.language.habit import Habit

CASES = [
    # each: language, text, the direction of each number in order
    # the same change again, in brackets or for another subject
    ("en", "Fares fell by almost a third (32 percent).", ["decrease", "decrease"]),
    ("en", "Fares rose 4 percent in 2019 and by 6 percent in 2020.", ["increase", "increase"]),
    ("en", "Fares fell by 12 percent and the price of fuel by 8 percent.", ["decrease", "decrease"]),
    ("es", "Las tarifas bajaron menos de un punto porcentual (0,9%).", ["decrease", "decrease"]),
    ("es", "Los peajes cayeron un 12% y las tarifas un 8%.", ["decrease", "decrease"]),
    # the way between two ends
    ("es", "La cuota pasó de 44% a 42%, lo que supone 2 puntos.", [None, None, "decrease"]),
    ("es", "La cuota fue de 12,6% a 11,0%, una diferencia de 1,6%.", [None, None, "decrease"]),
    ("en", "The share went from 44 percent to 42 percent, a difference of 2 percent.", [None, None, "decrease"]),
    # what a noun of change heads
    ("es", "Los mayores descensos se dieron en Ancón (12%) y en Lurín (8%).", ["decrease", "decrease"]),
    ("en", "The largest rises were in Ancón (12 percent) and Lurín (8 percent).", ["increase", "increase"]),
    # none of these
    ("en", "The largest fall was in Ancón, where 12 percent of piers are closed.", [None]),
    ("en", "Fares fell by 3 soles (12 percent of the price).", ["decrease", None]),
    ("es", "La mayor caída fue en Ancón. Allí, con 12%, manda el norte.", [None]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_directions(language: str, text: str, expected: list[str | None]) -> None:
    mentions = mentions_of(passage_of(text, language), language, Habit(point_groups=language == "es"))
    assert [m.direction for m in mentions] == expected
