"""The Writer keeps offsets, whatever is written and taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reading.sound import check_sound
from tieout.reading.writer import Writer

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)


@given(parts=st.lists(st.tuples(WORDS, st.booleans())))
def test_blocks_quote_what_was_written(parts: list[tuple[str, bool]]) -> None:
    writer = Writer()
    kept = []
    for text, keep in parts:
        writer.gap()
        mark = writer.mark()
        start = writer.write(text)
        writer.span("markup", start, writer.at)
        assert writer.since(start) == text
        if keep and text.strip():
            writer.block("paragraph", [(start, writer.at)])
            kept.append(text)
        else:
            writer.take_back(mark)
    document = writer.document("x", b"", format="txt", reader="test")
    check_sound(document)
    assert [document.text[block.start : block.end] for block in document.blocks] == kept


def test_raised_marks_with_signs_around_them() -> None:
    writer = Writer()
    start = writer.write("It fell[4, 5].") + 7
    writer.note_marks(start, "[4, 5].", [(1, 2), (4, 5)])
    document = writer.document("x", b"", format="txt", reader="test")
    assert [(s.kind, document.text[s.start : s.end]) for s in document.spans] == [
        ("markup", "["), ("note_mark", "4"), ("markup", ", "), ("note_mark", "5"), ("markup", "]"),
    ]  # fmt: skip


def test_addresses_in_the_text_are_links_once() -> None:
    writer = Writer()
    start = writer.write("See https://example.org/a and https://example.org/b.")
    writer.span("link", start + 4, start + 25, target="https://example.org/real")
    links = list(writer.document("x", b"", format="txt", reader="test").spans_of("link"))
    assert [link.target for link in links] == ["https://example.org/real", "https://example.org/b"]


def test_the_gap_at_the_end_is_dropped() -> None:
    writer = Writer()
    writer.write("Words.")
    writer.gap()
    writer.gap()
    assert writer.document("x", b"", format="txt", reader="test").text == "Words."
