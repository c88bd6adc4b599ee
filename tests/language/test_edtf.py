"""The arithmetic of EDTF dates and intervals is exact."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.language import edtf

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31))


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A year, month or day as EDTF."""
    return draw(DAYS).isoformat()[: draw(st.sampled_from((4, 7, 10)))]


@st.composite
def periods(draw: st.DrawFn) -> str:
    """A date, an interval or an open interval."""
    one, two = draw(dates()), draw(dates())
    shape = draw(st.sampled_from(("date", "span", "since", "until")))
    if shape == "since":
        return f"{one}/.."
    if shape == "until":
        return f"../{one}"
    whole = f"{one}/{two}"
    return whole if shape == "span" and edtf.is_date(whole) else one


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2022-12-07", date(2022, 12, 7), date(2022, 12, 7)),
        ("2025-01/2025-03", date(2025, 1, 1), date(2025, 3, 31)),
        ("2021/2023", date(2021, 1, 1), date(2023, 12, 31)),
        ("2022/2022-10-12", date(2022, 1, 1), date(2022, 10, 12)),
        ("2022-12-07/..", date(2022, 12, 7), None),
        ("../2019", None, date(2019, 12, 31)),
    ],
)
def test_bounds(text: str, first: date | None, last: date | None) -> None:
    assert edtf.bounds(text) == (first, last)


@pytest.mark.parametrize("text", ["", "24", "2023-13", "2023-02-29", "2024/2023", "../..", "..", "2024-1", "XXXX-03"])
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not edtf.is_date(text)
    with pytest.raises(ValueError):
        edtf.bounds(text)


@pytest.mark.parametrize(
    ("outer", "inner", "held"),
    [
        ("2024", "2024-05", True),
        ("2024-05", "2024", False),
        ("2020/..", "2023/..", True),
        ("2020/2030", "2023/..", False),
        ("../2020", "2019-05-05", True),
    ],
)
def test_contains(outer: str, inner: str, held: bool) -> None:
    assert edtf.contains(outer, inner) is held


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        (edtf.shift_years("2025-01/2025-03", -1), "2024-01/2024-03"),
        (edtf.shift_years("2024-02-29", -1), "2023-02-28"),
        (edtf.shift_years("2020/..", 2), "2022/.."),
        (edtf.shift_months("2025-01", -1), "2024-12"),
        (edtf.shift_months("2024-12", 1), "2025-01"),
        (edtf.interval("2019", "2019"), "2019"),
    ],
)
def test_moving_and_joining(moved: str, expected: str) -> None:
    assert moved == expected


def test_counting_days_and_months() -> None:
    assert edtf.days_in("2024") == 366
    assert edtf.days_in("2022-12-30/2023-01-02") == 4
    assert edtf.days_in("2022/..") is None
    assert edtf.months("2024-11/2025-02") == 4
    assert edtf.months("2024-11-02/2025-02") is None
    assert edtf.last_year("2023/2024-03") == 2024
    assert edtf.last_year("2023/..") == 2023


@given(dates())
def test_a_date_has_as_many_days_as_lie_between_its_bounds(text: str) -> None:
    first, last = edtf.bounds(text)
    assert first is not None and last is not None
    assert edtf.days_in(text) == (last - first).days + 1
    assert edtf.same(text, f"{first}/{last}")


@given(periods(), periods())
def test_containing_is_overlapping_and_overlapping_is_mutual(one: str, two: str) -> None:
    assert edtf.overlaps(one, two) == edtf.overlaps(two, one)
    if edtf.contains(one, two):
        assert edtf.overlaps(one, two)
    assert edtf.same(one, two) == (edtf.contains(one, two) and edtf.contains(two, one))
    assert edtf.before(one, two) <= (not edtf.overlaps(one, two))


@given(periods(), periods())
def test_order_follows_the_first_day(one: str, two: str) -> None:
    if edtf.before(one, two):
        assert edtf.sort_key(one) < edtf.sort_key(two)


@given(DAYS, st.integers(-50, 50))
def test_months_move_there_and_back(day: date, count: int) -> None:
    month = day.isoformat()[:7]
    moved = edtf.shift_months(month, count)
    assert edtf.shift_months(moved, -count) == month
    first = edtf.bounds(moved)[0]
    assert first is not None
    assert abs((first - day.replace(day=1)) - timedelta(days=30.44 * count)) < timedelta(days=4)
