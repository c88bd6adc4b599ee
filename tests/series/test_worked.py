"""The worked example of docs/series.md: what two reports say of Peru, held against Peru's tables."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from tieout.checks.official.ties import data_ties
from tieout.evidence.figures import reading_of
from tieout.reading.read import read
from tieout.series.shipped import find_spec
from tieout.series.store import Store
from tieout.ties.tie import Tie

pytestmark = pytest.mark.shared

TABLES = [
    ("pe-homicides-register-day", "pe_sinadef_homicides_department_day_2018_2024.csv"),
    ("pe-police-complaints", "pe_sidpol_department_month_v202602.csv"),
    ("pe-population", "pe_population_department_year_2018_2026.csv"),
    ("world-homicide-rate", "world_homicide_rate_country_year_unodc_owid.csv"),
]
REGISTER, POLICE, LATER, WORLD = (
    "pe-homicides-register-day@2025-01",
    "pe-police-complaints@2026-02",
    "pe-police-complaints@2026-05",
    "world-homicide-rate@2024",
)
STATEMENTS = [
    ("000", "almost 137 percent", POLICE, "138.66", "holds", None),
    ("000", "2,546", POLICE, "2,568", "holds", "within_revision"),
    ("000", "125 percent", REGISTER, "125.78", "holds", "within_revision"),
    ("000", "6", REGISTER, "5.97", "holds", None),
    ("000", "562", REGISTER, None, "open", "no_coverage"),
    ("000", "562", POLICE, "699", "open", "other_authority"),
    ("000", "856", REGISTER, "851", "holds", "within_revision"),
    ("000", "20", REGISTER, "20.80", "holds", "within_revision"),
    ("000", "14.6 per 100,000", REGISTER, "14.25", "open", "no_authority"),
    ("000", "13 per 100,000", REGISTER, "12.49", "holds", "within_revision"),
    ("000", "11 per 100,000", REGISTER, "10.91", "holds", None),
    ("000", "7.9 per 100,000", REGISTER, "7.91", "holds", None),
    ("000", "7.6", REGISTER, "7.53", "holds", "within_revision"),
    ("000", "24 percent", REGISTER, "23.72", "holds", None),
    ("000", "24 percent", POLICE, "-1.24", "open", "no_authority"),
    ("000", "21 percent", REGISTER, "24.64", "holds", "within_revision"),
    ("000", "8 percent", REGISTER, "8.86", "holds", "within_revision"),
    ("000", "50 percent", POLICE, "5.06", "open", "no_authority"),
    ("000", "doubled", REGISTER, None, "open", "no_coverage"),
    ("000", "doubled", POLICE, "27.12", "open", "step"),
    ("001", "5.8 per 100 000", WORLD, "5.80", "holds", None),
    ("001", "700", POLICE, "675", "open", "no_authority"),
    ("001", "over 8 000", POLICE, "16,347", "open", "soft_only"),
    ("001", "over 8 000", LATER, "16,067", "open", "soft_only"),
    ("001", "62 percent", POLICE, "245.02", "breaks", None),
    ("001", "62 percent", LATER, "253.82", "breaks", None),
    ("001", "3 398", LATER, "1,321", "breaks", None),
]


@pytest.fixture(scope="module")
def ties(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Tie]]:
    """The ties of both reports to all tables."""
    store = Store(tmp_path_factory.mktemp("worked"))
    folder = shared / "data" / "peru"
    for name, file in TABLES:
        store.add(folder / file, find_spec(name))
    known = find_spec("pe-police-complaints")
    coverage = dataclasses.replace(known.coverage, end=date(2026, 5, 31))
    later = dataclasses.replace(known, vintage="2026-05", coverage=coverage)
    store.add(folder / "pe_sidpol_department_month_v202605.csv", later)
    found = {}
    for seed in ("000", "001"):
        (path,) = (shared / "seeds").glob(f"{seed}_*.txt")
        found[seed] = list(data_ties(reading_of(read(path, country="PE")), store))
    return found


@pytest.mark.parametrize(("seed", "words", "table", "computed", "verdict", "reason"), STATEMENTS)
def test_a_statement_of_the_worked_example(
    ties: dict[str, list[Tie]],
    seed: str,
    words: str,
    table: str,
    computed: str | None,
    verdict: str,
    reason: str | None,
) -> None:
    found = [
        tie
        for tie in ties[seed]
        if tie.source and f"{tie.source.series}@{tie.source.vintage}" == table
        if " ".join(tie.members[0].text.split()) == words
    ]
    assert (verdict, reason) in {(tie.verdict, tie.reason) for tie in found}
    assert any((computed or "") in tie.computed for tie in found if (tie.verdict, tie.reason) == (verdict, reason))
