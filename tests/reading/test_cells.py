"""Tables in plain text: tabs, pipes, aligned numbers."""

from __future__ import annotations

from tieout.reading.layout import structure


def cells(text: str) -> list[tuple[int | None, int | None, str]]:
    return [(b.row, b.col, text[b.start : b.end]) for b in structure(text).blocks if b.kind == "cell"]


def test_tabs() -> None:
    text = "Intro text here.\n\nCOCAINE TRADE\t9.00\nHEROIN TRADE\t5.50\n\nEnd of it.\n"
    assert cells(text) == [(0, 0, "COCAINE TRADE"), (0, 1, "9.00"), (1, 0, "HEROIN TRADE"), (1, 1, "5.50")]


def test_pipes_with_a_head_and_a_caption() -> None:
    text = "Table 2: Exports\n\n &nbsp; | percent\n--- | ---\nCopper | 36,2\nFish | \n"
    assert cells(text) == [(0, 1, "percent"), (1, 0, "Copper"), (1, 1, "36,2"), (2, 0, "Fish")]
    found = structure(text).blocks
    assert found[0].kind == "caption"
    assert found[0].table == 0
    assert [block.header for block in found[1:]] == [True, True, False, True]


def test_aligned_numbers() -> None:
    text = "Region          2020     2021\nNorth             12       14\nSouth            120      133\n"
    assert cells(text)[3:6] == [(1, 0, "North"), (1, 1, "12"), (1, 2, "14")]


def test_bullets_with_tabs_and_prose_with_blanks_are_no_tables() -> None:
    assert cells("•\tOne of them\n•\tTwo of them\n") == []
    assert cells("He said   so and so\nthen they   left it\nand came   back\n") == []
