"""From a document to its obligations: a treaty with what the State did with it, said in the same clause.

A treaty that is only named is no obligation here; it is a mention of an agreement (`laws.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.evidence.passage import Setting
from tieout.evidence.records.line import Line, lines_of, places_of
from tieout.evidence.records.obligation import Obligation
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import any_of, entries
from tieout.language.places import Gazetteer

_HEADS = frozenset({"heading", "title", "note"})
_BEFORE = 160
"""Characters between the verb and the treaty after it: several treaties may be listed."""
_AFTER = 110
_CLAUSE = re.compile(r"[;:]|\. ")
_ALIAS = 6
"""Characters between a treaty and its own short form in brackets."""
_SUBJECT = 30
"""Characters between a country and what it did."""
_NEAR = 40
"""Characters between treaty or verb and the date of it."""


@dataclass(frozen=True, slots=True)
class _Treaty:
    start: int
    end: int
    id: str


def obligations_of(setting: Setting) -> list[Obligation]:
    """Every treaty that a document says was signed, ratified, refused or asked for, in text order."""
    return identified(_obligations(setting), setting.document)


def _obligations(setting: Setting) -> Iterator[Obligation]:
    named = any_of(setting.language, "obligations", "treaty")
    for line in lines_of(setting):
        if line.passage.block.kind not in _HEADS and named.search(line.text):
            yield from _of(line, setting)


def _of(line: Line, setting: Setting) -> Iterator[Obligation]:
    for treaty in _treaties(line.text, setting.language):
        said = _said(line.text, treaty, setting.language)
        if said is None:
            continue
        status, first, last = said
        low, high = min(first, treaty.start), max(last, treaty.end)
        date = line.date_in(low, min(len(line.text), high + _NEAR)) if status in ("ratified", "signed") else None
        start, end = line.span(low, high)
        yield Obligation(
            **quoted(setting.document, start, end),
            treaty=treaty.id,
            status=status,
            date=date.edtf if date else None,
            party=_party(line, low, setting),
        )


def _treaties(text: str, language: str) -> list[_Treaty]:
    """The treaties of a line; a protocol to a treaty is not the treaty."""
    found = [
        _Treaty(match.start(), match.end(), entry["id"])
        for entry in entries(language, "obligations", "treaty")
        for match in entry.regex.finditer(text)
    ]
    found.sort(key=lambda t: (t.start, -t.end))
    out: list[_Treaty] = []
    for treaty in found:
        again = bool(out) and treaty.id == out[-1].id and treaty.start - out[-1].end <= _ALIAS
        if not out or (treaty.start >= out[-1].end and not again):
            out.append(treaty)
    return out


def _said(text: str, treaty: _Treaty, language: str) -> tuple[str, int, int] | None:
    """What the clause of a treaty says was done with it, and where."""
    opened = [m.end() for m in _CLAUSE.finditer(text, 0, treaty.start)]
    low = max([treaty.start - _BEFORE, 0, *opened[-1:]])
    closed = _CLAUSE.search(text, treaty.end)
    high = min(treaty.end + _AFTER, closed.start() if closed else len(text))
    for entry in entries(language, "obligations", "status"):
        if entry["side"] == "after" and (match := entry.regex.search(text, treaty.end, high)):
            return str(entry["status"]), match.start(), match.end()
        matches = list(entry.regex.finditer(text, low, treaty.start)) if entry["side"] == "before" else []
        if matches:
            return str(entry["status"]), matches[-1].start(), matches[-1].end()
    return None


def _party(line: Line, at: int, setting: Setting) -> str | None:
    """The country named right in front of the statement, else the document's."""
    countries = [place for place in places_of(line, setting) if place.level == "country"]
    named = [place.code for place in countries if 0 <= at - place.end <= _SUBJECT]
    code = named[-1] if named else setting.country
    return Gazetteer.for_country(code).canonical(code, setting.language) if code else None
