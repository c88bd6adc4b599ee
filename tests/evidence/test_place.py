"""The place of a figure, over sentences of our own."""

from __future__ import annotations

import re
from array import array
from fractions import Fraction
from pathlib import Path

import pytest

from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting, passages_of
from tieout.evidence.place import PlaceReader, dominant_country
from tieout.evidence.sites import phrases
from tieout.language.tables import LANGUAGES, table
from tieout.reading.document import Block, BlockKind, Document
from tieout.reading.text import read_text

_NUMBER = re.compile(r"\d[\d.,]*(?:\s?%| percent)?(?<![.,])")


def _document(*blocks: tuple[BlockKind, str], **more: object) -> Document:
    text, made = "", []
    for kind, line in blocks:
        made.append(Block(kind, ((len(text), len(text) + len(line)),), level=1 if kind == "heading" else 0))
        text += line + "\n"
    return Document("x.txt", text, "txt", "0" * 64, "test", tuple(made), **more)  # type: ignore[arg-type]


def _mentions(text: str) -> list[Mention]:
    out = []
    for found in _NUMBER.finditer(text):
        unit = "percent" if found[0].endswith(("%", "percent")) else "count"
        value = Fraction(re.sub(r"\D", "", found[0]))
        out.append(Mention(found.start(), found.end(), found.start(), found.end(), value, found[0], unit=unit))
    return out


def _places(language: str, country: str | None, *lines: str) -> list[str | None]:
    """The places of all numbers of some paragraphs."""
    document = _document(*(("paragraph", line) for line in lines))
    passages = passages_of(document, language)
    reader = PlaceReader(Setting(document, passages, language, country, None))
    found = [place for passage in passages for place in reader.read(passage, _mentions(passage.text))]
    return [place.place if place else None for place in found]


ENGLISH = [
    ("In Lima, 700 people died.", ["Lima"]),
    ("Judges heard 30 cases in Cusco, 20 in Puno and 10 in northern Lima.", ["Cusco", "Puno", "northern Lima"]),
    ("Most thefts were in Ate (59), Comas (54 thefts) and Callao (12).", ["Ate, Lima", "Comas, Lima", "Callao"]),
    ("Tumbes followed with 7 cases.", ["Tumbes"]),
    ("The department of Ica had the most, with 20, followed by Piura (15) and Puno (11).", ["Ica", "Piura", "Puno"]),
    ("Arrests in Lima and Callao rose by 3 percent.", ["Lima and Callao"]),
    ("It stayed below Latin America's average of 9 percent.", ["Latin America"]),
    ("Spending was 8 percent, compared with 12 percent in Chile.", ["Peru", "Chile"]),
    ("This is far from the South American average of 700 dollars (Chile's is 900).", ["South America", "Chile"]),
    ("It scored below the regional and global averages of 5 and 6, respectively.", ["region", "world"]),
    ("Some 40 refugees from Syria went to Canada.", ["Peru"]),  # origins and destinations are no places
    ("Exports went to India, followed by Canada (22 percent) and China (6 percent).", ["Peru", "Peru"]),
    ("It was the largest exporter of silver in South America with 90 tonnes.", ["Peru"]),
    ("Chile noted that 70 judges had left.", ["Peru"]),  # a country that speaks in a report on another
    ("Some 9 percent of Venezuelan women and 8 percent of the Haitian population work.", ["Peru", "Peru"]),
    ("Some 45 died in Tacna and 12 in Zorrolandia.", ["Tacna", "Peru"]),  # not in the tables: no guess
    ("Some 45 live in Tacna and 12 abroad.", ["Tacna", "Peru"]),
    ("Arequipa, Cusco and Puno lost 4, 3 and 2 bridges, respectively.", ["Arequipa", "Cusco", "Puno"]),
    ("Chile and Brazil funded 9 schools.", ["Peru"]),
    ("US officials gave 50 vehicles.", ["Peru"]),
    ("Poverty stood at 40 percent in rural areas.", ["Peru (rural areas)"]),
    ("Of 80 prosecutors nationwide, 5 work in Puno.", ["Peru", "Puno"]),
    ("It ranks 119 of 193 countries.", ["Peru", "world"]),
    ("It ranks 8 among 12 South American countries.", ["Peru", "South America"]),
    ("Almost all of the 30 deaths occurred in the Peruvian Amazon.", ["Peruvian Amazon"]),
    ("In Comas, Lima, 9 shops closed.", ["Comas, Lima"]),
    ("In the village of Nueva Aurora, 9 shops closed.", ["Nueva Aurora"]),
    ("La Libertad has long been tense. The number of thefts rose 24 percent.", ["La Libertad"]),  # carried on
    ("In Lima there are 9 prisons. According to the ministry, 40 judges retired.", ["Lima", "Peru"]),
    ("Some 9 people died in Tacna. In this department, nobody counts. There, 3 were hurt.", ["Tacna", "Tacna"]),
]

SPANISH = [
    ("En Lima murieron 700 personas.", ["Lima"]),
    ("El departamento con más robos es Puno, con 78.", ["Puno"]),
    ("Le sigue Ica con 56 robos, Piura (29) y Tacna (24).", ["Ica", "Piura", "Tacna"]),
    ("Está por debajo del promedio mundial de 5 toneladas.", ["mundo"]),
    ("Alcanzó el 11% de la población mundial.", ["mundo"]),
    (
        "El agua llega al 94% en las áreas urbanas y al 72% en las zonas rurales.",
        ["áreas urbanas, Perú", "zonas rurales, Perú"],
    ),
    ("Llegaron 40 refugiados procedentes de Siria.", ["Perú"]),
    ("Hay 700 millones de pobres, sobre todo en Asia.", ["Perú"]),
    ("Murieron 900 presos en la cárcel de Ayacucho.", ["Ayacucho"]),
    ("El 29% de los robos ocurrió en el norte.", ["norte, Perú"]),
    ("Viven 620 familias en la Zona Metropolitana de La Comarca.", ["Zona Metropolitana de La Comarca"]),
    ("Mientras Chile tiene 80 casos, Ecuador registra 60.", ["Chile", "Ecuador"]),
    ("Ocupa el lugar 90 entre 180 países.", ["Perú", "mundo"]),
]


@pytest.mark.parametrize(("line", "expected"), ENGLISH)
def test_english(line: str, expected: list[str]) -> None:
    assert _places("en", "PE", line) == expected


@pytest.mark.parametrize(("line", "expected"), SPANISH)
def test_spanish(line: str, expected: list[str]) -> None:
    assert _places("es", "PE", line) == expected


def test_regional_average_needs_a_region_in_the_text() -> None:
    lines = [
        "Latin America has many courts.",
        "It scored below the regional and global averages of 5 and 6, respectively.",
    ]
    assert _places("en", "PE", *lines) == ["Latin America", "world"]


def test_no_country_no_place() -> None:
    assert _places("en", None, "The court heard 30 cases.") == [None]


def test_basis_and_anchors() -> None:
    document = _document(("heading", "Prisons in Cusco"), ("paragraph", "There are 9 cells, and 4 in Puno."))
    passages = passages_of(document, "en")
    reader = PlaceReader(Setting(document, passages, "en", "PE", None))
    heading, printed = reader.read(passages[1], _mentions(passages[1].text))
    assert heading is not None
    assert printed is not None
    assert (heading.place, heading.code, heading.basis) == ("Cusco", "PE-CUS", "heading")
    assert (printed.place, printed.code, printed.basis) == ("Puno", "PE-PUN", "printed")
    assert [document.text[start:end] for start, end in heading.anchors + printed.anchors] == ["Cusco", "Puno"]


def test_row_and_column_headers() -> None:
    cells = [("Region", 0, 0), ("Deaths", 0, 1), ("Cusco", 1, 0), ("45", 1, 1)]
    text, blocks = "", []
    for word, row, col in cells:
        blocks.append(Block("cell", ((len(text), len(text) + len(word)),), table=0, row=row, col=col))
        text += word + "\n"
    document = Document("x.txt", text, "txt", "0" * 64, "test", tuple(blocks))
    passages = passages_of(document, "en")
    (place,) = PlaceReader(Setting(document, passages, "en", "PE", None)).read(passages[3], _mentions("45"))
    assert place is not None
    assert (place.place, place.basis) == ("Cusco", "table")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Report on Ukraine", "Russia struck. Russia denied it. Russian guns. Ukraine counted them."], "UA"),
        (["The courts of Honduras are slow. Honduras pays them badly, and Honduran judges leave for Spain."], "HN"),
        (["Peru, Brazil and Colombia share a border. Peru and Colombia patrol it, and Brazil."], None),
        (["Nothing is named."], None),
    ],
)
def test_dominant_country(lines: list[str], expected: str | None) -> None:
    document = _document(*(("paragraph", line) for line in lines))
    assert dominant_country(passages_of(document, "en"), document.title) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_before_a_place_has_its_examples(language: str) -> None:
    rows = table(language, "sites")["before"]
    for row, (part, pattern) in zip(rows, phrases(language).before, strict=True):
        assert part == row["role"]
        assert row["examples"]
        for example in row["examples"]:
            assert pattern.search(example, 0, example.index("^")), (row["pattern"], example)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", ["home", "back", "area", "unlisted"])
def test_every_listed_phrase_has_its_examples(language: str, family: str) -> None:
    say, rows = phrases(language), table(language, "sites")[family]
    compiled = {"area": [p for p, _ in say.area], "unlisted": list(say.unlisted)}.get(family)
    for order, row in enumerate(rows):
        pattern = compiled[order] if compiled else re.compile(row["pattern"], re.I)
        for example in row["examples"]:
            assert pattern.search(example), (row["pattern"], example)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "family", ["regional", "countries", "breaks", "joins", "actors", "fresh", "datelines", "elsewhere"]
)
def test_every_single_phrase_has_its_examples(language: str, family: str) -> None:
    pattern = getattr(phrases(language), family)
    for example in table(language, "sites")[family]["examples"]:
        assert pattern.search(example), (family, example)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("usdos_2023_ukraine", "UA"),
        ("usdos_2019_pakistan", "PK"),
        ("hrdag_philippines_drug_killings_2019", "PH"),
        ("un_upr_venezuela2011", "VE"),
        ("amazon_underworld_peru_brazil_colombia", None),
    ],
)
def test_dominant_country_of_whole_reports(shared: Path, name: str, expected: str | None) -> None:
    document = read_text(shared / "docs" / f"{name}.txt")
    assert dominant_country(passages_of(document, "en"), document.title) == expected


def test_passage_in_pieces_keeps_offsets() -> None:
    """A passage that a page break parts still gives the document's own offsets."""
    text = "Some 9 people died in\n(page 3)\nCusco that day."
    block = Block("paragraph", ((0, 21), (31, len(text))))
    document = Document("x.txt", text, "txt", "0" * 64, "test", (block,))
    passages: list[Passage] = passages_of(document, "en")
    assert isinstance(passages[0].view.offsets, array)
    (place,) = PlaceReader(Setting(document, passages, "en", "PE", None)).read(passages[0], _mentions("Some 9"))
    assert place is not None
    ((start, end),) = place.anchors
    assert text[start:end] == "Cusco"
