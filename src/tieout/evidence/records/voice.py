"""Whose voice a sentence is: the text's own report, an opinion, what somebody saw, what somebody passed on.

The words that say so are those of the table `voices`; without any the text reports.
"""

from __future__ import annotations

from typing import Literal

from tieout.evidence.records.words import entries

Voice = Literal["reported", "relayed", "opinion", "observed"]


def voice_of(text: str, language: str) -> tuple[Voice, str | None]:
    """The voice of a sentence and the words that say so. What was seen goes before what is thought, that before what
    was heard."""
    for entry in entries(language, "voices", "voice"):
        found = entry.regex.search(text)
        if found is not None:
            voice: Voice = entry["voice"]
            return voice, found[0].strip(" ,")
    return "reported", None
