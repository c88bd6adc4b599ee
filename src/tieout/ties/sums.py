"""How parts and totals relate: they add up to it, or to no more; percentages are no more than 100 together."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import Field, clash
from tieout.ties.interval import Interval, point, total
from tieout.ties.judge import judge
from tieout.ties.plain import bare, number, words
from tieout.ties.stated import SOFT, Look
from tieout.ties.tie import Tie

_ONE_THING: tuple[Field, ...] = ("period", "authority")
_ONE_KIND: tuple[Field, ...] = ("unit",)


def adds_up(whole: Figure, parts: Sequence[Figure], *, explicit: bool, hint: str = "") -> Tie | None:
    """The parts make up the total; `hint` is added to the arithmetic."""

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        sums = [look.plain(f) for f in parts]
        return look.plain(whole), None if any(s is None for s in sums) else total([s for s in sums if s])

    result = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    return judge(
        "total", (whole, *parts), relation,
        stated=f"{words(whole)} in {len(parts)} parts",
        computed=f"{' + '.join(bare(f) for f in parts)} = {number(result)}, against {bare(whole)}{hint}",
        explicit=explicit, reason=clash((whole, *parts), "period", "authority"),
    )  # fmt: skip


def bound(whole: Figure, parts: Sequence[Figure], *, explicit: bool, said: bool = False) -> Tie | None:
    """The parts are some of the total: together (or the one) no more than it. `said`: the words make them one thing."""

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        # `at least 60 …. Of these, …` speaks of those that were counted: about 60 of them.
        all_of_it, sums = (SOFT if said else look).plain(whole), [look.plain(f) for f in parts]
        if all_of_it is None or any(s is None for s in sums):
            return None, None
        return total([s for s in sums if s]), all_of_it.at_most()

    result = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    sign = "≤" if result <= (whole.value or 0) else ">"
    left = f"{' + '.join(bare(f) for f in parts)} = {number(result)}" if len(parts) > 1 else bare(parts[0])
    return judge(
        "total", (whole, *parts), relation,
        stated=f"{', '.join(words(f) for f in parts)} of {words(whole)}",
        computed=f"{left} {sign} {bare(whole)}",
        explicit=explicit,
        reason=clash((whole, *parts), *_ONE_THING, *(() if said else _ONE_KIND)),
    )  # fmt: skip


def each(whole: Figure, parts: Sequence[Figure]) -> Tie | None:
    """Parts that may overlap: none of them is larger than the total."""
    top = max(parts, key=lambda f: f.value or Fraction(0))

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        all_of_it, largest = look.plain(whole), look.plain(top)
        return largest, None if all_of_it is None else all_of_it.at_most()

    return judge(
        "total", (whole, *parts), relation,
        stated=f"{', '.join(words(f) for f in parts)} of {words(whole)}",
        computed=f"{bare(top)} ≤ {bare(whole)}; the parts overlap",
        explicit=False, reason=clash((whole, *parts), "period", "authority"),
    )  # fmt: skip


def hundred(parts: Sequence[Figure], *, explicit: bool, whole: bool = False) -> Tie | None:
    """At most 100 together; exactly 100 (`whole`) where the last is called the rest."""

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        sums = [look.percent(f) for f in parts]
        limit = point(100) if whole else point(100).at_most()
        return (None if any(s is None for s in sums) else total([s for s in sums if s])), limit

    result = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    return judge(
        "total", parts, relation,
        stated=f"{len(parts)} {'shares of one whole' if explicit else 'percentages listed'}",
        computed=f"{' + '.join(bare(f) for f in parts)} = {number(result, 2)} percent",
        explicit=explicit, reason=clash(parts, "period", "authority"),
    )  # fmt: skip
