"""Note marks: stuck to words, stops, brackets and numbers; and numbers that must never be taken for marks."""

from __future__ import annotations

import pytest

from tieout.reading.marks import marks_of


def labels(text: str, notes: set[str] | None = None) -> list[str]:
    return [mark.label for mark in marks_of(text, lambda _: True, notes or set())]


RUN = "Courts are slow.1 Police say so.2 Prisons are full.3 "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RUN + "The law was passed in 2021,4 and 55 cases in 2022,5 were heard.6", "123456"),
        (RUN + "It counted 804 742.4 Then came others.5", "12345"),  # behind a number with a group
        (RUN + "per 100 000 inhabitants4.5 It fell.6", "123456"),  # two marks stuck to each other
        (RUN + "The rate was 40.4 in May.4 It fell.5", "12345"),  # a decimal is not the fourth
        (RUN + "and 2,126 men (99%).4 Then ‘so it went.’5", "12345"),
        (RUN + "Map 1. Roads4 of the land.5", "12345"),
        (RUN + "an area of 30 km2 was cut.4 Then 12 m2 more.5", "12345"),
        ("Uno¹ y dos² y tres³ y cuatro⁴.", "1234"),
        ("a<sup>1</sup> b<sup>2</sup> c<sup>3</sup> d<sup>4</sup>", "1234"),
        ("So it is.[1] And so.[2] And again.[3]", "123"),
    ],
)
def test_marks_in_running_order(text: str, expected: str) -> None:
    assert "".join(labels(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rate rose from 5.1 to 6.2, then 7.3 and 8.4 per cent.",
        "The G20 met; COVID19 came; the M23 fought; in Barrio18 and MS13 they stayed.",
        "See No.1 and Art.2 and p.3 and Rev.4 of Law No.5 for more.",
        "Some 1 428 of 2 126, or 1,428 of 2,126; 3.500 de 4.500.",
        "It ranked 32<sup>nd</sup>, 10<sup>th</sup>, 6<sup>th</sup> and 1<sup>st</sup>.",
        "It covers 40 km² and 30 m³, 10⁶ in all.",
        "At 10:30 and 11:45 on 1/2/2020, 3-4 men and 5–6 women.",
        "A sum[3] of [45] things",
    ],
)
def test_no_marks_where_there_are_none(text: str) -> None:
    assert labels(text) == []


def test_a_bracket_with_a_note_is_a_mark_wherever_it_stands() -> None:
    assert labels("First [R-1] then [R-2] and [R-1] again.", {"R-1", "R-2"}) == ["R-1", "R-2", "R-1"]


def test_a_mark_behind_a_blank_is_found_between_its_neighbours() -> None:
    text = " ".join(f"Sentence so.{n}" for n in range(1, 24)) + " Sentence here.’ 24 Sentence there.25 And so.26"
    assert labels(text) == [str(n) for n in range(1, 27)]


def test_a_number_in_a_gap_is_no_mark_when_it_counts_something() -> None:
    text = " ".join(f"Sentence so.{n}" for n in range(1, 24)) + " They killed 24 men.25 And so.26"
    assert "24" not in labels(text)


def test_text_that_is_not_open_holds_no_marks() -> None:
    assert marks_of(RUN + "Yes.4 No.5", lambda offset: offset < 40, set()) == []
