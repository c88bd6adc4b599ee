"""The words by which a text hands a statement to a source, and the kinds of bodies, compiled from the tables.

It holds patterns only; who speaks in a sentence is read in `speech.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from tieout.evidence.figure import Role
from tieout.language.tables import table


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of saying and the kinds of bodies of one language, compiled."""

    trigger: re.Pattern[str]
    frames: tuple[tuple[Role, re.Pattern[str]], ...]
    verbs: tuple[tuple[Role, bool, re.Pattern[str]], ...]
    """Role, whether any name may be the subject (else only a kind of body), pattern."""
    felt: re.Pattern[str]
    """Verbs whose speaker is their object: `al Comité le preocupa`."""
    survey_frame: re.Pattern[str]
    note: re.Pattern[str]
    anaphor: re.Pattern[str]
    continued: re.Pattern[str]
    contrast: re.Pattern[str]
    turn: re.Pattern[str]
    hedge: re.Pattern[str]
    body: re.Pattern[str]
    survey: re.Pattern[str]
    data: re.Pattern[str]
    nobody: frozenset[str]
    """Adjectives of data that say whose it is of nobody: `official figures`."""
    connectors: frozenset[str]
    """Small words that join the capitalised parts of a name."""
    being: frozenset[str]
    of: frozenset[str]
    """Words that join data, a report or a survey to whose it is."""
    to: frozenset[str]


@cache
def saying(language: str) -> Saying:
    """The compiled tables of saying and bodies of a language."""
    said, bodies = table(language, "saying"), table(language, "bodies")
    return Saying(
        trigger=re.compile(rf"\b(?:{_any(said['frame'] + said['verb'] + said['survey_frame'])})(?!\w)"),
        frames=tuple((e["role"], re.compile(rf"\b(?:{e['pattern']})(?!\w)")) for e in said["frame"]),
        verbs=tuple((e["role"], e["names"], re.compile(rf"\b(?:{e['pattern']})\b")) for e in said["verb"]),
        felt=re.compile(_any(said.get("felt", ()))),
        survey_frame=re.compile(rf"\b(?:{_any(said['survey_frame'])})\b"),
        note=re.compile(rf"\s*(?:{_any(said['note'])})\s*", re.IGNORECASE),
        anaphor=re.compile(rf"(?:{_any(said['anaphor'])})\Z"),
        continued=re.compile(rf"\W*(?:{_any(said['continued'])})\b"),
        contrast=re.compile(_any(said["contrast"])),
        turn=re.compile(_any(said["turn"])),
        hedge=re.compile(rf"\b(?:{_any(said['hedge'])})\b"),
        body=re.compile(rf"(?:{_any(bodies['body'])})(?:['’]s?)?\Z"),
        survey=re.compile(rf"(?:{_any(bodies['survey'])})\Z"),
        data=re.compile(rf"(?:{_any(bodies['data'])})\Z"),
        **{name: frozenset(bodies["grammar"][name]) for name in ("nobody", "connectors", "being", "of", "to")},
    )


def _any(entries: Iterable[dict[str, Any]]) -> str:
    return "|".join(entry["pattern"] for entry in entries)
