"""The words by which numbers hang on dates do what their examples say."""

from __future__ import annotations

import pytest

from tieout.evidence.attachment import attachment, is_survey, names_a_thing
from tieout.language.periods import find_dates
from tieout.language.tables import LANGUAGES, table


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_finds_its_examples(language: str) -> None:
    words = attachment(language)
    examples = table(language, "periods")["attachment_examples"]
    assert set(examples) == {
        "boundary",
        "timeless",
        "from",
        "to",
        "respectively",
        "record",
        "opposed",
        "cutoff",
        "anaphora",
    }
    for name, texts in examples.items():
        pattern = words.from_ if name == "from" else getattr(words, name)
        for text in texts:
            assert pattern.search(text), (name, text)


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("under the 2016 accord", "en", True),
        ("during the 2016 strike", "en", False),
        ("according to 2023 data", "en", False),
        ("the council created in 1995", "en", True),
        ("the bill was adopted in 1995", "en", False),
        ("Law 30 of 1995", "en", True),
        ("deaths of 1995", "en", False),
        ("says World Bank (2017)", "en", True),
        ("44.3 percent of GDP (2017)", "en", False),
        ("its Social Panorama 2011 says", "en", True),
        ("the household survey ENDES 2021 found", "en", False),
        ("la Ley 1761 de 2015", "es", True),
        ("los robos de 2015", "es", False),
        ("según Unicef (2017)", "es", True),
        ("la encuesta (ENDES 2021) halló", "es", False),
    ],
)
def test_dates_that_only_name_a_thing(text: str, language: str, named: bool) -> None:
    (date,) = find_dates(text, language)
    assert names_a_thing(text, date, language) is named


def test_the_edition_of_a_survey() -> None:
    text = "the household survey ENDES 2021 found"
    (date,) = find_dates(text, "en")
    assert is_survey(text, date, "en")
