"""Windows compared: bases, contamination, coverage, the sentence that follows; Callao's window on real tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from series.made import table
from tieout.series.comparison import Comparison, compare
from tieout.series.report import examine, lines, record
from tieout.series.sentence import sentences
from tieout.series.shipped import find_spec
from tieout.series.store import Store
from tieout.series.window import NOTHING_KNOWN, Register, Window, parse_window, read_windows

JANUARY = parse_window("2024-01-01/2024-01-31", "PE-LAL")
ROWS = """
2022-01-01,PE-LAL,10
2023-01-01,PE-LAL,10
2023-12-01,PE-LAL,8
2024-01-01,PE-LAL,20
2023-01-01,PE-CAL,10
2024-01-01,PE-CAL,10
"""


def compared(folder: Path, register: Register = NOTHING_KNOWN, window: Window = JANUARY) -> Comparison:
    _, made = table(folder, ROWS)
    return compare(made, "homicides", window, register)


def test_a_window_is_held_against_earlier_years_and_the_days_before(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert found.total.value == 20
    assert found.per_day == Fraction(20, 31)
    assert [(base.kind, base.window.start.year) for base in found.bases][:2] == [
        ("same_period", 2023),
        ("same_period", 2022),
    ]
    assert found.bases[0].change == 100
    assert found.bases[-1].kind == "just_before"
    assert found.bases[-1].window.start == date(2023, 12, 1)


def test_beyond_the_other_places(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert found.beyond is not None
    assert found.beyond.value == pytest.approx(2)


def test_a_base_under_a_window_is_told_and_an_unknown_one_too(tmp_path: Path) -> None:
    contaminated = Register((Window("PE-LAL", date(2023, 1, 10), date(2023, 1, 20), "DS 1"),))
    warned = compared(tmp_path, contaminated)
    assert any("was itself under a window: DS 1" in str(text) for text in warned.bases[0].warnings)
    assert any("is not known" in str(text) for text in warned.bases[1].warnings)
    free = compared(tmp_path, Register(coverage=(date(2020, 1, 1), date(2024, 12, 31))))
    assert not any("window" in str(text) for text in free.bases[0].warnings)


def test_days_outside_the_coverage_are_open_and_say_so(tmp_path: Path) -> None:
    found = compared(tmp_path, window=parse_window("2024-12-01/2025-01-31", "PE-LAL"))
    assert (found.total.value, found.bases) == (None, ())
    (said,) = sentences(found, "en")
    assert said.endswith("cannot say: the period lies outside what the table covers.")


def test_the_sentence_binds_its_numbers_in_both_languages(tmp_path: Path) -> None:
    found = compared(tmp_path)
    english, spanish = "\n".join(sentences(found, "en")), "\n".join(sentences(found, "es"))
    assert "counts 20 homicides in La Libertad" in english
    assert "+100.0 percent" in english
    assert "cuenta 20 homicidios en La Libertad" in spanish
    assert "+100,0 por ciento" in spanish


@pytest.fixture(scope="module")
def callao(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Register]]:
    folder = shared / "data" / "peru"
    store = Store(tmp_path_factory.mktemp("callao"))
    store.add(folder / "pe_sinadef_homicides_department_day_2018_2024.csv", find_spec("pe-homicides-register-day"))
    store.add(folder / "pe_sidpol_department_month_v202602.csv", find_spec("pe-police-complaints"))
    yield store, read_windows(folder / "emergency_decrees_peru.csv")


@pytest.mark.shared
def test_callaos_window_is_open_by_day_and_stated_by_month(callao: tuple[Store, Register]) -> None:
    store, register = callao
    window = parse_window("2024-12-07/2025-02-05", "PE-CAL")
    by_series = {one.days.table.spec.id: one for one in examine(store, "homicide", [window], register)}
    day, month = by_series["pe-homicides-register-day"], by_series["pe-police-complaints"]
    assert (day.days.total.why, day.months) == ("no_coverage", None)
    assert month.days.total.why == "step"
    assert month.months is not None
    assert month.months.total.value == 75
    assert month.months.bases[0].total.value == 59
    assert record(month)["days"]["verdict"] == "open"
    assert any("whole months" in line for line in lines(month, "en"))
    assert any("DS 129-2024-PCM" in str(warning) for warning in month.months.bases[-1].warnings), (
        "the days before are contaminated"
    )


@pytest.mark.shared
def test_a_year_without_callao_is_no_base(callao: tuple[Store, Register]) -> None:
    store, register = callao
    window = parse_window("2021-02-01/2021-03-15", "PE-CAL")
    (found,) = examine(store, "pe-homicides-register-day", [window], register)
    assert found.days.total.value is not None
    assert found.days.bases[0].why == "the table has a gap there"
