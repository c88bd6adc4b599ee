"""The table of terms: every form is read back as its term; families exclude each other by design."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tieout.sources.stems import words_of
from tieout.sources.terms import table, terms_in

FORMS = [
    (name, form)
    for entries in table().values()
    for name, forms in entries.items()
    if isinstance(forms, Mapping)
    for words in forms.values()
    for form in words.split("|")
]


def named(text: str) -> set[str]:
    return {one.term.id for one in terms_in(list(words_of(text)))}


def test_every_form_names_its_term() -> None:
    assert [(name, form) for name, form in FORMS if name not in named(form)] == []


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("arrests", "detenciones"),
        ("the attorney general's office", "la fiscalía"),
        ("extreme poverty", "pobreza extrema"),
        ("municipalities", "los municipios"),
        ("asylum applications", "solicitudes de asilo"),
    ],
)
def test_languages_meet(english: str, spanish: str) -> None:
    assert named(english) & named(spanish)


def test_the_longest_form_wins() -> None:
    assert "poverty" not in named("extreme poverty")
