"""Comments in a Word file: the words that they hang on, as spans; their text is no text of the document."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from tieout.reading.read import read


def comments(folder: Path, document: WordDocument) -> list[tuple[str, str | None]]:
    path = folder / "draft.docx"
    document.save(str(path))
    found = read(path)
    assert "a remark" not in found.text
    return [(found.text[s.start : s.end], s.label) for s in found.spans_of("comment")]


@pytest.fixture
def draft() -> WordDocument:
    return docx.Document()


def test_the_words_it_hangs_on(tmp_path: Path, draft: WordDocument) -> None:
    paragraph = draft.add_paragraph("Police made ")
    run = paragraph.add_run("12 arrests")
    paragraph.add_run(" in 2023.")
    draft.add_comment([run], text="a remark\nin two lines", author="AB", initials="AB")
    assert comments(tmp_path, draft) == [("12 arrests", "a remark in two lines")]


def test_over_two_paragraphs_and_in_a_table(tmp_path: Path, draft: WordDocument) -> None:
    first, second = draft.add_paragraph("One.").runs[0], draft.add_paragraph("Two.").runs[0]
    draft.add_comment([first, second], text="a remark", author="AB", initials="AB")
    table = draft.add_table(2, 2)
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].add_run("Cell")
    draft.add_comment([table.cell(1, 1).paragraphs[0].runs[0]], text="a remark", author="AB", initials="AB")
    assert [words.split() for words, _ in comments(tmp_path, draft)] == [["One.", "Two."], ["Cell"]]


def test_tieouts_own_comments_and_empty_ones_are_left_out(tmp_path: Path, draft: WordDocument) -> None:
    run = draft.add_paragraph("Police made 12 arrests.").runs[0]
    draft.add_comment([run], text="a remark", author="Tieout", initials="T")
    draft.add_comment([run], text="", author="AB", initials="AB")
    assert comments(tmp_path, draft) == []
