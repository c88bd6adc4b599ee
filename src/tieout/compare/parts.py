"""Parts: what one source counts within its own total, beside the total of another source for nearly the same thing.

44 of the 49 dead are no more than the 48 that somebody else counted, so the two can both be right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from tieout.compare.comparison import Comparison
from tieout.compare.fit import fit
from tieout.compare.originals import Origins
from tieout.compare.relate import Pair
from tieout.evidence.figure import Figure
from tieout.ties.plain import words
from tieout.ties.tie import Tie

_NEAR = 2
"""A part less than half of the other total says nothing of it."""


def parts(ties: Iterable[Tie], pairs: Iterable[Pair], origins: Origins) -> Iterator[Comparison]:
    """Single parts of a total of one document that lie within the total of another."""
    within: dict[str, list[Figure]] = defaultdict(list)
    for tie in ties:
        figures = [m.figure for m in tie.members if m.figure is not None]
        if tie.kind == "total" and tie.verdict == "holds" and len(figures) == len(tie.members) == 2:
            within[figures[0].id].append(figures[1])
    for one, other, what in pairs:
        if what.relation not in ("other_definition", "estimate") or one.figure.unit != "count":
            continue
        for whole, total in ((one, other), (other, one)):
            for part in within.get(whole.figure.id, ()):
                if _inside(part, total.figure):
                    line = f"{words(part)} of {words(whole.figure)}, no more than {words(total.figure)}"
                    yield fit("total", (replace(whole, figure=part), total), line, origins)


def _inside(part: Figure, total: Figure) -> bool:
    a, b = part.value or Fraction(0), total.value or Fraction(0)
    return 0 < a <= b <= _NEAR * a and part.bound == total.bound == "exact"
