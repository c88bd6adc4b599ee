"""Clean views: what is folded, what is left out, and that every character maps back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.reading.document import Block, Document, Span
from tieout.reading.view import view_of


def view(text: str, spans: tuple[Span, ...] = (), pieces: tuple[tuple[int, int], ...] = ()) -> tuple[str, Document]:
    document = Document(
        "x.txt", text, "txt", "0" * 64, "test", (Block("paragraph", pieces or ((0, len(text)),)),), spans
    )
    return view_of(document, document.blocks[0]).text, document


CASES = [
    # line breaks, tabs and runs of blanks fold to one blank; edges are trimmed
    ("in 2022 \n\nthe  rate\twas 4 ", (), "in 2022 the rate was 4"),
    ("1\u00a0428 cases", (), "1 428 cases"),
    # note marks and markup are left out, and glue nothing together that was apart
    ("in 2021,371 and more", (Span("note_mark", 8, 11, "371"),), "in 2021, and more"),
    ("32<sup>nd</sup> of 193", (Span("markup", 2, 7), Span("markup", 9, 15)), "32nd of 193"),
    # soft hyphens and zero-width characters are not seen
    ("extor\u00adtion\u200b rose", (), "extortion rose"),
]


@pytest.mark.parametrize(("text", "spans", "expected"), CASES)
def test_a_view_is_one_clean_line(text: str, spans: tuple[Span, ...], expected: str) -> None:
    assert view(text, spans)[0] == expected


def test_pieces_are_joined_by_one_blank() -> None:
    text = "rural areas, 41.1 and\n12 Author, Title\n24.1 percent"
    assert view(text, pieces=((0, 21), (39, 51)))[0] == "rural areas, 41.1 and 24.1 percent"


def test_a_span_takes_its_closing_tag_along() -> None:
    text = "32<sup>nd</sup> of 193"
    document = view(text, (Span("markup", 2, 7), Span("markup", 9, 15)))[1]
    found = view_of(document, document.blocks[0])
    assert text[slice(*found.span(0, 4))] == "32<sup>nd</sup>"


@given(
    st.text(alphabet="ab 1\n\t\u00a0\u00ad.", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=4),
)
def test_every_character_maps_back(text: str, holes: list[tuple[int, int]]) -> None:
    spans = tuple(Span("markup", min(a, len(text)), min(a + n, len(text))) for a, n in holes)
    document = Document("x.txt", text, "txt", "0" * 64, "test", (Block("paragraph", ((0, len(text)),)),), spans)
    found = view_of(document, document.blocks[0])
    assert len(found.text) == len(found.offsets)
    assert "  " not in found.text
    assert found.text == found.text.strip(" ")
    for char, offset in zip(found.text, found.offsets, strict=True):
        assert text[offset] == char or (char == " " and text[offset].isspace())
        assert not any(span.start <= offset < span.end for span in spans if char != " ")
    assert list(found.offsets) == sorted(found.offsets)
