"""What changed between two editions: exact differences, rounded once; and whether the two measure the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tieout.index.framework import Framework
from tieout.index.results import Rank, Results


@dataclass(frozen=True, slots=True)
class Change:
    """One node of one country in two editions; `change` is exact, and None when either side is missing."""

    iso3: str
    node: str
    old: Fraction | None
    new: Fraction | None
    old_rank: Rank | None = None
    new_rank: Rank | None = None

    @property
    def change(self) -> Fraction | None:
        """New less old."""
        return None if self.old is None or self.new is None else self.new - self.old


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions beside each other. `notes` say where their structure differs and what was done about it."""

    old: Results
    new: Results
    notes: tuple[str, ...]
    alike: bool = True
    """False when the editions have other indicators and each is counted with its own."""
    like_for_like: bool = False
    """True when the newer edition is counted by the older composition."""

    def nodes(self) -> tuple[str, ...]:
        """Dimensions, then indicators, that both editions have."""
        return tuple(node.id for node in self.new.framework.nodes if self.old.framework.node(node.id) is not None)

    def changes(self, node: str) -> Iterator[Change]:
        """The change of one node, for every country of either edition, by code."""
        for iso3 in sorted({*self.old.book.countries, *self.new.book.countries}):
            yield self._of(iso3, node)

    def change(self, iso3: str, node: str) -> Change | None:
        """The change of one node of one country; None when the older edition has no such node."""
        return self._of(iso3, node) if node in self.nodes() else None

    def _of(self, iso3: str, node: str) -> Change:
        ranked = self.new.framework.dimension(node) is not None
        old, new = (side.values[node].get(iso3) for side in (self.old, self.new))
        ranks = [side.ranks(node).get(iso3) if ranked else None for side in (self.old, self.new)]
        return Change(iso3, node, old, new, *ranks)


def compare(old: Results, new: Results, *, like_for_like: bool = False) -> Comparison:
    """Two editions. `like_for_like` counts the newer one by the older composition, where the structure changed."""
    notes = list(_structure(old.framework, new.framework))
    changed = bool(notes)
    if notes and like_for_like:
        kept = {indicator.id for indicator in old.framework.indicators}
        new = Results(new.book, new.framework.only(kept))
        notes.append(
            f"like for like: {new.framework.edition} is counted with the indicators of {old.framework.edition}"
        )
    elif notes:
        notes.append("the aggregates are those of each edition; --like-for-like keeps the older composition")
    notes.extend(_regions(old, new))
    return Comparison(old, new, tuple(notes), not changed, changed and like_for_like)


def _structure(old: Framework, new: Framework) -> Iterator[str]:
    before, after = ({i.id for i in f.indicators} for f in (old, new))
    for edition, ids in ((new.edition, after - before), (old.edition, before - after)):
        if ids:
            yield f"only in {edition}: {', '.join(sorted(ids))}"


def _regions(old: Results, new: Results) -> Iterator[str]:
    """Ranks within a group are of other countries when the group has changed."""
    older, newer = old.framework.edition, new.framework.edition
    for within in ("continent", "region"):
        both = old.book.countries.keys() & new.book.countries.keys()
        groups = {(old.book.countries[c].group(within), new.book.countries[c].group(within)) for c in both}
        for before, after in sorted(groups):
            if before and after and before != after:
                yield f"{within} {before!r} of {older}: some of it is {after!r} in {newer}"
