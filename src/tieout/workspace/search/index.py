"""The index of a workspace: made once, kept in its folder, made anew when the build changes or a file of it is damaged.

It is written into a folder of its own that gets its name when it is whole. See docs/decisions/0012-search-engine.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.errors import UsageError
from tieout.sources.stems import words_of
from tieout.workspace.manifest import manifest_text
from tieout.workspace.search.item import Item, items_of
from tieout.workspace.search.words import named, sought, stems_of
from tieout.workspace.workspace import Workspace

if TYPE_CHECKING:
    import tantivy

FOLDER, STAMP = "search", "whole.json"
_FORMAT = "1"
"""Of the index: the next when what is written in it, or how words are sought, changes."""
_HALF = ".half"
_LONG_AGO = 3600
"""Seconds after which nobody is still writing."""
_MEMORY = 128_000_000


def needs_engine() -> None:
    """UsageError when the search engine is not installed."""
    if find_spec("tantivy") is None:
        raise UsageError("searching needs the extra workspace: pip install 'tieout[workspace]'")


def index_of(workspace: Workspace, *, anew: bool = False) -> tantivy.Index:
    """The index of a workspace, made when there is none, when it is of another build or when it is asked for `anew`."""
    needs_engine()
    import tantivy

    folder = workspace.path / FOLDER / _name(workspace)
    if anew:
        shutil.rmtree(folder, ignore_errors=True)
    if _whole(folder):
        try:
            return tantivy.Index.open(str(folder))
        except (ValueError, OSError):
            shutil.rmtree(folder, ignore_errors=True)
    try:
        return _kept(items_of(workspace), folder)
    except OSError:  # A workspace that may only be read: the index is made in memory.
        return written(items_of(workspace))


def written(items: Iterable[Item], folder: Path | None = None) -> tantivy.Index:
    """A new index of some items, in a folder that is there, or in memory."""
    import tantivy

    index = tantivy.Index(_schema(), path=str(folder) if folder else None)
    writer = index.writer(heap_size=_MEMORY, num_threads=1)
    for item in items:
        writer.add_document(_document(item))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _name(workspace: Workspace) -> str:
    """Of the index of this build: another build, another list of protected names, another name."""
    protect = "\n".join(workspace.guard.words)
    return hashlib.sha256(f"{_FORMAT}\n{protect}\n{manifest_text(workspace.manifest)}".encode()).hexdigest()[:16]


def _kept(items: Iterable[Item], folder: Path) -> tantivy.Index:
    """A new index in a folder: it appears there whole, or not at all."""
    import tantivy

    parent = folder.parent
    parent.mkdir(mode=0o700, exist_ok=True)
    half = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", suffix=_HALF, dir=parent))
    try:
        written(items, half)
        sizes = {path.name: path.stat().st_size for path in half.iterdir() if path.suffix != ".lock"}
        (half / STAMP).write_text(json.dumps(sizes, sort_keys=True), encoding="utf-8")
        for path in half.iterdir():
            path.chmod(0o600)
        try:
            half.rename(folder)
        except OSError:
            if not _whole(folder):  # Another process was not first.
                raise
        _forget_others(folder)
        return tantivy.Index.open(str(folder))
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _forget_others(folder: Path) -> None:
    """Remove indices of other builds, and what a process that was killed long ago left."""
    now = folder.stat().st_mtime
    for path in folder.parent.iterdir():
        if path != folder and not (path.name.endswith(_HALF) and path.stat().st_mtime > now - _LONG_AGO):
            shutil.rmtree(path, ignore_errors=True)


def _whole(folder: Path) -> bool:
    """Whether every file of an index is there in the size it had."""
    try:
        sizes = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        return all(os.path.getsize(folder / name) == size for name, size in sizes.items())  # noqa: PTH202
    except (OSError, ValueError, AttributeError):
        return False


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("text", "context"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in ("terms", "kind", "language", "place"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_bytes_field("shown", stored=True, indexed=False)
    return builder.build()


def _document(item: Item) -> tantivy.Document:
    import tantivy

    words = list(words_of(item.text))
    context, terms = _around(item.context)
    shown = {
        "kind": item.kind, "id": item.id, "label": item.label, "doc": item.doc, "start": item.start, "text": item.text,
        "sentences": item.sentences, "page": item.page, "aside": item.aside,
    }  # fmt: skip
    return tantivy.Document(
        text=" ".join(map(sought, words)),
        context=context,
        terms=" ".join((*named(words), *terms)),
        kind=item.kind,
        language=item.language,
        place=" ".join(map(place_token, item.places)),
        year=list(item.years),
        shown=json.dumps(shown, ensure_ascii=False).encode(),
    )


@lru_cache(maxsize=1024)
def _around(context: str) -> tuple[str, tuple[str, ...]]:
    """The words above a passage and the terms they name: the same for all that stands under one heading."""
    words = list(words_of(context))
    return " ".join(map(sought, words)), tuple(named(words))


def place_token(place: str) -> str:
    """A place as one word: `la-libertad`."""
    return "-".join(stems_of(place))
