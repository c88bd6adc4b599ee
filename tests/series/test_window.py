"""Windows: days counted with both ends, bases of the same length, files with every fault named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tieout.errors import UnreadableError, UsageError
from tieout.series.window import Register, Window, parse_window, read_windows

CALLAO = parse_window("2024-12-07/2025-02-05", "PE-CAL")


def test_both_ends_count() -> None:
    assert CALLAO.days == 61
    assert CALLAO.just_before() == Window("PE-CAL", date(2024, 10, 7), date(2024, 12, 6))


def test_a_decree_of_sixty_days_ends_a_day_before_the_sixty_first(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text("start,days,place\n2024-12-07,60,PE-CAL\n", encoding="utf-8")
    assert read_windows(path).windows[0].end == date(2025, 2, 4)


@pytest.mark.parametrize(
    ("window", "earlier"),
    [
        ("2024-12-07/2025-02-05", "2023-12-07/2024-02-05"),
        ("2024-02-01/2024-02-29", "2023-02-01/2023-02-28"),
        ("2025-02-01/2025-02-28", "2024-02-01/2024-02-29"),
        ("2024-02-29/2024-03-05", "2023-02-28/2023-03-05"),
    ],
)
def test_the_same_days_a_year_earlier(window: str, earlier: str) -> None:
    assert parse_window(window, "PE").years_earlier(1) == parse_window(earlier, "PE")


def test_whole_months_stay_whole() -> None:
    months = CALLAO.by_months()
    assert (months.start, months.end) == (date(2024, 12, 1), date(2025, 2, 28))
    assert months.just_before() == Window("PE-CAL", date(2024, 9, 1), date(2024, 11, 30))


ROWS = [
    ("2024-01-01,2024-01-31,PE-CAL", ""),
    ("soon,2024-01-31,PE-CAL", "row 2: no first day in 'soon'"),
    ("2024-01-01,,PE-CAL", "row 2: no last day in '', and no number of days"),
    ("2024-02-01,2024-01-01,PE-CAL", "row 2: ends 2024-01-01, before it begins 2024-02-01"),
    ("2024-01-01,2024-01-31,", "row 2: no place"),
    (
        "2024-01-01,2024-01-31,Atlantis",
        "row 2: the place 'Atlantis' is not known; write a code of ISO 3166-2, or a national one below it",
    ),
]


@pytest.mark.parametrize(("row", "fault"), ROWS)
def test_a_row_that_is_no_window_is_named(tmp_path: Path, row: str, fault: str) -> None:
    path = tmp_path / "w.csv"
    path.write_text(f"start,end,place\n{row}\n", encoding="utf-8")
    assert [str(one) for one in read_windows(path).set_aside] == ([fault] if fault else [])


def test_overlapping_windows_are_both_kept_and_named(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text(
        "start,end,place\n2024-01-01,2024-01-31,PE-CAL;PE-LMA\n2024-01-15,2024-02-15,PE-CAL\n", encoding="utf-8"
    )
    register = read_windows(path)
    assert len(register.windows) == 3
    assert [str(one) for one in register.overlaps] == ["rows 2 and 3: overlapping windows in PE-CAL, both kept"]


@pytest.mark.parametrize(("head", "fault"), [("end,place", "start"), ("start,end", "place"), ("start,place", "end")])
def test_a_missing_column_is_named(tmp_path: Path, head: str, fault: str) -> None:
    path = tmp_path / "w.csv"
    path.write_text(f"{head}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=fault):
        read_windows(path)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no table of windows"):
        read_windows(tmp_path / "none.csv")


def test_silence_means_free_only_inside_the_coverage() -> None:
    assert not Register().is_known(CALLAO)
    assert Register(coverage=(date(2024, 1, 1), date(2025, 12, 31))).is_known(CALLAO)
    assert not Register(coverage=(date(2025, 1, 1), date(2025, 12, 31))).is_known(CALLAO)


@pytest.mark.parametrize("text", ["2024-12-07/..", "December", "2025-02-05/2024-12-07"])
def test_what_is_no_window_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="first and last day"):
        parse_window(text, "PE")
