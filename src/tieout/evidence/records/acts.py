"""From a document to its institutional acts: who was put into an office or out of it, and by how many votes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.evidence.passage import Setting
from tieout.evidence.records.act import Act
from tieout.evidence.records.line import Line, lines_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import Entry, any_of, entries

_HEADS = frozenset({"heading", "title", "note"})
_NEAR = 12
"""Characters between a date and who acts after it."""
_OFFICE = 100
"""Characters beside the words of an act in which its office stands."""


def acts_of(setting: Setting) -> list[Act]:
    """Every institutional act of a document, in text order."""
    return identified(_acts(setting), setting.document)


def _acts(setting: Setting) -> Iterator[Act]:
    for line in lines_of(setting):
        if line.passage.block.kind in _HEADS:
            continue
        taken: list[tuple[str, int, int]] = []
        for entry in entries(setting.language, "acts", "act"):
            for match in entry.regex.finditer(line.text):
                low, high = match.span()
                if any(kind == entry["kind"] and low < end and start < high for kind, start, end in taken):
                    continue
                if entry["near"] and not _has_office(line.text, low, high, setting.language):
                    continue
                taken.append((entry["kind"], low, high))
                yield _act(line, entry, match, setting)
                if entry["kind"] == "vote_threshold":
                    break


def _has_office(text: str, start: int, end: int, language: str) -> bool:
    """Whether an office stands near some words."""
    return any_of(language, "acts", "office").search(text, max(0, start - _OFFICE), end + _OFFICE) is not None


def _act(line: Line, entry: Entry, match: re.Match[str], setting: Setting) -> Act:
    language = setting.language
    opened = next((d for d in line.dates if 0 <= match.start() - d.end <= _NEAR), None)
    low = min(opened.lead_start, opened.start) if opened else match.start()
    stop = any_of(language, "acts", "stop").search(line.text, match.end())
    high = stop.start() if stop else len(line.text.rstrip(" ."))
    whole = entry["kind"] == "vote_threshold"
    start, end = line.span(0, len(line.text)) if whole else line.span(low, high)
    date = line.date_in(low, high)
    affected = any_of(language, "laws", "affected").search(line.text, match.end(), max(match.end(), high))
    return Act(
        **quoted(setting.document, start, end),
        kind=entry["kind"],
        actor=next((match[name] for name in ("who", "by") if name in match.re.groupindex and match[name]), None),
        date=date.edtf if date else None,
        institution_affected=affected[0] if affected else None,
    )
