"""What a workspace holds on a country: where each record stands, joined, ordered, and nothing of a neighbour."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from report.country.made_country import small
from tieout.evidence.terms_of_reference import terms_from
from tieout.index.frameworks import framework
from tieout.report.country.followup import Followed
from tieout.report.country.gather import Asked, country_of
from tieout.report.country.model import Country, Score, Topic
from tieout.workspace.workspace import Workspace

FRAMEWORK = framework("oc-index-2023")


def topic(country: Country, id: str) -> Topic:
    return next(topic for topic in country.topics if topic.id == id)


def values(found: Topic) -> list[Fraction | None]:
    return [figure.value for said in found.figures for figure in said.figures]


def test_every_indicator_has_its_topic(country: Country) -> None:
    assert [t.id for t in country.topics if not t.id.startswith("beside:")] == [i.id for i in FRAMEWORK.indicators]


def test_documents_are_those_about_the_country_the_newest_first(country: Country) -> None:
    assert [entry.key for entry in country.documents] == ["watch-2025", "nota-2025", "desk-2024"]
    assert [entry.key for entry in country.elsewhere] == ["neighbour-2024"]


def test_figures_stand_under_what_they_count_the_newest_first(country: Country) -> None:
    assert values(topic(country, "extortion_protection_racketeering")) == [120, 310, 450, 80]


def test_what_is_said_twice_stands_once(country: Country) -> None:
    said = next(s for s in topic(country, "extortion_protection_racketeering").figures if len(s.figures) == 2)
    assert [sentence.doc for sentence in said.also] == ["desk.md"]


def test_of_a_document_about_a_neighbour_only_what_it_says_of_the_country(country: Country) -> None:
    extortion = topic(country, "extortion_protection_racketeering")
    assert 700 not in values(extortion)
    assert not any("Ecuador" in sentence.text for sentence in extortion.statements)


def test_direction_is_what_the_figures_say(country: Country) -> None:
    direction = topic(country, "beside:homicide").direction
    assert direction is not None and direction.way == "up"
    move = direction.up[0]
    assert move.since is not None
    assert [move.since.value, move.figure.value] == [900, 1100]


def test_statements_stand_alone_and_under_one_indicator(country: Country) -> None:
    extortion = topic(country, "extortion_protection_racketeering").statements
    assert [s.text for s in extortion] == [
        "Street vendors in the port allegedly pay extortion money to armed men every week."
    ]
    mining = {s.doc for s in topic(country, "non_renewable_resource_crimes").statements}
    assert mining == {"desk.md", "nota.md"}


def test_a_law_is_one_line_with_its_history(country: Country) -> None:
    line = next(x for x in topic(country, "anti_money_laundering").laws if x.laws[0].number == "32001")
    assert [event.law.status for event in line.events][:2] == ["passed", "declared_unconstitutional"]
    assert [event.law.doc for event in line.events][:2] == ["watch.md", "desk.md"]


def test_what_no_indicator_is_about_stands_beside(country: Country) -> None:
    homicides = topic(country, "beside:homicide")
    assert set(values(homicides)) == {900, 1100, 1250}
    assert homicides.label == ""


def test_a_gap_stands_under_its_indicator_and_in_the_list(country: Country) -> None:
    assert [g.gap.id for g in topic(country, "victim_witness_support").gaps] == [g.gap.id for g in country.gaps]


def test_emergencies_are_in_order(country: Country) -> None:
    assert [(e[0].place, e[0].emergency_start) for e in country.emergencies] == [("Lima", "2024-03-01")]


def test_the_method_of_a_report_is_no_figure_of_the_country(country: Country) -> None:
    assert all(60 not in values(topic) for topic in country.topics)


def test_follow_up_stands_with_its_recommendation(peru: Workspace, country: Country) -> None:
    first = country.recommendations[0].recommendations[0][0]
    followed = (Followed(first.id[:6], "done"), Followed("ffffff", "open"))
    again = country_of(peru, "PER", Asked(FRAMEWORK, followed=followed))
    held = {one.id: mark for line in again.recommendations for one, mark in line.recommendations}
    assert held[first.id] == followed[0]
    assert again.lost_followup == ("ffffff",)


def test_terms_that_no_document_answers(peru: Workspace) -> None:
    terms = terms_from(
        "# Crime\n- How widespread is extortion?\n  words: extortion, extorsión\n"
        "- How many whales were hunted?\n  words: whales\n- Which volcanoes erupted over villages lately?\n"
    )
    found = country_of(peru, "PER", Asked(FRAMEWORK, terms=terms))
    assert [item.number for item in found.unanswered] == ["1.2", "1.3"]
    assert found.terms == 3


def test_scores_stand_with_their_indicator(peru: Workspace) -> None:
    score = Score("6.50", 61.1)
    found = country_of(peru, "PER", Asked(FRAMEWORK, scores={"human_trafficking": score}))
    assert topic(found, "human_trafficking").score == score


def test_the_same_workspace_gives_the_same_country(peru: Workspace, country: Country) -> None:
    one, two = (country_of(peru, "PER", Asked(FRAMEWORK)) for _ in range(2))
    assert [t.id for t in one.topics] == [t.id for t in country.topics]
    assert [(t.id, values(t), len(t.laws)) for t in one.topics] == [(t.id, values(t), len(t.laws)) for t in two.topics]


@pytest.mark.parametrize("iso3", ["ECU", "BOL"])
def test_another_country_is_told_of_alone(iso3: str, peru: Workspace) -> None:
    found = country_of(peru, iso3, Asked(FRAMEWORK))
    expected = [700] if iso3 == "ECU" else []
    assert values(topic(found, "extortion_protection_racketeering")) == expected


def test_protected_words_are_nowhere(tmp_path: Path) -> None:
    held = small(tmp_path, 'protect = ["Street vendors"]\n').public
    found = country_of(held, "PER", Asked(FRAMEWORK))
    assert not any("vendors" in s.text for t in found.topics for s in t.statements)
    assert held.withheld.passages > 0
