"""Lines with what stands before them: blank lines, indentation, page breaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tieout.reading.lines import lines_of


def test_lines_carry_their_gap_indent_and_page_break() -> None:
    lines = lines_of("one\n\n  two \r\nthree\n\f\nfour")
    assert [(line.text, line.gap, line.indent, line.feed) for line in lines] == [
        ("one", 0, 0, False),
        ("two", 1, 2, False),
        ("three", 0, 0, False),
        ("four", 2, 0, True),
    ]


def test_one_leading_blank_on_few_lines_is_a_page_break() -> None:
    page = "\n".join([" Head of the page", *["A line of text."] * 9])
    lines = lines_of("\n".join([page] * 12))
    assert sum(line.page for line in lines) == 12
    assert not any(line.feed for line in lines)


def test_indented_lists_are_no_page_breaks() -> None:
    lines = lines_of("\n".join([" one", "   two"] * 12))
    assert not any(line.page for line in lines)


@given(st.text())
def test_each_line_is_a_stretch_of_the_text(text: str) -> None:
    for line in lines_of(text):
        assert text[line.start : line.end] == line.text
        assert line.text.strip() == line.text
