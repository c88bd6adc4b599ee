"""From a document to its institutional acts: who was put into an office or out of it, and by how many votes."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.evidence.passage import Setting
from tieout.evidence.records.act import Act
from tieout.evidence.records.line import Line, lines_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import Entry, any_of, entries

_HEADS = frozenset({"heading", "title", "note"})
_NEAR = 12
"""Characters between a date and who acts after it."""


def acts_of(setting: Setting) -> list[Act]:
    """Every institutional act of a document, in text order."""
    return identified(_acts(setting), setting.document)


def _acts(setting: Setting) -> Iterator[Act]:
    for line in lines_of(setting):
        if line.passage.block.kind in _HEADS:
            continue
        for entry in entries(setting.language, "acts", "act"):
            found = _act(line, entry, setting)
            if found is not None:
                yield found


def _act(line: Line, entry: Entry, setting: Setting) -> Act | None:
    match = entry.regex.search(line.text)
    if match is None:
        return None
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
        actor=match["who"] if "who" in match.re.groupindex else None,
        date=date.edtf if date else None,
        institution_affected=affected[0] if affected else None,
    )
