"""Progress of long work: one line on a terminal's standard error, taken away at the end. Nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tieout.protection.watch import masked

_LONG = 500_000
"""Bytes of work below which nothing is shown: it is over before it could be read."""
_ERASE = "\r\x1b[2K"
_WIDTH = 60


@contextmanager
def progress(files: Sequence[str], lang: str = "en") -> Iterator[Callable[[Path], None] | None]:
    """A function to be told of each file that is done, or None when nothing is to be shown."""
    if not sys.stderr.isatty() or sum(_size(file) for file in files) < _LONG:
        yield None
        return
    from tieout.checks.voice import Voice

    voice, done = Voice(lang), 0

    def show(name: str) -> None:
        safe = "".join(c if c.isprintable() else "?" for c in masked(name))[:_WIDTH]
        said = voice("progress_reading", n=done + 1, all=len(files), name=safe)
        sys.stderr.write(_ERASE + (said if done < len(files) else voice("progress_checking")))
        sys.stderr.flush()

    def step(path: Path) -> None:
        nonlocal done
        done += 1
        show(path.name)

    show(Path(files[0]).name)
    try:
        yield step
    finally:
        sys.stderr.write(_ERASE)
        sys.stderr.flush()


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0
