"""Every word of the tables of citations has an example, and every example its word."""

from __future__ import annotations

import re
from typing import Any

import pytest

from alternatives import alternatives
from tieout.language.tables import LANGUAGES, table
from tieout.sources.words import fold

ENTRIES = [
    pytest.param(entry, id=f"{language}-{part}")
    for language in LANGUAGES
    for part, entries in table(language, "citations").items()
    for entry in entries
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_word_has_an_example(entry: dict[str, Any]) -> None:
    without = [
        one
        for one in alternatives(entry["pattern"])
        if not any(re.search(rf"(?<!\w)(?:{one})", example, re.IGNORECASE) for example in entry["examples"])
    ]
    assert without == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_example_is_matched(entry: dict[str, Any]) -> None:
    pattern = re.compile(rf"(?<!\w)(?:{entry['pattern']})", re.IGNORECASE)
    assert [example for example in entry["examples"] if not pattern.search(example)] == []


def test_all_languages_have_all_parts() -> None:
    parts = [set(table(language, "citations")) for language in LANGUAGES]
    assert all(part == parts[0] for part in parts)


@pytest.mark.parametrize(
    ("text", "folded"), [("El País", "el pais"), ("I/A Court H.R.", "i a court h r"), ("  Ñandú ", "nandu")]
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
