"""Questions: how they are read, and what tables answer to them, Peru's real ones included."""

from __future__ import annotations

import dataclasses
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from series.made import table
from tieout.errors import UsageError
from tieout.series.answers import lines, record, shown_with_unit
from tieout.series.question import Question, ask, parse
from tieout.series.revisions import revisions, yearly
from tieout.series.shipped import find_spec
from tieout.series.store import Store

READ = [
    ("homicide PE-LAL 2023 2024 change", Question("homicide", "PE-LAL", ("2023", "2024"), "change")),
    ("homicide PER 2024", Question("homicide", "PE", ("2024",))),
    ("extortion PE 2024-01/2024-04 share", Question("extortion", "PE", ("2024-01/2024-04",), "share")),
    ("complaints of homicide 150132 2022", Question("complaints of homicide", "150132", ("2022",))),
]
FAULTS = [
    ("homicide 2024", "no place"),
    ("PE 2024", "no measure"),
    ("homicide PE", "no period"),
    ("homicide PE 2024 change", "two periods"),
    ("homicide PE 2023 2024", "one period"),
]


@pytest.mark.parametrize(("text", "question"), READ)
def test_a_question_is_read(text: str, question: Question) -> None:
    assert parse(text) == question


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_what_a_question_lacks_is_said(text: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        parse(text)


MADE = "2023-01-01,PE-LAL,4\n2024-01-01,PE-LAL,5\n2024-01-01,PE-CAL,15"
ANSWERS = [
    ("homicide PE-LAL 2024", Fraction(5)),
    ("homicide PE-LAL 2023 2024 change", Fraction(25)),
    ("homicide PE-LAL 2023 2024 difference", Fraction(1)),
    ("homicide PE-LAL 2024 share", Fraction(25)),
    ("homicide PE-LAL 2024 rank", Fraction(2)),
    ("homicide PE-LAL 2024 rate", None),
    ("homicide PE-CAL 2023 2024 change", None),
    ("homicide EC 2024", "nothing"),
]


@pytest.mark.parametrize(("text", "value"), ANSWERS)
def test_a_table_answers(tmp_path: Path, text: str, value: Fraction | str | None) -> None:
    store, _ = table(tmp_path, MADE)
    answers = list(ask(store, parse(text)))
    if value == "nothing":
        assert answers == []
        assert "No table at hand" in next(lines(answers))
        return
    assert [one.value for one in answers] == [value]
    assert (answers[0].why is None) == (value is not None)
    assert record(answers[0])["sql"]
    assert list(lines(answers))


@pytest.fixture(scope="module")
def peru(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Peru's tables of the reference data."""
    store = Store(tmp_path_factory.mktemp("peru"))
    folder = shared / "data" / "peru"
    for spec, file in (
        ("pe-homicides-register-day", "pe_sinadef_homicides_department_day_2018_2024.csv"),
        ("pe-police-complaints", "pe_sidpol_department_month_v202602.csv"),
        ("pe-population", "pe_population_department_year_2018_2026.csv"),
    ):
        store.add(folder / file, find_spec(spec))
    known = find_spec("pe-police-complaints")
    later = dataclasses.replace(known.coverage, end=date(2026, 5, 31))
    store.add(
        folder / "pe_sidpol_department_month_v202605.csv", dataclasses.replace(known, vintage="2026-05", coverage=later)
    )
    return store


REAL = [
    ("homicide PE-LAL 2023 2024 change", "pe-homicides-register-day@2025-01", "23.72 percent"),
    ("homicide PE-LAL 2023 2024 change", "pe-police-complaints@2026-02", "-1.24 percent"),
    ("homicide PE 2018 2024 change", "pe-homicides-register-day@2025-01", "125.78 percent"),
    ("homicide PE 2024", "pe-police-complaints@2026-02", "2,568"),
    ("homicide PE-ICA 2024 rate", "pe-homicides-register-day@2025-01", "7.91 per 100,000"),
    ("extortion PE 2023", "pe-police-complaints@2026-02", "22,681"),
    ("extortion PE 2023", "pe-police-complaints@2026-05", "22,319"),
    ("homicide PE 2024", "pe-police-complaints@2026-05", ""),
    ("homicide PE-CAL 2020", "pe-homicides-register-day@2025-01", ""),
]
"""What Peru's tables say: nothing where a vintage has no such class or a year is missing."""


@pytest.mark.shared
@pytest.mark.parametrize(("text", "series", "value"), REAL)
def test_perus_tables_answer(peru: Store, text: str, series: str, value: str) -> None:
    (answer,) = [one for one in ask(peru, parse(text)) if one.table.spec.name == series]
    assert shown_with_unit(answer) == value


@pytest.mark.shared
def test_revisions_of_the_past_are_found(peru: Store) -> None:
    found = [one for one in revisions(peru, "pe-police-complaints") if one.measure == "extortion"]
    (february,) = [one for one in found if one.place == "PE-LMA" and one.start == date(2026, 2, 1)]
    assert (february.after or 0) > (february.before or 0)
    assert not [one for one in revisions(peru, "pe-police-complaints") if one.measure in ("homicide", "kidnapping")]
    (year,) = [one for one in yearly(peru, "pe-police-complaints", found) if one.year == 2023]
    assert year.line().startswith("extortion 2023: 22,681 in 2026-02 and 22,319 in 2026-05 (-362, -1.60 percent; ")
