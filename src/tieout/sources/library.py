"""The library: cited texts at hand, in a folder. Each text is stored whole, with its hash, where it came from and
when it was read. A plain folder of files is a library too; `manifest.jsonl` in it says more of each file.

It matches no citations (matching.py) and reads no passages (holdings.py). Files are private to the user (0600).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from tieout.errors import UnreadableError, UsageError

MANIFEST = "manifest.jsonl"
_SIDECAR = ".toml"
_SKIPPED = frozenset({".toml", ".jsonl", ".json", ".csv", ".tsv", ".bib", ".ris", ".parquet", ".py"})
_PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a library. What nobody said is None."""

    file: str
    """Its name in the folder."""
    sha256: str = ""
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    """Of publication: EDTF, or as the manifest prints it."""
    url: str | None = None
    language: str | None = None
    country: str | None = None
    date_read: str | None = None
    """The day on which the user got it, EDTF."""
    origin: str | None = None
    """Where the file came from, as given to `library add`."""
    key: str | None = None
    """What a draft may cite it by (`[@hrw-2025]`); the name of its file without suffix when None."""

    @property
    def id(self) -> str:
        """Stable name of the text: the first digits of its hash, or its file name while it has none."""
        return self.sha256[:10] or self.file


@dataclass(frozen=True, slots=True)
class Library:
    """A folder of texts."""

    folder: Path
    items: Sequence[Item]

    def path(self, item: Item) -> Path:
        """Where an item's text is."""
        return self.folder / item.file


def open_library(folder: str | Path) -> Library:
    """The library in a folder: what its manifest lists, then every other file in it that may be a document."""
    root = Path(folder)
    if not root.is_dir():
        raise UsageError(
            f"{folder}: no such folder; give a folder of source texts, or make one with `tieout library add`"
        )
    listed = {row.file: row for row in _manifest(root) if (root / row.file).is_file()}
    others = sorted(path.name for path in root.iterdir() if _is_text(path) and path.name not in listed)
    return Library(root, (*listed.values(), *(Item(name) for name in others)))


def add(folder: str | Path, files: Iterable[str | Path], said: Item | None = None) -> list[Item]:
    """Store files whole; `said` holds what the user says of them. A text that is there already is not stored again.

    Every file is read first: what cannot be read is not added (`UnreadableError`).
    """
    from tieout.reading.read import read

    root = Path(folder)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    known = {item.sha256: item for item in _manifest(root)}
    added = []
    for file in map(Path, files):
        document = read(file)
        data = file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        about = replace(said or Item(""), sha256=digest, origin=(said and said.origin) or str(file))
        item = _over(about, Item(
            f"{digest[:10]}_{file.name}", title=document.title, date=document.date, country=document.country,
            language=document.language, url=document.metadata.get("url"), publisher=document.metadata.get("publisher"),
        ))  # fmt: skip
        if digest in known:
            item = replace(_over(about, known[digest]), file=known[digest].file)
        _write_private(root / item.file, data)
        known[digest] = item
        added.append(item)
    _write_manifest(root, known.values())
    return added


def remove(folder: str | Path, names: Iterable[str]) -> list[Item]:
    """Remove texts by id or file name; UsageError when one is not there."""
    library = open_library(folder)
    gone = []
    for name in names:
        found = [item for item in library.items if name in (item.id, item.file)]
        if not found:
            raise UsageError(f"{name}: no such text in {folder}; `tieout library list` names them")
        gone.extend(found)
    for item in gone:
        library.path(item).unlink()
    left = {item.file for item in gone}
    _write_manifest(library.folder, [row for row in _manifest(library.folder) if row.file not in left])
    return gone


def _over(item: Item, other: Item) -> Item:
    """The values of one item, and those of the other where it has none."""
    return Item(**{f.name: getattr(item, f.name) or getattr(other, f.name) for f in fields(Item)})


def _is_text(path: Path) -> bool:
    name = path.name
    return path.is_file() and not name.startswith(".") and path.suffix.lower() not in _SKIPPED


def _manifest(root: Path) -> list[Item]:
    """The rows of the manifest; a folder without one has none. Unknown fields are left alone."""
    path = root / MANIFEST
    if not path.is_file():
        return []
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            rows.append(_item(row))
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableError(str(path), f"line {number} is no row of a manifest", "correct that line") from error
    return rows


def _item(row: Mapping[str, Any]) -> Item:
    """A row as an item. The file must lie in the folder itself."""
    if not isinstance(row, Mapping):
        raise TypeError(row)
    known = {f.name: row[f.name] for f in fields(Item) if isinstance(row.get(f.name), str)}
    if Path(known["file"]).name != known["file"]:
        raise ValueError(known["file"])
    return Item(**known)


def _write_manifest(root: Path, items: Iterable[Item]) -> None:
    rows = [{name: value for name, value in asdict(item).items() if value} for item in items]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    _write_private(root / MANIFEST, text.encode("utf-8"))


def _write_private(path: Path, data: bytes) -> None:
    """Write a file that only the user may read, all at once."""
    half = path.with_name(f".{path.name}.part")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    half.replace(path)
