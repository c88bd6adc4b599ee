"""Figures of texts held against tables: levels, shares, ranks, percentages; what may break and what may not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from series.made import spec
from tieout.checks.official.ties import data_ties
from tieout.evidence.figures import reading_of
from tieout.reading.read import read
from tieout.series.spec import Measure, Places
from tieout.series.store import Store
from tieout.ties.tie import Tie

ROWS = """
2023-01-01,PE-LAL,40
2024-01-01,PE-LAL,50
2023-01-01,PE-CAL,60
2024-01-01,PE-CAL,150
"""
POVERTY = "2022-01-01,PE,27.5"
SAID = [
    ("The Ministry of Health registered 50 homicides in La Libertad in 2024.", "holds", None),
    ("The Ministry of Health registered 90 homicides in La Libertad in 2024.", "breaks", None),
    ("The police registered 90 homicides in La Libertad in 2024.", "open", "other_authority"),
    ("In 2024, 25 percent of all homicides in Peru were registered in La Libertad.", None, None),
    ("In 2024, 25 percent of homicides were committed in La Libertad.", "holds", None),
    ("In 2024, 60 percent of homicides were committed in La Libertad.", "open", "other_whole"),
    ("La Libertad registered the second highest number of homicides in 2024.", "holds", None),
    ("La Libertad registered the third highest number of homicides in 2024.", "open", "other_whole"),
    ("La Libertad registered the second highest homicide rate in 2024.", None, None),
    ("Poverty in Peru stood at 27.5 percent in 2022.", "holds", None),
    ("Poverty in Peru stood at 35.5 percent in 2022, according to INEI.", "breaks", None),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("ties")
    (folder / "x.csv").write_text(f"date,place,count\n{ROWS.strip()}\n", encoding="utf-8")
    (folder / "p.csv").write_text(f"date,place,count\n{POVERTY}\n", encoding="utf-8")
    held = Store(folder / "data")
    held.add(folder / "x.csv", spec(step="year"))
    rate = Measure("poverty", "poverty", None, "percent", {"en": "poverty"})
    of = spec(step="year", rows_are="value", places=Places("PE"))
    held.add(
        folder / "p.csv",
        dataclasses.replace(of, id="poverty", authority="INEI", aliases=(), measures={"poverty": rate}),
    )
    return held


def tied(store: Store, text: str, folder: Path) -> list[Tie]:
    path = folder / "report.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return list(data_ties(reading_of(read(path, country="PE")), store))


@pytest.mark.parametrize(("text", "verdict", "reason"), SAID)
def test_a_figure_is_held_against_the_tables(
    store: Store, text: str, verdict: str | None, reason: str | None, tmp_path: Path
) -> None:
    found = {(tie.verdict, tie.reason) for tie in tied(store, text, tmp_path)}
    assert found == ({(verdict, reason)} if verdict else set())
