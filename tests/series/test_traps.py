"""The traps of Peru's and Ecuador's public data, one test each, named after the trap."""

from __future__ import annotations

import dataclasses
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tieout.series.comparison import compare
from tieout.series.load import WHY
from tieout.series.question import Answer, ask, parse
from tieout.series.report import examine, lines, notes
from tieout.series.revisions import revisions, yearly
from tieout.series.shipped import find_spec
from tieout.series.store import Store, Table
from tieout.series.total import total
from tieout.series.window import Register, Window, parse_window, read_windows

pytestmark = pytest.mark.shared
DAY, MONTH, POLICE, PEOPLE = (
    "pe-homicides-register-day",
    "pe-homicides-register-month",
    "pe-police-complaints",
    "pe-population",
)
FEBRUARY, MAY = "pe-police-complaints@2026-02", "pe-police-complaints@2026-05"


@pytest.fixture(scope="module")
def decrees(shared: Path) -> Register:
    return read_windows(shared / "data" / "peru" / "emergency_decrees_peru.csv")


@pytest.fixture(scope="module")
def peru(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    store, folder = Store(tmp_path_factory.mktemp("traps")), shared / "data" / "peru"
    store.add(folder / "pe_sinadef_homicides_department_day_2018_2024.csv", find_spec(DAY))
    store.add(folder / "pe_sinadef_homicides_department_month_2018_2024.csv", find_spec(MONTH))
    store.add(folder / "pe_population_department_year_2018_2026.csv", find_spec(PEOPLE))
    known = find_spec(POLICE)
    store.add(folder / "pe_sidpol_department_month_v202602.csv", known)
    coverage = dataclasses.replace(known.coverage, end=date(2026, 5, 31))
    later = dataclasses.replace(known, vintage="2026-05", coverage=coverage)
    store.add(folder / "pe_sidpol_department_month_v202605.csv", later)
    return store


@pytest.fixture(scope="module")
def ecuador(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    store, folder = Store(tmp_path_factory.mktemp("ecuador")), shared / "data" / "ecuador"
    store.add(folder / "ec_homicides_province_day_2014_2024.csv", find_spec("ec-homicides-day"))
    store.add(folder / "ec_homicides_province_month_2014_2024.csv", find_spec("ec-homicides-month"))
    return store


def table(store: Store, name: str) -> Table:
    return next(one for one in store.tables() if name in (one.spec.name, one.spec.id))


def asked(store: Store, question: str, name: str) -> Answer:
    return next(one for one in ask(store, parse(question)) if name in (one.table.spec.name, one.table.spec.id))


def test_the_police_revise_the_past(peru: Store) -> None:
    assert [asked(peru, "extortion PE 2023", name).value for name in (FEBRUARY, MAY)] == [22_681, 22_319]
    found = list(revisions(peru, POLICE))
    totals = {(one.measure, one.year): (one.before, one.after) for one in yearly(peru, POLICE, found)}
    assert list(totals["extortion", 2023]) == [22_681, 22_319]
    assert list(totals["violence_against_women_family", 2018]) == [144_367, 250_539]


def test_a_vintage_without_homicides_says_so_and_is_no_zero(peru: Store) -> None:
    answer = asked(peru, "homicide PE 2024", MAY)
    assert (answer.value, answer.why) == (None, "the table does not count this")


def test_a_window_in_a_revised_series_names_the_other_vintage(peru: Store) -> None:
    window = parse_window("2023-01-01/2023-12-31", "PE")
    found = compare(table(peru, FEBRUARY), "extortion", window, tables=peru.tables())
    assert "vintage 2026-05 of the same series counts 22,319 from 2023-01-01 to 2023-12-31" in notes(found, "en")


def test_the_fall_of_extortion_at_the_end_of_2025_is_no_reporting_lag(peru: Store) -> None:
    months = [(asked(peru, f"extortion PE 2025-{m}", n).value) for n in (FEBRUARY, MAY) for m in ("10", "12")]
    assert months == [2_435, 1_362, 2_400, 1_354]
    assert [asked(peru, "extortion PE 2026-02", name).value for name in (FEBRUARY, MAY)] == [1_140, 1_252]


@pytest.mark.parametrize("period", ["2020", "2022-11", "2022-12", "2019/2021"])
def test_callao_is_missing_from_the_register_and_no_zero(peru: Store, period: str) -> None:
    answer = asked(peru, f"homicide PE-CAL {period}", DAY)
    assert (answer.value, answer.why) == (None, "the table has a gap there")


def test_a_same_period_base_with_callaos_gap_is_open(peru: Store) -> None:
    found = compare(table(peru, DAY), "homicides", parse_window("2021-03-01/2021-04-30", "PE-CAL"))
    assert [base.why for base in found.bases[:2]] == ["the table has a gap there", None]


def test_without_the_specs_gap_the_empty_months_are_told(shared: Path, tmp_path: Path) -> None:
    known = find_spec(DAY)
    bare = dataclasses.replace(known, coverage=dataclasses.replace(known.coverage, gaps=()))
    file = shared / "data" / "peru" / "pe_sinadef_homicides_department_day_2018_2024.csv"
    made = Store(tmp_path).add(file, bare)
    found = compare(made, "homicides", parse_window("2021-03-01/2021-04-30", "PE-CAL"))
    told = [str(note) for note in found.bases[0].warnings]
    assert any(text.startswith("2020-03 has none in PE-CAL, where a month usually has about ") for text in told)
    assert any("is zero: check that it was counted" in text for text in told)


def test_the_register_counts_where_people_lived(peru: Store) -> None:
    found = compare(table(peru, DAY), "homicides", parse_window("2023-03-01/2023-04-30", "PE-LAL"))
    assert "places are where people lived, not where it happened" in notes(found, "en")
    assert "los lugares son los de residencia, no los de los hechos" in notes(found, "es")


def test_deaths_without_a_department_belong_to_the_country_alone(peru: Store) -> None:
    day, month = table(peru, DAY), table(peru, MONTH)
    ends = date(2018, 1, 1), date(2024, 12, 31)
    whole = [total(one, "homicides", "PE", *ends).value for one in (day, month)]

    assert whole == [9_435, 9_435 - 211]


def test_pe_lim_means_two_things(peru: Store) -> None:
    police = asked(peru, "extortion PE-LIM 2024", FEBRUARY)
    metropolitan = asked(peru, "extortion PE-LMA 2024", FEBRUARY)
    assert police.value is not None
    assert metropolitan.value is not None
    assert police.value > metropolitan.value
    assert "PE-LIM here is the sum of PE-LIM + PE-LMA: the table's own PE-LIM is without PE-LMA" in map(
        str, police.notes
    )
    country, department, capital = (
        asked(peru, f"population {place} 2024", PEOPLE).value or Fraction(0) for place in ("PE", "PE-LIM", "PE-LMA")
    )
    assert department > capital > 0, "metropolitan Lima is a part here"
    assert country < 30_000_000 + department + capital, "and is not added again"


def test_a_window_in_metropolitan_lima_touches_lima(peru: Store, decrees: Register) -> None:
    window = parse_window("2024-10-01/2024-10-31", "PE-LIM")
    found = compare(table(peru, FEBRUARY), "extortion", window, decrees)
    earlier = found.bases[0]
    assert earlier.window.start == date(2023, 10, 1)
    assert any("DS 105-2023-PCM, PE-LMA" in str(note) for note in earlier.warnings)


def test_both_ends_of_the_window_count(tmp_path: Path) -> None:
    assert parse_window("2024-12-07/2025-02-05", "PE-CAL").days == 61
    path = tmp_path / "w.csv"
    path.write_text("start,days,place\n2024-12-07,60,PE-CAL\n", encoding="utf-8")
    assert read_windows(path).windows[0].end == date(2025, 2, 4)


def test_the_days_before_callaos_window_are_contaminated_by_ventanilla(peru: Store, decrees: Register) -> None:
    window = parse_window("2024-12-07/2025-02-05", "PE-CAL")
    (found,) = examine(peru, FEBRUARY, [window], decrees, "homicide")
    assert found.months is not None
    before = found.months.bases[-1]
    assert before.kind == "just_before"
    (told,) = [str(note) for note in before.warnings if note.key == "base_under"]
    assert "DS 129-2024-PCM" in told
    assert "Ventanilla" in told


def test_outside_the_decrees_nothing_is_known(peru: Store, decrees: Register) -> None:
    found = compare(table(peru, DAY), "homicides", parse_window("2023-03-01/2023-04-30", "PE-LAL"), decrees)
    assert any("is not known" in str(note) for note in found.bases[0].warnings)


def test_a_window_stated_by_whole_months_is_not_its_own_other(peru: Store) -> None:
    window = parse_window("2024-12-07/2025-02-05", "PE-CAL")
    register = Register((window, Window("PE-CAL", date(2025, 1, 20), date(2025, 3, 20), "DS 2")))
    (found,) = examine(peru, FEBRUARY, [window], register, "homicide")
    assert found.months is not None
    shared_days = [str(note) for note in found.months.warnings if note.key == "shares_days"]
    assert shared_days == ["another window shares days with it: DS 2, PE-CAL 2025-01-20/2025-03-20"]


def test_decrees_without_days_are_set_aside_by_row(decrees: Register) -> None:
    assert "row 5: no first day in ''" in map(str, decrees.set_aside)
    assert len(decrees.windows) > len(decrees.set_aside)


def test_ecuadors_provinces_are_read_by_their_printed_names(ecuador: Store) -> None:
    (answer,) = [one for one in ask(ecuador, parse("homicide EC 2014/2023")) if one.table.spec.id == "ec-homicides-day"]
    monthly = asked(ecuador, "homicide EC 2014/2023", "ec-homicides-month")
    assert answer.value == monthly.value
    assert not any(one.loaded.counts for one in ecuador.tables()), WHY


def test_ecuadors_register_ends_in_november(ecuador: Store) -> None:
    assert asked(ecuador, "homicide EC 2024", "ec-homicides-day").why == "the period lies outside what the table covers"


def test_a_window_of_ecuador_is_compared_in_both_languages(ecuador: Store) -> None:
    window = parse_window("2024-01-09/2024-03-08", "EC-G")
    (found,) = examine(ecuador, "ec-homicides-day", [window], Register())
    english, spanish = "\n".join(lines(found, "en")), "\n".join(lines(found, "es"))
    assert "same days, earlier year, 2023-01-09 to 2023-03-08: 447, change −26.96 percent" in english
    assert "mismos días, año anterior, 2023-01-09 a 2023-03-08: 447, cambio de −26,96 por ciento" in spanish
    assert "note:" not in spanish
