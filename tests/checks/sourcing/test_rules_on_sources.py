"""What the rules on sources raise and what they leave alone, sentence by sentence. All texts are made up."""

from __future__ import annotations

import pytest

from checks.examples import check


def raised(text: str, code: str, language: str = "en", date: str | None = "2024-05-02") -> list[str]:
    """The severities of a rule's findings."""
    return [finding.severity for finding in check(text, language, date).findings if finding.rule == code]


def cited(text: str, *notes: str) -> str:
    """The text with notes 1, 2, …"""
    return text + "".join(f"\n\n[^{number}]: {note}" for number, note in enumerate(notes, 1))


GAZETTE = "Port Gazette, Raids on the rise in the north, 8 July 2023"
TIMES = "Sea Times, Police at sea again this summer, 9 July 2023"

ONE_NOTE = [
    ("C303", ["warning"], "Raids rose.[^1]", f"{GAZETTE}; {GAZETTE}"),
    ("C303", [], "Raids rose.[^1]", f"{GAZETTE}, p. 3; {GAZETTE}, p. 9"),
    ("C303", [], "Raids rose.[^1]", f"{GAZETTE}; {TIMES}"),
    (
        "C303",
        [],
        "Raids rose.[^1]",
        "Harbour Office [X], posted on: 3 May 2023; Harbour Office [X], posted on: 3 May 2023",
    ),
    ("C304", ["info"], "It has six piers.[^1]", "Harbour Office, About the old port, n.d."),
    ("C304", [], "It has six piers.[^1]", "Harbour Office, About the old port, n.d., accessed 4 May 2023"),
    ("C305", ["warning"], "Piracy is still common.[^1]", "Infobae, Piracy in the north, 8 July 2016"),
    ("C305", [], "Piracy was common.[^1]", "Infobae, Piracy in the north, 8 July 2016"),
    ("C305", [], "Since 2014 piracy is still common.[^1]", "Infobae, Piracy in the north, 8 July 2016"),
    (
        "C305",
        [],
        "Piracy is still a crime.[^1]",
        "Infobae, Piracy in the north, 8 July 2016; Expreso, Piracy, 8 July 2023",
    ),
    (
        "C308",
        ["warning"],
        "It opened.[^1]",
        "Harbour Office, Decree No. 34-202-CN, 2022, https://port.example.org/34-2022-CN.pdf",
    ),
    (
        "C308",
        [],
        "It opened.[^1]",
        "Harbour Office, Decree No. 34-22-CN, 2022, https://port.example.org/34-2022-CN.pdf",
    ),
    ("C308", [], "It opened.[^1]", "Expreso, Raids, 9 July 2023, https://expreso.example.org/2023/07/08/raids"),
    (
        "C308",
        ["warning"],
        "It opened.[^1]",
        "Expreso, Raids, 8 July 2022, https://expreso.example.org/2023/07/08/raids",
    ),
    (
        "C310",
        ["warning"],
        "Several sources report raids.[^1]",
        "Infobae, Raids one, 8 July 2023; Infobae, Raids two, 9 July 2023",
    ),
    (
        "C310",
        [],
        "Several sources report raids.[^1]",
        "Infobae, Raids one, 8 July 2023; Expreso, Raids two, 9 July 2023",
    ),
    ("C310", [], "Infobae noted that sources reported raids.[^1]", "Infobae, Raids one, 8 July 2023"),
    ("C310", [], "Police sources close to the mayor fled.[^1]", "Infobae, Raids one, 8 July 2023"),
    ("C310", [], "Police sources reported raids.[^1]", "Infobae, Raids one, 8 July 2023"),
    ("C310", ["warning"], "In May, sources reported raids.[^1]", "Infobae, Raids one, 8 July 2023"),
    ("C310", ["info"], "Sources indicated raids.[^1]", "UK Home Office, Country Policy Note: Peru, 8 July 2023"),
    ("C310", ["info"], "Several NGOs have warned of raids.[^1]", "Infobae, Raids one, 8 July 2023"),
    (
        "C311",
        ["info"],
        "According to the National Police, raids rose.[^1]",
        "Infobae, Raids up, 8 July 2023; Expreso, Thieves, 12 July 2023",
    ),
    ("C311", [], "Raids rose.[^1]", "Infobae, Raids up, 8 July 2023; Expreso, Thieves, 12 July 2023"),
    (
        "C312",
        ["info"],
        "According to the National Police, 412 thefts were reported.[^1]",
        "Infobae, Thieves, 8 July 2023",
    ),
    ("C316", ["info"], "Raids rose.[^1]", GAZETTE + ";"),
]


@pytest.mark.parametrize(("code", "severities", "text", "note"), ONE_NOTE)
def test_a_statement_with_one_note(code: str, severities: list[str], text: str, note: str) -> None:
    assert raised(cited(text, note), code) == severities


TITLES = [
    (
        "C320",
        ["warning"],
        "Pirates killed six officers.[^1]",
        "Expreso, Siete policías asesinados en el puerto, 8 July 2023",
    ),
    ("C320", [], "Pirates killed seven officers.[^1]", "Expreso, Siete policías asesinados en el puerto, 8 July 2023"),
    ("C320", [], "Police dismantled 241 gangs.[^1]", "Expreso, Desarticulan más de 240 bandas en el país, 8 July 2023"),
    ("C320", [], "Pirates killed six sailors.[^1]", "Expreso, Siete policías asesinados en el puerto, 8 July 2023"),
    ("C320", [], "The port has six officers.[^1]", "Expreso, Siete policías asesinados en el puerto, 8 July 2023"),
    ("C320", [], "Pirates killed 12 people.[^1]", "Expreso, Siete policías asesinados en el puerto, 8 July 2023"),
    (
        "C320",
        [],
        "There were 2,222 complaints of killings.[^1]",
        "Expreso, Hay 2.222 denuncias de asesinatos, 8 July 2023",
    ),
    (
        "C321",
        ["error"],
        "In all, 70 percent of women stay silent.[^1]",
        "Expreso, El 70% de las mujeres indígenas calla, 8 July 2023",
    ),
    (
        "C321",
        [],
        "In all, 70 percent of indigenous women stay silent.[^1]",
        "Expreso, El 70% de las mujeres indígenas calla, 8 July 2023",
    ),
    (
        "C321",
        [],
        "Indigenous people fish. Of them, 70 percent of women stay silent.[^1]",
        "Expreso, El 70% de las mujeres indígenas calla, 8 July 2023",
    ),
    (
        "C322",
        ["warning"],
        "The gang La Cota 95 robs ferries.[^1]",
        "Expreso, La banda La Cota 905 asalta barcos, 8 July 2023",
    ),
    ("C322", [], "The gang La Cota 905 robs ferries.[^1]", "Expreso, La banda La Cota 905 asalta barcos, 8 July 2023"),
    ("C322", [], "The port of Lima 2 is old.[^1]", "Expreso, El puerto de Lima 3 asalta barcos, 8 July 2023"),
    (
        "C323",
        [],
        "Pirates allegedly killed 16 people.[^1]",
        "Expreso, Presunta matanza de 16 personas, 8 July 2023; Ojo, Atribuyen muerte de 16 personas, 12 July 2023",
    ),
    (
        "C323",
        ["warning"],
        "Pirates killed 16 people.[^1]",
        "Expreso, Presunta matanza de 16 personas, 8 July 2023; Ojo, Atribuyen muerte de 16 personas, 12 July 2023",
    ),
    (
        "C323",
        ["info"],
        "Pirates killed 16 people.[^1]",
        "Expreso, Presunta matanza de 16 personas, 8 July 2023; Ojo, Una tragedia en el puerto, 12 July 2023",
    ),
    (
        "C323",
        [],
        "According to police, pirates killed 16 people.[^1]",
        "Expreso, Presunta matanza de 16 personas, 8 July 2023",
    ),
]


@pytest.mark.parametrize(("code", "severities", "text", "note"), TITLES)
def test_a_statement_against_the_titles_it_cites(code: str, severities: list[str], text: str, note: str) -> None:
    assert raised(cited(text, note), code) == severities


SLIPS = [
    (
        ["warning"],
        "Poverty affected 25.7 percent of families.[^1]",
        "Expreso, La pobreza llega al 27,5% de los hogares, 8 July 2023",
    ),
    (
        [],
        "Poverty affected 27.5 percent of families.[^1]",
        "Expreso, La pobreza llega al 27,5% de los hogares, 8 July 2023",
    ),
    (
        [],
        "Poverty affected 25.7 percent and then 27.5 percent.[^1]",
        "Expreso, La pobreza llega al 27,5% de los hogares, 8 July 2023",
    ),
    (["warning"], "There were 3,938 complaints.[^1]", "Expreso, En el año se registraron 3 398 denuncias, 8 July 2023"),
    ([], "There were 3,399 complaints.[^1]", "Expreso, En el año se registraron 3 398 denuncias, 8 July 2023"),
    ([], "There were 4,112 complaints.[^1]", "Expreso, En el año se registraron 3 398 denuncias, 8 July 2023"),
    ([], "There were 3,938 ships.[^1]", "Expreso, El puerto de 2398 metros recibe a los barcos, 8 July 2023"),
]


@pytest.mark.parametrize(("severities", "text", "note"), SLIPS)
def test_a_digit_that_was_miscopied(severities: list[str], text: str, note: str) -> None:
    assert raised(cited(text, note), "C320") == severities


def test_two_titles_that_agree_make_an_error() -> None:
    notes = "Expreso, Siete policías asesinados, 8 July 2023; Ojo, Matan a siete policías en el puerto, 12 July 2023"
    assert raised(cited("Pirates killed six officers.[^1]", notes), "C320") == ["error"]


SPANISH = [
    (
        "C310",
        ["warning"],
        "Diversas fuentes señalan robos.[^1]",
        "Infobae, Robos uno, 8 de julio de 2023; Infobae, Robos dos, 9 de julio de 2023",
    ),
    ("C314", ["info"], "No se encontró más información.[^1]", "Infobae, Robos uno, 8 de julio de 2023"),
    ("C314", [], "No se encontró más información sobre las tasas.[^1]", "Infobae, Robos uno, 8 de julio de 2023"),
    (
        "C320",
        ["warning"],
        "Los piratas mataron a seis policías.[^1]",
        "Reuters, Pirates kill seven police officers in port, 8 July 2023",
    ),
    (
        "C321",
        ["error"],
        "El 70 por ciento de las mujeres calla.[^1]",
        "Infobae, El 70% de las mujeres indígenas calla, 8 July 2023",
    ),
]


@pytest.mark.parametrize(("code", "severities", "text", "note"), SPANISH)
def test_a_spanish_report(code: str, severities: list[str], text: str, note: str) -> None:
    assert raised(cited(text, note), code, "es") == severities


LONG = "Infobae, Raids on the rise in the northern ports"
SEVERAL = [
    ("C301", ["info"], "Raids rose.[^1] Fees fell.[^2][^3][^4][^5]", [GAZETTE]),
    ("C302", [], "Raids rose.[^1] Fees fell.[^2][^3][^4][^5]", [GAZETTE]),
    ("C302", ["warning"], "A.[^1] Raids rose.[^2] Fees fell.[^3] Calls fell.[^4]", [GAZETTE, TIMES, GAZETTE]),
    ("C306", ["warning"], "Raids rose.[^1] Fees fell.[^2]", [f"{LONG}, 8 July 2023", f"{LONG}, 9 July 2023"]),
    ("C306", [], "Raids rose.[^1] Fees fell.[^2]", [f"{LONG}, 8 July 2023", f"{LONG}, July 2023"]),
    ("C306", [], "Raids rose.[^1] Fees fell.[^2]", [f"{LONG}, weekly, 8 July 2023", f"{LONG}, weekly, 15 July 2023"]),
    ("C306", ["info"], "Raids rose.[^1] Fees fell.[^2]", [f"{LONG}, 8 July 2023", f"{LONG}, n.d."]),
    ("C315", ["warning"], "Two agreed to be cited. Fees rose.[^1]", ["Ana Ruiz, interview with Desk, 8 July 2023"]),
    ("C315", [], "One agreed to be cited. Fees rose.[^1]", ["Ana Ruiz, interview with Desk, 8 July 2023"]),
]


@pytest.mark.parametrize(("code", "severities", "text", "notes"), SEVERAL)
def test_several_notes(code: str, severities: list[str], text: str, notes: list[str]) -> None:
    assert raised(cited(text, *notes), code) == severities


def test_a_document_without_notes_has_no_sources_to_judge() -> None:
    found = check("Sources indicated that raids rose. According to the National Police, there were 412 raids.")
    assert not [finding for finding in found.findings if finding.rule[0] == "C"]
