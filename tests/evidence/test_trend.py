"""What rose or fell, and what a score or a labelled number is of."""

from __future__ import annotations

import pytest

from tieout.evidence.mention import Mention
from tieout.evidence.trend import changed, labelled, scored
from tieout.evidence.wording import Wording


def _wording(text: str, language: str) -> tuple[Wording, int, Mention, str]:
    at = text.index("[")
    stop = text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    wording = Wording(text, (0, len(text)), [(at, stop)], language)
    figure = next(i for i, token in enumerate(wording.tokens) if token.kind == "figure")
    return wording, figure, Mention(at, stop, at, stop, None, text[at:stop], kind="change"), text


CHANGES = [
    ("en", "Lamp sales rose by [12 percent].", "Lamp sales"),
    ("en", "The town saw a [12 percent] drop in lamp sales.", "lamp sales"),
    ("en", "Lamp sales recovered, growing [12 percent].", "Lamp sales"),
    ("en", "Oil use showed an increase of [12 percent].", "Oil use"),
    ("es", "La venta de aceite aumentó [12 por ciento].", "venta de aceite"),
    ("es", "Hubo una baja del [12 por ciento] en ventas.", "ventas"),
    ("es", "La venta registró una baja de [12 por ciento].", "venta"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CHANGES)
def test_changed(language: str, text: str, expected: str) -> None:
    wording, at, mention, plain = _wording(text, language)
    assert " ".join(plain[a:b] for a, b in changed(wording, mention, at)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LAMP TRADE [7.00]", "LAMP TRADE"),
        ("[7.00] OIL SCORE", "OIL SCORE"),
        ("It got [7.00] for oil control", "oil control"),
        ("The score of oil was [7.00]", "score of oil"),
    ],
)
def test_scored(text: str, expected: str) -> None:
    wording, at, _, plain = _wording(text, "en")
    assert " ".join(plain[a:b] for a, b in scored(wording, at, 0)) == expected


@pytest.mark.parametrize(("text", "expected"), [("Paved roads: [18,699]", "Paved roads"), ("roads [18,699]", "")])
def test_labelled(text: str, expected: str) -> None:
    wording, at, _, plain = _wording(text, "en")
    assert " ".join(plain[a:b] for a, b in labelled(wording, at)) == expected
