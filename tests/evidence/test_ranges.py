"""Ranges and pairs: two numbers become one only when they are the ends of one range."""

from __future__ import annotations

from fractions import Fraction

import pytest

from documents import passage_of
from tieout.evidence.mentions import mentions_of
from tieout.language.habit import Habit

CASES = [
    # text, language, the (value, high) of each figure
    ("Guards worked 8 to 12 hours.", "en", [(8, 12)]),
    ("Between 40 and 60 people fled.", "en", [(40, 60)]),
    ("They held 40 and 60 people.", "en", [(40, None), (60, None)]),
    ("It needs 2 to 3 million doses.", "en", [(2_000_000, 3_000_000)]),
    ("Arrests rose from 5 to 9.", "en", [(5, None), (9, None)]),
    ("Fines run from $40–$90.", "en", [(40, 90)]),
    ("Votes of 9 to 4 are common.", "en", [(9, None), (4, None)]),
    ("Penas de 8 a 12 años.", "es", [(8, 12)]),
    ("Entre 40 y 60 personas huyeron.", "es", [(40, 60)]),
    ("Pasó de 4 a 9 casos.", "es", [(4, None), (9, None)]),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_ranges(text: str, language: str, expected: list[tuple[int, int | None]]) -> None:
    read = mentions_of(passage_of(text, language), language, Habit(point_groups=language == "es"))
    whole = [(Fraction(low), None if high is None else Fraction(high)) for low, high in expected]
    assert [(m.value, m.high) for m in read] == whole
