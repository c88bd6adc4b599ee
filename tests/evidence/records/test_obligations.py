"""Treaties and what a State did with them."""

from __future__ import annotations

import pytest

from evidence.records.made import assert_sound, made
from tieout.evidence.records.obligations import obligations_of

SAID = [
    ("en", "Peru ratified the Convention against Torture in 1988.", [("CAT", "ratified", "1988", "Peru")]),
    ("en", "The country has not ratified the Escazú Agreement.", [("Escazú", "not_ratified", None, "Peru")]),
    ("en", "It signed the Istanbul Convention in May 2012.", [("Istanbul", "signed", "2012-05", "Peru")]),
    ("en", "Consider ratifying ILO Convention No. 189.", [("ILO", "recommended", None, "Peru")]),
    ("en", "The Convention against Torture has 33 articles.", []),
    ("es", "El Perú ratificó el Pacto de San José en 1978.", [("ACHR", "ratified", "1978", "Perú")]),
    ("es", "El Estado aún no ha ratificado el Acuerdo de Escazú.", [("Escazú", "not_ratified", None, "Perú")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID, ids=[text for _, text, _ in SAID])
def test_obligations(language: str, text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    setting = made(text, language=language)
    found = obligations_of(setting)
    assert [(o.treaty, o.status, o.date, o.party) for o in found] == expected
    assert_sound(found, setting)
