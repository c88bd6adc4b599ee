"""Documents in an object store, by the address the user gives (`s3://bucket/peru`): copied for the time of a build.

Daft lists and downloads them, with what the environment says of keys and regions. Nothing else in a build touches the
network, and this only when an address is given.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from tieout.errors import UnreadableError, UsageError
from tieout.reading.folder import SUFFIXES
from tieout.reading.limits import DEFAULT
from tieout.sources.library import MANIFEST
from tieout.workspace.engine import Runner, started
from tieout.workspace.manifest import Root, Unread
from tieout.workspace.store import make_private, write_private

_COPIES = ".copies"
_AT_ONCE = 16
"""Files that are in memory at once, in each thread."""


def is_address(place: str) -> bool:
    """Whether a place is an address, and no folder of this machine."""
    return "://" in place


@dataclass(frozen=True, slots=True)
class Copies:
    """The folders that documents at addresses were copied to, and what was left there."""

    folders: Mapping[Root, Path]
    left: tuple[Unread, ...]


@contextmanager
def copied(roots: Iterable[Root], workspace: Path, runner: Runner) -> Iterator[Copies]:
    """The documents at addresses, copied into the workspace as long as the block lasts."""
    top = workspace / _COPIES
    shutil.rmtree(top, ignore_errors=True)
    folders = {root: top / str(number) for number, root in enumerate(roots) if is_address(root.path)}
    try:
        left = [fault for root, into in folders.items() for fault in fetch(root.path, into, runner)]
        yield Copies(folders, tuple(Unread(fault.path, str(fault)) for fault in left))
    finally:
        shutil.rmtree(top, ignore_errors=True)


def fetch(address: str, into: Path, runner: Runner) -> list[UnreadableError]:
    """Copy the documents at an address, and what is said of them, into a folder, under their names there. Gives those
    that were left where they are, and why; UsageError when nothing can be had from the address."""
    daft = started(runner)
    col = daft.col
    try:
        listed = daft.from_glob_path(f"{address.rstrip('/')}/**").select("path", "size").to_pydict()
    except Exception as fault:
        raise UsageError(
            f"{address}: nothing can be read there ({_line(fault)}); check the address and your rights to it"
        ) from fault
    names: dict[str, str] = {}
    left: list[UnreadableError] = []
    for path, size in zip(listed["path"], listed["size"], strict=True):
        name = _name(path, address)
        if name is None or not _is_wanted(name):
            continue
        if size is not None and size > DEFAULT.file_mb * 1_000_000:
            left.append(UnreadableError(path, f"it is larger than {DEFAULT.file_mb} MB", "split it"))
        else:
            names[path] = name
    if not names:
        raise UsageError(f"{address}: no documents are there")
    frame = daft.from_pydict({"path": list(names), "name": list(names.values())}).into_batches(_AT_ONCE)
    write = daft.func.batch(return_dtype=daft.DataType.string(), batch_size=_AT_ONCE)(_writer(into.resolve()))
    data = daft.functions.download(col("path"), on_error="null")
    for path in frame.select(write(col("path"), col("name"), data).alias("lost")).to_pydict()["lost"]:
        if path:
            left.append(UnreadableError(path, "it cannot be downloaded", "check the address and your rights to it"))
    return left


def _writer(into: Path) -> Callable[[Any, Any, Any], list[str]]:
    """What writes files into a folder, and gives the paths of those that were not had."""

    def write(paths: Any, names: Any, data: Any) -> list[str]:
        lost = []
        for path, name, held in zip(paths.to_pylist(), names.to_pylist(), data.to_pylist(), strict=True):
            if held is not None:
                make_private((into / name).parent)
                write_private(into / name, held)
            lost.append(path if held is None else "")
        return lost

    return write


def _name(path: str, address: str) -> str | None:
    """The name of a file from the address; None for one that would not stay in the folder it is copied to."""
    whole, top = _place(path), _place(address)
    name = whole.relative_to(top) if whole.is_relative_to(top) else PurePosixPath()
    return name.as_posix() if name.parts and ".." not in name.parts else None


def _place(address: str) -> PurePosixPath:
    parts = urlsplit(address)
    return PurePosixPath("/", parts.netloc, parts.path.lstrip("/"))


def _is_wanted(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and (path.suffix.lower() in SUFFIXES | {".toml"} or path.name == MANIFEST)


def _line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:300]
