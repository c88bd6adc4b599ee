"""Checking files: read each one, record its figures, run the rules. What could not be read is part of the answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tieout.checks.result import Result
from tieout.checks.run import run
from tieout.errors import UnreadableError
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figures import reading_of
from tieout.reading.read import read

_WORTH_PROCESSES = 600_000
"""Bytes from which on several files are read in several processes; below, starting them costs more than it saves."""


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
    """Read files and their figures, in the order given, each once; one that cannot be read does not stop the others."""
    files = list({path.resolve(): path for path in reversed([Path(path) for path in paths])}.values())[::-1]
    read_one = partial(_read_file, hints=hints or Hints())
    if len(files) > 1 and _size(files) >= _WORTH_PROCESSES:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(min(len(files), os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
            outcomes = list(pool.map(read_one, files))
    else:
        outcomes = [read_one(path) for path in files]
    return [o for o in outcomes if isinstance(o, Reading)], [o for o in outcomes if isinstance(o, UnreadableError)]


def _read_file(path: Path, hints: Hints) -> Reading | UnreadableError:
    """One file read, or why it could not be; runs in a process of its own when there are many files."""
    try:
        return reading_of(read(path, date=hints.date, country=hints.country, language=hints.language))
    except UnreadableError as fault:
        return fault


def _size(files: Sequence[Path]) -> int:
    """Bytes of all files that are there."""
    return sum(path.stat().st_size for path in files if path.is_file())


def check(paths: str | Path | Sequence[str | Path], hints: Hints | None = None) -> Checked:
    """Check one file or several.

    Files that cannot be read are in `unreadable`; the others are checked all the same.
    """
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    readings, unreadable = read_files(files, hints)
    return Checked(tuple(readings), run(ReadCorpus(tuple(readings))), tuple(unreadable))
