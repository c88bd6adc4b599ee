"""A short run of the fuzzers: every reader and the extractor on damaged files and on wild text. Nightly: make fuzz."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.corpus import write_corpus
from fuzz.mutator import mutated
from fuzz.sound import examine

ROUNDS = 12
"""Damaged files of each sound one."""
NAMES = ("a.txt", "b.txt", "c.txt", "a.md", "a.html", "a.rtf", "a.docx", "a.odt", "a.epub", "a.xlsx", "a.pdf")

_WORDS = """
percent per cent of the in from to by about nearly more than half one two three hundred thousand million Lima Peru 2019
2023 5 12.5 1,234 1.234,5 1 000 US$ EUR S/ % ( ) , . ; : - – — / “ ” [1] [^1] **5** | --- # ## > - 1. a) rose fell
increase doubled homicides people police said according May 31 June and por ciento de cada aumento mitad
"""
WORDS = st.sampled_from(_WORDS.split())
TEXTS = st.lists(st.one_of(WORDS, WORDS, st.text(max_size=4), st.sampled_from(["\n", "\n\n", "\t"])), max_size=60)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz")
    write_corpus(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_sound_files_are_read(corpus: Path, name: str) -> None:
    assert examine(corpus / name) == "read"


@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_give_a_sound_document_or_one_line(corpus: Path, tmp_path: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    path = tmp_path / name
    for seed in range(ROUNDS):
        path.write_bytes(mutated(data, seed))
        examine(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=TEXTS, suffix=st.sampled_from(["txt", "md", "html"]))
def test_any_text_gives_a_sound_document_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    path.write_text(" ".join(words), encoding="utf-8", errors="replace")
    examine(path)
