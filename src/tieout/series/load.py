"""From a table as published to rows of one shape: place, first day, measure, value.

DuckDB does the work, so that fifty million rows pass through without standing in memory. A row that cannot be used is
set aside with its number and the reason; nothing is dropped without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tieout.errors import UnreadableError, UsageError
from tieout.language.countries import alpha3_codes
from tieout.language.places import codes_of
from tieout.series.spec import WORLD, Spec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Why = Literal[
    "no_date", "outside_coverage", "no_place", "unknown_place", "unknown_measure", "no_number", "negative", "repeated",
    "conflicting",
]  # fmt: skip
WHY: Mapping[Why, str] = {
    "no_date": "the date cannot be read",
    "outside_coverage": "the date lies outside the coverage that the spec states",
    "no_place": "no place is given",
    "unknown_place": "the place is not known",
    "unknown_measure": "the spec does not name this measure",
    "no_number": "the value is no number",
    "negative": "a count cannot be negative",
    "repeated": "the same row stands there twice; the first is kept",
    "conflicting": "the same place, date and measure stand there with different values; none is kept",
}
_SHOWN = 20
"""Rows set aside that are named one by one, of each reason."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that was not used: its number in the file (the header is row 1), why, and what stands there."""

    row: int
    why: Why
    text: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a file: `rows` used; of `set_aside` each reason's number and its first rows."""

    rows: int
    places: tuple[str, ...]
    """The codes that have rows, sorted."""
    measures: tuple[str, ...]
    """The measures that have rows, sorted: a spec may name more than a release holds."""
    counts: Mapping[Why, int]
    set_aside: tuple[SetAside, ...]

    def lines(self) -> Iterator[str]:
        """What was set aside, a line for each reason, with the first rows."""
        for why, count in self.counts.items():
            rows = [aside for aside in self.set_aside if aside.why == why]
            named = ", ".join(f"{aside.row} ({aside.text})" if aside.text else str(aside.row) for aside in rows[:3])
            more = f" and {count - min(3, len(rows)):,} more" if count > 3 else ""
            yield f"{count:,} {'row' if count == 1 else 'rows'} set aside: {WHY[why]}: row {named}{more}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from: `sql` reads them; `counted` when equal events are one row already, with their `times`."""

    sql: str
    counted: bool = False


def origin_of(database: DuckDBPyConnection, file: Path, spec: Spec) -> Origin:
    """A file as an origin. UnreadableError when it is no table; UsageError when it lacks a column of the spec."""
    import duckdb

    try:
        columns = [name for name, *_ in database.execute(f"DESCRIBE SELECT * FROM {_reader(file)}").fetchall()]
    except duckdb.Error as fault:
        raise UnreadableError(str(file), f"is no table ({first_line(fault)})", "give CSV, Parquet or XLSX") from None
    require(str(file), spec, columns)
    return Origin(_reader(file))


def load(database: DuckDBPyConnection, origin: Origin, spec: Spec, out: Path) -> Loaded:
    """Write the usable rows of an origin to the Parquet file `out`, ordered by measure, place and date."""
    database.execute(f"CREATE OR REPLACE TEMP VIEW published AS {_numbered(origin, spec)}")
    _register_names(database, spec)
    database.execute("CREATE OR REPLACE TEMP TABLE judged AS " + _judged(spec))
    counts = dict(database.execute(
        "SELECT why, sum(times)::BIGINT FROM judged WHERE why IS NOT NULL GROUP BY why ORDER BY why"
    ).fetchall())  # fmt: skip
    aside = database.execute(
        f"SELECT row, why, text FROM judged WHERE why IS NOT NULL "
        f"QUALIFY row_number() OVER (PARTITION BY why ORDER BY row) <= {_SHOWN} ORDER BY row"
    ).fetchall()
    database.execute(f"COPY ({_kept(spec)}) TO '{quoted(out)}' (FORMAT PARQUET, COMPRESSION ZSTD)")
    rows = database.execute("SELECT sum(times)::BIGINT FROM judged WHERE why IS NULL").fetchone()
    places, measures = (_distinct(database, name) for name in ("place", "measure"))
    database.execute("DROP TABLE judged; DROP VIEW published")
    return Loaded((rows[0] or 0) if rows else 0, places, measures, counts, tuple(SetAside(*row) for row in aside))


def _distinct(database: DuckDBPyConnection, name: str) -> tuple[str, ...]:
    rows = database.execute(f"SELECT DISTINCT {name} FROM judged WHERE why IS NULL ORDER BY 1").fetchall()
    return tuple(value for (value,) in rows)


def _numbered(origin: Origin, spec: Spec) -> str:
    """The rows of a file with their numbers (the header is row 1) and how many times each stands there.

    Events are many and alike: equal rows are counted at once, and go by the number of the first.
    """
    rows = f"SELECT row_number() OVER () + 1 AS row, * FROM {origin.sql}"
    if origin.counted:
        return rows
    if spec.rows_are != "event":
        return f"SELECT *, 1 AS times FROM ({rows})"
    parts = ", ".join(column(one) for one in dict.fromkeys(shown_columns(spec)))
    return f"SELECT min(row) AS row, {parts}, count(*) AS times FROM ({rows}) GROUP BY {parts}"


def _reader(file: Path) -> str:
    """The table function that reads a file; the columns of CSV are text."""
    if file.suffix.lower() == ".parquet":
        return f"read_parquet('{quoted(file)}')"
    return f"read_csv('{quoted(file)}', all_varchar = true, header = true)"


def quoted(text: object) -> str:
    """Text for the inside of single quotes in SQL."""
    return str(text).replace("'", "''")


def column(name: str) -> str:
    """A column's name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def text_of(name: str) -> str:
    """A column as text, in SQL: Parquet files have types of their own."""
    return f"{column(name)}::VARCHAR"


def require(name: str, spec: Spec, columns: Sequence[str]) -> None:
    """UsageError when a table lacks a column that its spec names."""
    wanted = {key: getattr(spec.columns, key) for key in ("date", "year", "month", "place", "measure", "value")}
    for key, column_name in wanted.items():
        if column_name is not None and column_name not in columns:
            raise UsageError(f"{name}: has no column {column_name!r} ({key} in the spec); it has {', '.join(columns)}")


def _register_names(database: DuckDBPyConnection, spec: Spec) -> None:
    """The places and measures of the spec as tables to join with."""
    database.execute("CREATE OR REPLACE TEMP TABLE place_names (printed VARCHAR, code VARCHAR)")
    names = {**known_codes(spec), **spec.places.names}
    database.executemany("INSERT INTO place_names VALUES (?, ?)", [[k, v] for k, v in names.items()])
    database.execute("CREATE OR REPLACE TEMP TABLE measure_names (key VARCHAR)")
    database.executemany("INSERT INTO measure_names VALUES (?)", [[key] for key in spec.measures])


def known_codes(spec: Spec) -> dict[str, str]:
    """What a place column may hold without being named in the spec, and the codes meant."""
    places = spec.places
    if places.country == WORLD:
        return alpha3_codes()
    added = [*places.without, *places.within, *(part for parts in places.without.values() for part in parts)]
    return {code: code for code in (places.country, *codes_of(places.country), *added)}


def _judged(spec: Spec) -> str:
    """Every row with its parts and, when it cannot be used, why. Text is compared without blanks at its ends."""
    columns, places = spec.columns, spec.places
    number = "BIGINT" if spec.rows_are in ("event", "count", "stock") else "DECIMAL(28, 9)"
    place = f"trim({text_of(columns.place)})" if columns.place else f"'{quoted(places.country)}'"
    measure = f"trim({text_of(columns.measure)})" if columns.measure else f"'{quoted(next(iter(spec.measures)))}'"
    value = f"try_cast(trim({text_of(columns.value)}) AS {number})" if columns.value else "times"
    printed = " || ' ' || ".join(f"coalesce({text_of(name)}, '')" for name in shown_columns(spec))
    empty = f"'{quoted(places.country)}'" if places.unplaced else "NULL"
    low, high = spec.coverage.start, spec.coverage.end
    parts = (
        f"SELECT p.row, p.times, {_first_day(spec)} AS start, "
        f"nullif({place}, '') AS printed_place, n.code AS known_place, "
        f"coalesce(n.code, CASE WHEN nullif({place}, '') IS NULL THEN {empty} END) AS place, "
        f"m.key AS measure, {value} AS value, {printed} AS text FROM published p "
        f"LEFT JOIN place_names n ON n.printed = {place} LEFT JOIN measure_names m ON m.key = {measure}"
    )
    first = (
        "SELECT *, CASE WHEN start IS NULL THEN 'no_date' "
        f"WHEN start < DATE '{low}' OR start > DATE '{high}' THEN 'outside_coverage' "
        "WHEN place IS NULL AND printed_place IS NULL THEN 'no_place' WHEN place IS NULL THEN 'unknown_place' "
        "WHEN measure IS NULL THEN 'unknown_measure' WHEN value IS NULL THEN 'no_number' "
        f"WHEN value < 0{' AND false' if spec.rows_are == 'value' else ''} THEN 'negative' END AS fault FROM ({parts})"
    )
    if spec.rows_are == "event" or spec.parts:
        return f"SELECT *, fault AS why FROM ({first})"
    same = "OVER (PARTITION BY place, start, measure, fault IS NULL"
    named = "known_place IS NOT NULL"  # rows without a place may be many, and are added up
    return (
        f"SELECT *, CASE WHEN fault IS NOT NULL THEN fault "
        f"WHEN min(value) {same}) <> max(value) {same}) AND {named} THEN 'conflicting' "
        f"WHEN row_number() {same} ORDER BY row) > 1 AND {named} THEN 'repeated' END AS why FROM ({first})"
    )


def _first_day(spec: Spec) -> str:
    """The first day of a row's step, as SQL."""
    columns = spec.columns
    if columns.year:
        month = f"try_cast({text_of(columns.month)} AS INTEGER)" if columns.month else "1"
        year = f"try_cast({text_of(columns.year)} AS INTEGER)"
        real = f"{month} BETWEEN 1 AND 12 AND {year} BETWEEN 1000 AND 9999"
        return f"CASE WHEN {real} THEN make_date({year}, {month}, 1) END"
    assert columns.date is not None
    text = f"trim({text_of(columns.date)})"
    if columns.date_format:
        day = f"try_strptime({text}, '{quoted(columns.date_format)}')::DATE"
    else:
        day = f"try_cast(left({text}, 10) AS DATE)"
    return f"date_trunc('{spec.step}', {day})::DATE"


def shown_columns(spec: Spec) -> list[str]:
    """The columns that the spec names."""
    columns = spec.columns
    names = (columns.date, columns.year, columns.month, columns.place, columns.measure, columns.value)
    return [name for name in names if name]


def _kept(spec: Spec) -> str:
    """The rows to keep. Events are counted here, by day; rows without a place are added up."""
    adds = spec.rows_are in ("event", "count", "stock")
    value = "sum(value)::BIGINT" if adds else "any_value(value)"
    return (
        f"SELECT measure, place, start, {value} AS value FROM judged WHERE why IS NULL "
        "GROUP BY measure, place, start ORDER BY measure, place, start"
    )


def first_line(fault: Exception) -> str:
    """What a fault of a library says, in one line."""
    return str(fault).strip().splitlines()[0][:200]
