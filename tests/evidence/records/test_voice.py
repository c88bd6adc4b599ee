"""Opinion apart from report, what was seen apart from what was heard."""

from __future__ import annotations

import pytest

from tieout.evidence.records.voice import voice_of

SAID = [
    ("en", "Two bridges fell in May.", "reported"),
    ("en", "According to the mayor, two bridges fell.", "relayed"),
    ("en", "Residents said that the bridge fell.", "relayed"),
    ("en", "The Council is deeply concerned about the bridges.", "opinion"),
    ("en", "Engineers should be heard.", "opinion"),
    ("en", "We visited the bridge and counted the cracks.", "observed"),
    ("en", "The delegation observed cracks in the piers.", "observed"),
    ("es", "Dos puentes cayeron en mayo.", "reported"),
    ("es", "Según el alcalde, cayeron dos puentes.", "relayed"),
    ("es", "Preocupa al Consejo el estado de los puentes.", "opinion"),
    ("es", "La delegación constató grietas en los pilares.", "observed"),
]


@pytest.mark.parametrize(("language", "text", "voice"), SAID, ids=[text for _, text, _ in SAID])
def test_voice(language: str, text: str, voice: str) -> None:
    found, words = voice_of(text, language)
    assert found == voice
    assert (words is None) == (voice == "reported")
    assert words is None or words in text
