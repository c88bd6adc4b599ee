"""From a table to a Book of scores: tidy (a row a score) or wide (a row a country), all of it or nothing.

Every mistake is named with its row and column. Aggregates in the table are kept to be compared; they are never scores.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path

from tieout.index.columns import Columns, columns_of, node_names
from tieout.index.countries import iso3, name_of
from tieout.index.framework import Framework
from tieout.index.mistake import Mistake, MistakesError
from tieout.index.names import key_of
from tieout.index.scale import number, plain
from tieout.index.scores import Book, Country, Published, Score
from tieout.index.table import Table, read_tables

_MISSING = frozenset(("", "-", "–", "—", "n/a", "na", "..", "…", "nan", "none", "null"))
_LINKS = re.compile(r"[\s;,|]+")
_FINE = 9
"""Decimals beyond which a published number is a computer's noise."""


def read_scores(
    path: str | Path, framework: Framework, *, sheet: str | None = None, ignore: Collection[str] = ()
) -> Book:
    """The scores of one edition in a file. `sheet` names one of a workbook; columns in `ignore` are not read.

    UnreadableError when the file cannot be read, MistakesError with everything that is wrong in it.
    """
    table, columns = _chosen(str(path), read_tables(path), framework, sheet)
    return _Reader(table, columns, framework, {key_of(name) for name in ignore}).book()


def _chosen(path: str, tables: Sequence[Table], framework: Framework, sheet: str | None) -> tuple[Table, Columns]:
    names = ", ".join(repr(t.sheet) for t in tables)
    if sheet is not None:
        tables = [t for t in tables if t.sheet == sheet]
        if not tables:
            raise MistakesError(
                [Mistake(path, "", f"there is no sheet {sheet!r}", f"the sheets are {names or 'none'}")]
            )
    fitting = [(t, columns) for t in tables if (columns := columns_of(t, framework))]
    if len(fitting) > 1:
        fitting = [(t, c) for t, c in fitting if framework.edition in (t.sheet or "")] or fitting
    if not fitting:
        remedy = "name the columns `iso3` or `country`, and the indicators by their ids or labels"
        raise MistakesError([Mistake(path, "", "no header with a country and indicators of the framework", remedy)])
    if len(fitting) > 1:
        several = ", ".join(repr(t.sheet) for t, _ in fitting)
        raise MistakesError([Mistake(path, "", f"several sheets hold scores: {several}", "choose one with --sheet")])
    return fitting[0]


class _Reader:
    """Reads one table and gathers what is wrong with it."""

    def __init__(self, table: Table, columns: Columns, framework: Framework, ignore: set[str]) -> None:
        self.table, self.columns, self.framework, self.ignore = table, columns, framework, ignore
        self.mistakes: list[Mistake] = []
        self.notes: list[str] = []
        self.countries: dict[str, Country] = {}
        self.scores: dict[tuple[str, str], Score] = {}
        self.published: dict[tuple[str, str], tuple[Fraction, int]] = {}
        self.seen: dict[tuple[str, str], int] = {}
        self.names = node_names(framework)
        self.scored = {i.id for i in framework.indicators}

    def book(self) -> Book:
        rows = list(self._rows())
        self._check_header(rows)
        for row, cells in rows:
            self._read_row(row, cells)
        if not self.scores and not self.mistakes:
            self._wrong("", f"no scores of the edition {self.framework.edition}", "choose the framework of the table")
        if self.mistakes:
            raise MistakesError(self.mistakes)
        self._note_missing()
        return Book(
            self.framework,
            dict(sorted(self.countries.items())),
            self.scores,
            self._published(),
            tuple(self.notes),
        )

    def _wrong(self, where: str, what: str, remedy: str) -> None:
        self.mistakes.append(Mistake(self.table.name, where, what, remedy))

    def _rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows under the header that hold anything, of this edition, with their numbers in the file."""
        edition = self.columns.fields.get("edition")
        for at, cells in enumerate(self.table.rows[self.columns.row + 1 :], self.columns.row + 1):
            if any(cells) and (edition is None or _at(cells, edition) in ("", self.framework.edition)):
                yield at + self.table.first, cells

    def _check_header(self, rows: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        where = f"row {self.columns.row + self.table.first}"
        for header in self.columns.twice:
            if key_of(header) not in self.ignore:
                self._wrong(where, f"the column {header!r} stands twice", "keep one, or leave it out with --ignore")
        for header, col in self.columns.others.items():
            if key_of(header) in self.ignore:
                continue
            if not self.columns.tidy and self._looks_scored([_at(cells, col) for _, cells in rows]):
                self._wrong(where, f"{header!r} is no indicator of {self.framework.id}", self._hint(header))
            else:
                self.notes.append(f"column {header!r} is not read")

    def _looks_scored(self, values: Sequence[str]) -> bool:
        """A column of numbers on the scale and its steps: most likely scores under another name."""
        found = [number(v) for v in values if v.lower() not in _MISSING]
        return bool(found) and all(v is not None and self.framework.scale.steps(v) is not None for v in found)

    def _hint(self, name: str) -> str:
        near = get_close_matches(key_of(name), self.names, 1, 0.75)
        meant = f"name it {self.names[near[0]]}; or " if near else ""
        return f"{meant}add the name to `headers` in the framework, or leave it out with --ignore {name!r}"

    def _read_row(self, row: int, cells: tuple[str, ...]) -> None:
        country = self._country(row, cells)
        if country is None:
            return
        if self.columns.tidy:
            said = _at(cells, self.columns.fields["indicator"])
            node = self.names.get(key_of(said))
            if node is None:
                self._wrong(f"row {row}", f"{said!r} is no indicator of {self.framework.id}", self._hint(said))
                return
            self._read_cell(row, "score", country.iso3, node, _at(cells, self.columns.fields["score"]), cells)
            return
        if (country.iso3, "") in self.seen:
            first = self.seen[country.iso3, ""]
            self._wrong(f"row {row}", f"{country.name} stands twice, first in row {first}", "keep one of the rows")
            return
        self.seen[country.iso3, ""] = row
        for node, col in self.columns.nodes.items():
            self._read_cell(row, self._header(col), country.iso3, node, _at(cells, col), cells)

    def _header(self, col: int) -> str:
        return self.table.rows[self.columns.row][col]

    def _field(self, cells: tuple[str, ...], name: str) -> str:
        col = self.columns.fields.get(name)
        return "" if col is None else _at(cells, col)

    def _country(self, row: int, cells: tuple[str, ...]) -> Country | None:
        code, name = self._field(cells, "iso3"), self._field(cells, "country")
        by_code, by_name = (iso3(code) if code else None), (iso3(name) if name else None)
        if (code and by_code is None) or (not code and by_name is None):
            said = code or name
            what = f"there is no country {said!r}" if said else "a row without a country"
            self._wrong(
                f"row {row}", what, "write its ISO 3166-1 code, such as PER, in a column iso3, or remove the row"
            )
            return None
        if by_code and by_name and by_code != by_name:
            remedy = "mend the code or the name"
            self._wrong(f"row {row}", f"the code {code} is {name_of(by_code)}, the name {name!r} is {by_name}", remedy)
            return None
        known = by_code or by_name or ""
        made = Country(
            known, _tidied(name) or name_of(known), self._field(cells, "continent"), self._field(cells, "region")
        )
        return self.countries.setdefault(known, made)

    def _read_cell(self, row: int, header: str, iso: str, node: str, said: str, cells: tuple[str, ...]) -> None:
        where = f"row {row}, column {header!r}"
        if said.lower() in _MISSING:
            return
        value = number(said)
        if value is None:
            self._wrong(where, f"{said!r} is no number", "write a score such as 6.5, or leave the cell empty")
        elif node not in self.scored:
            decimals = len(re.split(r"[.,]", said)[1]) if re.search(r"[.,]", said) else 0
            self.published[iso, node] = (value, decimals)
        elif (steps := self.framework.scale.steps(value)) is None:
            self._wrong(where, self._off(value), f"scores go from {self.framework.scale}")
        elif (first := self.seen.get((iso, node))) is not None:
            remedy = "keep one; several experts' scores are not combined here"
            self._wrong(where, f"{iso} {node} is scored twice, first in row {first}", remedy)
        else:
            self.seen[iso, node] = row
            links = tuple(link for link in _LINKS.split(self._field(cells, "links")) if link)
            author, time, why = (self._field(cells, name) for name in ("author", "time", "justification"))
            tidy = self.columns.tidy
            self.scores[iso, node] = Score(iso, node, steps, author, time, why if tidy else "", links if tidy else ())

    def _off(self, value: Fraction) -> str:
        off = "is between two steps" if self.framework.scale.holds(value) else "is off the scale"
        return f"{plain(value)} {off}"

    def _published(self) -> dict[tuple[str, str], Published]:
        """What a column prints with: the most decimals in it, no more than the framework shows (7.4 is 7.40 there)."""
        most: dict[str, int] = {}
        for (_, node), (_, decimals) in self.published.items():
            most[node] = max(most.get(node, 0), decimals)
        shown = {node: min(decimals, self.framework.decimals) for node, decimals in most.items()}
        return {key: Published(round(v, _FINE), shown[key[1]]) for key, (v, _) in self.published.items()}

    def _note_missing(self) -> None:
        """One line an indicator that some countries have no score of, most missing first."""
        lacking = {i.id: sum((c, i.id) not in self.scores for c in self.countries) for i in self.framework.indicators}
        for id, count in sorted(lacking.items(), key=lambda item: -item[1]):
            if count:
                self.notes.append(f"{id}: no score for {count} of {len(self.countries)} countries; they stay missing")
        fixed = self.framework.countries
        if fixed and len(self.countries) != fixed:
            self.notes.append(f"{len(self.countries)} of {fixed} countries: a rank needs all of them, none is given")


def _at(cells: Sequence[str], col: int) -> str:
    return cells[col].strip() if col < len(cells) else ""


def _tidied(name: str) -> str:
    """A name with full stops where a workbook has commas for them: `Congo, Dem, Rep,` is `Congo, Dem. Rep.`"""
    if not name.endswith(","):
        return name
    first, _, rest = name.partition(", ")
    return f"{first}, {rest.replace(',', '.')}"
