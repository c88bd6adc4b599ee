"""Work for the processes of `limited`, which must be able to import it."""

from __future__ import annotations

import os
import time
from pathlib import Path


def do_break(path: Path, kind: str) -> str:
    if kind == "time":
        time.sleep(30)
    if kind == "crash":
        os.abort()
    if kind == "memory":
        bytearray(10**9)
    return path.name


def do_break_by_name(path: Path) -> str:
    return do_break(path, path.stem)


def do_divide(path: Path) -> float:
    return len(path.name) / 0


def do_take_two_seconds(path: Path) -> str:
    from tieout.reading.worker import ask_for_time

    ask_for_time(3)
    time.sleep(2)
    return path.name


def do_print(path: Path) -> str:
    print("x" * 100_000, flush=True)
    os.write(1, b"y" * 100_000)
    return path.name


def do_process(_: Path) -> int:
    return os.getpid()
