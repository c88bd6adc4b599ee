"""One file with its figures: the work of the processes that read files, which need not import any rule."""

from __future__ import annotations

from pathlib import Path

from tieout.evidence.corpus import Reading
from tieout.evidence.figures import reading_of
from tieout.reading.limits import DEFAULT, Limits
from tieout.reading.read import read
from tieout.reading.sidecar import About

_NOTHING = About()


def read_file(path: Path, hints: About = _NOTHING, limits: Limits = DEFAULT) -> Reading:
    """The document in a file with its figures. `hints` say what the file does not: date, country, language."""
    return reading_of(read(path, date=hints.date, country=hints.country, language=hints.language, limits=limits))
