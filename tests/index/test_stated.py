"""Profiles in texts: labels with their scores, aggregates before and behind their labels, two profiles in one text."""

from __future__ import annotations

import pytest

from tieout.index.stated import Said, known, names_it, sheets

ACTORS = (
    "CRIMINAL ACTORS\t6.60\nMAFIA-STYLE GROUPS\t7.00\nCRIMINAL NETWORKS\t8.50\nSTATE-EMBEDDED ACTORS\t7.50\n"
    "FOREIGN ACTORS\t6.00\nPRIVATE SECTOR ACTORS\t4.00\n"
)


def found(text: str) -> list[tuple[dict[str, str], dict[str, str]]]:
    def printed(group: dict[str, Said]) -> dict[str, str]:
        return {node: text[said.start : said.end] for node, said in group.items()}

    return [(printed(sheet.scores), printed(sheet.aggregates)) for sheet in sheets(text, known())]


@pytest.mark.parametrize(
    "text",
    [
        ACTORS,
        ACTORS.replace("\t", ": ").title(),
        ACTORS.replace("\t", " | "),
        ACTORS.replace("\t", " …… "),
        ACTORS.replace("CRIMINAL ACTORS\t6.60", "6.60 CRIMINAL ACTORS SCORE"),
        "Actores criminales 6,60. Grupos de tipo mafioso 7,00; redes criminales 8,50; actores integrados en el Estado "
        "7,50; actores extranjeros 6,00; actores del sector privado 4,00.",
    ],
)
def test_a_profile_however_it_is_printed(text: str) -> None:
    ((scores, aggregates),) = found(text)
    assert len(scores) == 5
    assert {v.replace(",", ".") for v in scores.values()} == {"7.00", "8.50", "7.50", "6.00", "4.00"}
    assert {node: v.replace(",", ".") for node, v in aggregates.items()} == {"criminal_actors": "6.60"}


def test_the_first_column_of_a_table_is_one_profile() -> None:
    """Two editions side by side; what the first does not score is not taken from the second."""
    table = "\n".join(f"{row} | 5.00" for row in ACTORS.replace("\t", " | ").splitlines()).replace("| 4.00 |", "| – |")
    ((scores, aggregates),) = found(table + "\nFLORA CRIMES | 5.00 | 6.00")
    assert "private_sector_actors" not in scores
    assert aggregates == {"criminal_actors": "6.60"}


def test_two_profiles_are_two() -> None:
    both = found(ACTORS + "\n\nAnother country\n\n" + ACTORS.replace("7.00", "5.00").replace("6.60", "6.20"))
    assert [(a["mafia_style_groups"], b["criminal_actors"]) for a, b in both] == [("7.00", "6.60"), ("5.00", "6.20")]


def test_the_fitting_edition_is_taken() -> None:
    older = ACTORS.replace("PRIVATE SECTOR ACTORS\t4.00\n", "FLORA CRIMES\t5.00\nPREVENTION\t5.00\n")
    assert [sheet.framework.edition for sheet in sheets(older, known())] == ["2021"]
    assert [sheet.framework.edition for sheet in sheets(ACTORS, known())] == ["2023"]


@pytest.mark.parametrize(
    "text",
    [
        "Human trafficking, flora crimes and prevention are named here in 2023, with 12 cases.",
        "Prevention 3.00 and law enforcement 4.00 are two scores, and no profile.",
        "",
    ],
)
def test_what_is_no_profile(text: str) -> None:
    assert found(text) == []


def test_an_aggregate_printed_twice_with_two_values_is_nobodys() -> None:
    ((_, aggregates),) = found(ACTORS + "CRIMINAL ACTORS\t6.50\n")
    assert aggregates == {}


@pytest.mark.parametrize("text", ["the Global Organized Crime Index", "OC Index", "Índice Global de Crimen Organizado"])
def test_the_index_by_its_name(text: str) -> None:
    assert names_it(text, known()[0])
