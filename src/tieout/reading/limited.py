"""Work on files held to limits of time and memory, each file in a process that may fail alone.

Small files of plain text are worked on at once in this process (docs/decisions/0008): our own readers of text are
linear, and starting a process would be most of the time such a file takes. It knows nothing of formats.
"""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.kinds import is_plain_text
from tieout.reading.limits import DEFAULT, Limits
from tieout.reading.read import read
from tieout.reading.sidecar import About
from tieout.reading.worker import OUT_OF_MEMORY

T = TypeVar("T")

TRUSTED_BYTES = 200_000
"""Plain text up to this size is read in this process, when its paragraphs are as long as people write them."""

LONGEST_PARAGRAPH = 20_000
"""Bytes between two blank lines; the time that a passage takes may grow with its square."""

_BLANK_LINES = re.compile(rb"\n[ \t\r]*\n")

WORTH_PROCESSES = 600_000
"""Bytes from which on several files of plain text are read in several processes; below, starting them costs more."""

_START = "import sys; sys.path[:] = sys.argv[2:]; from tieout.reading.worker import main; main(sys.argv[1])"

_EARLY: list[subprocess.Popen[bytes]] = []
"""Processes that were started ahead and that no worker has taken yet."""


def read_limited(path: str | Path, hints: About | None = None, limits: Limits = DEFAULT) -> Document:
    """The document in a file, read within the limits. Raises as `read` does, and when a limit is broken.

    `hints` say what the file does not: date, country, language.
    """
    return one_limited(partial(_read, hints=hints or About(), limits=limits), Path(path), limits)


def _read(path: Path, hints: About, limits: Limits) -> Document:
    return read(path, date=hints.date, country=hints.country, language=hints.language, limits=limits)


def start_early(paths: Sequence[Path], module: str) -> None:
    """Start a process ahead when one of the files needs it, so that it gets ready while this one goes on loading.

    `module` is what the work on the files needs; the process loads it at once.
    """
    if not _EARLY and any(_trusted(path) is None for path in paths):
        _EARLY.append(_new_process(module))


def one_limited(work: Callable[[Path], T], path: Path, limits: Limits = DEFAULT) -> T:
    """`work(path)` within the limits; `UnreadableError` when it breaks one. `work` must be a function of a module."""
    (outcome,) = each_limited(work, [path], limits)
    if isinstance(outcome, UnreadableError):
        raise outcome
    return outcome


def each_limited(
    work: Callable[[Path], T],
    paths: Sequence[Path],
    limits: Limits = DEFAULT,
    done: Callable[[Path], None] | None = None,
) -> list[T | UnreadableError]:
    """`work` on each path within the limits: its result, or why that file could not be read. The order is kept.

    `done` is told of each path once it was dealt with, one at a time, from whichever thread that was.
    """
    outcomes: dict[int, T | UnreadableError] = {}
    apart = read_apart(paths)
    with _Workers(min(len(apart), os.cpu_count() or 1), limits) as workers:
        workers.start(work, [(index, paths[index]) for index in apart], done)
        for index, path in enumerate(paths):
            if index not in apart:
                outcomes[index] = _caught(work, path)
                if done is not None:
                    done(path)
        outcomes.update(workers.outcomes())
    return [outcomes[index] for index in range(len(paths))]


def read_apart(paths: Sequence[Path]) -> set[int]:
    """The paths (by index) whose files are worked on in processes of their own."""
    near = {index: size for index, path in enumerate(paths) if (size := _trusted(path)) is not None}
    if len(near) > 1 and sum(near.values()) >= WORTH_PROCESSES:
        near = {}
    return set(range(len(paths))) - set(near)


def _trusted(path: Path) -> int | None:
    """The size of a file of plain text that is read in this process; None for every other file."""
    size = is_plain_text(path)
    if not size:
        return size  # No plain text; or nothing that can be read, which is told at once.
    if size > TRUSTED_BYTES:
        return None
    longest = max(map(len, _BLANK_LINES.split(path.read_bytes())))
    return size if longest <= LONGEST_PARAGRAPH else None


def _caught(work: Callable[[Path], T], path: Path) -> T | UnreadableError:
    try:
        return work(path)
    except UnreadableError as fault:
        return fault


class _Workers:
    """Several workers that share a list of files. Whatever happens, none outlives the block."""

    def __init__(self, count: int, limits: Limits) -> None:
        self._workers = [Worker(limits) for _ in range(count)]
        self._threads: list[threading.Thread] = []
        self._outcomes: dict[int, Any] = {}
        self._errors: list[BaseException] = []

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._workers:
            worker.end()
        while _EARLY:
            _end(_EARLY.pop())

    def start(
        self,
        work: Callable[[Path], Any],
        files: Iterable[tuple[int, Path]],
        done: Callable[[Path], None] | None = None,
    ) -> None:
        waiting, lock = iter(sorted(files)), threading.Lock()

        def serve(worker: Worker) -> None:
            try:
                while not self._errors:
                    with lock:
                        index, path = next(waiting, (-1, Path()))
                    if index < 0:
                        return
                    self._outcomes[index] = _caught(partial(worker.ask, work), path)
                    if done is not None:
                        with lock:
                            done(path)
            except BaseException as error:
                self._errors.append(error)

        for worker in self._workers:
            thread = threading.Thread(target=serve, args=(worker,), daemon=True)
            thread.start()
            self._threads.append(thread)

    def outcomes(self) -> dict[int, Any]:
        """The outcome of each file, by its index, once all are there."""
        for thread in self._threads:
            thread.join()
        for error in self._errors:
            raise error
        return self._outcomes


class Worker:
    """One process that works on files for this one, started when first needed and again whenever it ended."""

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._late = self._ended = False

    def ask(self, work: Callable[[Path], T], path: Path) -> T:
        """`work(path)` in the other process. Raises what it raises, and `UnreadableError` when a limit is broken."""
        fresh = self._process is None
        kind, value = self._answer(work, path)
        if kind in ("memory", "crash") and not fresh:
            # Earlier files may have left it swollen: only a process of its own is fair to a file.
            kind, value = self._answer(work, path)
        if kind == "done":
            return pickle.loads(value)  # type: ignore[no-any-return]  # noqa: S301 (written by our own process)
        if kind == "fault":
            raise value
        raise _broken(kind, path, self._limits)

    def end(self) -> None:
        """End the process, and start none again."""
        self._ended = True
        self._close()

    def _close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _answer(self, work: Callable[[Path], Any], path: Path) -> tuple[str, Any]:
        """The kind of the answer and its value; a process that did not answer well is ended."""
        process = self._process = self._process or self._started()
        self._late = False
        clock = self._clock(process, self._limits.seconds)
        try:
            _send(process, (work, path))
            while True:
                kind, value = pickle.load(process.stdout)  # type: ignore[arg-type]  # noqa: S301
                if kind != "time":
                    break
                clock.cancel()
                clock = self._clock(process, self._limits.seconds + value)
        except (EOFError, OSError, pickle.UnpicklingError):
            code = process.wait()
            kind, value = "late" if self._late else "memory" if code == OUT_OF_MEMORY else "crash", None
        finally:
            clock.cancel()
        if kind in ("memory", "late", "crash"):
            self._close()
        return kind, value

    def _started(self) -> subprocess.Popen[bytes]:
        if self._ended:
            raise RuntimeError("this worker has ended")
        process = _EARLY.pop() if _EARLY else _new_process()
        _send(process, self._limits.memory_mb)
        return process

    def _clock(self, process: subprocess.Popen[bytes], seconds: float) -> threading.Timer:
        clock = threading.Timer(seconds, self._stop, (process,))
        clock.daemon = True
        clock.start()
        return clock

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        self._late = True
        process.kill()


def _new_process(module: str = "") -> subprocess.Popen[bytes]:
    """A process that waits for its memory limit and then for work; it loads `module` before."""
    # The same folders are searched for modules as here, save the present one: a document may lie beside a `re.py`.
    command = [sys.executable, "-P", "-c", _START, module, *(folder for folder in sys.path if folder)]
    return subprocess.Popen(  # noqa: S603 (our own interpreter and module)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            stream.close()  # type: ignore[union-attr]
    process.wait()


def _send(process: subprocess.Popen[bytes], value: object) -> None:
    assert process.stdin is not None
    process.stdin.write(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    process.stdin.flush()


def _broken(kind: str, path: Path, limits: Limits) -> UnreadableError:
    """The fault of a file that broke a limit."""
    if kind == "late":
        what = f"reading it takes longer than {limits.seconds:g} seconds"
        return UnreadableError(str(path), what, "split it, or allow more time (limits.seconds in tieout.toml)")
    if kind == "memory":
        what = f"reading it takes more than {limits.memory_mb:,} MB of memory"
        return UnreadableError(str(path), what, "split it, or allow more memory (limits.memory_mb in tieout.toml)")
    return UnreadableError(str(path), "its reader crashed on it", "get it from its source again, or save it anew")
