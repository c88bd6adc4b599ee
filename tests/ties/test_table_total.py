"""Totals of tables, by column and by row."""

from __future__ import annotations

import pytest

from tieout.evidence.figure import Figure
from tieout.evidence.passage import passages_of
from tieout.reading.document import Block, Document
from tieout.ties.find import find_ties
from ties.marked import figure

RAIDS = [["Region", "2022", "2023"], ["Lima", "40", "50"], ["Callao", "25", "20"], ["Total", "65", "70"]]
WIDE = [["Region", "Men", "Women", "Total"], ["Lima", "40", "12", "52"], ["Callao", "25", "5", "30"]]


def verdicts(rows: list[list[str]], kind: str = "total", **fields: str) -> list[str]:
    """The verdicts on the totals of a table; all cells but the first row and column are figures."""
    text, blocks, figures = "", [], list[Figure]()
    for row, cells in enumerate(rows):
        for col, cell in enumerate(cells):
            start = len(text)
            blocks.append(Block("cell", ((start, start + len(cell)),), table=0, row=row, col=col))
            if row and col and cell:
                figures.append(figure(cell, start=start, cell=(0, row, col), **fields))
            text += cell + "\n"
    document = Document("table.txt", text, "txt", "0" * 64, "test", tuple(blocks), language="en")
    found = find_ties(document, "en", passages_of(document, "en"), figures)
    return [tie.verdict for tie in found if tie.kind == kind]


def changed(rows: list[list[str]], row: int, col: int, cell: str) -> list[list[str]]:
    return [[cell if (r, c) == (row, col) else old for c, old in enumerate(cells)] for r, cells in enumerate(rows)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (RAIDS, ["holds", "holds"]),
        (changed(RAIDS, 3, 2, "90"), ["holds", "breaks"]),
        (WIDE, ["holds", "holds"]),
        (changed(WIDE, 1, 3, "62"), ["breaks", "holds"]),
        # A cell is empty: the column is not added up.
        (changed(RAIDS, 2, 1, ""), ["holds"]),
        # A total below its parts is an average.
        (changed(RAIDS, 3, 1, "32"), ["holds"]),
        # Nothing is called total.
        (changed(RAIDS, 3, 0, "Ica"), []),
    ],
)
def test_totals(rows: list[list[str]], expected: list[str]) -> None:
    assert verdicts(rows) == expected


def test_rates_are_not_added() -> None:
    assert verdicts(RAIDS, unit="per_100k") == []


@pytest.mark.parametrize(("mean", "expected"), [("4.50", ["holds"]), ("5.40", ["breaks"])])
def test_a_row_called_mean(mean: str, expected: list[str]) -> None:
    rows = [
        ["Indicator", "Score"],
        ["Courts", "6.00"],
        ["Police", "3.50"],
        ["Laws", "4.00"],
        ["Mean of the three", mean],
    ]
    assert verdicts(rows, kind="mean", unit="score") == expected
