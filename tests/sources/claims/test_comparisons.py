"""Every comparison: a claim and its passage, what is said of it. Sound pairs stay silent; faults are named."""

from __future__ import annotations

import pytest

from sources.made import claims

LAW = "The Harbour Law forbids smuggling; penalties generally range from one month to six years in prison."
POLICE = (
    "The port police recorded at least 412 complaints of theft in Callao in 2023. "
    "Complaints of fraud rose by 18 percent compared with 2022."
)
OFFICES = "The registry listed 61 arrests and 27 convictions for smuggling in 2022, the coast guard said."
RATES = "Unemployment in Iquitos fell by 2.4 percentage points, from 9.1 percent in 2021 to 6.7 percent in 2022."
VIEWS = "Residents complained of delays and a perception of impunity remained widespread in the northern ports."
RURAL = "The committee was concerned that only 34 percent of rural households had access to clean water."
TOWNS = (
    "In 2022, 18 boats were seized off Ecuador and 45 off Colombia. The navy spent 12 million dollars on fuel. "
    "About a third of the crews live along the coast. The statute is old. The harbour was built by hand. "
    "Its walls were blue. Gulls nest there. "
    "Talara is home to 120,000 people."
)

SOUND = [
    ("Smuggling is forbidden by the Harbour Law, with penalties generally from one month to six years in prison.", LAW),
    ("In 2023, at least 412 complaints of theft were recorded in Callao by the port police.", POLICE),
    ("Fraud complaints increased by 18 per cent compared with 2022.", POLICE),
    ("The coast guard said that 61 arrests for smuggling were listed in 2022.", OFFICES),
    ("Between 2021 and 2022 unemployment in Iquitos fell from 9.1 to 6.7 percent.", RATES),
    ("A perception of impunity remained widespread in the northern ports.", VIEWS),
    ("Only 34 percent of households in rural areas had access to clean water.", RURAL),
    ("The chronicle notes that “a perception of impunity remained widespread”.", VIEWS),
    ("The chronicle notes that “a perception […] remained widespread in the northern ports”.", VIEWS),
    ("In 2022, 45 boats were seized off Colombia.", TOWNS),
    ("The chronicle writes of “impunity” and says that it “remained widespread in the northern ports”.", VIEWS),
]
"""True of the passage: an honest writer's shortening, other words, another order."""

FAULTS = [
    # one thing changed in each
    ("Smuggling is punished with one month to six months in prison under the Harbour Law.", LAW, "unit_differs"),
    (
        "The Harbour Law forbids smuggling; penalties generally range from one "
        "month to nine years in prison.",
        LAW, "number_differs",
    ),
    ("In 2023, at least 421 complaints of theft were recorded in Callao by the port police.", POLICE, "number_differs"),
    ("The port police recorded at least 412 complaints of theft in Callao in 2021.", POLICE, "period_differs"),
    ("The port police recorded at least 412 complaints of theft in Arequipa in 2023.", POLICE, "place_differs"),
    ("The port police recorded at most 412 complaints of theft in Callao in 2023.", POLICE, "bound_differs"),
    ("Complaints of fraud fell by 18 percent compared with 2022.", POLICE, "direction_differs"),
    ("Complaints of fraud rose by 18 percentage points compared with 2022.", POLICE, "percent_or_points"),
    (
        "Unemployment in Iquitos fell by 2.4 percent, from 9.1 percent in 2021 "
        "to 6.7 percent in 2022.",
        RATES, "percent_or_points",
    ),
    ("The registry listed 61 convictions for smuggling in 2022.", OFFICES, "thing_differs"),
    ("The port police recorded 412 complaints of theft in Callao in 2023.", POLICE, "bound_dropped"),
    ("Impunity remained widespread in the northern ports, residents complained.", VIEWS, "hedge_dropped"),
    ("Only 34 percent of households had access to clean water.", RURAL, "scope_widened"),
    ("Residents of all ports complained of delays.", VIEWS, "scope_widened"),
    ("The chronicle notes that “a perception of crime remained widespread”.", VIEWS, "quotation_altered"),
    ("In 2022, 45 boats were seized off Ecuador.", TOWNS, "place_differs"),
    ("The navy spent 12 billion dollars on fuel.", TOWNS, "number_differs"),
    ("About a third of the crews live along the coast, particularly in Talara (120,000).", TOWNS, "passages_joined"),
    (
        "The port police recorded at least 412 complaints of theft in Callao "
        "in 2023 through its 1808 line.",
        POLICE, "number_not_found",
    ),
]  # fmt: skip

SPANISH = (
    "En 2022 la Defensoría del Pueblo registró casi 5.300 denuncias de extorsión en "
    "Trujillo, un 12 por ciento más que en 2021."
)
ACROSS_SOUND = [
    "The Ombudsman's Office recorded almost 5,300 complaints of extortion in Trujillo in 2022.",
    "Complaints of extortion in Trujillo rose by 12 percent between 2021 and 2022.",
]
ACROSS_FAULTS = [
    ("The Ombudsman's Office recorded almost 3,500 complaints of extortion in Trujillo in 2022.", "number_differs"),
    ("The Ombudsman's Office recorded 5,300 complaints of extortion in Trujillo in 2022.", "bound_dropped"),
    ("Complaints of extortion in Trujillo fell by 12 percent between 2021 and 2022.", "direction_differs"),
    ("The Ombudsman's Office recorded almost 5,300 complaints of kidnapping in Trujillo in 2022.", "thing_differs"),
]


@pytest.mark.parametrize(("claim", "source"), SOUND, ids=[c[:50] for c, _ in SOUND])
def test_sound_claims_are_supported(claim: str, source: str) -> None:
    (found,) = claims(claim, source)
    assert (found.verdict, found.differences) == ("supported", ())


@pytest.mark.parametrize(("claim", "source", "reason"), FAULTS, ids=[f"{r}-{c[:30]}" for c, _, r in FAULTS])
def test_faults_are_named(claim: str, source: str, reason: str) -> None:
    (found,) = claims(claim, source)
    assert reason in [d.reason for d in found.differences], found
    assert found.verdict in ("differs", "widened")


@pytest.mark.parametrize("claim", ACROSS_SOUND)
def test_sound_claims_across_languages(claim: str) -> None:
    (found,) = claims(claim, SPANISH, of="es")
    assert found.verdict == "supported", found.differences


@pytest.mark.parametrize(("claim", "reason"), ACROSS_FAULTS)
def test_faults_across_languages(claim: str, reason: str) -> None:
    (found,) = claims(claim, SPANISH, of="es")
    assert reason in [d.reason for d in found.differences], found


def test_who_counted() -> None:
    source = "According to the Ministry of Health, 28 people died in the floods of 2022."
    (found,) = claims("According to the National Police, 28 people died in the floods of 2022.", source)
    assert "authority_differs" in [d.reason for d in found.differences]


@pytest.mark.parametrize(("claim", "source"), [*SOUND, *((c, s) for c, s, _ in FAULTS)], ids=str)
def test_every_place_is_a_quote(claim: str, source: str) -> None:
    for found in claims(claim, source):
        assert claim[found.start : found.end] == found.text
        for difference in found.differences:
            place = difference.claim
            assert claim[place.start : place.end] == place.text
            if difference.source is not None:
                assert source[difference.source.start : difference.source.end] == difference.source.text
        for place in found.evidence:
            assert source[place.start : place.end] == place.text
