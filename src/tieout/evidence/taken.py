"""Which characters of a line are spoken for, so that no number is read twice."""

from __future__ import annotations

from collections.abc import Iterable


class Taken:
    """Stretches of one line, as a mask: adding and asking cost their own length, however many there are."""

    def __init__(self, length: int) -> None:
        self._mask = bytearray(length)

    def add(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take stretches, free or not."""
        for start, end in spans:
            self._mask[start:end] = b"\x01" * (end - start)

    def meets(self, start: int, end: int) -> bool:
        """Whether any of the stretch is taken."""
        return self._mask.find(1, start, end) >= 0

    def claims(self, start: int, end: int) -> bool:
        """Take the stretch when all of it is free; whether it was."""
        if self.meets(start, end):
            return False
        self.add([(start, end)])
        return True
