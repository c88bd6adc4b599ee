"""The one pipeline of a build, on Daft: files are read and derived, and their rows written as tables.

The same definition runs on this machine and on Ray. What a step makes goes to the store, which every process of a
cluster must see; frames carry only names. Each file is read in a process that may fail alone.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from tieout.errors import UnreadableError, shown
from tieout.reading.limited import Worker, read_apart, start_early
from tieout.reading.limits import Limits
from tieout.workspace.codec import decoded, encoded
from tieout.workspace.engine import Runner, started
from tieout.workspace.entry import Entry
from tieout.workspace.making import Task, make
from tieout.workspace.rows.batch import rows_in, wide_rows, wide_type
from tieout.workspace.rows.schema import OF_DOCUMENTS
from tieout.workspace.store import ROWS, Store

_TOGETHER = 16
"""Documents at most that a thread works on before it asks for more."""
_CHUNK = 1_000
"""Documents whose rows are in memory at once."""
_ROWS_TOGETHER = 50
"""Documents whose rows a thread loads at once."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: whether its file was read now, or why it could not be."""

    doc: str
    read: bool = False
    fault: str | None = None


def make_all(tasks: Sequence[Task], runner: Runner) -> list[Outcome]:
    """Read and derive documents into the store. One that cannot be read is told with its fault, the others are made."""
    if not tasks:
        return []
    paths = [Path(task.path) for task in tasks]
    start_early(paths, make.__module__)
    apart = read_apart(paths)
    tasks = [replace(task, apart=index in apart) for index, task in enumerate(tasks)]
    daft = started(runner)
    size = max(1, min(_TOGETHER, len(tasks) // (4 * (os.cpu_count() or 1))))
    work = daft.func.batch(return_dtype=daft.DataType.string(), batch_size=size)(_made)
    frame = daft.from_pydict({"task": [json.dumps(encoded(task)) for task in tasks]}).into_batches(size)
    try:
        done = frame.select(work(daft.col("task")).alias("outcome")).to_pydict()["outcome"]
    finally:
        _end_workers()
    return [decoded(Outcome, json.loads(one)) for one in done]


def _made(tasks: Any) -> list[str]:
    """Of each task its outcome, both as JSON: what travels between the processes of a cluster is plain text."""
    return [json.dumps(encoded(_one(decoded(Task, json.loads(task))))) for task in tasks.to_pylist()]


def _one(task: Task) -> Outcome:
    try:
        return Outcome(task.doc, _limited(task))
    except UnreadableError as fault:
        return Outcome(task.doc, fault=str(fault))
    except Exception as error:  # a mistake of ours on one document must not cost the others
        what = f"Tieout failed on it ({type(error).__name__}: {' '.join(str(error).split())})"
        return Outcome(task.doc, fault=f"{shown(task.path)}: {what}; please report it")


def _limited(task: Task) -> bool:
    """`make` of a task, in a process of its own where the file needs one; whether the file was read."""
    if not task.apart:
        return make(Path(task.path), task)
    with _worker(task.limits) as worker:
        return worker.ask(partial(make, task=task), Path(task.path))


def table_rows(entries: Sequence[Entry], store: Store, runner: Runner) -> Iterator[Mapping[str, Any]]:
    """The rows of the documents for every table, as Arrow tables, so many documents at a time and in their order."""
    daft = started(runner)
    kept = daft.DataType.from_arrow_type(wide_type())
    load = daft.func.batch(return_dtype=kept, batch_size=_ROWS_TOGETHER)(_loader(store.folder.resolve()))
    for some in _batched(entries, _CHUNK):
        columns = {"n": list(range(len(some))), "doc_key": [e.key for e in some], "part": [e.part for e in some]}
        frame = daft.from_pydict(columns).into_batches(_ROWS_TOGETHER)
        rows = frame.select("n", "doc_key", load(daft.col("part")).alias("rows")).sort("n").to_arrow()
        keys, wide = rows["doc_key"].combine_chunks(), rows["rows"].combine_chunks()
        yield {name: rows_in(wide, keys, name) for name in OF_DOCUMENTS}


def _loader(folder: Path) -> Callable[[Any], Any]:
    """What loads the kept rows of some documents from a store."""

    def load(parts: Any) -> Any:
        store = Store(folder)
        return wide_rows([store.get(ROWS, name) for name in parts.to_pylist()])

    return load


_IDLE: dict[Limits, list[Worker]] = {}
_LOCK = threading.Lock()


@contextmanager
def _worker(limits: Limits) -> Iterator[Worker]:
    """A process to work in, one that is idle or a new one; each thread has its own."""
    with _LOCK:
        idle = _IDLE.setdefault(limits, [])
        worker = idle.pop() if idle else Worker(limits)
    try:
        yield worker
    finally:
        with _LOCK:
            idle.append(worker)


def _end_workers() -> None:
    with _LOCK:
        for idle in _IDLE.values():
            while idle:
                idle.pop().end()


def _batched(entries: Sequence[Entry], size: int) -> Iterator[Sequence[Entry]]:
    return (entries[at : at + size] for at in range(0, len(entries), size))
