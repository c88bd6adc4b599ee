"""Builds a workspace again and again and kills the build at random moments; a program, run by test_kills.py.

    python killing.py FOLDER KILLS

After every kill the workspace must open and be, byte for byte, what it was before or what the build makes of it; a
build that is let go on must end with the latter. Each build is a fork of this process, which has loaded everything, so
that kills fall on the build and not on imports.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq

from tieout.workspace.build import build
from tieout.workspace.engine import loaded
from tieout.workspace.making import Task, keys_of, make
from tieout.workspace.manifest import Root
from tieout.workspace.plan import plan_of
from tieout.workspace.store import DOCUMENTS, PARTS, Store
from tieout.workspace.workspace import open_workspace

FILES = 12


def main(place: Path, kills: int) -> None:
    """Kill so many builds; an AssertionError says what is wrong."""
    papers, out, other = place / "papers", place / "papers.tieout", place / "other.tieout"
    papers.mkdir()
    chance = random.Random(6)
    write(papers, 0)
    warm(papers, place / "warm")
    forked(papers, out)
    killed = version = resumed = 0
    before = after = state(out)
    long = 0.0
    while killed < kills:
        if before == after:
            version += 1
            write(papers, version)
            shutil.rmtree(other, ignore_errors=True)
            shutil.copytree(out, other)
            start = time.perf_counter()
            forked(papers, other)
            long = time.perf_counter() - start
            after = state(other)
            assert after != before
        done = forked(papers, out, kill_after=chance.uniform(0, long))
        killed += not done
        now = state(out)
        assert now in (before, after), f"after {killed} kills, version {version}"
        assert not done or now == after
        if now == before and chance.random() < 0.2:
            forked(papers, out)
            now = state(out)
            assert now == after
            resumed += 1
        before = now
    forked(papers, out)
    assert state(out) == after
    leftovers = [path.name for path in out.rglob("*") if "half" in path.name]
    assert not leftovers, leftovers
    print(f"{killed} killed, {version} versions, {resumed} resumed")


def write(papers: Path, version: int) -> None:
    """The files of a version: three change, one goes, one comes."""
    for number in range(FILES):
        path = papers / f"paper_{number:02d}.md"
        age = version - (version - number) % (FILES // 3)
        if number == version % FILES:
            path.unlink(missing_ok=True)
        else:
            text = f"Police counted {1000 + age} thefts in 2023 and {1500 + number} in 2024.\n"
            path.write_text(text, encoding="utf-8")


def warm(papers: Path, place: Path) -> None:
    """Load and compile all that a build needs."""
    loaded()
    store = Store(place)
    store.open()
    for one in plan_of((Root(str(papers)),)).planned:
        keys = keys_of(one, "en", persons=False)
        make(one.path, Task(str(place), one.doc, str(one.path), one.about, one.limits, keys, "en", False, False))


def forked(papers: Path, out: Path, kill_after: float | None = None) -> bool:
    """A build in a fork of this process; whether it ended by itself."""
    child = os.fork()
    if child == 0:
        try:
            build(papers, out)
        finally:
            os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status)


def state(out: Path) -> str:
    """Hash of all that the workspace says: its manifest, what is kept of its documents, its tables."""
    workspace = open_workspace(out)
    store, digest = Store(out), hashlib.sha256((out / "manifest.json").read_bytes())
    figures = 0
    for entry, part in workspace.parts():
        figures += len(part.figures)
        digest.update(store.get(DOCUMENTS, entry.document) + store.get(PARTS, entry.part))
    assert pq.read_metadata(workspace.table("figures")).num_rows == figures
    for path in sorted(workspace.table("figures").parent.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
