"""Noun phrases put in words, in both languages."""

from __future__ import annotations

import pytest

from tieout.evidence.wording import Pieces, Wording


def words_of(wording: Wording, pieces: Pieces) -> str:
    return " ".join(wording.text[start:end] for start, end in pieces)


DESCRIBED = [
    ("en", "the nets seized by trawlers at night", "nets seized trawlers"),
    ("en", "number of lamps stolen", "lamps stolen"),
    ("en", "highest number", ""),
    ("en", "nets, ropes, and other gear burnt", "nets, ropes, and other gear burnt"),
    ("en", "nets, sails and witnesses said so", "nets"),
    ("en", "gulls per 10,000 nests", "gulls per nests"),
    ("en", "sailors who said that they had lost boats", "sailors lost boats"),
    ("es", "redes cortadas por barcos", "redes cortadas barcos"),
    ("es", "mayor número de lámparas", "lámparas"),
    ("es", "gaviotas por cada 10 mil barcas", "gaviotas por barcas"),
    ("es", "marineros que tienen botes propios", "marineros botes propios"),
    ("es", "obras no terminadas", "obras no terminadas"),
]

ENDING = [
    ("en", "in the north the price of lamp oil", "price of lamp oil"),
    ("es", "en el norte la venta de aceite", "venta de aceite"),
    ("es", "con tasas más altas", "tasas más altas"),
    ("en", "they were closed", ""),
]


@pytest.mark.parametrize(("language", "text", "expected"), DESCRIBED)
def test_described(language: str, text: str, expected: str) -> None:
    wording = Wording(text, (0, len(text)), [], language)
    phrase = wording.phrase(0)
    assert phrase is not None
    assert words_of(wording, wording.described(phrase, predicate=True)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), ENDING)
def test_ending_at(language: str, text: str, expected: str) -> None:
    wording = Wording(text, (0, len(text)), [], language)
    assert words_of(wording, wording.ending_at(len(wording.tokens) - 1)) == expected


def test_pieces_side_by_side_are_one() -> None:
    wording = Wording("old red nets", (0, 12), [], "en")
    assert wording.merged([(0, 3), (4, 7), (4, 12), (8, 12)]) == ((0, 12),)
