"""A Mistake in a framework or a table of scores: which file, where in it, what is wrong, what to do.

All mistakes of a file are told at once; nothing of a file with a mistake is stored or counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieout.errors import TieoutError


@dataclass(frozen=True, slots=True)
class Mistake:
    """`where` is `line 12` of a framework, `row 7, column D` of a table, or empty for the file as a whole."""

    file: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.where}" if self.where else self.file
        return f"{place}: {self.what}; {self.remedy}"


_SHOWN = 20
"""Mistakes told one by one; a file with more has one cause, and the first ones show it."""


class MistakesError(TieoutError):
    """All mistakes of one file, a line each."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        lines = [str(mistake) for mistake in self.mistakes[:_SHOWN]]
        if len(self.mistakes) > _SHOWN:
            lines.append(f"and {len(self.mistakes) - _SHOWN} more mistakes; mend these first")
        super().__init__("\n".join(lines))
