"""The process that reads files for another one: it takes work on standard input and answers on standard output.

Started by `limited`, never by a user. A crash, a hang or a swollen file ends this process and nothing else. It holds
itself to a memory limit: through the system where that works (Linux), else by watching itself.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import sys
import threading
import time
import traceback
from typing import Any, BinaryIO

from tieout.errors import UnreadableError

OUT_OF_MEMORY = 77
"""The exit code of a process that used more memory than it may."""

_WATCH_SECONDS = 0.1
_answers: list[BinaryIO] = []


def main(module: str = "") -> None:
    """Answer work until standard input ends. Work is a pickled (function, path); each answer a pickled pair.

    `module` is what the work will need: it is loaded while the other process still gets ready to ask.
    """
    # Nothing that a library prints may get among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _answers.append(answers)
    questions = sys.stdin.buffer
    if module:
        importlib.import_module(module)
    hold_memory(int(pickle.load(questions)))  # noqa: S301 (written by the process that started this one)
    while True:
        try:
            work, path = pickle.load(questions)  # noqa: S301
        except EOFError:
            return
        kind, value = _outcome(work, path)
        send(kind, value)
        if kind == "memory":
            return


def _outcome(work: Any, path: Any) -> tuple[str, Any]:
    try:
        return "done", pickle.dumps(work(path), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return "memory", None
    except Exception as error:
        if isinstance(error.__cause__, MemoryError):
            return "memory", None
        if not isinstance(error, UnreadableError):
            error.add_note("".join(traceback.format_exception(error)))
        return "fault", _portable(error)


def _portable(error: Exception) -> Exception:
    """The error, or its words when it cannot travel between processes."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 (made on this line)
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def send(kind: str, value: Any) -> None:
    """Send one answer to the process that asked."""
    pickle.dump((kind, value), _answers[0], pickle.HIGHEST_PROTOCOL)
    _answers[0].flush()


def ask_for_time(seconds: float) -> None:
    """Tell the process that waits, if one does, that the work at hand may take so much longer (OCR)."""
    if _answers:
        send("time", seconds)


def hold_memory(megabytes: int) -> None:
    """Keep this process below so much memory: a MemoryError where the system can do that, else its end."""
    size = megabytes * 1_000_000
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))
            return
    threading.Thread(target=_watch, args=(size,), daemon=True).start()


def _watch(size: int) -> None:
    while memory_used() < size:
        time.sleep(_WATCH_SECONDS)
    os._exit(OUT_OF_MEMORY)


def memory_used() -> int:
    """The most memory this process has used so far, in bytes."""
    if sys.platform == "win32":
        return _windows_memory()
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def _windows_memory() -> int:
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("cb", ctypes.c_uint32),
            ("PageFaultCount", ctypes.c_uint32),
            *((name, ctypes.c_size_t) for name in ("Peak", "Working", "A", "B", "C", "D", "Pagefile", "PeakPagefile")),
        ]

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32]
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.PeakPagefile)
