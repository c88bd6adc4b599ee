"""Building a workspace from a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tieout.errors import UnreadableError
from tieout.reading.folder import documents_in
from tieout.reading.limited import each_limited
from tieout.reading.read import read
from tieout.workspace.entry import Entry
from tieout.workspace.manifest import NAME, Manifest, Unread, manifest_text
from tieout.workspace.part import derived, part_bytes
from tieout.workspace.scope import Scope
from tieout.workspace.workspace import PARTS


@dataclass(frozen=True, slots=True)
class Made:
    """What one file gave."""

    entry: Entry
    data: bytes


def build(folder: Path, out: Path, scope: Scope | None = None) -> Manifest:
    """Read every document of a folder into a workspace."""
    found = documents_in(folder)
    outcomes = each_limited(partial(_made, root=folder), found.files)
    (out / PARTS).mkdir(parents=True, exist_ok=True)
    made = [o for o in outcomes if isinstance(o, Made)]
    for one in made:
        (out / PARTS / f"{one.entry.part}.json.gz").write_bytes(one.data)
    unread = [Unread(f.path, str(f)) for f in (*outcomes, *found.left_out) if isinstance(f, UnreadableError)]
    manifest = Manifest(scope or Scope(), _keyed([o.entry for o in made]), (str(folder),), tuple(unread))
    (out / NAME).write_text(manifest_text(manifest), encoding="utf-8")
    return manifest


def _made(path: Path, root: Path) -> Made:
    document = read(path)
    name = path.relative_to(root).as_posix()
    part = derived(replace(document, path=name))
    known = part.document
    entry = Entry(
        name, "", known.sha256, (name,), known.title, known.date, part.language, known.country,
        format=known.format, part=known.sha256[:16],
    )  # fmt: skip
    return Made(entry, part_bytes(part))


def _keyed(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(replace(e, key=Path(e.doc).stem[:24].lower()) for e in entries)
