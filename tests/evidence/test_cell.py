"""What the numbers of a table count."""

from __future__ import annotations

import pytest

from tieout.evidence.cell import CellMeasures
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, passages_of
from tieout.reading.document import Block, BlockKind, Document

Row = tuple[str, ...]


def _passages(above: tuple[BlockKind, str] | None, rows: list[Row], language: str) -> list[Passage]:
    """A line above a table and the table itself, whose first row is its header."""
    text, blocks = "", []
    if above is not None:
        text = above[1] + "\n"
        blocks.append(Block(above[0], ((0, len(above[1])),), table=0 if above[0] == "caption" else None))
    for row, cells in enumerate(rows):
        for col, words in enumerate(cells):
            piece = (len(text), len(text) + len(words))
            blocks.append(Block("cell", (piece,), table=0, row=row, col=col, header=row == 0))
            text += words + "\n"
    return passages_of(Document("x.txt", text, "txt", "0", "test", tuple(blocks)), language)


CASES: list[tuple[str, tuple[BlockKind, str] | None, list[Row], str, str]] = [
    # the headers of column and row
    ("en", None, [("Town", "Thefts"), ("Ica", "12")], "level", "Thefts: Ica"),
    # the caption says what the headers leave open
    (
        "en",
        ("caption", "Table 3. Thefts of cars by town"),
        [("Town", "2024"), ("Ica", "12")],
        "level",
        "Thefts of cars: Ica",
    ),
    (
        "es",
        ("heading", "Hurtos de autos, 2024"),
        [("Ciudad", "en porcentaje"), ("Ica", "12")],
        "share",
        "Hurtos de autos: Ica",
    ),
    # a header that names a concept needs no caption
    ("en", ("caption", "Table 3. Crime by town"), [("Town", "Robberies"), ("Ica", "12")], "level", "Robberies: Ica"),
    # a paragraph above is no caption
    ("en", ("paragraph", "Thefts of cars fell."), [("Town", "2024"), ("Ica", "12")], "level", "Ica"),
    # scores are named by their row
    ("en", ("heading", "Crime scores"), [("Market", "Score"), ("Arms", "7.00")], "score", "Score: Arms"),
    # the cell's own words
    ("en", None, [("Thefts", "2024"), ("Ica", "12 cars")], "level", "cars"),
]


@pytest.mark.parametrize(("language", "above", "rows", "kind", "expected"), CASES)
def test_cell(language: str, above: tuple[BlockKind, str] | None, rows: list[Row], kind: str, expected: str) -> None:
    passages = _passages(above, rows, language)
    number = rows[-1][-1].split()[0]
    mention = Mention(0, len(number), 0, len(number), None, number, kind=kind)  # type: ignore[arg-type]
    named = CellMeasures(passages, language).read(passages[-1], mention)
    assert ": ".join(page.text[start:end] for page, (start, end) in named) == expected
