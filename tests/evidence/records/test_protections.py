"""Protection: what is said to exist, how well it works, what is missing."""

from __future__ import annotations

import pytest

from evidence.records.made import assert_sound, made
from tieout.evidence.records.protections import protections_of

SAID = [
    ("en", "The law criminalizes rape.", "law", "exists"),
    ("en", "Courts are open, but the government did not effectively enforce the law.", "law", "ineffective"),
    ("en", "The ministry enforced the law effectively.", "law", "effective"),
    ("en", "There were no shelters in the south.", "shelter", "absent"),
    ("en", "Most shelters for girls were closed in March.", "shelter", "absent"),
    ("en", "The city operated two women’s centers.", "centre", "exists"),
    ("en", "Refugees had limited access to legal aid.", "legal_aid", "limited"),
    ("en", "Police failed to investigate threats to miners.", "authorities", "ineffective"),
    ("en", "There is no law against domestic violence.", "law", "absent"),
    ("en", "Impunity for attacks on activists persisted.", "justice", "ineffective"),
    ("es", "La ley prohíbe la tortura.", "law", "exists"),
    ("es", "Falta de protección efectiva de las periodistas.", "authorities", "absent"),
    ("es", "No existen albergues para las víctimas.", "shelter", "absent"),
    ("es", "La región cuenta con albergues.", "shelter", "exists"),
    ("es", "Los servicios de apoyo a las niñas siguen siendo insuficientes.", "services", "ineffective"),
]
UNSAID = [
    ("en", "The State should open shelters."),
    ("en", "The law prohibits strikes by teachers."),
    ("en", "Police opened two roads."),
    ("es", "El Estado debe crear albergues."),
    ("es", "La ley prohíbe la pesca."),
]


@pytest.mark.parametrize(("language", "text", "means", "status"), SAID, ids=[text for _, text, *_ in SAID])
def test_protections(language: str, text: str, means: str, status: str) -> None:
    setting = made(text, language=language)
    (one,) = protections_of(setting)
    assert (one.means, one.status) == (means, status)
    assert one.words in text
    assert_sound([one], setting)
    assert {piece.role for piece in one.parts} >= {"means", "status"}


@pytest.mark.parametrize(("language", "text"), UNSAID, ids=[text for _, text in UNSAID])
def test_what_is_no_protection(language: str, text: str) -> None:
    assert protections_of(made(text, language=language)) == []


def test_for_whom_and_against_what() -> None:
    (one,) = protections_of(made("The law criminalizes trafficking in children."))
    assert (one.exposed, one.harms) == (("children",), ("trafficking",))
