"""Totals: exact where the table speaks, with a reason where it does not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from series.made import spec, table
from tieout.series.spec import Gap, Places, Step
from tieout.series.total import by_place, fits, total

ROWS = "2024-01-01,PE-LAL,5\n2024-02-01,PE-LAL,7\n2024-01-01,PE-CAL,2"
ASKED = [
    ("PE-LAL", date(2024, 1, 1), date(2024, 2, 29), 12, None),
    ("PE", date(2024, 1, 1), date(2024, 1, 31), 7, None),
    ("PE-CAL", date(2024, 3, 1), date(2024, 3, 31), 0, None),
    ("PE-ICA", date(2024, 1, 1), date(2024, 1, 31), None, "no_place"),
    ("PE-LAL", date(2025, 1, 1), date(2025, 1, 31), None, "no_coverage"),
    ("PE-LAL", date(2024, 1, 1), date(2024, 1, 15), None, "step"),
]


@pytest.mark.parametrize(("place", "start", "end", "value", "why"), ASKED)
def test_a_total_or_why_there_is_none(
    tmp_path: Path, place: str, start: date, end: date, value: int | None, why: str | None
) -> None:
    _, made = table(tmp_path, ROWS)
    found = total(made, "homicides", place, start, end)
    assert (found.value, found.why) == (None if value is None else Fraction(value), why)


def test_no_row_is_zero_only_where_the_spec_says_so(tmp_path: Path) -> None:
    _, made = table(tmp_path, ROWS, spec(zero=False))
    found = total(made, "homicides", "PE-CAL", date(2024, 3, 1), date(2024, 3, 31))
    assert (found.value, found.why) == (None, "no_rows")


def test_a_gap_is_no_zero_and_is_told_in_the_countrys_total(tmp_path: Path) -> None:
    gap = Gap(date(2024, 1, 1), date(2024, 1, 31), "PE-CAL", "no rows came")
    _, made = table(tmp_path, ROWS, spec(gaps=(gap,)))
    january = date(2024, 1, 1), date(2024, 1, 31)
    assert total(made, "homicides", "PE-CAL", *january).why == "gap"
    assert "no rows came" in str(total(made, "homicides", "PE", *january).notes[0])


def test_a_code_that_means_less_is_made_whole_and_told(tmp_path: Path) -> None:
    places = Places("PE", without={"PE-LIM": ("PE-LMA",)})
    _, made = table(tmp_path, "2024-01-01,PE-LIM,5\n2024-01-01,PE-LMA,7", spec(places=places))
    found = total(made, "homicides", "PE-LIM", date(2024, 1, 1), date(2024, 1, 31))
    country = total(made, "homicides", "PE", date(2024, 1, 1), date(2024, 1, 31))
    assert [found.value, country.value] == [12, 12]
    assert "PE-LIM here is the sum of PE-LIM + PE-LMA" in str(found.notes[0])


def test_a_part_is_not_added_to_the_whole(tmp_path: Path) -> None:
    places = Places("PE", within={"PE-LMA": "PE-LIM"})
    _, made = table(tmp_path, "2024-01-01,PE-LIM,12\n2024-01-01,PE-LMA,7", spec(places=places))
    assert total(made, "homicides", "PE", date(2024, 1, 1), date(2024, 1, 31)).value == 12


def test_a_stock_is_not_added_over_time(tmp_path: Path) -> None:
    _, made = table(tmp_path, ROWS, spec(rows_are="stock"))
    assert total(made, "homicides", "PE-LAL", date(2024, 1, 1), date(2024, 2, 29)).why == "step"
    assert total(made, "homicides", "PE", date(2024, 1, 1), date(2024, 1, 31)).value == 7


def test_events_are_counted(tmp_path: Path) -> None:
    _, made = table(
        tmp_path, "2024-01-05,PE-LAL\n2024-01-05,PE-LAL\n2024-01-09,PE-LAL", spec(rows_are="event", step="day")
    )
    assert total(made, "homicides", "PE-LAL", date(2024, 1, 5), date(2024, 1, 5)).value == 2


def test_places_are_summed_in_one_query(tmp_path: Path) -> None:
    _, made = table(tmp_path, ROWS)
    found = by_place(made, "homicides", ["PE-LAL", "PE-CAL", "PE-ICA"], date(2024, 1, 1), date(2024, 2, 29))
    assert found == {"PE-LAL": 12, "PE-CAL": 2}


@pytest.mark.parametrize(
    ("step", "start", "end", "whole"),
    [
        ("day", date(2024, 1, 3), date(2024, 1, 5), True),
        ("month", date(2024, 1, 1), date(2024, 2, 29), True),
        ("month", date(2024, 1, 1), date(2024, 2, 28), False),
        ("year", date(2023, 1, 1), date(2024, 12, 31), True),
        ("year", date(2024, 1, 1), date(2024, 6, 30), False),
    ],
)
def test_days_fit_a_step(step: Step, start: date, end: date, whole: bool) -> None:
    assert fits(step, start, end) is whole
