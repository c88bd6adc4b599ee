"""The ids behind the words of a measure, the same in both languages."""

from __future__ import annotations

import pytest

from tieout.evidence.concept import concept_of, counting_of, named
from tieout.language.tables import LANGUAGES

CONCEPTS = [
    ("en", "kidnapping complaints filed", "kidnapping"),
    ("es", "denuncias por secuestro", "kidnapping"),
    ("en", "Murder rate", "homicide"),
    ("es", "población en pobreza extrema", "extreme_poverty"),
    ("en", "soccer fields", None),
]
COUNTED = [
    ("en", "kidnapping complaints filed", "complaint"),
    ("es", "víctimas de trata", "victim"),
    ("en", "hectares of forest", None),
]


@pytest.mark.parametrize(("language", "measure", "expected"), CONCEPTS)
def test_concept(language: str, measure: str, expected: str | None) -> None:
    assert concept_of(measure, language) == expected


@pytest.mark.parametrize(("language", "measure", "expected"), COUNTED)
def test_counting(language: str, measure: str, expected: str | None) -> None:
    assert counting_of(measure, language) == expected


@pytest.mark.parametrize("family", ["concept", "counting"])
def test_ids_are_the_same_in_all_languages(family: str) -> None:
    ids = [[name for name, _ in named(language, family)] for language in LANGUAGES]
    assert ids[0] == ids[1]
