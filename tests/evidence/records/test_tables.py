"""Every pattern of the tables of records matches its examples, and no entry is without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from tieout.evidence.records.words import Entry, entries, table
from tieout.language.tables import LANGUAGES

DATA = files("tieout.evidence.records") / "data"
FAMILIES = sorted(path.name.removesuffix(".toml") for path in (DATA / "en").iterdir())


def all_entries() -> Iterator[tuple[str, str, str, Entry]]:
    for language in LANGUAGES:
        for family in FAMILIES:
            for name, value in table(language, family).items():
                if isinstance(value, list):
                    yield from ((language, family, name, entry) for entry in entries(language, family, name))


@pytest.mark.parametrize(
    ("language", "family", "name", "entry"),
    list(all_entries()),
    ids=lambda v: v if isinstance(v, str) else v.regex.pattern[:20],
)
def test_a_pattern_and_its_examples(language: str, family: str, name: str, entry: Entry) -> None:
    assert entry["examples"], f"{language}/{family}: {name} has no example"
    for example in entry["examples"]:
        assert entry.regex.search(example), f"{language}/{family}: {name} does not match {example!r}"
    for example in entry["examples_not"] or ():
        assert not entry.regex.search(example), f"{language}/{family}: {name} matches {example!r}"


def test_both_languages_have_the_same_tables() -> None:
    for family in FAMILIES:
        arrays = [{k for k, v in table(language, family).items() if isinstance(v, list)} for language in LANGUAGES]
        assert arrays[0] == arrays[1], family


def test_every_part_is_used() -> None:
    for language in LANGUAGES:
        for family in FAMILIES:
            source = (DATA / language / f"{family}.toml").read_text(encoding="utf-8")
            for part in table(language, family).get("parts", {}):
                held = f"{{{part}}}" in source or (family, part) in READ_BY_CODE
                assert held, f"{language}/{family}: nothing uses {part}"


READ_BY_CODE = {("laws", "number"), ("laws", "mark"), ("groups", "class")}


def test_no_pattern_has_a_repeat_in_a_repeat_without_a_word_between() -> None:
    for language, family, name, entry in all_entries():
        assert not re.search(r"\(\?:[^()]*[+*]\)[+*]", entry.regex.pattern), f"{language}/{family}: {name}"
