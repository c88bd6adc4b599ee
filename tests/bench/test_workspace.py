"""What the example workspace holds does not shrink; the benchmark says what it measured."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tieout.bench.workspace import MEASURES, workspace
from tieout.workspace.workspace import Workspace

FLOORS = {
    "documents": 5, "passages": 470, "figures": 800, "laws": 15, "recommendations": 5, "gaps": 5, "notes": 105,
    "citations": 110, "sources": 65, "ties": 150, "findings": 15,
}  # fmt: skip
"""Rows that the tables of the example have at least."""


@pytest.mark.parametrize("name", FLOORS)
def test_tables_have_their_rows(example: Workspace, name: str) -> None:
    assert pq.read_metadata(example.table(name)).num_rows >= FLOORS[name]


def test_what_the_benchmark_says(tmp_path: Path) -> None:
    for number in range(3):
        text = f"Police counted 1,{number}00 thefts in 2023 and 1,500 in 2024.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    lines = list(workspace(tmp_path))
    assert {line.split()[0] for line in lines} == set(MEASURES)
    text = "\n".join(lines)
    assert re.search(r"cold .*, 3 read, 3 derived, 3 documents", text)
    assert re.search(r"nothing changed .*, 0 read, 0 derived", text)
    assert re.search(r"one file changed .*, 1 read, 1 derived", text)
    assert "documents 3, not_read 0, passages 4, figures 7" in text
