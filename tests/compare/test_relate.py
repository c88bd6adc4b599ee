"""How two figures of two documents relate: every relation, both languages, and what is left alone."""

from __future__ import annotations

import pytest

from compare.sources import compared, relations, said
from tieout.compare.comparison import VERDICTS

PAIRS = [
    ("The police registered 512 homicides in Peru in 2021.", "In 2021, Peru had 512 homicides.", {"agrees"}),
    ("The police registered 512 homicides in Peru in 2021.", "About 500 homicides were committed in Peru in 2021.",
     {"agrees"}),
    ("The poverty rate of Peru was 27.5 percent in 2022.",
     "es:La tasa de pobreza del Perú fue de 27,5 por ciento en 2022.", {"agrees"}),
    ("The poverty rate of Peru was 27.5 percent in 2022.", "The poverty rate of Peru was 25.9 percent in 2021.",
     {"other_period"}),
    ("Peru had 512 homicides in 2021.", "es:En 2020 hubo 467 homicidios en el Perú.", {"other_period"}),
    ("The police registered 512 homicides in Peru in 2021.",
     "According to the Ministry of Health, 431 homicides were registered in Peru in 2021.", {"other_authority"}),
    ("The police registered 512 homicides in Peru in 2021.", "431 homicides were registered in Peru in 2021.",
     {"other_authority"}),
    ("Peru had 512 homicides of women in 2021.", "Peru had 530 homicides in 2021.", {"other_definition"}),
    ("The poverty rate of Peru was 27.5 percent in 2022.", "The poverty rate of Peru was about 40 percent in 2022.",
     {"estimate"}),
    ("The National Police registered 812 kidnappings in Peru in 2021.",
     "According to the National Police, 281 kidnappings were registered in Peru in 2021.", {"conflict"}),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_two_figures(one: str, other: str, expected: set[str]) -> None:
    assert relations(one, other) == expected
    assert relations(other, one) == expected


LEFT_ALONE = [
    ("Peru had 512 homicides in 2021.", "Chile had 512 homicides in 2021."),
    ("Peru had 512 homicides in 2021.", "Peru had 512 kidnappings in 2021."),
    ("The police made 512 arrests for extortion in Peru in 2021.", "Peru had 498 extortion complaints in 2021."),
    ("Two people were injured in protests in Peru in 2021.", "Three people were killed in protests in Peru in 2021."),
    ("Peru had 512 homicides in 2021.", "Peru had 2,100 homicides in 1970."),
    ("The protests in Peru left 312 injured in 2022.", "The protests in Peru left 311 dead in 2022."),
    ("The law of Peru protects children under 14.", "In Peru children under 14 may not work."),
]


@pytest.mark.parametrize(("one", "other"), LEFT_ALONE)
def test_other_things_are_left_alone(one: str, other: str) -> None:
    assert relations(one, other) == set()


def test_documents_of_other_dates_may_be_revised() -> None:
    one = "The National Police registered 812 kidnappings in Peru in 2021."
    other = "According to the National Police, 840 kidnappings were registered in Peru in 2021."
    assert relations(one, other, dates=("2022-01-31", "2023-03-01")) == {"revised"}
    assert relations(one, other, dates=("2022-01-31", "2022-02-10")) == {"conflict"}
    assert relations(one, other, dates=(None, None)) == {"revised"}, "dates that nobody knows may be any"


def test_town_and_country_are_not_one() -> None:
    assert relations(
        "In 2022, 41 percent of people in rural areas of Peru lived in poverty.",
        "The poverty rate of Peru was 41 percent in 2022.",
    ) <= {"other_definition"}  # fmt: skip


def test_equal_numbers_of_many_documents_are_one_comparison() -> None:
    texts = [f"In Peru, {words} 512 homicides in 2021." for words in ("there were", "police counted", "courts saw")]
    (one,) = compared(*texts)
    assert (one.relation, one.docs) == ("agrees", ("a.txt", "b.txt", "c.txt"))
    assert said(one) == ["512", "512", "512"]


def test_a_comparison_is_a_tie() -> None:
    (one,) = compared(*PAIRS[-1][:2])
    assert (one.tie.verdict, one.tie.reason, one.tie.members) == ("breaks", None, one.members)
    (other,) = compared(*PAIRS[3][:2])
    assert (other.tie.verdict, other.tie.reason) == ("open", "other_period")
    assert set(VERDICTS.values()) == {"holds", "open", "breaks"}


def test_one_document_has_nothing_to_compare() -> None:
    assert compared("Peru had 512 homicides in 2021. Peru had 512 homicides in 2021.") == ()


def test_the_quote_is_the_documents() -> None:
    text = "Peru had 512 homicides in 2021."
    for one in compared(text, text):
        assert all(text[m.start : m.end] == m.text for m in one.members)
