"""Who counted or said a number, in sentences made for the purpose."""

from __future__ import annotations

import re

import pytest

from tieout.evidence.attribution import AttributionReader, authority_of
from tieout.evidence.figure import Attribution
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Setting, passages_of
from tieout.language.tables import LANGUAGES, table
from tieout.reading.document import Block, Document

_NUMBER = re.compile(r"\b\d[\d.,]*\b(?! \))")


def _read(text: str, language: str) -> list[tuple[Attribution, ...]]:
    document = Document("x.txt", text, "txt", "0", "test", (Block("paragraph", ((0, len(text)),)),))
    passages = passages_of(document, language)
    mentions = [
        Mention(m.start(), m.end(), m.start(), m.end(), None, m[0])
        for m in _NUMBER.finditer(passages[0].text)
        if not re.fullmatch(r"20\d\d", m[0])
    ]
    found = AttributionReader(Setting(document, passages, language, None, None)).read(passages[0], mentions)
    assert all(text[a.start : a.end] == a.name for attributions in found for a in attributions)
    return found


CASES = [
    # named in front
    ("en", "According to the Ministry of Transport, 12 bridges fell.", ["Ministry of Transport"]),
    ("en", "The Port Authority reported that 12 ships sank.", ["Port Authority"]),
    ("en", "Data published by the Coast Guard Service show 12 wrecks.", ["Coast Guard Service"]),
    ("en", "Harbour Ministry statistics show that 12 ships sank.", ["Harbour Ministry"]),
    ("en", "The Sea Institute, a private body, has estimated that 12 ships sank.", ["Sea Institute"]),
    ("en", "In a national survey, 12 percent of sailors were ill.", ["national survey"]),
    # named behind
    ("en", "Some 12 ships sank, according to the police.", ["police"]),
    ("en", "Some 12 ships sank, the minister said.", ["minister"]),
    # two sources part at the contrast
    ("en", "Lloyd Watch indicated 12 wrecks, while the Sea Bank reported 15 wrecks.", ["Lloyd Watch", "Sea Bank"]),
    # a relay stands behind who counted
    (
        "en",
        "Radio Sur reported that, according to statistics by the Port Authority, 12 ships sank.",
        ["Port Authority"],
    ),
    # carried on
    ("en", "The Port Authority documented 12 wrecks. Of these, 4 were ferries.", ["Port Authority"] * 2),
    (
        "en",
        "The Port Authority documented 12 wrecks. The same source indicated that 4 were ferries.",
        ["Port Authority"] * 2,
    ),
    # a survey is whose it is; data that open a sentence are nobody's; names that hold words for data stay whole
    ("en", "Of the crews, 12 percent in a survey by Sea Watch said so.", ["Sea Watch"]),
    ("en", "Official figures show 12 wrecks.", [None]),
    ("en", "According to the Harbour Statistics Office, 12 ships sank.", ["Harbour Statistics Office"]),
    ("en", "The Committee is concerned that 12 ships sank.", ["Committee"]),
    # a body that acts is no source
    ("en", "The Ministry of Transport opened 12 bridges.", [None]),
    ("en", "Police arrested 12 sailors.", [None]),
    ("en", "Some 12 ships were recorded there.", [None]),
    ("es", "Según el Ministerio de Transporte, cayeron 12 puentes.", ["Ministerio de Transporte"]),
    ("es", "La Autoridad Portuaria informó que 12 barcos naufragaron.", ["Autoridad Portuaria"]),
    ("es", "Naufragaron 12 barcos, según datos del Instituto del Mar.", ["Instituto del Mar"]),
    ("es", "El Comité observa con preocupación que 12 barcos naufragaron.", ["Comité"]),
    (
        "es",
        "El Instituto del Mar informó que 12 barcos naufragaron. Agregó que 4 eran viejos.",
        ["Instituto del Mar"] * 2,
    ),
    ("es", "El Ministerio entregó 12 botes.", [None]),
    ("es", "Al Comité también le preocupa que 12 barcos se hundieran.", ["Comité"]),
    (
        "es",
        "De acuerdo al Instituto Portuario de Estadística, se hundieron 12 barcos.",
        ["Instituto Portuario de Estadística"],
    ),
    ("es", "Vigía Internacional documentó 12 naufragios.", ["Vigía Internacional"]),
    ("es", "La delegación indicó que se repararon 12 puertos.", ["delegación"]),
    ("es", "Se hundieron 12 barcos, según la Asociación de Ayuda a Náufragos.", ["Asociación de Ayuda a Náufragos"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_authority(language: str, text: str, expected: list[str | None]) -> None:
    assert [authority_of(found) for found in _read(text, language)] == expected


def test_roles_of_a_relay() -> None:
    text = "Radio Sur reported that, according to statistics by the Port Authority, 12 ships sank."
    (found,) = _read(text, "en")
    assert [(a.name, a.role) for a in found] == [("Radio Sur", "relayed"), ("Port Authority", "counted")]


def test_hedge() -> None:
    (found,) = _read("The police said that 12 ships were allegedly sunk by 12 men.", "en")[:1]
    assert found[0].hedge is None
    assert _read("The police said that allegedly 12 ships were sunk.", "en")[0][0].hedge == "allegedly"


def test_authority_prefers_who_counted() -> None:
    said, counted = Attribution("A", "said", 0, 1), Attribution("B", "counted", 2, 3)
    assert authority_of((said, counted)) == "B"
    assert authority_of((said,)) == "A"
    assert authority_of((Attribution("C", "defined", 0, 1),)) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["saying", "bodies"])
def test_every_pattern_matches_its_examples(language: str, name: str) -> None:
    for family, entries in table(language, name).items():
        for entry in entries if isinstance(entries, list) else ():
            pattern = re.compile(entry["pattern"])
            assert entry["examples"], (family, entry["pattern"])
            for example in entry["examples"]:
                assert pattern.search(example.lower()), (family, example)
