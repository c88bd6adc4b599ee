"""Which words of a line name a place, and which place."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.language import places
from tieout.language.places import Gazetteer, region_of, spanish_forms
from tieout.language.tables import LANGUAGES, table

NAMED = [
    # country, line, what is found: as printed, with its code
    (None, "Courts in the U.S. and the UK differ.", [("U.S.", "US"), ("UK", "GB")]),
    (None, "They told us about Côte d’Ivoire and Burma.", [("Côte d’Ivoire", "CI"), ("Burma", "MM")]),
    (None, "Viajó de EE. UU. a los Países Bajos.", [("EE. UU.", "US"), ("Países Bajos", "NL")]),
    (
        None,
        "Sub-Saharan Africa, Latin America and the EU",
        [("Sub-Saharan Africa", "202"), ("Latin America", "419"), ("EU", "EU")],
    ),
    (None, "Prices rose worldwide.", [("worldwide", "001")]),
    (
        None,
        "The mayor of Karachi and the port of Guayaquil",
        [("Karachi", "geonames:1174872"), ("Guayaquil", "geonames:3657509")],
    ),
    ("PE", "Floods hit Junin and Áncash.", [("Junin", "PE-JUN"), ("Áncash", "PE-ANC")]),  # accents may be missing
    ("PE", "in San martin de Porres and Ate", [("San martin de Porres", "150135"), ("Ate", "150103")]),
    ("PE", "Ate (59), Comas (54)", [("Ate", "150103"), ("Comas", "150110")]),  # a bracketed number is support
    ("PE", "the district of Independencia", [("Independencia", "150112")]),
    ("PE", "el distrito de La Victoria", [("La Victoria", "150115")]),
    ("PE", "La Libertad counted fewer cases.", [("La Libertad", "PE-LAL")]),
    ("CO", "Villages in Nariño, Cauca and Chocó", [("Nariño", "CO-NAR"), ("Cauca", "CO-CAU"), ("Chocó", "CO-CHO")]),
    ("UA", "Shells fell in Bucha, Kyiv Oblast.", [("Bucha", "geonames:711350"), ("Kyiv", "UA-32")]),
    ("US", "Prisons in Georgia are full.", [("Georgia", "US-GA")]),  # the state, in a text about the United States
    (None, "Prisons in Georgia are full.", [("Georgia", "GE")]),
    ("MX", "México y el Estado de México", [("México", "MX"), ("Estado de México", "MX-MEX")]),
    ("PE", "PRISONS OF PERU", [("PERU", "PE")]),
]

NOT_NAMED = [
    ("PE", "Keiko Lima spoke."),  # a person
    ("PE", "The Lima Group met."),  # an organisation
    ("PE", "A student of the Universidad de Lima wrote it."),
    (None, "The New York Times wrote it."),
    (None, "The Council of Europe wrote it."),
    ("PE", "La Victoria was theirs at last."),  # a word first
    ("PE", "Castilla and Grau were admirals."),  # two ambiguous names do not support each other
    ("PE", "Progreso means progress."),
    ("PE", "They ate and told us."),
    (None, "It cost US$5."),
    ("PE", "in the hamlet of San Miguel del Valle"),  # a longer name than the tables know
    ("PE", "Independencia y Libertad"),
]


@pytest.mark.parametrize(("country", "line", "expected"), NAMED)
def test_finds(country: str | None, line: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.name, place.code) for place in Gazetteer.for_country(country).find(line)] == expected


@pytest.mark.parametrize(("country", "line"), NOT_NAMED)
def test_leaves_alone(country: str | None, line: str) -> None:
    assert Gazetteer.for_country(country).find(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Peruvian judges and Colombians", ["PE", "CO"]),
        ("jueces peruanos y alemanas", ["PE", "DE"]),
        ("the Latin American average and the global one", ["419", "001"]),
        ("la población mundial", ["001"]),
    ],
)
def test_adjectives(line: str, expected: list[str]) -> None:
    gazetteer = Gazetteer.for_country(None)
    assert [place.code for place in gazetteer.scan(line) if place.adjective] == expected
    assert gazetteer.find(line) == []


def test_hierarchy() -> None:
    gazetteer = Gazetteer.for_country("PE")
    (comas,) = gazetteer.find("in Comas")
    assert comas.parents == ("Lima", "Lima", "Peru")
    assert (comas.level, comas.country) == ("admin3", "PE")
    assert gazetteer.canonical("PE", "es") == "Perú"


def test_packs_hold_what_belongs_to_a_country() -> None:
    """Crimea is listed by its ISO 3166-2 code, not by who holds it."""
    (crimea,) = Gazetteer.for_country("UA").find("in Crimea")
    assert (crimea.code, crimea.country) == ("UA-43", "UA")


def test_region() -> None:
    assert (region_of("PE"), region_of("UA"), region_of("xx")) == ("419", "150", None)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("peruano", ("peruano", "peruana", "peruanos", "peruanas")),
        ("alemán", ("alemán", "alemana", "alemanes", "alemanas")),
        ("francés", ("francés", "francesa", "franceses", "francesas")),
        ("español", ("español", "española", "españoles", "españolas")),
        ("iraní", ("iraní", "iranís", "iraníes")),
        ("belga", ("belga", "belgas")),
    ],
)
def test_spanish_forms(word: str, forms: tuple[str, ...]) -> None:
    assert spanish_forms(word) == forms


@given(st.text(alphabet="PeruLimaAtCoSn éí,.()' of de la 12", max_size=60))
def test_offsets(line: str) -> None:
    for place in Gazetteer.for_country("PE").scan(line):
        assert line[place.start : place.end] == place.name


def test_every_code_of_a_pack_has_a_holder() -> None:
    for row in places._rows("countries.tsv"):
        gazetteer = Gazetteer.for_country(row[0])
        assert gazetteer.country_of(row[0]) == row[0]
    for name in ("PE", "CO", "UA", "PK"):
        known = {row[0] for row in places._rows(f"packs/{name}.tsv")} | {name}
        assert all(row[2] in known for row in places._rows(f"packs/{name}.tsv"))


def test_a_long_line_is_quick() -> None:
    gazetteer = Gazetteer.for_country("PE")
    began = time.perf_counter()
    gazetteer.scan("San Juan de la Santa Cruz del Perú y Lima, " * 2000)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_sets_are_lower_case(language: str) -> None:
    for words in table(language, "places").values():
        assert all(re.fullmatch(r"[\w’-]+", word) and word == word.lower() for word in words)
