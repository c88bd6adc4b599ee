"""The documents of a workspace as texts that a draft is held against, already read."""

from __future__ import annotations

from pathlib import Path

from tieout.sources.holdings import Held, Holdings
from tieout.sources.library import Item
from tieout.workspace.entry import Entry
from tieout.workspace.manifest import NAME
from tieout.workspace.part import FIELDS, Part
from tieout.workspace.workspace import Workspace, open_workspace


def holdings_at(folder: Path) -> Holdings | None:
    """The texts of the workspace in a folder; None for a folder that is no workspace."""
    return holdings_of(open_workspace(folder)) if (folder / NAME).is_file() else None


def holdings_of(workspace: Workspace) -> Holdings:
    """Every document as a text, and which text each record stands in."""
    texts, ids = [], []
    for number, (entry, part) in enumerate(workspace.parts()):
        reading = workspace.reading(entry.doc)
        texts.append(Held(_item(entry), part.document, part.language, reading.passages))
        ids += [(id, number) for id in _ids(part)]
    return Holdings(texts, records=sorted(ids))


def _item(entry: Entry) -> Item:
    return Item(
        Path(entry.doc).name, entry.sha256, entry.title, entry.publisher, entry.date, entry.url, entry.language,
        entry.country, key=entry.key,
    )  # fmt: skip


def _ids(part: Part) -> list[str]:
    records = [record.id for kind in FIELDS for record in part.records(kind)]
    return [*(figure.id for figure in part.figures), *records]
