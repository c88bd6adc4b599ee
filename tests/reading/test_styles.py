"""The names of styles: every pattern matches its examples, every example is matched."""

from __future__ import annotations

import pytest

from tieout.language.tables import LANGUAGES, table
from tieout.reading.styles import PARTS, style_part

EXAMPLES = [
    (part, example)
    for part in PARTS
    for language in LANGUAGES
    for example in table(language, "styles")[part]["examples"]
]


@pytest.mark.parametrize(("part", "example"), EXAMPLES)
def test_examples_are_matched(part: str, example: str) -> None:
    assert style_part(example)[0] == part


@pytest.mark.parametrize(
    "name", ["Normal", "Header", "Encabezado", "List Paragraph", "Body Text", "Subtitle", "footnote text"]
)
def test_other_names_mean_nothing(name: str) -> None:
    assert style_part(name) == (None, 0)


def test_level() -> None:
    assert style_part("Título 3") == ("heading", 3)
