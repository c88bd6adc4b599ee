"""Which language a text and a passage of it is read in: a whole paragraph of another one, never a quotation in it."""

from __future__ import annotations

import pytest

from tieout.language.detect import language_of, passage_language

SPANISH = "El ministerio informó que en 2023 se registraron 41.200 denuncias en el país, de las cuales pocas de Lima."
ENGLISH = "The ministry said that in 2023 there were 41,200 complaints in the country, and that few were of Lima."
MIXED = "The ministry said of the data that “los datos de la policía no son los de la fiscalía” and that it was wrong."


@pytest.mark.parametrize(("text", "language"), [(SPANISH, "es"), (ENGLISH, "en"), (MIXED, "en"), ("412", "en")])
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        (SPANISH, "en", "es"),
        (ENGLISH, "es", "en"),
        (SPANISH, "es", "es"),
        (MIXED, "en", "en"),
        (MIXED, "es", "es"),
        ("En el país de las policías", "en", "en"),
        ("41.200; 3,5", "es", "es"),
    ],
)
def test_a_passage_is_read_in_another_language_only_when_it_is_plain(text: str, usual: str, language: str) -> None:
    assert passage_language(text, usual) == language
