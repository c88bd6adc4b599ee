"""Which of the phrases around the numbers of a sentence says what each counts."""

from __future__ import annotations

import re

import pytest

from tieout.evidence.mention import Mention
from tieout.evidence.passage import passages_of
from tieout.evidence.sentence import SentenceMeasures, carries, family
from tieout.reading.document import Block, Document

_NUMBER = re.compile(r"\[([^\]]+)\]")


def _read(marked: str, language: str, kinds: tuple[str, ...] = ()) -> tuple[list[str], set[int]]:
    """The measures of the numbers in brackets, and which of them are but parts of an earlier whole."""
    text, mentions, at = "", [], 0
    for index, match in enumerate(_NUMBER.finditer(marked)):
        text += marked[at : match.start()]
        span = (len(text), len(text) + len(match[1]))
        percent = re.search(r"%|percent|por ciento", match[1]) is not None
        kind = kinds[index] if index < len(kinds) else "share" if percent else "level"
        unit = "percent" if percent else "count"
        mentions.append(Mention(*span, *span, None, match[1], unit=unit, kind=kind))  # type: ignore[arg-type]
        text += match[1]
        at = match.end()
    text += marked[at:]
    document = Document("x.txt", text, "txt", "0", "test", (Block("paragraph", ((0, len(text)),)),))
    passage = passages_of(document, language)[0]
    sentence = SentenceMeasures(passage, (0, len(text)), mentions, language)
    found = [" ".join(text[start:end] for start, end in pieces) for pieces in sentence.measures()]
    return found, sentence.parts


CASES: list[tuple[str, str, tuple[str, ...], list[str]]] = [
    # a part of what was counted, with what is said of it
    ("en", "Of [84] lamps, [12 percent] were broken.", (), ["lamps", "lamps broken"]),
    ("es", "De las [84] lámparas, el [12%] estaban rotas.", (), ["lámparas", "lámparas rotas"]),
    # where the part is
    ("en", "Some [84] lamps burnt, [12 percent] in harbours.", (), ["lamps burnt", "lamps burnt harbours"]),
    # numbers in brackets take the phrase beside them, and the whole they share
    ("en", "They lit [84] lamps: copper lamps ([12]).", (), ["lamps", "lamps copper lamps"]),
    (
        "es",
        "Hubo [84] lámparas: faroles ([12]) y Callao ([9]).",
        (),
        ["lámparas", "lámparas faroles", "lámparas faroles"],
    ),
    # what befell them
    ("en", "The storm left many sunk, injuring [12] sailors.", (), ["injuring sailors"]),
    # the phrase a list orders by
    ("es", "Las ciudades con mayor número de faros fueron Ica ([12]) y Tacna ([9]).", (), ["faros", "faros"]),
    # a rate says per whom, not per how many
    ("es", "Hubo [12] faros por cada 100 mil barcas.", ("rate",), ["faros por barcas"]),
    # the verb inside the span
    ("es", "La flota pesquera [supera los 90].", (), ["flota pesquera"]),
    # what is so in the places counted
    ("en", "In [12] towns, lamps go out early.", (), ["towns lamps go early"]),
    # ranks
    ("en", "Ica is the [second] largest producer of oil.", ("rank",), ["producer of oil"]),
    ("es", "Ica ocupa el [segundo lugar] en número de faros.", ("rank",), ["faros"]),
    ("en", "Ica is [10th] of all coastal towns.", ("rank",), [""]),
    # a gloss restates the number in front of it
    ("en", "Fares rose to [50 soles] ([13 EUR]).", ("money", "money"), ["Fares", "Fares"]),
    ("en", "The budget of the port grew to reach [50 soles].", ("money",), ["budget of the port"]),
    # spans of time and ages: what lasts, whose age, or nothing
    ("en", "Crews freed the whale and left it [two days] later.", ("duration",), [""]),
    ("en", "The crew left two boats and sold them [six months] ago.", ("duration",), [""]),
    ("en", "The ban lasted [60 days].", ("duration",), ["ban"]),
    ("es", "Los marineros de [18 años] votan.", ("age",), ["marineros"]),
    # nothing to count
    ("en", "[12].", (), [""]),
]


@pytest.mark.parametrize(("language", "text", "kinds", "expected"), CASES)
def test_measures(language: str, text: str, kinds: tuple[str, ...], expected: list[str]) -> None:
    assert _read(text, language, kinds)[0] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Of these, [12] were ferries."), ("en", "Only [12] of them sank."), ("es", "De ellos, [12] eran botes.")],
)
def test_a_part_of_an_earlier_whole(language: str, text: str) -> None:
    assert _read(text, language)[1] == {0}


def test_families() -> None:
    count = Mention(0, 1, 0, 1, None, "1")
    share, change = count.with_(unit="percent", kind="share"), count.with_(kind="change", unit="percent")
    assert [family(m) for m in (count, share, count.with_(kind="age"))] == ["count", "ratio", "age"]
    assert carries("count", change)
    assert not carries("count", share)
    assert not carries("age", change)
    assert not carries("duration", count.with_(kind="duration", unit="days"))
