"""Places in a document: lines and columns as a text editor counts them, pages where there are pages."""

from __future__ import annotations

import pytest

from tieout.checks.places import Places, Spot
from tieout.reading.document import Document, Span

TEXT = "one\ntwo\r\n\nfour\u2028still four\x0b"


def document(format: str, spans: tuple[Span, ...] = ()) -> Document:
    return Document(f"a.{format}", TEXT, format, "0" * 64, "test", (), spans)


@pytest.mark.parametrize(
    ("at", "spot"),
    [("one", (1, 1)), ("ne", (1, 2)), ("two", (2, 1)), ("\r", (2, 4)), ("four", (4, 1)), ("still", (4, 6))],
)
def test_lines_end_at_newlines_only(at: str, spot: tuple[int, int]) -> None:
    assert Places(document("txt")).spot(TEXT.index(at)) == Spot(*spot)


def test_the_end_of_the_text_has_a_place() -> None:
    assert Places(document("md")).spot(len(TEXT)).line == 4
    assert Places(Document("a.txt", "", "txt", "0", "test", ())).name(0) == "1:1"


def test_a_pdf_has_pages() -> None:
    pages = (Span("page", 0, 8, "i"), Span("page", 8, len(TEXT), "2"))
    places = Places(document("pdf", pages))
    assert [places.name(0), places.name(9)] == ["p. i", "p. 2"]
    assert places.name(9, "pág. {n}") == "pág. 2"
    assert Places(document("txt", pages)).name(0) == "1:1"
