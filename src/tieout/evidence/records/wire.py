"""Records on the wire: the JSON shape of docs/records.md, and the same as a row of a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from tieout.errors import shown
from tieout.evidence.records.record import Record

_PLACE = ("id", "doc", "start", "end", "text")
_AROUND = ("prefix", "suffix")
_INNER = ("parts", "relations")
"""Fields of places inside a record: for programs, not for the eye."""
PLAIN = frozenset(
    {"id", "doc", "start", "end", "kind", "status", "number", "date", "key", "exposed", "harms", "actors", "means"}
    | {"parts", "role", "voice", "basis", "answers"}
)
"""Fields that hold no words of a document's sentences."""


def record(one: Record, *, quotes: bool = True) -> dict[str, Any]:
    """One record as its JSON object. Without `quotes` the document's words are left out (null), places stay."""
    out: dict[str, Any] = {"record": type(one).__name__.lower()}
    for name in _names(type(one)):
        value = getattr(one, name)
        out[name] = _plain(value) if quotes or not _is_said(name, value) else None
    return out


def json_lines(records: Iterable[Record]) -> Iterable[str]:
    """One JSON object a line."""
    for one in records:
        yield json.dumps(record(one), ensure_ascii=False)


def rows(records: Iterable[Record]) -> list[list[str]]:
    """A table's rows: place, quote and what the kind says, the column names first; nothing for no records."""
    out: list[list[str]] = []
    for one in records:
        names = [name for name in _names(type(one)) if name not in ("id", "doc", *_AROUND, *_INNER)]
        if not out:
            out.append(names)
        said: Mapping[str, Any] = record(one)
        out.append([_cell(said[name]) for name in names])
    return out


def _names(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind: its place, what it says, what stands around it."""
    own = [f.name for f in fields(kind) if f.name not in _PLACE + _AROUND]
    return (*_PLACE, *own, *_AROUND)


def _is_said(name: str, value: object) -> bool:
    return name not in PLAIN and not isinstance(value, bool | int | None)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _cell(value: object) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        return shown(", ".join(" ".join(str(item).split()) for item in value))
    return shown(" ".join(str(value).split()))
