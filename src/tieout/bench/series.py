"""`tieout bench series`: fifty million made-up incidents to counts and a thousand windows, beside bare DuckDB.

Both sides read the same Parquet file of incidents and must come to the same counts, or the benchmark fails.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from tieout.errors import UsageError
from tieout.language.places import units_like
from tieout.series.comparison import compare
from tieout.series.load import quoted
from tieout.series.spec import Columns, Coverage, Measure, Places, Spec
from tieout.series.store import Store
from tieout.series.window import Window

FIRST, LAST = date(2015, 1, 1), date(2024, 12, 31)
WINDOWS = 1_000
DAYS = 60


def series(rows: int = 50_000_000) -> Iterator[str]:
    """Lines of the report."""
    import duckdb

    places = sorted(units_like("PE-LAL", "PE"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "incidents.parquet"
        _make(file, rows, places)
        yield f"Incidents: {rows:,} rows, {len(places)} places, {FIRST} to {LAST}, {file.stat().st_size / 1e6:,.0f} MB"
        windows = _windows(places)
        with duckdb.connect() as database:
            start = time.perf_counter()
            bare_months, bare = _bare(database, file, windows)
            bare_seconds = time.perf_counter() - start
        start = time.perf_counter()
        table = Store(Path(folder) / "data").add(file, _spec())
        counts = []
        for window in windows:
            found = compare(table, "incident", window)
            counts.append((int(found.total.value or 0), int(found.bases[0].total.value or 0)))
        our_seconds = time.perf_counter() - start
        if counts != bare or table.loaded.rows != rows:
            raise UsageError("the counts of the two sides differ: the benchmark measures nothing")
        yield f"Bare DuckDB, place by month and {len(windows):,} windows with the year before: {bare_seconds:.1f} s"
        yield f"Tieout, stored by place and day and {len(windows):,} comparisons: {our_seconds:.1f} s"
        yield f"Place by month: {bare_months:,} counts in bare DuckDB, as many in Tieout's store by day"
        yield f"Tieout takes {our_seconds / bare_seconds:.2f} times as long (bar 3)"


def _make(file: Path, rows: int, places: Sequence[str]) -> None:
    """The incidents, the same at every run."""
    import duckdb

    listed = ", ".join(f"'{code}'" for code in places)
    span = (LAST - FIRST).days + 1
    with duckdb.connect() as database:
        database.execute(
            f"COPY (SELECT DATE '{FIRST}' + (hash(i) % {span})::INTEGER AS day, "  # noqa: S608 -- our own numbers
            f"list_extract([{listed}], 1 + (hash(i * 7 + 1) % {len(places)})::INTEGER) AS place "
            f"FROM range({rows}) t(i)) TO '{quoted(file)}' (FORMAT PARQUET)"
        )


def _windows(places: Sequence[str]) -> list[Window]:
    """A thousand windows of sixty days, spread over places and years."""
    out = []
    for number in range(WINDOWS):
        start = date(2017, 1, 1) + timedelta(days=(number * 37) % 2_500)
        out.append(Window(places[number % len(places)], start, start + timedelta(days=DAYS - 1)))
    return out


def _bare(database: object, file: Path, windows: Sequence[Window]) -> tuple[int, list[tuple[int, int]]]:
    """The same counts in plain SQL: place by month, then each window and the same days of the year before."""
    import duckdb

    assert isinstance(database, duckdb.DuckDBPyConnection)
    name = quoted(file)
    months = database.execute(
        f"SELECT count(*) FROM (SELECT place, date_trunc('month', day), count(*) FROM '{name}' GROUP BY 1, 2)"  # noqa: S608
    ).fetchone()
    database.execute(f"CREATE TABLE daily AS SELECT place, day, count(*) AS n FROM '{name}' GROUP BY 1, 2")  # noqa: S608
    found = []
    for window in windows:
        pair = []
        for one in (window, window.years_earlier(1)):
            row = database.execute(
                "SELECT coalesce(sum(n), 0) FROM daily WHERE place = ? AND day BETWEEN ? AND ?",
                [one.place, one.start, one.end],
            ).fetchone()
            pair.append(int(row[0]) if row else 0)
        found.append((pair[0], pair[1]))
    return (months[0] if months else 0), found


def _spec() -> Spec:
    return Spec(
        id="incidents",
        title="Incidents made up for a benchmark",
        authority="Nobody",
        vintage="1",
        columns=Columns(date="day", place="place"),
        places=Places("PE", of="fact"),
        measures={"incident": Measure("incident", "incident", "incident")},
        coverage=Coverage(FIRST, LAST),
        step="day",
        rows_are="event",
        no_row="zero",
    )
