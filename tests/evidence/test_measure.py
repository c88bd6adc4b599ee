"""What a number counts, in sentences made for the purpose."""

from __future__ import annotations

import re

import pytest

from tieout.evidence.measure import MeasureContext, MeasureReader
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Setting, passages_of
from tieout.reading.document import Block, Document

_NUMBER = re.compile(r"\[([^\]]+)\]")


def _document(text: str, blocks: tuple[Block, ...] | None = None) -> Document:
    return Document("x.txt", text, "txt", "0", "test", blocks or (Block("paragraph", ((0, len(text)),)),))


def _mention(start: int, number: str) -> Mention:
    unit = "percent" if re.search(r"percent|%|por ciento", number) else "USD" if "$" in number else "count"
    kind = {"percent": "share", "USD": "money"}.get(unit, "level")
    return Mention(start, start + len(number), start, start + len(number), None, "", unit=unit, kind=kind)  # type: ignore[arg-type]


def _read(marked: str, language: str, **changes: object) -> list[MeasureContext | None]:
    """The measures of the numbers in brackets; the brackets are taken out before reading."""
    text, mentions = "", []
    at = 0
    for match in _NUMBER.finditer(marked):
        text += marked[at : match.start()]
        mentions.append(_mention(len(text), match[1]).with_(**changes))
        text += match[1]
        at = match.end()
    text += marked[at:]
    document = _document(text)
    passages = passages_of(document, language)
    found = MeasureReader(Setting(document, passages, language, None, None)).read(passages[0], mentions)
    for context in found:
        if context is not None:
            assert context.measure == " ".join(text[start:end] for start, end in context.anchors)
    return found


CASES = [
    # behind the number
    ("en", "Police counted [412] burglaries that spring.", ["burglaries"]),
    ("en", "Some [3,100] kidnapping complaints were filed there.", ["kidnapping complaints filed"]),
    ("en", "The court heard [9] cases of aggravated theft.", ["cases of aggravated theft"]),
    # quantity words only measure
    ("en", "A total of [80] number of roads closed.", ["roads closed"]),
    # elided in a list
    ("en", "There were [30] thefts in Ica, [12] in Tacna and [4] in Puno.", ["thefts"] * 3),
    (
        "en",
        "The districts with the most robberies were Ate ([59] robberies), Comas ([54]).",
        ["robberies", "robberies"],
    ),
    # in front of the number
    ("en", "The unemployment rate was [5.9 percent] that year.", ["unemployment rate"]),
    ("en", "Towns registered vacancy rates of [41 percent] in winter.", ["vacancy rates"]),
    # a share says of whom and what
    ("en", "Nearly [40 percent] of farmers owned no land.", ["farmers owned land"]),
    # part of
    ("en", "Of the [12] bridges, two fell.", ["bridges"]),
    # the sentence before
    ("en", "In May [70] clinics closed. In June it was [90].", ["clinics closed", "clinics closed"]),
    ("es", "La policía contó [412] robos esa primavera.", ["robos"]),
    ("es", "Se presentaron [3,100] denuncias por extorsión.", ["denuncias extorsión"]),
    ("es", "La tasa de desempleo fue de [5.9 por ciento].", ["tasa de desempleo"]),
    ("es", "El [40%] de los agricultores carecía de tierra.", ["agricultores carecía de tierra"]),
    ("es", "Hubo [30] hurtos en Ica y [12] en Tacna.", ["hurtos", "hurtos"]),
]

CHANGES = [
    ("en", "Burglaries increased by [12 percent] last year.", "Burglaries"),
    ("en", "The report notes a [12 percent] increase in burglaries.", "burglaries"),
    ("en", "An increase of [12 percent] in car thefts followed.", "car thefts"),
    ("es", "Los hurtos aumentaron [12 por ciento] ese año.", "hurtos"),
    ("es", "Hubo una reducción del [12%] en hurtos.", "hurtos"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_measure(language: str, text: str, expected: list[str]) -> None:
    assert [c.measure if c else None for c in _read(text, language)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), CHANGES)
def test_measure_of_a_change(language: str, text: str, expected: str) -> None:
    (context,) = _read(text, language, kind="change")
    assert context is not None
    assert context.measure == expected


def test_nothing_is_made_up() -> None:
    assert _read("[12].", "en") == [None]
