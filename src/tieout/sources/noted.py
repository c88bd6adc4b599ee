"""Which notes stand behind a stretch of running text: those marked in it or right behind it, else those whose supported
stretch holds most of it. And what a text of the library is called."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tieout.sources.note import Note

if TYPE_CHECKING:
    from tieout.sources.holdings import Held

_BEHIND = 3
"""Characters behind a stretch in which its mark may stand."""
_AROUND = 4
"""Marks that are looked at when none stands in the stretch itself."""


class Noted:
    """The notes of one document by the places of their marks."""

    def __init__(self, notes: Sequence[Note]) -> None:
        places = (
            (p.start, p.supports_start, p.supports_end, number) for number, n in enumerate(notes) for p in n.places
        )
        self._notes = notes
        self._places = sorted(places)
        self._starts = [start for start, *_ in self._places]

    def behind(self, start: int, end: int) -> list[Note]:
        """The notes behind `text[start:end]`, in the order of their marks, each once."""
        low, high = bisect_left(self._starts, start + 1), bisect_left(self._starts, end + _BEHIND + 1)
        near = self._places[low:high]
        if not near:
            around = self._places[max(0, low - 1) : low + _AROUND]
            near = [p for p in around if min(p[2], end) - max(p[1], start) > (end - start) / 2]
        return [self._notes[number] for number in dict.fromkeys(p[3] for p in near)]


def name_of(held: Held) -> str:
    """A text of the library as people name it: `Harbour yearbook 2023, Port Police, 2024`; else its file."""
    item = held.item
    parts = [item.title or held.document.title, item.publisher, item.date]
    return ", ".join(part for part in parts if part) if parts[0] else item.file
