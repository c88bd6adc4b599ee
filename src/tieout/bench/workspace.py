"""`tieout bench workspace`: what building, rebuilding, opening and asking a workspace take, on a copy of documents.

A further measurement is a function of a Bench that yields lines, and its line in MEASURES.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tieout.errors import UsageError
from tieout.workspace.build import Built, build
from tieout.workspace.engine import started
from tieout.workspace.query import query
from tieout.workspace.rows.schema import TABLES
from tieout.workspace.workspace import SUFFIX, Workspace, open_workspace

_QUESTION = "SELECT unit, count(*) AS n FROM figures GROUP BY unit ORDER BY n DESC"


@dataclass(frozen=True, slots=True)
class Bench:
    """A copy of some documents, and where its workspace is built."""

    folder: Path
    out: Path


def workspace(source: Path, measures: Iterable[str] = ()) -> Iterator[str]:
    """Lines of the report on a folder of documents; `measures` names those that are wanted, all when there is none."""
    if not source.is_dir():
        raise UsageError(f"{source}: no such folder; give a folder of documents with --folder")
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place, source.resolve().name), Path(place, f"bench{SUFFIX}"))
        shutil.copytree(source, bench.folder, ignore=shutil.ignore_patterns(f"*{SUFFIX}"))
        wanted = set(measures)
        for name, measure in MEASURES.items():
            if not wanted or name in wanted:
                yield from (f"{name:10} {line}" for line in measure(bench))


def building(bench: Bench) -> Iterator[str]:
    """The first build, one with nothing to do, one with one changed file."""
    start = time.perf_counter()
    started("native").from_pydict({"n": [1]}).collect()
    yield f"Daft's own start {time.perf_counter() - start:.1f} s"
    built, line = _timed(bench)
    characters = sum(len(part.document.text) for _, part in open_workspace(bench.out).parts())
    yield f"cold {line}, {len(built.manifest.entries)} documents of {characters:,} characters"
    yield f"nothing changed {_timed(bench)[1]}"
    _change(next(p for p in sorted(bench.folder.rglob("*")) if p.suffix in (".txt", ".md")))
    yield f"one file changed {_timed(bench)[1]}"


def tables(bench: Bench) -> Iterator[str]:
    """How many rows each table has."""
    held = _opened(bench)
    counts = {name: query(held, f"SELECT count(*) FROM {name}").rows[0][0] for name in TABLES}  # noqa: S608 (our names)
    yield ", ".join(f"{name} {count:,}" for name, count in counts.items())
    size = sum(held.table(name).stat().st_size for name in TABLES)
    kept = sum(path.stat().st_size for path in bench.out.rglob("*") if path.is_file()) - size
    yield f"{size / 1e6:.1f} MB of tables, {kept / 1e6:.1f} MB of texts and records"


def opening(bench: Bench) -> Iterator[str]:
    """How long opening takes, with and without all parts, and a question over all figures."""
    _opened(bench)
    start = time.perf_counter()
    held = open_workspace(bench.out)
    yield f"the manifest {(time.perf_counter() - start) * 1000:.0f} ms"
    start = time.perf_counter()
    figures = len(held.figures)
    yield f"all parts {time.perf_counter() - start:.2f} s ({figures:,} figures)"
    start = time.perf_counter()
    rows = query(held, _QUESTION).rows
    yield f"a question over all figures {(time.perf_counter() - start) * 1000:.0f} ms ({len(rows)} rows)"


def comparing(bench: Bench) -> Iterator[str]:
    """How many relations there are between the documents, of which kinds, and how long finding them takes."""
    from collections import Counter

    from tieout.workspace.compared import comparisons_of

    held = _opened(bench)
    figures = len(held.figures)
    start = time.perf_counter()
    found = comparisons_of(held)
    seconds = time.perf_counter() - start
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(Counter(one.relation for one in found).items()))
    yield f"{len(found):,} comparisons of {figures:,} figures in {seconds:.2f} s ({kinds or 'none'})"


MEASURES: Mapping[str, Callable[[Bench], Iterator[str]]] = {
    "build": building,
    "tables": tables,
    "open": opening,
    "compare": comparing,
}
"""Every measurement, by name, in the order they are made."""


def _opened(bench: Bench) -> Workspace:
    """The workspace, built first where that was not done."""
    build(bench.folder, bench.out)
    return open_workspace(bench.out)


def _timed(bench: Bench) -> tuple[Built, str]:
    start, used = time.perf_counter(), sum(os.times()[:4])
    built = build(bench.folder, bench.out)
    took, cpu = time.perf_counter() - start, sum(os.times()[:4]) - used
    return built, f"{took:.1f} s ({cpu:.1f} s of processor), {built.read} read, {built.derived} derived"


def _change(path: Path) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.write("\nThe police counted 17 more in May 2024.\n")
