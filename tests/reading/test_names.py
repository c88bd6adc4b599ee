"""The tables of the names of parts: each entry is met by an example, each example by an entry."""

from __future__ import annotations

import pytest

from tieout.language.tables import LANGUAGES, table
from tieout.reading.names import caption_label, part_names


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["captions", "contents", "notes", "parts"])
def test_words_and_examples_meet(language: str, part: str) -> None:
    entry = table(language, "structure")[part]
    examples = [example.casefold() for example in entry["examples"]]
    assert all(any(example.startswith(word) for example in examples) for word in entry["words"])
    assert all(any(example.startswith(word) for word in entry["words"]) for example in examples)
    assert set(entry["words"]) <= part_names(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_caption_examples_are_captions(language: str) -> None:
    assert all(caption_label().match(example) for example in table(language, "structure")["captions"]["examples"])


@pytest.mark.parametrize(
    "text", ["Table 3 shows that", "Figures rose", "Map of Peru", "Mapa de riesgos", "Box office 3: x"]
)
def test_sentences_are_no_captions(text: str) -> None:
    assert caption_label().match(text) is None
