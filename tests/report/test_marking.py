"""Marks over text: cut at each other's ends, nested by layer, and the text under them unchanged."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.report.marking import Layer, Mark, Run, marked, runs_of, shown

TEXT = "ab <i>&\r\n“cd” 12%"


class Reader(HTMLParser):
    """Collects the text, the text under each mark, and whether tags close in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[list[str]] = []
        self.under: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((dict(attrs)["k"] or "").split())

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for key in {key for keys in self.open for key in keys}:
            self.under[key] = self.under.get(key, "") + data


def layer(name: str, marks: list[Mark]) -> Layer:
    def wrap(run: Run, inner: str) -> str:
        return f'<b k="{" ".join(f"{name}{mark.key}" for mark in run.marks)}">{inner}</b>'

    return Layer.of(marks, wrap)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], []),
        ([(2, 2)], []),  # an empty mark marks nothing
        ([(1, 4)], [(1, 4, (0,))]),
        ([(1, 4), (4, 6)], [(1, 4, (0,)), (4, 6, (1,))]),
        ([(1, 6), (2, 4)], [(1, 2, (0,)), (2, 4, (0, 1)), (4, 6, (0,))]),  # one inside the other
        ([(1, 4), (2, 6)], [(1, 2, (0,)), (2, 4, (0, 1)), (4, 6, (1,))]),  # crossing
        ([(1, 4), (1, 4)], [(1, 4, (0, 1))]),  # two on the same words
    ],
)
def test_runs(marks: list[tuple[int, int]], expected: list[tuple[int, int, tuple[int, ...]]]) -> None:
    runs = runs_of(Mark(start, end, key) for key, (start, end) in enumerate(marks))
    assert [(run.start, run.end, tuple(mark.key for mark in run.marks)) for run in runs] == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ((0, 3), (2, 3)),  # begins before the text that is shown
        ((2, 30), (2, 14)),  # ends after it
        ((5, 12), (10, 12)),  # begins between two pieces
        ((5, 10), None),  # lies between them
        ((3, 3), None),
    ],
)
def test_shown(mark: tuple[int, int], expected: tuple[int, int] | None) -> None:
    drawn = [(m.start, m.end) for m in shown([Mark(*mark, 0)], [(2, 5), (10, 14)])]
    assert drawn == ([expected] if expected else [])


def test_a_mark_crossing_the_layer_above_is_cut() -> None:
    html = marked("abcdef", 0, 6, [layer("o", [Mark(1, 4, 0)]), layer("i", [Mark(3, 5, 0)])])
    assert html == 'a<b k="o0">bc<b k="i0">d</b></b><b k="i0">e</b>f'


marks_lists = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: (min(ends), max(ends))), max_size=5
)


@given(marks_lists, marks_lists, st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_text_and_quotes_survive(outer: list[tuple[int, int]], inner: list[tuple[int, int]], a: int, b: int) -> None:
    start, end = min(a, b), max(a, b)
    named = {"o": outer, "i": inner}
    layers = [layer(name, [Mark(*ends, key) for key, ends in enumerate(marks)]) for name, marks in named.items()]
    reader = read(marked(TEXT, start, end, layers))
    assert reader.text == TEXT[start:end]
    for name, marks in named.items():
        for key, (first, last) in enumerate(marks):
            seen = TEXT[start:end][max(first - start, 0) : max(last - start, 0)]
            assert reader.under.get(f"{name}{key}", "") == seen
