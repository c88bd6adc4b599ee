"""Recommendations: headed points, what a body asks for, what somebody should do."""

from __future__ import annotations

from evidence.records.made import assert_sound, made
from tieout.evidence.records.recommendations import recommendations_of

SECTION = """# Findings
- Ensure is a brand of drink in this list.
# Recommendations
# To the Parliament
- Ratify the Rome Statute without delay.
- Fund the courts. Pay the judges.
# To donors
- As part of the talks, ask the government to act.
# Methodology
- Review of forty files from two courts."""


def test_points_of_a_section_are_addressed_by_the_heading_above() -> None:
    setting = made(SECTION)
    found = recommendations_of(setting)
    assert [(r.addressee, r.action) for r in found] == [
        ("Parliament", "Ratify the Rome Statute without delay"),
        ("Parliament", "Fund the courts. Pay the judges"),
        ("donors", "As part of the talks, ask the government to act"),
    ]
    assert found[0].norm == "Rome Statute"
    assert found[0].section == "To the Parliament"
    assert_sound(found, setting)


def test_what_a_committee_asks_for() -> None:
    setting = made(
        "El Comité recomienda al Estado parte que:\n- Adopte un plan contra la trata de personas.\n"
        "El Comité insta al Estado parte a que derogue la norma.",
        language="es",
    )
    assert [(r.addressee, r.text) for r in recommendations_of(setting)] == [
        ("Estado parte", "Adopte un plan contra la trata de personas."),
        ("Estado parte", "El Comité insta al Estado parte a que derogue la norma."),
    ]


def test_what_somebody_should_do() -> None:
    setting = made("The government should reopen the case. They should also pay the families. Rain should come soon.")
    assert [(r.addressee, r.action) for r in recommendations_of(setting)] == [
        ("government", "reopen the case"),
        ("government", "pay the families"),
    ]


def test_what_a_law_says_that_should_be_is_no_advice() -> None:
    setting = made("According to the law, the police should inform families. If the government should fall, fine.")
    assert recommendations_of(setting) == []
