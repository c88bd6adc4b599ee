"""Each kind of thing in a workspace as a table: every row says which document, which page and which characters.

Numbers are exact: `value` is text that never lost a digit, `number` the same for calculating, where that is possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, get_args, get_type_hints

from tieout.checks.places import Places
from tieout.errors import shown
from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.evidence.records.wire import record as record_of
from tieout.evidence.wire import figure_record
from tieout.index.scale import plain
from tieout.report.exports.standing import Standings
from tieout.report.exports.works import cited
from tieout.sources.exports.wire import source_record
from tieout.workspace.entry import Entry
from tieout.workspace.part import FIELDS, Part
from tieout.workspace.workspace import Workspace

Rows = Callable[[Workspace, bool], Iterator[dict[str, Any]]]
Cell = str | int | float | None

_DIGITS = 15
"""What a spreadsheet keeps of a number."""
_FIGURE = (
    "text", "value", "number", "high", "bound", "unit", "kind", "direction", "measure", "concept", "counting",
    "denominator", "of", "place", "place_code", "period", "base_period", "authority", "in", "ocr",
)  # fmt: skip
_HEAD = ("cite", "source", "title", "published", "page")
_CHECKS = ("check", "ties_hold", "ties_break", "ties_open", "findings")
_PLACE = ("doc", "start", "end", "sha256")
_TIE = ("kind", "verdict", "reason", "stated", "computed", "figures", "words", "series")
_FINDING = ("rule", "name", "severity", "message", "text", "computed", "standing")
_SOURCE = ("key", "title", "author", "publisher", "kind", "date", "language", "country", "url")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that all have the same columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def texts(self) -> Iterator[list[str]]:
        """The table as text, the names of the columns first."""
        yield list(self.columns)
        yield from ([_text(cell) for cell in row] for row in self.rows)


def cite(kind: str, id: str) -> str:
    """What a draft cites a record by, in square brackets behind an `@`: `f:6ef1ed2c1f`."""
    return f"{kind[0]}:{id}"


def exact(value: Fraction | None) -> str | None:
    """A number with all its digits; a fraction that does not end stays one: `1/3`."""
    return None if value is None else plain(value)


def table(workspace: Workspace, kind: str, *, quotes: bool = True) -> Table:
    """All there is of a kind (see KINDS). Without `quotes` the words of the documents are left out, places stay."""
    columns, rows = _KINDS[kind]
    return Table(kind, columns, tuple(tuple(_cell(row[name]) for name in columns) for row in rows(workspace, quotes)))


def _figures(workspace: Workspace, quotes: bool) -> Iterator[dict[str, Any]]:
    for entry, part in workspace.parts():
        about = _About(entry, part, quotes)
        for figure in part.figures:
            sentence = part.document.text[figure.sentence_start : figure.sentence_end] if quotes else None
            numbers = {"value": exact(figure.value), "number": _number(figure.value), "high": exact(figure.high)}
            said = {**figure_record(figure, quotes=quotes), **numbers, "sentence": sentence}
            yield said | about.record("figure", figure)


def _records(kind: str) -> Rows:
    def rows(workspace: Workspace, quotes: bool) -> Iterator[dict[str, Any]]:
        for entry, part in workspace.parts():
            about = _About(entry, part, quotes)
            yield from (record_of(one, quotes=quotes) | about.record(kind, one) for one in part.records(kind))

    return rows


def _fields(plural: str) -> tuple[str, ...]:
    """The fields that the records of a kind have of their own."""
    ((record, _),) = (get_args(hint) for name, hint in get_type_hints(Part).items() if name == plural)
    shared = {field.name for field in fields(Record)}
    return tuple(field.name for field in fields(record) if field.name not in shared)


def _ties(workspace: Workspace, quotes: bool) -> Iterator[dict[str, Any]]:
    for entry, part in workspace.parts():
        about = _About(entry, part, quotes)
        for tie in part.ties:
            claim = tie.members[0]
            yield {
                "id": tie.id,
                "kind": tie.kind,
                "verdict": tie.verdict,
                "reason": tie.reason,
                "stated": tie.stated if quotes else None,
                "computed": tie.computed,
                "figures": [cite("figure", m.figure.id) for m in tie.members if m.figure],
                "words": [m.text for m in tie.members] if quotes else None,
                "series": f"{tie.source.series}@{tie.source.vintage}" if tie.source else None,
                **about.place(claim.start, claim.end),
            }


def _findings(workspace: Workspace, quotes: bool) -> Iterator[dict[str, Any]]:
    for entry, part in workspace.parts():
        about = _About(entry, part, quotes)
        for finding in part.findings:
            yield {
                "id": finding.id,
                "rule": finding.rule,
                "name": finding.name,
                "severity": finding.severity,
                "message": finding.wording(quotes=quotes),
                "text": finding.text if quotes else None,
                "computed": finding.computed,
                "standing": [stamp.standing for stamp in finding.stamps],
                **about.place(finding.start, finding.end),
            }


def _sources(workspace: Workspace, _: bool) -> Iterator[dict[str, Any]]:
    for entry, part in workspace.parts():
        yield {
            **{name: getattr(entry, name) for name in (*_SOURCE, "format", "doc", "same_text", "sha256")},
            "figures": len(part.figures),
            **{plural: len(part.records(kind)) for kind, plural in FIELDS.items()},
            "findings": sum(finding.loud for finding in part.findings),
            "losses": [loss.message for loss in (*part.document.losses, *part.losses)],
            "paths": [path for path in entry.paths if path != entry.doc],
        }


def _cited(workspace: Workspace, _: bool) -> Iterator[dict[str, Any]]:
    yield from (source_record(source) | {"cited_by": by} for source, by in cited(workspace))


_KINDS: dict[str, tuple[tuple[str, ...], Rows]] = {
    "figures": ((*_HEAD, *_FIGURE, *_CHECKS, "sentence", *_PLACE), _figures),
    **{
        plural: ((*_HEAD, "text", *_fields(plural), *_CHECKS, *_PLACE), _records(kind))
        for kind, plural in FIELDS.items()
    },
    "ties": (("id", *_HEAD[1:], *_TIE, *_PLACE), _ties),
    "findings": (("id", *_HEAD[1:], *_FINDING, *_PLACE), _findings),
    "sources": (
        (*_SOURCE, "format", "figures", *FIELDS.values(), "findings", "losses", "doc", "paths", "same_text", "sha256"),
        _sources,
    ),
    "cited": ((*_SOURCE, "item", "times_cited", "cited_by"), _cited),
}
KINDS = tuple(_KINDS)
"""What can be exported: `sources` are the documents of the workspace, `cited` the works that these cite."""


class _About:
    """The columns that say where in which document a record stands, and how it stands in the checks."""

    def __init__(self, entry: Entry, part: Part, quotes: bool) -> None:
        self.entry, self.title = entry, entry.title if quotes else None
        self.places, self.standings = Places(part.document), Standings(part)

    def record(self, kind: str, one: Figure | Record) -> dict[str, Any]:
        standing = self.standings.of(one.start, one.end)
        checks: dict[str, Any] = {
            "check": standing.status,
            "ties_hold": standing.count("holds"),
            "ties_break": standing.count("breaks"),
            "ties_open": standing.count("open"),
            "findings": [finding.rule for finding in standing.findings],
        }
        return {"cite": cite(kind, one.id), **checks, **self.place(one.start, one.end)}

    def place(self, start: int, end: int) -> dict[str, Any]:
        entry, page = self.entry, self.places.page(start)
        head = {"source": entry.key, "title": self.title, "published": entry.date, "page": page}
        return {**head, "doc": entry.doc, "start": start, "end": end, "sha256": entry.sha256}


def _number(value: Fraction | None) -> int | float | None:
    """A number that a spreadsheet keeps as it is; None for one that it would round."""
    written = exact(value)
    if value is None or written is None or "/" in written or len(written.strip("-0.").replace(".", "")) > _DIGITS:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _cell(value: Any) -> Cell:
    """A value as one cell: white space folded, what acts made visible, lists joined, places counted."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return shown(" ".join(value.split()))
    if value and isinstance(value[0], int):
        return "–".join(map(str, value))
    if value and isinstance(value[0], list):
        return len(value)
    return shown("; ".join(" ".join(_named(one).split()) for one in value)) or None


def _named(one: str | Mapping[str, Any]) -> str:
    """An item of a list: itself, or what it is and which (`ally: Los Pulpos`)."""
    return one if isinstance(one, str) else ": ".join(held for held in one.values() if isinstance(held, str))


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
