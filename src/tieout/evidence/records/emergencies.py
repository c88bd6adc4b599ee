"""From a document to its states of emergency: somebody declared or extended one, or a place was under one.

What a law allows, and that there was none, is no emergency. A further stretch of time (`again from …`, `extended it for
another 30 days`) is a record of its own, with the place of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as date_of
from datetime import timedelta

from tieout.evidence.passage import Setting
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.line import Line, lines_of, places_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import any_of, entries
from tieout.language import edtf
from tieout.language.places import Gazetteer

_HEADS = frozenset({"heading", "title", "note"})
_KEPT = "emergencies"
_AND = re.compile(r" (?:and|y|e) (?:the |el |la )?|, (?:the )?")
_REACH = 160
"""Characters between what was done and the words `state of emergency`."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a line that tells of one emergency."""

    start: int
    end: int
    status: str


def emergencies_of(setting: Setting) -> list[Emergency]:
    """Every state of emergency a document tells of, in text order; found once."""
    kept = setting.notes.get(_KEPT)
    if not isinstance(kept, list):
        kept = setting.notes[_KEPT] = identified(_emergencies(setting), setting.document)
    return kept


def _emergencies(setting: Setting) -> Iterator[Emergency]:
    for line in lines_of(setting):
        if line.passage.block.kind in _HEADS:
            continue
        term = any_of(setting.language, "emergencies", "term").search(line.text)
        under = any_of(setting.language, "emergencies", "under").search(line.text)
        if term or under:
            yield from _told(line, term or under, setting)


def _told(line: Line, term: re.Match[str] | None, setting: Setting) -> Iterator[Emergency]:
    first: Emergency | None = None
    for stretch in _stretches(line, setting):
        emergency = _emergency(line, stretch, term[0] if term else "", first, setting)
        if first is None and emergency.emergency_start is None and emergency.place is None and not emergency.actor:
            return
        yield emergency
        first = first or emergency


def _stretches(line: Line, setting: Setting) -> Iterator[_Stretch]:
    """The whole line, and each further stretch of time in it."""
    text, language = line.text, setting.language
    status = _status(text, language)
    if status is None:
        return
    cut = any_of(language, "emergencies", "that_is_all").search(text)
    again = list(any_of(language, "emergencies", "again").finditer(text))
    renewed = [m for m in again if not m[0].lower().startswith(("again", "nuevamente", "de nuevo", "otra vez"))]
    whole = cut.start() if cut and renewed else _last(line, setting)
    yield _Stretch(0, whole, status)
    for match in again:
        end = len(text.rstrip(" .")) if match is again[-1] else again[again.index(match) + 1].start()
        yield _Stretch(match.start(), end, "extended" if match in renewed else status)


def _last(line: Line, setting: Setting) -> int:
    """Where what a line tells of an emergency ends: with the clause that names it, unless time or place come later."""
    text = line.text
    term = any_of(setting.language, "emergencies", "term").search(text)
    clause = any_of(setting.language, "emergencies", "clause")
    if term is not None and (ended := clause.match(text, term.end())):
        return ended.start()
    if term is None or any(d.start > term.end() for d in line.dates):
        return len(text)
    if any_of(setting.language, "emergencies", "lasting").search(text, term.end()):
        return len(text)
    after = [place.end for place in places_of(line, setting) if place.start > term.end()]
    over = clause.search(text, max([term.end(), *after[:1]]))
    return over.start() if over else len(text)


def _status(text: str, language: str) -> str | None:
    """What a line says was done, or None when it speaks of emergencies only in general."""
    if any_of(language, "emergencies", "none").search(text):
        return None
    term = any_of(language, "emergencies", "term").search(text)
    for entry in entries(language, "emergencies", "declared"):
        done = entry.regex.search(text)
        if done and term and abs(term.start() - done.end()) < _REACH:
            return str(entry["status"])
    return "in_force" if any_of(language, "emergencies", "under").search(text) else None


def _emergency(line: Line, part: _Stretch, term: str, first: Emergency | None, setting: Setting) -> Emergency:
    language, text = setting.language, line.text
    # A further stretch (`and again from …`) has its own dates, the first those in front of it.
    stop = next(iter(any_of(language, "emergencies", "again").finditer(text)), None) if first is None else None
    low, high = part.start, stop.start() if stop else part.end
    began, ended, computed = _times(line, low, high, language)
    who = any_of(language, "emergencies", "who").search(text, 0, part.end)
    place = first.place if first else _place(line, setting)
    if place is None and _is_national(text, language):
        place = _nation(setting)
    start, end = line.span(part.start, part.end)
    return Emergency(
        **quoted(setting.document, start, end),
        term=term,
        place=place,
        emergency_start=began,
        emergency_end=ended,
        end_computed=computed,
        status=part.status,
        actor=_plain(who[0]) if who else None,
        repeats=first is not None and part.status != "extended",
    )


def _times(line: Line, low: int, high: int, language: str) -> tuple[str | None, str | None, bool]:
    """When it began and ended, and whether the end is computed from how long it was to last."""
    dates = [d for d in line.dates if low <= d.start < high and d.edtf is not None and not d.bracketed]
    if not dates:
        return None, None, False
    began, ended = edtf.ends(dates[0].edtf or "")
    if dates[0].lead == "until":
        return None, ended, False
    if "/" not in (dates[0].edtf or "") or ended == ".." or dates[0].lead == "since":
        ended = next((edtf.ends(d.edtf or "")[1] for d in dates[1:] if d.lead == "until"), "")
    lasting = any_of(language, "emergencies", "lasting").search(line.text, low, high)
    if not ended and lasting and len(began) == 10:
        final = date_of.fromisoformat(began) + timedelta(days=int(lasting["days"]) - 1)
        return began, final.isoformat(), True
    return began, ended or None, False


def _place(line: Line, setting: Setting) -> str | None:
    """The first place of a line, with those joined to it by `and`."""
    places = places_of(line, setting)
    if not places:
        return None
    end = places[0].end
    names = [places[0].name]
    for other in places[1:]:
        if not _AND.fullmatch(line.text, end, other.start):
            break
        names.append(other.name)
        end = other.end
    joint = " y " if setting.language == "es" else " and "
    return ", ".join(names[:-1]) + joint + names[-1] if len(names) > 1 else names[0]


def _is_national(text: str, language: str) -> bool:
    return any_of(language, "emergencies", "whole").search(text) is not None


def _nation(setting: Setting) -> str | None:
    code = setting.country
    return Gazetteer.for_country(code).canonical(code, setting.language) if code else None


def _plain(name: str) -> str:
    """A body without its article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("the", "el", "la", "los", "las") else name
