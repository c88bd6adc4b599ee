"""EPUB: the chapters in the order of the spine, notes across files, what the book says of itself."""

from __future__ import annotations

from pathlib import Path

from reading.hostile import book
from reading.sound import check_sound, kinds, links, marks
from tieout.reading.document import Document
from tieout.reading.read import read


def document(folder: Path, chapters: dict[str, str]) -> Document:
    path = folder / "made.epub"
    path.write_bytes(book(chapters))
    found = read(path)
    check_sound(found)
    return found


def test_chapters_in_order_each_a_span(tmp_path: Path) -> None:
    found = document(tmp_path, {"b.xhtml": "<h1>Crime</h1><p>Twelve raids.</p>", "a.xhtml": "<p>No head&#233;r.</p>"})
    assert [words for _, words in kinds(found)] == ["Crime", "Twelve raids.", "No headér."]
    chapters = [(span.label, found.text[span.start : span.end]) for span in found.spans_of("chapter")]
    assert chapters == [("Crime", "Crime\n\nTwelve raids."), ("a.xhtml", "No headér.")]


def test_what_the_book_says_of_itself(tmp_path: Path) -> None:
    found = document(tmp_path, {"a.xhtml": "<p>x</p>"})
    assert (found.title, found.date, found.language, found.format) == ("A book", "2024-05-06", "en", "epub")
    assert found.metadata["author"] == "A. Author"


def test_notes_in_another_chapter(tmp_path: Path) -> None:
    text = '<p>Raids<a epub:type="noteref" href="n.xhtml#n1">1</a> rose. <a href="https://example.org/">There</a></p>'
    notes = '<ol><li id="n1"><p>1. Police.</p></li></ol>'
    found = document(tmp_path, {"a.xhtml": text, "n.xhtml": notes})
    assert marks(found) == [("1", "1")]
    assert ("note", "Police.") in kinds(found)
    assert links(found) == [("There", "https://example.org/")]


def test_a_chapter_that_is_not_there_is_a_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(book({"a.xhtml": "<p>x</p>", "b.xhtml": "<p>y</p>"}, more={"OPS/b.xhtml": " "}))
    found = read(path)
    assert [(loss.kind, loss.message) for loss in found.losses] == [
        ("chapter", "chapters that the file names and does not hold: OPS/b.xhtml")
    ]
