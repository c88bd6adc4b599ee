"""What may stand between two numbers of a sentence of which one says the unit, the base or the change for both."""

from __future__ import annotations

import re
from functools import cache

from tieout.language.either import any_of
from tieout.language.tables import table


def is_span(between: str, language: str) -> bool:
    """`5 to 10 years`: the ends of a span of time."""
    return _pattern(language, "span").fullmatch(between) is not None


def is_list(between: str, language: str) -> bool:
    """`14.6 and 2.6 percent`: members of one list."""
    return _pattern(language, "list").fullmatch(between) is not None


def is_rise(between: str, language: str) -> bool:
    """`from 5,000 per year to 22,000`: the two ends of one development."""
    return _pattern(language, "rise").fullmatch(between) is not None


def is_second_change(between: str, language: str) -> bool:
    """`rose 4 percent in 2019 and by 6 percent in 2020`: two changes under one verb."""
    return _pattern(language, "second_change").fullmatch(between) is not None


def is_difference(between: str, language: str, *, points: bool) -> bool:
    """`…, a difference of`, and before points `…, that is`: what follows two ends is the way between them."""
    return _pattern(language, "difference_in_points" if points else "difference").fullmatch(between) is not None


def is_alone(text: str, end: int, language: str) -> bool:
    """Whether behind a number that ends at `end` its clause ends or its verb follows, so that it has no noun."""
    return _pattern(language, "alone").match(text, end) is not None


def is_bare_ending(text: str, end: int, language: str) -> bool:
    """Whether nothing that could be counted stands behind a number that ends at `end`."""
    return _pattern(language, "bare_ending").match(text, end) is not None


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(any_of(table(language, "sharing")[name]["patterns"]))
