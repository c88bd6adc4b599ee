"""Whether figures are about the same thing, and if not, why not. Says nothing about their values.

A field that one side does not state never speaks against a comparison: unknown is not different.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from tieout.evidence.figure import Figure
from tieout.language.edtf import is_date, overlaps

Field = Literal["place", "period", "authority", "unit"]

EVENTS = frozenset({"case", "complaint", "incident", "investigation", "operation"})
"""What happens, beside what people are."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = frozenset(
    [
        "with",
        "from",
        "that",
        "this",
        "their",
        "these",
        "those",
        "which",
        "have",
        "been",
        "were",
        "total",
        "number",
        "numbers",
        "people",
        "persons",
        "person",
        "cases",
        "case",
        "reported",
        "registered",
        "según",
        "sobre",
        "para",
        "como",
        "este",
        "esta",
        "estos",
        "estas",
        "número",
        "total",
        "personas",
        "persona",
        "casos",
        "caso",
    ]
)


def clash(figures: Sequence[Figure], *fields: Field) -> str | None:
    """The reason code why some of these cannot be compared, None when nothing speaks against it.

    `fields` are those that must not differ, all four unless given: the parts of a total may lie in other places than
    the total, base and end of a change lie in other periods.
    """
    first = figures[0]
    for other in figures[1:]:
        for field in fields or _FIELDS:
            if _FIELDS[field](first, other):
                return f"other_{field}"
    return None


def other_period(one: Figure, other: Figure) -> bool:
    """True when both state a period and the two share no day.

    In one sentence a time that is only carried over from before does not speak against one that is printed.
    """
    if one.sentence_end and one.sentence_start == other.sentence_start and (carried(one) or carried(other)):
        return False
    if not one.period or not other.period or one.period == other.period:
        return False
    return is_date(one.period) and is_date(other.period) and not overlaps(one.period, other.period)


def carried(figure: Figure) -> bool:
    """True when the figure's time is not printed with it but handed on from the text before."""
    return figure.basis.get("period") == "inferred"


def same_unit(one: Figure, other: Figure) -> bool:
    """True when the two numbers can be added, subtracted or divided: one unit, one denominator."""
    # `per_100k` says its base: a number that only shares it prints none.
    named = one.unit.startswith("per_") and (one.denominator is None or other.denominator is None)
    return one.unit == other.unit and (named or one.denominator == other.denominator)


def content(measure: str | None) -> frozenset[str]:
    """The telling words of a measure, in lower case and without a plural s."""
    if not measure:
        return frozenset()
    found = (word.lower() for word in _WORD.findall(measure))
    return frozenset(word.removesuffix("s") for word in found if word not in _EMPTY)


def shared_words(one: Figure, other: Figure) -> int:
    """How many telling words two measures have in common."""
    return len(content(one.measure) & content(other.measure))


_FIELDS: dict[Field, Callable[[Figure, Figure], bool]] = {
    "place": lambda a, b: _differ(a.place_code or a.place, b.place_code or b.place),
    "period": other_period,
    "authority": lambda a, b: _differ(a.authority, b.authority),
    "unit": lambda a, b: _differ(_counted(a), _counted(b)),
}


def _counted(figure: Figure) -> str | None:
    """What kind of thing is counted: events, or people (a victim is a person, an arrest one too)."""
    if figure.counting is None:
        return None
    return "event" if figure.counting in EVENTS else "person"


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
