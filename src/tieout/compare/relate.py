"""How two figures of two documents relate. Precision before recall: in doubt they are not the same thing.

`related` is the only place where a relation between two figures is decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from tieout.compare.comparison import Relation
from tieout.compare.point import Point
from tieout.compare.publication import Publication
from tieout.evidence.figure import Figure
from tieout.language.edtf import bounds, is_date
from tieout.ties.alike import EVENTS
from tieout.ties.interval import Interval
from tieout.ties.plain import bare, number, words

Likeness = Literal["same", "narrower", "other"]
_WHOLE = frozenset({"level", "share", "rate", "money", "score"})
"""Kinds that say how much there is of something, so that two numbers for it can disagree."""
_SHARED_KINDS = frozenset({"share", "rate"})
_NEAR = 2
"""Numbers for things that only look alike are worth showing when neither is more than twice the other."""
_CLOSE = Fraction(11, 10)
"""The same for shares and rates, which lie near each other by chance."""
_COUNTED = frozenset({"count", "percent"})
_ABSURD = 10
"""Numbers further apart than this are not of one thing, whatever their words say."""
_TELLING = 100
"""A smaller bare count meets another by chance."""
_FEW = 20
"""Smaller counts of things that only look alike say nothing."""
_GROSS = Fraction(5, 4)
"""Two numbers of one authority further apart than this are no revision of each other when no dates say so."""
_MONTH = 31
_FAR = 15
"""Years: what lies further apart is history, not the other side of a comparison."""


@dataclass(frozen=True, slots=True)
class Related:
    """What is between two points. `rank` is lower the closer they are."""

    relation: Relation
    reason: str
    rank: tuple[int, ...]
    alike: bool = False
    """Whether the two give one number."""

    def computed(self, one: Point, other: Point) -> str:
        """The arithmetic in one line. It is asked for when the relation is kept: most are not."""
        a, b = one.figure, other.figure
        if self.alike:
            return f"{words(a)} = {words(b)}" if _equal(a, b) else f"{words(a)} fits {words(b)}"
        return apart(a, b)


Pair = tuple[Point, Point, Related]


def related(one: Point, other: Point, by: tuple[Publication, Publication]) -> Related | None:
    """The relation between two points of one place and family of units, None when nothing is to be said of them.

    `by` are the publications they stand in.
    """
    a, b = one.figure, other.figure
    if a.value is None or b.value is None or not _one_kind(a, b):
        return None
    like = likeness(one, other)
    when = _times(one, other)
    if a.kind == "age":
        return None
    if a.kind not in _WHOLE:
        return _repeated(one, other, like)
    if like == "other":
        return _look_alike(one, other) if when in ("same", "unknown") else None
    if when in ("other", "part"):
        return _other_times(one, other, like, when)
    if _agree(one, other) and (like == "same" or _equal(a, b)):
        return _agreeing(one, other, when)
    if like == "narrower":
        return _look_alike(one, other)
    if when == "unknown":
        return _untimed(one, other)
    return _disagreeing(one, other, by)


def likeness(one: Point, other: Point) -> Likeness:
    """Whether two points count one thing, as far as their words tell."""
    s, t = one.topic, other.topic
    if _units(one.figure, other.figure) == "other":
        return "other"
    if s.concept != t.concept:
        return "other"
    if s.scopes == t.scopes:
        return "same"
    if s.concept is not None and (s.scopes <= t.scopes or t.scopes <= s.scopes):
        return "narrower"
    if s.concept is None and s.scopes & t.scopes and (s.scopes < t.scopes or t.scopes < s.scopes):
        return "narrower"
    return "other"


def _units(a: Figure, b: Figure) -> Likeness:
    """Of what is counted: one unit, units near each other (cases and complaints), or two (arrests and deaths)."""
    if a.counting == b.counting or a.counting is None or b.counting is None:
        return "same"
    units = {a.counting, b.counting}
    if units <= EVENTS or ("person" in units and not units & EVENTS):
        return "narrower"
    return "other"


def _one_kind(a: Figure, b: Figure) -> bool:
    return a.kind == b.kind or {a.kind, b.kind} <= _SHARED_KINDS or (a.kind in _WHOLE and b.kind in _WHOLE)


def _times(one: Point, other: Point) -> Literal["same", "part", "other", "unknown"]:
    p, q = one.days, other.days
    if p is None or q is None:
        return "unknown"
    if p == q:
        return "same"
    inside = (p[0] <= q[0] and q[1] <= p[1]) or (q[0] <= p[0] and p[1] <= q[1])
    return "part" if inside else "other"


def _agree(one: Point, other: Point) -> bool:
    """The words of both allow one number, and a reader of both expects it."""
    return _equal(one.figure, other.figure) or (_meet(one.hard, other.hard) and _meet(one.soft, other.soft))


def _meet(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and one.meets(other)


def _equal(a: Figure, b: Figure) -> bool:
    return a.value == b.value and a.unit == b.unit and a.high == b.high and a.bound == b.bound


def _telling(figure: Figure) -> bool:
    """A number that two texts do not print by chance."""
    return (
        bool(figure.decimals)
        or abs(figure.value or Fraction(0)) >= _TELLING
        or (figure.unit not in ("count", "percent"))
    )


def _agreeing(one: Point, other: Point, when: str) -> Related | None:
    a, b = one.figure, other.figure
    if when == "unknown" and not (_equal(a, b) and _telling(a)):
        return None
    if one.topic.concept is None and len(one.topic.scopes & other.topic.scopes) < 2 and not _telling(a):
        return None
    reason = "the same number" if _equal(a, b) else "within what the words allow"
    return Related("agrees", reason, (0, 1), alike=True)


def _repeated(one: Point, other: Point, like: Likeness) -> Related | None:
    """Limits, ages, durations: only that two texts give the same one is worth saying."""
    a, b = one.figure, other.figure
    if like == "other" or not _equal(a, b) or a.kind != b.kind or not one.topic.scopes & other.topic.scopes:
        return None
    return Related("agrees", "the same number", (0, 2), alike=True)


def _look_alike(one: Point, other: Point) -> Related | None:
    """Numbers near each other for things that are not the same."""
    a, b = one.figure, other.figure
    s, t = one.topic, other.topic
    if not _near(a, b) or a.kind == "score" or s.harms != t.harms:
        return None
    shared = s.scopes & t.scopes
    if s.concept is None or s.concept != t.concept:
        if not shared or a.value != b.value or a.unit != b.unit:
            return None
        if _equal(a, b) and _telling(a) and a.unit in _COUNTED and _units(a, b) != "other" and s.concept == t.concept:
            return Related("agrees", "the same number", (0, 3), alike=True)
        if a.unit != "percent":
            return None
    elif not _comparable(one, other):
        return None
    reason = f"{_measure(a)} / {_measure(b)}"
    return Related("other_definition", reason, (3, len(s.scopes ^ t.scopes)))


def _comparable(one: Point, other: Point) -> bool:
    """Things that only look alike are worth a line when they may be taken for each other."""
    a, b = one.figure, other.figure
    s, t = one.topic.scopes, other.topic.scopes
    if _units(a, b) == "other" or not (_many(a) and _many(b)):
        return False
    if a.unit != "count" and _times(one, other) == "unknown":
        return a.value == b.value
    return (a.counting is None) == (b.counting is None) or s <= t or t <= s


def _many(figure: Figure) -> bool:
    return figure.unit != "count" or (figure.value or 0) >= _FEW


def _near(a: Figure, b: Figure, factor: int | Fraction | None = None) -> bool:
    x, y = sorted((abs(a.value or Fraction(0)), abs(b.value or Fraction(0))))
    if factor is not None:
        return x > 0 and y <= factor * x
    return a.unit == b.unit and x > 0 and y <= (_NEAR if a.unit == "count" else _CLOSE) * x


def _other_times(one: Point, other: Point, like: Likeness, when: str) -> Related | None:
    a, b = one.figure, other.figure
    if like != "same" or (one.topic.concept is None and len(one.topic.scopes) < 2):
        return None
    if _years_apart(one, other) > _FAR or (a.unit == "count" and (a.counting is None) != (b.counting is None)):
        return None
    part = "; one is a part of the other" if when == "part" else ""
    return Related("other_period", f"{a.period} and {b.period}{part}", (2, *_gap(one, other)))


def _years_apart(one: Point, other: Point) -> int:
    return abs(one.days[1].year - other.days[1].year) if one.days and other.days else 0


def _gap(one: Point, other: Point) -> tuple[int, int]:
    """Unlike lengths first, then the days between the two ends."""
    p, q = one.days, other.days
    if p is None or q is None:
        return (1, 0)
    unlike = (p[1] - p[0]).days // _MONTH != (q[1] - q[0]).days // _MONTH
    return int(unlike), abs((p[1] - q[1]).days)


def _untimed(one: Point, other: Point) -> Related | None:
    """One thing, but one of the two does not say when."""
    a, b = one.figure, other.figure
    if not (one.topic.certain and other.topic.certain and _near(a, b)) or "score" in (a.kind, b.kind):
        return None
    said = a.period or b.period
    reason = f"{said}, and no period stated" if said else "no period stated"
    return Related("other_period", reason, (2, 2, 0))


def _disagreeing(one: Point, other: Point, by: tuple[Publication, Publication]) -> Related | None:
    """One thing, one time, one place, and numbers that no reader takes for one."""
    a, b = one.figure, other.figure
    certain = one.topic.certain and other.topic.certain
    if not certain and (one.topic.concept is not None or len(one.topic.scopes) < 2):
        return None
    if not _near(a, b, _ABSURD):
        return None
    if a.counting != b.counting:
        return Related("other_definition", f"{_measure(a)} / {_measure(b)}", (3, 0))
    if "about" in (a.bound, b.bound) or a.high is not None or b.high is not None:
        return Related("estimate", "at least one is an estimate", (1, 0))
    if one.authority is None or other.authority is None:
        who = a.authority or b.authority
        said = f"{who}, and nobody named" if who else "nobody is named"
        return Related("other_authority", said, (1, 1))
    if one.authority != other.authority:
        return Related("other_authority", f"{a.authority} and {b.authority}", (1, 2))
    if _could_be_revised(a, b, by):
        return Related("revised", f"{a.authority}, in documents of other dates", (1, 3))
    if not _strict(one, other):
        return Related("other_definition", f"{a.authority}; the words may narrow it otherwise", (1, 4))
    return Related("conflict", f"both name {a.authority}, for {a.period}", (1, 5))


def _strict(one: Point, other: Point) -> bool:
    """Everything that makes two figures one quantity is printed with both, and the words allow no number for both."""
    a, b = one.figure, other.figure
    printed = all(f.basis.get(field) in ("printed", "table") for f in (a, b) for field in ("measure", "period"))
    return printed and a.counting == b.counting and a.kind == b.kind and not _meet(one.hard, other.hard)


def _could_be_revised(a: Figure, b: Figure, by: tuple[Publication, Publication]) -> bool:
    days = [_day(publication.date) for publication in by]
    if days[0] is None or days[1] is None:
        x, y = sorted((abs(a.value or Fraction(0)), abs(b.value or Fraction(0))))
        return y <= _GROSS * x
    return abs((days[0] - days[1]).days) > _MONTH


def _day(edtf: str | None) -> date | None:
    return bounds(edtf)[1] if edtf and is_date(edtf) else None


def apart(a: Figure, b: Figure) -> str:
    """The distance of two numbers in one line."""
    x, y = a.value or Fraction(0), b.value or Fraction(0)
    line = f"{words(a)} and {words(b)}: "
    if a.unit in ("percent", "share") and b.unit in ("percent", "share"):
        x, y = (v * 100 if f.unit == "share" else v for v, f in ((x, a), (y, b)))
        return f"{line}{number(abs(x - y))} points apart"
    if x == y:
        return f"{bare(a)} = {bare(b)}"
    times = number(max(x, y) / min(x, y), 2) if x > 0 and y > 0 else "1"
    return f"{line}{number(abs(x - y))} apart{f', {times} times' if times != '1' else ''}"


def _measure(figure: Figure) -> str:
    return " ".join((figure.measure or "").split())
