"""Small tables made for tests: a country of two places, counted by day, month or year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tieout.series.spec import Columns, Coverage, Gap, Measure, Places, RowsAre, Spec, Step
from tieout.series.store import Store, Table

HOMICIDES = Measure("homicides", "homicide", "death", labels={"en": "homicides", "es": "homicidios"})


def spec(
    *,
    step: Step = "month",
    rows_are: RowsAre = "count",
    zero: bool = True,
    gaps: tuple[Gap, ...] = (),
    places: Places | None = None,
    vintage: str = "2025-01",
    end: date = date(2024, 12, 31),
    parts: bool = False,
) -> Spec:
    """A spec of homicides in Peru, one column each for day, place and count."""
    return Spec(
        id="made",
        title="Homicides made up for a test",
        authority="Ministry of Health",
        aliases=("SINADEF",),
        vintage=vintage,
        columns=Columns(date="date", place="place", value=None if rows_are == "event" else "count"),
        places=places or Places("PE"),
        measures={"homicides": HOMICIDES},
        coverage=Coverage(date(2020, 1, 1), end, gaps),
        step=step,
        rows_are=rows_are,
        no_row="zero" if zero else "unknown",
        parts=parts,
    )


def table(folder: Path, rows: str, of: Spec | None = None, *, strict: bool = False) -> tuple[Store, Table]:
    """A store that holds the rows (`2024-01-01,PE-LAL,3`, a line each) and the table made of them."""
    file = folder / "rows.csv"
    head = "date,place" if of is not None and of.rows_are == "event" else "date,place,count"
    file.write_text(f"{head}\n{rows.strip()}\n", encoding="utf-8")
    store = Store(folder / "data")
    return store, store.add(file, of or spec(), strict=strict)
