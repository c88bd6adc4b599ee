"""Reads a workbook (XLSX): each sheet is a heading, its cells are tables, as they look in Excel.

A cell's text is its stored value in its own number format, so that 0.423 shown as a percentage is `42%`; formulas are
never computed. Hidden sheets, rows and columns are left out and counted, as are charts, pictures and comments.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tieout.errors import UnreadableError
from tieout.reading.cells import with_tables
from tieout.reading.document import Document
from tieout.reading.grid import GridCell, header_cells
from tieout.reading.limits import MAX_CELLS
from tieout.reading.package import Package
from tieout.reading.writer import Writer
from tieout.reading.xlsx_formats import Formats, formats_of

READER = "tieout-xlsx 1"

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DAMAGED = "open it in Excel or LibreOffice, which may repair it, and save it again as XLSX"
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_COLUMN = 16_384
_MOST_MERGES = 100_000


class _Cell(NamedTuple):
    """The text of one cell that shows anything."""

    row: int
    col: int
    text: str


@dataclass(slots=True)
class _Sheet:
    """The cells of one sheet by rows, and how many rows the merged ones span."""

    rows: dict[int, list[_Cell]] = field(default_factory=dict)
    heights: dict[tuple[int, int], int] = field(default_factory=dict)


def read_xlsx(path: Path) -> Document:
    """The tables of a workbook as a document; `UnreadableError` when it is none, is damaged or holds no cell."""
    data = path.read_bytes()
    package = Package(str(path), data, _DAMAGED)
    name = next((r.target for r in package.relations("").values() if r.kind == "officeDocument"), "xl/workbook.xml")
    book = package.xml(name)
    if book is None:
        raise UnreadableError(str(path), "the package holds no workbook", _DAMAGED)
    reader = _Reader(package, name, book)
    reader.read()
    if not any(block.kind != "heading" for block in reader.writer.blocks):
        raise UnreadableError(str(path), "no sheet that is shown holds a cell", "check that it is the right file")
    metadata = _metadata(package)
    return reader.writer.document(
        str(path), data, format="xlsx", reader=READER, title=metadata.get("title"), metadata=metadata
    )


class _Reader:
    """Reads the sheets of a workbook and writes them."""

    def __init__(self, package: Package, name: str, book: etree._Element) -> None:
        self.writer = Writer()
        self._package, self._book = package, book
        self._relations = package.relations(name)
        properties = book.find(f"{_S}workbookPr")
        later = properties is not None and properties.get("date1904") in ("1", "true")
        self._formats: Formats = formats_of(self._related("styles"), since_1904=later)
        self._shared = _shared_strings(self._related("sharedStrings"))
        self._lost: Counter[str] = Counter()
        self._tables = 0
        self._cells = 0

    def _related(self, kind: str) -> etree._Element | None:
        name = next((r.target for r in self._relations.values() if r.kind == kind and not r.external), None)
        return self._package.xml(name) if name else None

    def read(self) -> None:
        """Write all sheets that are shown."""
        for sheet in self._book.iter(f"{_S}sheet"):
            if sheet.get("state") in ("hidden", "veryHidden"):
                self._lost["hidden_sheet"] += 1
                continue
            relation = self._relations.get(sheet.get(f"{_R}id", ""))
            root = self._package.xml(relation.target) if relation is not None and not relation.external else None
            if root is None or root.tag != f"{_S}worksheet":
                self._lost["chart"] += 1
                continue
            self._write(sheet.get("name", ""), self._sheet(root))
            kinds = Counter(r.kind for r in self._package.relations(relation.target if relation else "").values())
            self._lost["comment"] += kinds["comments"]
            self._lost["drawing"] += kinds["drawing"]
        self.writer.blocks = with_tables(self.writer.blocks)
        self._record_losses()

    # -- cells -------------------------------------------------------------------------------------------------------

    def _sheet(self, root: etree._Element) -> _Sheet:
        hidden = _hidden_columns(root)
        sheet = _Sheet()
        at = 0
        for row in root.iter(f"{_S}row"):
            at = _number(row.get("r"), at + 1)
            if row.get("hidden") in ("1", "true"):
                self._lost["hidden_row"] += 1
                continue
            col = 0
            cells = []
            for cell in row.iterchildren(f"{_S}c"):
                place = _CELL.fullmatch(cell.get("r", ""))
                col = _column(place[1]) if place else col + 1
                text = self._text(cell)
                if not text:
                    continue
                self._cells += 1
                if any(first <= col <= last for first, last in hidden):
                    self._lost["hidden_column"] += 1
                elif self._cells > MAX_CELLS:
                    self._lost["cells"] += 1
                else:
                    cells.append(_Cell(at, col, text))
            if cells:
                sheet.rows[at] = cells
        for merged in list(root.iter(f"{_S}mergeCell"))[:_MOST_MERGES]:
            first, _, last = (merged.get("ref") or "").partition(":")
            upper, lower = _CELL.fullmatch(first), _CELL.fullmatch(last)
            if upper and lower:
                height = int(lower[2]) - int(upper[2]) + 1
                sheet.heights[int(upper[2]), _column(upper[1])] = max(1, height)
        return sheet

    def _text(self, cell: etree._Element) -> str:
        """What a cell shows. Errors (`#REF!`) are shown too; a formula without its value shows nothing."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            entry = cell.find(f"{_S}is")
            return _even(_words(entry)) if entry is not None else ""
        stored = cell.findtext(f"{_S}v") or ""
        if not stored:
            self._lost["formula"] += cell.find(f"{_S}f") is not None
            return ""
        if kind == "s":
            index = _number(stored, -1)
            return self._shared[index] if 0 <= index < len(self._shared) else ""
        if kind == "b":
            return "TRUE" if stored.strip() == "1" else "FALSE"
        if kind in ("str", "e", "d"):
            self._lost["error"] += kind == "e"
            return _even(stored)
        text, understood = self._formats.shown(stored, _number(cell.get("s"), 0))
        self._lost["format"] += not understood
        return text

    # -- text --------------------------------------------------------------------------------------------------------

    def _write(self, name: str, sheet: _Sheet) -> None:
        if not sheet.rows:
            return
        self.writer.gap()
        start = self.writer.write(_even(name) or "Sheet")
        self.writer.block("heading", [(start, self.writer.at)], level=1)
        for run in _runs(sheet):
            self._write_run(run, sheet)

    def _write_run(self, run: list[list[_Cell]], sheet: _Sheet) -> None:
        """Rows that follow each other: lines of one cell are text, around a table its caption or a remark on it."""
        wide = [index for index, row in enumerate(run) if len(row) > 1]
        if len(wide) < 2:
            for row in run:
                self._write_line(row)
            return
        for row in run[: wide[0]]:
            self._write_line(row, caption=row is run[wide[0] - 1])
        self._write_table(run[wide[0] : wide[-1] + 1], sheet)
        for row in run[wide[-1] + 1 :]:
            self._write_line(row)

    def _write_line(self, row: list[_Cell], *, caption: bool = False) -> None:
        self.writer.gap()
        start = self.writer.write("\t".join(cell.text for cell in row))
        self.writer.block("caption" if caption else "paragraph", [(start, self.writer.at)])

    def _write_table(self, rows: list[list[_Cell]], sheet: _Sheet) -> None:
        self.writer.gap()
        ordinal, self._tables = self._tables, self._tables + 1
        left = min(cell.col for row in rows for cell in row)
        places: list[tuple[GridCell, int, int]] = []
        for index, row in enumerate(rows):
            if index:
                self.writer.write("\n")
            for nth, cell in enumerate(row):
                if nth:
                    self.writer.write("\t")
                start = self.writer.write(cell.text)
                height = min(sheet.heights.get((cell.row, cell.col), 1), len(rows) - index)
                places.append((GridCell(index, cell.col - left, cell.text, height), start, self.writer.at))
        headers = header_cells([place for place, _, _ in places])
        for (place, start, end), header in zip(places, headers, strict=True):
            self.writer.block("cell", [(start, end)], table=ordinal, row=place.row, col=place.col, header=header)

    def _record_losses(self) -> None:
        messages = {
            "hidden_sheet": "hidden sheets were left out",
            "hidden_row": "hidden rows were left out",
            "hidden_column": "cells of hidden columns were left out",
            "formula": "formulas without a stored value were left out; open the file in Excel and save it again",
            "error": "cells show an error instead of a value",
            "format": "cells have a number format that is not understood; their stored value is read",
            "comment": "sheets have comments, which were not read",
            "drawing": "sheets have charts or pictures, which were not read",
            "chart": "sheets that hold no cells (charts) were not read",
            "cells": f"cells after the first {MAX_CELLS:,} were not read",
        }
        for kind, message in messages.items():
            if self._lost[kind]:
                self.writer.loss(kind, message, self._lost[kind])


def _runs(sheet: _Sheet) -> list[list[list[_Cell]]]:
    """The rows in runs without an empty row between them."""
    runs: list[list[list[_Cell]]] = []
    last = -1
    for at in sorted(sheet.rows):
        if at != last + 1 or not runs:
            runs.append([])
        runs[-1].append(sorted(sheet.rows[at], key=lambda cell: cell.col))
        last = at
    return runs


def _shared_strings(root: etree._Element | None) -> list[str]:
    return [_even(_words(entry)) for entry in root.iterchildren(f"{_S}si")] if root is not None else []


def _words(entry: etree._Element) -> str:
    """The text of a string, without the signs that tell how to say it (ruby)."""
    return "".join(t.text or "" for t in entry.iter(f"{_S}t") if t.getparent().tag != f"{_S}rPh")  # type: ignore[union-attr]


def _even(text: str) -> str:
    """A cell is one line: tabulators and line ends part cells and rows."""
    return " ".join(text.split())


def _hidden_columns(root: etree._Element) -> list[tuple[int, int]]:
    return [
        (_number(col.get("min"), 0), _number(col.get("max"), 0))
        for col in root.iter(f"{_S}col")
        if col.get("hidden") in ("1", "true")
    ]


def _column(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return min(value, _LAST_COLUMN)


def _number(stated: str | None, usual: int) -> int:
    return int(stated) if stated and stated.isascii() and stated.isdigit() and len(stated) < 9 else usual


def _metadata(package: Package) -> dict[str, str]:
    """Title and dates from the core properties; they describe the file, not the publication."""
    root = package.xml("docProps/core.xml")
    found = {}
    for entry in root if root is not None else ():
        key = etree.QName(entry).localname if isinstance(entry.tag, str) else ""
        if key in ("title", "language", "created", "modified", "creator", "subject") and (entry.text or "").strip():
            found[key] = (entry.text or "").strip()
    return found
