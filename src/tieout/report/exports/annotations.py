"""Records as W3C Web Annotations (JSON-LD): the words of a document as the target, what they were read as for a body.

A target has the words with what stands around them (TextQuoteSelector), by which any tool finds them again, and their
characters (TextPositionSelector) in the text that `tieout read` prints.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.report.addresses import followable
from tieout.report.exports.table import Cell, table
from tieout.workspace.entry import Entry
from tieout.workspace.part import FIELDS
from tieout.workspace.workspace import Workspace

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"tieout": "urn:tieout:"})
KINDS = ("figures", *FIELDS.values())
"""What stands at words of its own. Findings and ties are about several places, and are tables."""

_PLACED = frozenset({"cite", "title", "published", "source", "text", "sentence", "number", "start", "end"})
"""Columns that the body leaves out: the target says them."""


def annotated(workspace: Workspace, kind: str, *, quotes: bool = True) -> str:
    """The records of a kind as one collection of annotations. Without `quotes` only positions say where they are."""
    rows = table(workspace, kind, quotes=quotes)
    said = (dict(zip(rows.columns, row, strict=True)) for row in rows.rows)
    pairs = zip(_all(workspace, kind), said, strict=True)
    items = [_annotation(entry, one, row, quotes) for (entry, one), row in pairs]
    collection = {
        "@context": CONTEXT,
        "id": f"urn:tieout:{kind}",
        "type": "AnnotationCollection",
        "label": kind,
        "total": len(items),
        "first": {"id": f"urn:tieout:{kind}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def source_id(entry: Entry) -> str:
    """The address of a document: its own on the web, or one made of its hash."""
    return followable(entry.url) or f"urn:tieout:document:{entry.sha256}"


def _all(workspace: Workspace, kind: str) -> Iterator[tuple[Entry, Figure | Record]]:
    """The records in the order of their table."""
    for entry, part in workspace.parts():
        held: tuple[Figure | Record, ...] = getattr(part, kind)
        yield from ((entry, one) for one in held)


def _annotation(entry: Entry, one: Figure | Record, row: Mapping[str, Cell], quotes: bool) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": one.start, "end": one.end}
    quote = {"type": "TextQuoteSelector", "exact": one.text, "prefix": one.prefix, "suffix": one.suffix}
    kind = type(one).__name__.lower()
    facts = {name: value for name, value in row.items() if name not in _PLACED and value not in (None, "")}
    said = "; ".join(f"{name}: {value}" for name, value in facts.items())
    return {
        "id": f"urn:tieout:{row['cite']}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": kind},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": f"{kind}: {said}"},
            {"type": "Dataset", **{f"tieout:{name}": value for name, value in facts.items()}},
        ],
        "target": {"source": source_id(entry), "selector": [quote, position] if quotes else [position]},
    }
