"""A lock on a workspace: one build at a time. It goes with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tieout.errors import UsageError
from tieout.workspace.store import PRIVATE_FILE

NAME = ".lock"


@contextmanager
def locked(workspace: Path) -> Iterator[None]:
    """Hold the lock; UsageError when another process does."""
    handle = os.open(workspace / NAME, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        _lock(handle)
    except OSError as fault:
        os.close(handle)
        raise UsageError(f"{workspace}: another build is at work on it; wait until it has ended") from fault
    try:
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
