"""What figures of several documents say together: chains, paths, rates, parts, attitudes, trends in words."""

from __future__ import annotations

import pytest

from compare.sources import compared, said
from tieout.compare.trends import Form, forms

BASE = "In Peru there were nearly 600 kidnappings in 2020."
RISE = "Peru had 900 kidnappings in 2021, an increase of 52 percent from 2020."


def fits(*texts: str) -> list[list[str]]:
    """The members of everything that fits."""
    return [said(one) for one in compared(*texts) if one.relation == "fits"]


def test_a_level_and_a_change_lead_to_what_another_says() -> None:
    assert fits(RISE, BASE) == [["900", "52 percent", "nearly 600"]]


def test_the_chain_is_followed_over_a_third_source() -> None:
    found = fits(
        RISE, "Kidnappings in Peru rose by 110 percent from 2020 to 2022.", "Peru had 1,243 kidnappings in 2022."
    )
    assert ["900", "52 percent", "110 percent", "1,243"] in found


def test_a_year_between_two_others_is_one_path() -> None:
    ends = "Peru had 600 kidnappings in 2020 and 1,300 kidnappings in 2022."
    assert ["940", "600", "1,300"] in fits(ends, "Peru had 940 kidnappings in 2021.")
    assert fits(ends, "Peru had 1,940 kidnappings in 2021.") == []


def test_numbers_that_do_not_lead_to_each_other_say_nothing() -> None:
    assert fits(RISE, "In Peru there were 950 kidnappings in 2020.") == []


def test_open_bounds_alone_fit_nothing() -> None:
    assert fits("Peru had over 900 kidnappings in 2021, an increase of 52 percent from 2020.",
                "Peru had 5,900 kidnappings in 2020.") == []  # fmt: skip


def test_a_rate_with_a_count_and_the_population_of_another_source() -> None:
    rate = "Peru had 2,520 homicides in 2022. The homicide rate of Peru was 7.5 per 100,000 inhabitants in 2022."
    assert ["7.5 per 100,000", "2,520", "33.4 million"] in fits(
        rate, "The population of Peru was 33.4 million in 2022."
    )
    assert fits(rate, "The population of Peru was 21 million in 2022.") == []


def test_for_and_against_one_institution() -> None:
    against = "In March 2024, 91 percent of Peruvians had an unfavorable opinion of Congress in Peru."
    assert ["6 percent", "91 percent"] in fits("Congress has the approval of 6 percent in Peru.", against)
    assert fits("Congress has the approval of 26 percent in Peru.", against) == []


def test_a_trend_in_words_and_the_change_that_another_counts() -> None:
    told = "In Peru, courts heard 12 witnesses. Police received more kidnapping complaints in 2021 than in 2020."
    (found,) = fits(told, RISE)
    assert found == ["more kidnapping complaints in 2021 than in 2020", "52 percent", "900"]
    fell = told.replace("more", "fewer")
    assert fits(fell, RISE) == []


@pytest.mark.parametrize("form", forms(), ids=lambda form: f"{form.language}-{form.direction}-{form.later}")
def test_every_example_of_a_trend_is_read(form: Form) -> None:
    for example in form.examples:
        found = form.pattern.search(example)
        assert found, example
        first, second = int(found[1]), int(found[2])
        assert (first > second) == (form.later == "first"), example


COPIED = (
    "The National Police counted 812 kidnappings in Peru in 2021, 440 of them in Lima, up 40 percent from 580 in 2020."
)


def test_a_copy_is_no_news() -> None:
    found = compared(COPIED, COPIED)
    assert {one.relation for one in found} <= {"agrees", "same_original"}
    assert all(one.originals == 1 for one in found), "a sentence copied word for word is one voice"


def test_numbers_of_copies_are_set_beside_others_once() -> None:
    other = "The Ministry of Justice counted 790 kidnappings in Peru in 2021."
    apart = [one for one in compared(COPIED, COPIED, other) if one.relation == "other_authority"]
    assert [said(one) for one in apart] == [["812", "790"]]
