"""Checking files: read each one, record its figures, run the rules. What could not be read is part of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tieout.checks.result import Result
from tieout.checks.run import run
from tieout.errors import UnreadableError
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figures import reading_of
from tieout.reading.read import read


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user says of a file that the file does not hold. EDTF date, ISO 3166-1 country, `en` or `es`."""

    date: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer for some files: what was read, what it says, and the files that could not be read."""

    readings: tuple[Reading, ...]
    result: Result
    unreadable: tuple[UnreadableError, ...]


def read_files(paths: Iterable[str | Path], hints: Hints | None = None) -> tuple[list[Reading], list[UnreadableError]]:
    """Read files and their figures, in the order given; a file that cannot be read does not stop the others."""
    hints = hints or Hints()
    readings: list[Reading] = []
    unreadable: list[UnreadableError] = []
    for path in paths:
        try:
            document = read(Path(path), date=hints.date, country=hints.country, language=hints.language)
        except UnreadableError as fault:
            unreadable.append(fault)
            continue
        readings.append(reading_of(document))
    return readings, unreadable


def check(paths: str | Path | Sequence[str | Path], hints: Hints | None = None) -> Checked:
    """Check one file or several.

    Files that cannot be read are in `unreadable`; the others are checked all the same.
    """
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    readings, unreadable = read_files(files, hints)
    return Checked(tuple(readings), run(ReadCorpus(tuple(readings))), tuple(unreadable))
