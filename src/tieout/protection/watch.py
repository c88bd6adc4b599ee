"""The watch: the guards of this run, asked at every door through which something leaves (files, answers, complaints).

Whoever opens a workspace with a list of protected names sets the watch, so that no command can forget to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tieout.protection.guard import Guard

_guards: list[Guard] = []


def watch(guard: Guard) -> None:
    """From now on, nothing leaves that holds a name of this guard's list."""
    if guard and guard not in _guards:
        _guards.append(guard)


def unwatch() -> None:
    """Forget all guards: a new run begins."""
    _guards.clear()


@contextmanager
def watching(guard: Guard) -> Iterator[None]:
    """`watch` for as long as a block of code runs."""
    before = list(_guards)
    watch(guard)
    try:
        yield
    finally:
        _guards[:] = before


def let_out(data: str | bytes, where: str) -> None:
    """ProtectedError when what is about to leave, or the name `where` of its file, holds a protected name."""
    for guard in _guards:
        guard.refuse(data, where)


def masked(text: str) -> str:
    """A line for a terminal or a log, with `[withheld]` for protected names."""
    for guard in _guards:
        text = guard.masked(text)
    return text
