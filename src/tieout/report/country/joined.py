"""Which figures say one thing again: those that ties and comparisons found to be one number, joined."""

from __future__ import annotations

from collections.abc import Iterable

from tieout.compare.comparison import Comparison
from tieout.ties.tie import Member, Tie

_AGAIN = frozenset({"same_original", "agrees"})


class Joined:
    """Figures in sets: one for each fact."""

    def __init__(self, ties: Iterable[Tie], comparisons: Iterable[Comparison]) -> None:
        self._above: dict[str, str] = {}
        for tie in ties:
            if tie.kind == "same" and tie.verdict == "holds":
                self._join(tie.members)
        for comparison in comparisons:
            if comparison.relation in _AGAIN:
                self._join(comparison.members)

    def fact(self, figure_id: str) -> str:
        """What stands for the fact that a figure states."""
        while (above := self._above.get(figure_id, figure_id)) != figure_id:
            figure_id = above
        return figure_id

    def _join(self, members: tuple[Member, ...]) -> None:
        ids = [member.figure.id for member in members if member.figure is not None]
        for other in ids[1:]:
            one, two = self.fact(ids[0]), self.fact(other)
            if one != two:
                self._above[two] = one
