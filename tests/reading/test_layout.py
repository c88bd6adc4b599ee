"""The structure of extracted text, on small texts of each kind that PDF-to-text tools make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.reads import assert_sound, document, rows
from tieout.reading.layout import structure
from tieout.reading.view import view_of

LINES_ARE_PARAGRAPHS = """A Country in Brief

Summary

Homicides rose by 12 percent in 2023, to 1 428, said the ministry, which counts them by the month and the district.
A second paragraph stands on the next line, as web pages give it, and says that extortion fell in the same year.

To the Ministry

  • Publish the monthly count of complaints.
  • Pay the 45 officers.
Reading time: 4 minutes
"""

WRAPPED = """1.1. THE DATA
The commission counted the dead of twenty years in a register that is open to all who ask for it,
and it found that most of them had lived far from the capital, in places where no office of the
state had ever been opened. It gave 23,969
names.

A second paragraph of the same section follows here, after a blank line, and goes on for some more
words until it ends.

1.2. THE CAUSES
Nobody had asked before what it was that made the young people of the province go to the meetings
that were held at night.
"""


def test_one_line_is_one_paragraph() -> None:
    found = rows(LINES_ARE_PARAGRAPHS, structure(LINES_ARE_PARAGRAPHS))
    assert [kind for kind, _ in found] == [
        "title",
        "heading",
        "paragraph",
        "paragraph",
        "heading",
        "list_item",
        "list_item",
        "paragraph",
    ]
    assert found[5] == ("list_item", "Publish the monthly count of complaints.")


def test_wrapped_lines_are_joined_and_numbers_of_sections_left_out() -> None:
    found = rows(WRAPPED, structure(WRAPPED))
    assert [kind for kind, _ in found] == ["heading", "paragraph", "paragraph", "heading", "paragraph"]
    assert found[0][1] == "THE DATA"
    assert found[1][1].endswith("It gave 23,969 names.")


def spaced_report() -> str:
    """Pages as some tools leave them: a blank line after each line, notes set close, links, a blank to begin a page."""
    first = """ 1. Overview of the year

The police counted 1 874 complaints of extortion in the first half of the year, which was more than

in any year before it.1 The ministry said that most of them had come from the three largest of the

cities,2 where the number of officers had been cut.3

A new law was passed in May.4 It raised the penalties for those who lead the gangs that extort the

{}

{blank}
1 Ministry of the Interior, Complaints in the first half of the year, 12 July 2023, url; Gazette, The
count, 2023, url
2 Gazette, The count, 2023, url
3 Gazette, Fewer officers, 2022, url

https://interior.example.org/complaints/2023
https://gazette.example.org/count
"""
    second = """ drivers of buses, and it was applied in two cases until September.5 The number of cases is small.

1.1. Kidnapping

Kidnapping rose too, to 34 cases, said the same ministry, and it named the districts in which it was

most common, all of them in the north.6


A COUNTRY REPORT

{}

 Kidnapping by the hour was new.7 Nobody counts it.8

{blank}
5 Gazette, Two cases, 2023, url
6 Ministry of the Interior, Kidnapping, 2023, url
7 Gazette, By the hour, 2023, url
8 Gazette, Nobody counts, 2023, url
"""
    tail = "".join(
        f" Page {n} begins here, with a line that is as long as the others are and that goes on to the next\n\n"
        f"line of the page, where it ends.\n\nA COUNTRY REPORT\n\n{n}\n"
        for n in range(12, 22)
    )
    return first.format("owners", blank=" ") + second.format(11, blank=" ") + tail


def test_a_paragraph_goes_on_over_notes_links_and_the_page() -> None:
    text = spaced_report()
    made = document(text, structure(text))
    law = next(b for b in made.blocks if "new law" in view_of(made, b).text)
    assert len(law.pieces) == 2
    assert view_of(made, law).text.startswith("A new law was passed in May. It raised")
    assert "extort the owners drivers of buses" in view_of(made, law).text
    assert [mark.label for mark in made.spans_of("note_mark")] == list("12345678")
    notes = {block.label: view_of(made, block).text for block in made.blocks if block.kind == "note"}
    assert list(notes) == ["1", "2", "3", "5", "6", "7", "8"]
    assert notes["1"].endswith("2023, url; Gazette, The count, 2023, url")
    assert [b.kind for b in made.blocks].count("links") == 1
    assert not any("COUNTRY REPORT" in view_of(made, block).text for block in made.blocks)
    lost = [(loss.kind, loss.count) for loss in made.losses]
    assert lost == [("note_body", 1)]
    assert_sound(text, structure(text))


def un_report() -> str:
    """Form feeds, a symbol and a number on each page, numbers of paragraphs on lines of their own."""
    contents = (
        "Contents\n\nPage\nIntroduction ........\n3\n\nI.\nProceedings ........\n5\n\nAnnex\n\nPeople ........\n9\n"
    )
    pages = [contents]
    for n in range(3, 9):
        pages.append(
            f"A/XYZ/1/15\n{n}\n\n{2 * n}.\n"
            "The delegation said that the number of women's centres had grown to 148 in all of\n"
            f"the regions, and that it would grow.\n{2 * n + 1}.\n"
            "It\nthen\nprovided\ninformation\non\nthe\nprisons of the country, where\n"
            "the number of people held went\n"
        )
    return "\n\f".join(pages)


def test_running_heads_page_numbers_and_contents_are_furniture() -> None:
    text = un_report()
    made = document(text, structure(text))
    words = [view_of(made, block).text for block in made.blocks]
    assert not any(word.startswith(("A/XYZ", "Contents")) or "...." in word for word in words)
    assert [span.label for span in made.spans_of("page")][1:] == [str(n) for n in range(3, 9)]
    assert words[0].startswith("The delegation said that the number of women's centres had grown to 148 in all of the")
    assert any(word.startswith("It then provided information on the prisons") for word in words)
    assert_sound(text, structure(text))


def test_numbers_at_the_heads_of_lines_are_no_notes() -> None:
    more = "\n12 000 people left the province in those years of want and of fear, said the commission\n3 men stayed.\n"
    text = WRAPPED + more
    assert not any(kind == "note" for kind, _ in rows(text, structure(text)))


def test_what_is_left_of_a_torn_table_is_a_loss() -> None:
    text = (
        WRAPPED
        + "\n".join(["Region", "Deaths", "North", "488", "15%", "South", "245", "41%", "0", "100", "200"])
        + "\n"
    )
    found = structure(text)
    assert [loss.kind for loss in found.losses] == ["table_lost"]
    assert not any("488" in words for _, words in rows(text, found))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Table 3: Deaths by year", "caption", "Deaths by year"),
        ("Gráfico 1. Tasa de homicidios", "caption", "Tasa de homicidios"),
        ("12. The Committee thanked the State for the report that it had sent.", "list_item", None),
        ("2.5 million people were counted.", "paragraph", "2.5 million people were counted."),
        ("J. Smith said so to the paper.", "paragraph", "J. Smith said so to the paper."),
        ("(b) Publish the count.", "list_item", "Publish the count."),
        ("32<sup>nd</sup> of 193 countries", "paragraph", "32nd of 193 countries"),
        ("The **second** was _much_ larger than 2*3*4.", "paragraph", "The second was much larger than 2*3*4."),
        ("See [the law](https://example.org/a) of 2020.", "paragraph", "See the law of 2020."),
        ("https://example.org/a-long-address/of/a/page", "links", None),
    ],
)
def test_single_lines(text: str, kind: str, words: str | None) -> None:
    whole = f"Some text stands before it, and ends.\n\n{text}\n\nSome text stands behind it, and ends.\n"
    found = rows(whole, structure(whole))[1]
    assert found[0] == kind
    assert words is None or found[1] == words


@given(st.text(alphabet="aA1. \n\f\t|#*_[]()^²-", max_size=200))
def test_any_text_has_a_sound_structure(text: str) -> None:
    assert_sound(text, structure(text))


@given(
    st.lists(st.sampled_from([*WRAPPED.split("\n"), *un_report().split("\n"), "12 So, url", "\f", " "]), max_size=60)
)
def test_any_order_of_real_lines_has_a_sound_structure(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert_sound(text, structure(text))
