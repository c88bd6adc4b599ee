"""The stretch of text that a mark supports, and which body belongs to which mark."""

from __future__ import annotations

import pytest

from tieout.reading.document import Block, Document, Span
from tieout.sources.pairing import pairs_of
from tieout.sources.support import stretches_of


def document(text: str, blocks: list[Block], marks: list[tuple[int, int, str]]) -> Document:
    spans = tuple(Span("note_mark", start, end, label) for start, end, label in marks)
    return Document("a.txt", text, "txt", "0", "test", tuple(blocks), spans)


@pytest.mark.parametrize(
    ("text", "supported"),
    [
        ("One died.1 Two fled.2", ["One died.", "Two fled."]),
        ("Ten boats,1 two cars.2", ["Ten boats,", "two cars."]),
        ("Per head.1.2", ["Per head.", "Per head."]),
        ("A. B. C.1", ["A. B. C."]),
    ],
)
def test_stretches(text: str, supported: list[str]) -> None:
    marks = [(at, at + 1, char) for at, char in enumerate(text) if char.isdigit()]
    doc = document(text, [Block("paragraph", ((0, len(text)),))], marks)
    found = stretches_of(doc)
    assert [text[slice(*found[start])] for start, _, _ in marks] == supported


def test_a_number_used_in_each_chapter() -> None:
    text = "a1 b1 1 first 1 second"
    blocks = [
        Block("paragraph", ((0, 5),)),
        Block("note", ((6, 13),), label="1"),
        Block("note", ((14, 22),), label="1"),
    ]
    pairs = pairs_of(document(text, blocks, [(1, 2, "1"), (4, 5, "1")]))
    assert [(p.marks[0].start, p.body.start if p.body else None) for p in pairs] == [(1, 6), (4, 14)]


def test_a_note_marked_twice_is_one_note() -> None:
    text = "a1 b1 1 first"
    blocks = [Block("paragraph", ((0, 5),)), Block("note", ((6, 13),), label="1")]
    (pair,) = pairs_of(document(text, blocks, [(1, 2, "1"), (4, 5, "1")]))
    assert len(pair.marks) == 2


def test_a_mark_without_a_body_and_a_body_without_a_mark() -> None:
    text = "a1 2 second"
    blocks = [Block("paragraph", ((0, 2),)), Block("note", ((3, 11),), label="2")]
    pairs = pairs_of(document(text, blocks, [(1, 2, "1")]))
    assert [(p.label, len(p.marks), p.body is not None) for p in pairs] == [("1", 1, False), ("2", 0, True)]
