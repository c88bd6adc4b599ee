"""The kinds of records for which the shared folder has no scorer, against labels of our own.

Precision counts only where everything was labelled; a label that reading leaves open (`optional`) neither helps nor
hurts. A record meets a label when their stretches of text meet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tieout.bench.quality import OWN, documents
from tieout.evidence.figures import setting_of
from tieout.evidence.passage import Setting
from tieout.evidence.records.line import lines_of
from tieout.evidence.records.read import records_of
from tieout.evidence.records.record import Record
from tieout.evidence.records.voice import voice_of
from tieout.reading.read import read

Row = Mapping[str, Any]
OWN_LANGUAGES = ("en", "es")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "exposure": ("exposed", "harms", "actors"),
    "protection": ("means", "status"),
    "argument": ("role",),
    "act": ("kind",),
}
"""The kinds, and the fields that their labels give (`act` for the kind of an act)."""
_SHARED_BY = 2
"""Characters by which a labelled stretch may be passed: a closing mark."""


@dataclass(slots=True)
class Measured:
    """Counts of one kind. `fields`: for each field right, given and labelled; a single value is a list of one."""

    found: int = 0
    extra: int = 0
    missed: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.extra)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    def right(self, name: str) -> float:
        """F1 over the items of a field."""
        right, given, labelled = self.fields[name]
        return 2 * right / max(1, given + labelled)


def measured(shared: Path, kind: str) -> Measured:
    """One kind against the labels of both languages."""
    labels, zones = _labels(kind), [z for z in _rows(OWN / "records_zones.jsonl") if z["kind"] == kind]
    ids = sorted({row["doc"] for row in (*labels, *zones)})
    out = Measured(fields={name: [0, 0, 0] for name in FIELDS[kind]})
    for id, path in zip(ids, documents(shared, ids), strict=True):
        mine = [row for row in labels if row["doc"] == id]
        inside = [zone for zone in zones if zone["doc"] == id]
        _count(out, kind, records_of(setting(path), kind), mine, inside)
    return out


def voices(shared: Path) -> tuple[int, int]:
    """How many sentences have the voice of their label, of how many."""
    labels = _labels("voice")
    ids = sorted({row["doc"] for row in labels})
    right = 0
    for id, path in zip(ids, documents(shared, ids), strict=True):
        read_once = setting(path)
        said = {line.span(0, len(line.text))[0]: line.text for line in lines_of(read_once)}
        mine = (row for row in labels if row["doc"] == id)
        right += sum(voice_of(said[row["start"]], read_once.language)[0] == row["voice"] for row in mine)
    return right, len(labels)


def own_records(shared: Path) -> Iterator[str]:
    """Lines of the report."""
    yield "Own labels, both languages, kinds without a shared scorer"
    for kind in FIELDS:
        got = measured(shared, kind)
        rest = ", ".join(f"{name} {got.right(name):.3f}" for name in FIELDS[kind])
        counted = f"{got.found + got.missed:>4} labels, {got.found + got.extra:>4} found"
        yield f"  {kind:<16}{counted}: precision {got.precision:.3f}, recall {got.recall:.3f}, {rest}"
    right, total = voices(shared)
    yield f"  {'voice':<16}{total:>4} labels: {right / total:.3f} right"


def _count(out: Measured, kind: str, found: Sequence[Record], labels: Sequence[Row], zones: Sequence[Row]) -> None:
    used: set[int] = set()
    needed = {at for at, row in enumerate(labels) if not row.get("optional")}
    for one in found:
        met = [at for at, row in enumerate(labels) if row["start"] < one.end and one.start < row["end"]]
        at = next((at for at in met if at in needed), None)
        if at is not None and at not in used:
            used.add(at)
            out.found += 1
            _compare(out, kind, one, labels[at])
        elif not met and any(z["start"] <= one.start and one.end <= z["end"] + _SHARED_BY for z in zones):
            out.extra += 1
    out.missed += len(needed - used)


def _compare(out: Measured, kind: str, one: Record, label: Row) -> None:
    for name in FIELDS[kind]:
        given, stated = getattr(one, name), label["act" if (kind, name) == ("act", "kind") else name]
        mine, theirs = ({*held} if isinstance(held, tuple | list) else {held} for held in (given, stated))
        counts = out.fields[name]
        counts[0] += len(mine & theirs)
        counts[1] += len(mine)
        counts[2] += len(theirs)


_SETTINGS: dict[Path, Setting] = {}


def setting(path: Path) -> Setting:
    """A document's setting, made once for all kinds."""
    if path not in _SETTINGS:
        _SETTINGS[path] = setting_of(read(path))
    return _SETTINGS[path]


def _labels(kind: str) -> list[Row]:
    every = (row for language in OWN_LANGUAGES for row in _rows(OWN / f"records_{language}.jsonl"))
    return [row for row in every if row["kind"] == kind]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
