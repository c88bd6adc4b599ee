"""The schema of the tables: their names, and of each its columns in order. docs/tables.md says what they mean.

Tables of records (laws, groups, …) follow from the fields of the records; a field that is not simple has columns, or a
table, of its own below. It makes no rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Literal, get_args, get_type_hints

from tieout.evidence.records.record import Record
from tieout.sources.citation import Citation
from tieout.sources.source import Source
from tieout.workspace.part import FIELDS, Part

Type = Literal["text", "int", "number", "flag", "texts"]
Columns = Mapping[str, Type]

_TYPES: Mapping[object, Type] = {str: "text", int: "int", bool: "flag", tuple[str, ...]: "texts"}
_AROUND = frozenset({"doc", "start", "end", "text", "prefix", "suffix"})

PLACE: Columns = {"doc": "text", "doc_key": "text", "start": "int", "end": "int", "text": "text", "page": "text"}
"""Where a row stands: the first columns of every table of what stands in a document."""


def simple(kind: type) -> Columns:
    """The fields of a dataclass that are texts, numbers, flags or lists of texts, but where it stands."""
    hints = get_type_hints(kind)
    types = {f.name: _TYPES.get(_bare(hints[f.name])) for f in fields(kind) if f.name not in _AROUND}
    return {name: held for name, held in types.items() if held is not None}


def _bare(hint: object) -> object:
    """A type without `| None`; words of a fixed list are texts."""
    inside = [arg for arg in getattr(hint, "__args__", ()) if arg is not type(None)]
    if type(None) in getattr(hint, "__args__", ()) and len(inside) == 1:
        hint = inside[0]
    return str if getattr(hint, "__origin__", None) is Literal else hint


_PART = get_type_hints(Part)
RECORDS: Mapping[str, type[Record]] = {name: get_args(_PART[name])[0] for name in FIELDS.values()}
"""The tables whose rows are records, one each; named as the field of a Part that holds them."""

FIGURE: Columns = {
    "id": "text", "value": "text", "value_number": "number", "high": "text", "high_number": "number",
    "value_text": "text", "decimals": "int", "bound": "text", "side": "text", "unit": "text", "kind": "text",
    "direction": "text", "measure": "text", "concept": "text", "counting": "text", "denominator": "text", "of": "int",
    "place": "text", "place_code": "text", "period": "text", "period_start": "text", "period_end": "text",
    "base_period": "text", "authority": "text", "attributed_to": "texts", "stands_in": "text", "table_number": "int",
    "table_row": "int", "table_column": "int", "sentence_start": "int", "sentence_end": "int", "sentence": "text",
    "ocr": "flag",
}  # fmt: skip

_NOTE: Columns = {
    "id": "text", "number": "text", "lost": "flag", "mark_start": "int", "mark_end": "int", "supports_start": "int",
    "supports_end": "int", "supports": "text",
}  # fmt: skip

OF_DOCUMENTS: Mapping[str, Columns] = {
    "passages": {
        **PLACE, "passage": "int", "kind": "text", "level": "int", "section": "text", "headings": "texts",
        "table_number": "int", "table_row": "int", "table_column": "int",
    },
    "figures": {**PLACE, **FIGURE},
    **{name: {**PLACE, **simple(kind)} for name, kind in RECORDS.items()},
    "relations": {**PLACE, "group_id": "text", "name": "text", "kind": "text", "other": "text"},
    "mentions": {**PLACE, "group_id": "text", "name": "text"},
    "notes": {**PLACE, **_NOTE},
    "citations": {**PLACE, "note_id": "text", **simple(Citation)},
    "sources": {"doc": "text", "doc_key": "text", **simple(Source)},
    "ties": {**PLACE, "id": "text", "kind": "text", "verdict": "text", "stated": "text", "computed": "text",
             "reason": "text"},
    "tie_members": {**PLACE, "tie_id": "text", "member": "int", "figure_id": "text"},
    "findings": {**PLACE, "id": "text", "rule": "text", "name": "text", "severity": "text", "message": "text",
                 "computed": "text"},
    "evidence": {**PLACE, "finding_id": "text", "proof": "int"},
    "losses": {**PLACE, "kind": "text", "message": "text", "count": "int"},
    "not_checked": {"doc": "text", "doc_key": "text", "rule": "text", "name": "text", "reason": "text"},
}  # fmt: skip
"""The tables of what stands in documents."""

OF_WORKSPACE: Mapping[str, Columns] = {
    "documents": {
        "doc": "text", "doc_key": "text", "title": "text", "date": "text", "publisher": "text",
        "publisher_key": "text", "kind": "text", "author": "text", "language": "text", "country": "text", "url": "text",
        "format": "text", "sha256": "text", "paths": "texts", "same_text": "texts",
    },
    "not_read": {"path": "text", "why": "text"},
}  # fmt: skip
"""The tables of what the workspace knows of documents as wholes."""

TABLES: Mapping[str, Columns] = {**OF_WORKSPACE, **OF_DOCUMENTS}
"""Every table, by name."""
