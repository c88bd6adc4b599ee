"""Every pattern of a cue matches one of its examples, every example is matched, and both languages have every cue."""

from __future__ import annotations

import re

import pytest

from tieout.language.tables import LANGUAGES
from tieout.ties.cues import Cue, cues, opposites

ALL = [(language, cue) for language in LANGUAGES for cue in cues(language).values()]


@pytest.mark.parametrize(("language", "cue"), ALL, ids=[f"{language}-{cue.name}" for language, cue in ALL])
def test_patterns_and_examples_match_each_other(language: str, cue: Cue) -> None:
    for pattern in cue.alternatives:
        assert any(re.search(pattern, example, re.IGNORECASE) for example in cue.examples), pattern
    for example in cue.examples:
        assert cue.within(example), example


def test_every_language_has_the_same_cues() -> None:
    assert {tuple(sorted(cues(language))) for language in LANGUAGES} == {tuple(sorted(cues("en")))}
    assert {len(opposites(language)) for language in LANGUAGES} == {len(opposites("en"))}
