"""Citations in every form: what the readers make of each note of `bench/data/citations.toml`."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.bench.sources import own_notes
from tieout.sources.citations.cite import cite
from tieout.sources.citations.draft import Line, Link
from tieout.sources.publisher import shipped

FIELDS = ("author", "title", "date", "pages", "url", "accessed", "translation", "cited_in", "back", "back_note")
FLAGS = ("see_also", "interview", "says_url")


@pytest.mark.parametrize("note", own_notes(), ids=lambda note: note["text"][:60])
def test_a_note_gives_its_citations(note: Mapping[str, Any]) -> None:
    drafts = cite(Line(note["text"]), shipped())
    found = [
        {name: value for name in (*FIELDS, *FLAGS) if (value := getattr(draft, name)) not in (None, False)}
        for draft in drafts
    ]
    assert found == note["citations"]


@pytest.mark.parametrize("note", own_notes(), ids=lambda note: note["text"][:60])
def test_a_citation_is_a_stretch_of_its_note(note: Mapping[str, Any]) -> None:
    last = 0
    for draft in cite(Line(note["text"]), shipped()):
        assert last <= draft.start < draft.end <= len(note["text"])
        last = draft.end
        if draft.date_start is not None and draft.date_text:
            assert note["text"].startswith(draft.date_text.rstrip("."), draft.date_start)


def test_a_link_on_the_word_url_is_its_address() -> None:
    text = "HRW, No Way Back, 3 May 2021, url, p. 4; AI, Out of Reach, 2020, url"
    first, second = text.index("url"), text.rindex("url")
    line = Line(text, [Link(first, first + 3, "https://a.example/1"), Link(second, second + 3, "https://b.example/2")])
    assert [(d.title, d.url, d.pages) for d in cite(line, shipped())] == [
        ("No Way Back", "https://a.example/1", "p. 4"),
        ("Out of Reach", "https://b.example/2", None),
    ]


def test_a_link_on_the_title_is_the_citations_address() -> None:
    text = "Freedom House, Nations in Transit (section 2), 11 May 2023"
    at = text.index("Nations")
    line = Line(text, [Link(at, at + len("Nations in Transit"), "https://freedomhouse.example/nit")])
    (draft,) = cite(line, shipped())
    assert (draft.title, draft.url, draft.pages, draft.date) == (
        "Nations in Transit",
        "https://freedomhouse.example/nit",
        "section 2",
        "2023-05-11",
    )


def test_without_a_link_the_word_url_has_no_address() -> None:
    (draft,) = cite(Line("HRW, No Way Back, 3 May 2021, url"), shipped())
    assert draft.says_url and draft.url is None


@given(st.text(alphabet="AbcÑ .,;:()[]“”‘’\"'0129/-url ibid p. https://x.org", max_size=300))
def test_any_line_is_read(text: str) -> None:
    for draft in cite(Line(text), shipped()):
        assert 0 <= draft.start <= draft.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 40_000,
        "A, " * 8_000,
        "Smith J, " * 3_000,
        "(" * 4_000,
        "“" * 4_000,
        "see " * 5_000,
        "p. 4, " * 3_000,
        "HRW, X, 3 May 2021, url; " * 400,
        "1.1." * 6_000,
    ],
    ids=["letters", "commas", "people", "brackets", "quotes", "see", "pages", "citations", "numbers"],
)
def test_long_lines_take_no_long_time(text: str) -> None:
    start = time.process_time()
    cite(Line(text), shipped())
    assert time.process_time() - start < 4
