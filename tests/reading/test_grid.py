"""Which cells of a table are headers."""

from __future__ import annotations

import pytest

from tieout.reading.grid import NO_HEADER, GridCell, header_cells


def grid(*rows: tuple[str, ...]) -> list[GridCell]:
    return [GridCell(row, col, text) for row, cells in enumerate(rows) for col, text in enumerate(cells)]


TABLES = [
    (grid(("Region", "2022", "2023"), ("Lima", "12", "14")), ["Region", "2022", "2023", "Lima"]),
    (grid(("Year", "Deaths"), ("2022", "12"), ("2023", "14")), ["Year", "Deaths", "2022", "2023"]),
    (grid(("Lima", "12", "14"), ("Ica", "3", "4")), ["Lima", "Ica"]),
    (grid(("Measure", "2.5%", "estimate", "97.5%", "Left"), ("a", "1", "2", "3", "4")),
     ["Measure", "2.5%", "estimate", "97.5%", "Left", "a"]),
    (grid(("", "US$", "S/"), ("1,204", "USD 5.2", "n/a")), ["US$", "S/"]),
    ([GridCell(0, 0, "Region", 2), GridCell(0, 1, "Year"), GridCell(1, 1, "2022"),
      GridCell(2, 0, "Ica"), GridCell(2, 1, "9")], ["Region", "Year", "2022", "Ica"]),
    ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "expected"), TABLES)
def test_headers_are_found(cells: list[GridCell], expected: list[str]) -> None:
    headers = header_cells(cells)
    assert [cell.text for cell, header in zip(cells, headers, strict=True) if header and cell.text] == expected


def test_marked_rows_win() -> None:
    cells = grid(("Title", "a"), ("Region", "b"), ("Lima", "12"))
    assert header_cells(cells, frozenset({1})) == [True, False, True, True, True, False]
    assert header_cells(cells, NO_HEADER) == [True, False, True, False, True, False]
