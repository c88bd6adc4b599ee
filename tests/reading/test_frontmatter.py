"""Front matter: simple pairs only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.reading.frontmatter import front_matter
from tieout.reading.markdown import read_markdown


def test_yaml_pairs() -> None:
    found = front_matter(
        '---\ntitle: "Note: Peru"\ndate: 2024-05-03T10:00:00Z\ncountry: pe\nlang: en-GB\ntags:\n  - a\n---\nText'
    )
    assert found is not None
    assert (found.title, found.date, found.country, found.language) == ("Note: Peru", "2024-05-03", "PE", "en")
    assert found.end == len(
        '---\ntitle: "Note: Peru"\ndate: 2024-05-03T10:00:00Z\ncountry: pe\nlang: en-GB\ntags:\n  - a\n---\n'
    )


def test_toml_pairs() -> None:
    found = front_matter("+++\ntitle = 'Nota'\ndate = 2023\n+++\n")
    assert found is not None
    assert (found.title, found.date) == ("Nota", "2023")


@pytest.mark.parametrize(
    "text", ["Text\n---\na: b\n---\n", "---\nnot a pair here\n---\nx", "---\n---\n", "", "--- a ---"]
)
def test_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


def test_a_date_in_words_is_not_guessed() -> None:
    found = front_matter("---\ndate: last spring\ncountry: Peru\n---\n")
    assert found is not None
    assert (found.date, found.country) == (None, None)


@pytest.mark.parametrize("line", ["date: yesterday", "date: 2023-13-45", "country: Peruvia", "language: fr"])
def test_what_is_not_understood_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "report.md"
    path.write_text(f"---\ntitle: Raids\n{line}\n---\n\nPolice counted 12 raids.\n", encoding="utf-8")
    document = read_markdown(path)
    assert [(loss.kind, line in loss.message) for loss in document.losses] == [("front_matter", True)]
    assert (document.date, document.country, document.language) == (None, None, None)
