"""The phrases in front of a number that it may be a value of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tieout.evidence import subject
from tieout.evidence.wording import Pieces, Wording

CASES: list[tuple[Callable[[Wording, int], Pieces], str, str, str]] = [
    (subject.valued, "en", "Towns had vacancy rates of just [41]", "vacancy rates"),
    (subject.valued, "es", "Las familias tienen un ingreso de [41]", "ingreso"),
    (subject.valued, "en", "The ferry sank at [41]", ""),
    (subject.copula, "en", "The price of oil was about [41]", "price of oil"),
    (subject.copula, "es", "El precio del aceite fue de [41]", "precio del aceite"),
    (subject.copula, "en", "Lima was [41]", ""),
    (subject.copula, "en", "Oil, which fell to [41]", "Oil"),
    (subject.subject, "en", "In winter the lamps cost the whole town [41]", "lamps"),
    (subject.counted_before, "en", "The towns with the most robberies were Ica [41]", "robberies"),
    (subject.counted_before, "es", "Las ciudades con mayor número de robos fueron Ica [41]", "robos"),
    (
        subject.counted_before,
        "es",
        "La ciudad con más robos por cada 100 mil habitantes fue Ica con [41]",
        "robos por habitantes",
    ),
    (subject.counted_before, "es", "El delito más frecuente en [41]", ""),
    (subject.bracketed, "en", "They lit the lamps in the north ([41]", "lamps"),
    (subject.bracketed, "es", "Le siguieron aceites con [41]", "aceites"),
    (subject.bracketed, "es", "Venden faros, seguidos por aceites ([41]", "aceites"),
    (subject.aged, "es", "Las bajas tasas de pesca de los marineros jóvenes de [41]", "marineros jóvenes"),
    (subject.valued, "en", "The work was done in a term of [41]", "term"),
    (subject.valued, "es", "Los faros de la costa, en Ica del [41]", ""),
    (subject.bracketed, "en", "The files were related to land ([41]", ""),
    (subject.bracketed, "en", "They went to Ica ([41]", ""),
    (subject.aged, "en", "The children aged [41]", "children"),
    (subject.paid, "en", "The fines that drivers paid reached [41]", "fines"),
    (subject.paid, "es", "El presupuesto de la junta llegó a [41]", "presupuesto de la junta"),
]


@pytest.mark.parametrize(("find", "language", "text", "expected"), CASES)
def test_phrase_in_front(find: Callable[[Wording, int], Pieces], language: str, text: str, expected: str) -> None:
    at = text.index("[")
    text = text.replace("[", "").replace("]", "")
    wording = Wording(text, (0, len(text)), [(at, at + 2)], language)
    figure = next(i for i, token in enumerate(wording.tokens) if token.kind == "figure")
    found = find(wording, figure)
    assert " ".join(text[start:end] for start, end in found) == expected
