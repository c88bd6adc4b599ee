"""The page of figures: every figure of all documents in one table that can be filtered, sorted and taken away.

The first rows are in the page; all rows stand in it once more as data, from which its script shows pages of the table.
Without scripts there are the first rows and the downloads.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tieout.evidence.figure import Figure
from tieout.language.edtf import bounds, is_date
from tieout.report.exports.table import exact
from tieout.report.html import asset
from tieout.report.site.address import document_page, record_anchor
from tieout.report.site.dossier import Dossier
from tieout.report.site.quoted import label_of
from tieout.report.site.shell import PACKAGE, render
from tieout.report.words import words

PAGE = 100
"""Rows shown at a time."""
DOWNLOADS = ("csv", "xlsx", "parquet")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as the table shows it."""

    figure: Figure
    source: int
    """Number of its document among the entries."""
    region: str
    status: str
    place: str
    """Where in the document."""
    first: str
    last: str
    """Years of its period; empty when it states none."""

    def data(self) -> list[object]:
        """The row as the script reads it."""
        f = self.figure
        number = None if f.value is None else float(f.value)
        return [
            _short(f.text), exact(f.value) or "", number, exact(f.high) or "", f.bound, f.unit, f.kind, f.measure or "",
            f.counting or "", f.place or "", f.place_code or "", self.region, f.period or "", self.first, self.last,
            f.authority or "", self.source, self.place, self.status, record_anchor(f.id),
        ]  # fmt: skip


COLUMNS = (
    "text", "value", "number", "high", "bound", "unit", "kind", "measure", "counting", "place", "place_code", "region",
    "period", "first", "last", "authority", "source", "page", "check", "anchor",
)  # fmt: skip
"""Names of the fields of `Row.data`, in order."""


def figures_html(dossier: Dossier, downloads: Sequence[str] = DOWNLOADS) -> str:
    """The page; `downloads` are the formats that stand beside it."""
    said, own = words(dossier.lang), words(dossier.lang, PACKAGE)
    rows = rows_of(dossier)
    entries = dossier.workspace.entries
    data = {
        "columns": COLUMNS,
        "sources": [[label_of(entry), document_page(entry), entry.doc, entry.key] for entry in entries],
        "kinds": {kind: said.name("kind", kind) for kind in {row.figure.kind for row in rows}},
        "checks": {status: own("check", status) for status in {row.status for row in rows}},
        "page": PAGE,
        "rows": [row.data() for row in rows],
    }
    return render(
        dossier.frame,
        "figures.html",
        own("nav", "figures"),
        "figures.html",
        {
            "data": island(data),
            "rows": rows[:PAGE],
            "total": len(rows),
            "labels": [label_of(entry) for entry in entries],
            "addresses": [document_page(entry) for entry in entries],
            "anchor": record_anchor,
            "short": _short,
            "units": _counted(row.figure.unit for row in rows),
            "kinds": [(k, said.name("kind", k), n) for k, n in _counted(row.figure.kind for row in rows)],
            "checks": [(k, own("check", k), n) for k, n in _counted(row.status for row in rows)],
            "regions": sorted(
                ((c, dossier.geography.name(c), n) for c, n in _counted(row.region for row in rows) if c),
                key=lambda r: r[1].casefold(),
            ),
            "sources": [(n, label_of(entry), count) for n, entry in enumerate(entries) if (count := _of(rows, n))],
            "downloads": downloads,
        },
        style=asset(PACKAGE, "figures.css"),
        script=asset(PACKAGE, "figures.js"),
    )


def rows_of(dossier: Dossier) -> list[Row]:
    """Every figure as a row, by document, in text order."""
    out = []
    for number, (entry, part) in enumerate(dossier.workspace.parts()):
        placing, standings = dossier.quotes.placing(entry.doc), dossier.standings[entry.doc]
        for figure in part.figures:
            first, last = _years(figure.period)
            region = dossier.geography.region(figure.place_code)
            status = standings.of(figure.start, figure.end).status
            out.append(Row(figure, number, region, status, placing.name(figure.start), first, last))
    return out


def island(data: object) -> Markup:
    """Values as JSON for a script element of a page: nothing in it can end the element or begin another."""
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        said = said.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(said)  # noqa: S704 -- no markup is left in it


def _years(period: str | None) -> tuple[str, str]:
    if not period or not is_date(period):
        return "", ""
    first, last = bounds(period)
    return str(first.year if first else ""), str(last.year if last else "")


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))


def _of(rows: Sequence[Row], source: int) -> int:
    return sum(row.source == source for row in rows)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
