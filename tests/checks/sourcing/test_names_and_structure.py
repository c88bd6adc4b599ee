"""Names, abbreviations, references, captions and places: what is raised and what is not. All texts are made up."""

from __future__ import annotations

import pytest

from checks.examples import check

NOTE = "\n\n[^1]: Port Gazette, Raids, 8 July 2023."
LIST = (
    "## Glossary\n\nAPN Autoridad Portuaria\n\nCOA Coast Office\n\n"
    "IMO International Maritime\n\nSAR Search and Rescue\n\n"
)


def raised(text: str, code: str, language: str = "en") -> list[tuple[str, str]]:
    """(severity, words) of a rule's findings."""
    found = check("# Report\n\n" + text + NOTE, language).findings
    return [(f.severity, f.text) for f in found if f.rule == code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The APN, COA, IMO and SAR met. The DGQT left.[^1]", [("warning", "DGQT")]),
        ("The APN, COA, IMO and SAR met. The Quay Team (DGQT) left.[^1]", [("info", "DGQT")]),
        ("The APN, COA, IMO and SAR met. The NATO and the UN left.[^1]", []),
        ("The APN, COA, IMO and SAR met. The law DOES apply, as it does now.[^1]", []),
        ("The APN, COA, IMO and SAR met in Chapter XIV of FINAL REPORT.[^1]", []),
        ("The APN, COA, IMO and SAR met. The ACLED data are new.[^1]", [("info", "ACLED")]),
    ],
)
def test_abbreviations_that_the_list_lacks(text: str, found: list[tuple[str, str]]) -> None:
    assert raised(LIST + "## Ports\n\n" + text, "N402") == found


def test_without_a_list_no_abbreviation_is_missing() -> None:
    assert raised("## Ports\n\nThe DGQT left.[^1]", "N402") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ships of San Juan de Lurigancho left San Juan de Lurigancho and San Juan Lurigancho.",
            ["San Juan Lurigancho"],
        ),
        ("He met José Gálvez twice, with José Gálvez and José Galvez.", ["José Galvez"]),
        ("The Harbour Council and the Harbour Councils met the Harbour Council.", []),
        ("The North Port and the South Port and the North Port.", []),
    ],
)
def test_names_in_two_spellings(text: str, found: list[str]) -> None:
    assert [words for _, words in raised(text, "N401")] == found


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("see Section 7", [("warning", "Section 7")]),
        ("see Section 2", []),
        ("see Section 7 of the Act", []),
        ("see Section 2.4", []),
        ("see Table 4", []),
    ],
)
def test_references_to_what_is_not_there(reference: str, found: list[tuple[str, str]]) -> None:
    text = (
        f"## 1. Ports\n\nRaids rose, {reference}.[^1]\n\n## 2. Fees\n\nFees rose.\n\n## 3. Ferries\n\nFerries stopped."
    )
    assert raised(text, "S502") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fees in Chiclayo, Lima, rose.", [("error", "Chiclayo, Lima")]),
        ("The fees in Chiclayo, Lambayeque, rose.", []),
        ("The fees in Chiclayo, Lima and Cusco rose.", []),
        ("The fees in Chiclayo, Lima, and Cusco rose.", []),
        ("The fees in San Miguel, Puno, rose.", []),
        ("The fees in Comas, Lima, rose.", []),
    ],
)
def test_places_in_their_units(text: str, found: list[tuple[str, str]]) -> None:
    assert raised("Peru has ports in Lima. " + text, "G601") == found


@pytest.mark.parametrize(
    ("announced", "caption", "found"),
    [
        ("The map shows raids by province:", "Map 1. Raids, by department", [("warning", "by province")]),
        ("The map shows raids by province:", "Map 1. Raids, by province", []),
        ("The map shows raids by province. Fees rose.", "Map 1. Raids, by department", []),
        ("The map shows raids:", "Map 1. Raids, by department", []),
    ],
)
def test_units_against_captions(announced: str, caption: str, found: list[tuple[str, str]]) -> None:
    assert raised(f"{announced}[^1]\n\n**{caption}**", "G602") == found


def test_terms_of_reference() -> None:
    text = (
        "## Ports\n\nRaids on the piers rose in the north.[^1]\n\nInformation on sailors’ pensions was not found.\n\n"
        "## Annex: Terms of Reference\n\n- Raids on piers\n- Pensions of sailors\n- Residence registration of migrants"
    )
    assert raised(text, "S501") == [("info", "Residence registration of migrants")]
