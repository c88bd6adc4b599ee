"""From a document to its exposures: sentences that say who is exposed to what harm, and by whom.

A sentence becomes a string of letters (see `spots.py`); the relations of the table `exposures` are patterns of them.
Rules, wishes, plans and what did not happen are left out: a law against violence is no violence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tieout.evidence.passage import Setting
from tieout.evidence.records.exposure import Exposure
from tieout.evidence.records.line import Line, lines_of, places_of
from tieout.evidence.records.piece import Piece, PieceRole
from tieout.evidence.records.recommendations import is_recommended
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.spots import Spot, spots_of
from tieout.evidence.records.voice import voice_of
from tieout.evidence.records.words import any_of, entries

_HEADS = frozenset({"heading", "title", "note", "cell", "caption"})
_DENIED = 12
"""Words in which a `no` still governs what follows."""
_BEFORE = 80
"""Characters before a harm that may say that it is fought, not suffered."""
_ROLES: dict[str, PieceRole] = {"E": "exposed", "H": "harm", "A": "actor"}


@dataclass(slots=True)
class _Said:
    """The spots of one sentence by the part they play."""

    spots: dict[PieceRole, list[Spot]] = field(default_factory=lambda: {"exposed": [], "harm": [], "actor": []})

    def add(self, role: PieceRole, spots: Sequence[Spot]) -> None:
        self.spots[role] += [spot for spot in spots if spot not in self.spots[role]]

    def ids(self, role: PieceRole) -> tuple[str, ...]:
        ordered = sorted(self.spots[role], key=lambda spot: spot.start)
        return tuple(dict.fromkeys(spot.id for spot in ordered))


def exposures_of(setting: Setting) -> list[Exposure]:
    """Every statement of exposure in a document, in text order."""
    return identified(_exposures(setting), setting.document)


def _exposures(setting: Setting) -> Iterator[Exposure]:
    language = setting.language
    for line in lines_of(setting):
        kind, text = line.passage.block.kind, line.text
        if kind in _HEADS or "?" in text:
            continue
        said = _said(text, language)
        if said.spots["exposed"] and not is_recommended(line, setting):
            yield _exposure(line, said, setting)


def _said(text: str, language: str) -> _Said:
    said = _Said()
    spots = spots_of(text, language)
    if not spots:
        return said
    letters = "".join(spot.letter for spot in spots)
    for entry in entries(language, "exposures", "relation"):
        for match in entry.regex.finditer(letters):
            if _is_real(match, letters, spots, text, language):
                _take(match, spots, said)
    if said.spots["harm"] and not said.spots["actor"]:
        harms = {spot.start for spot in said.spots["harm"]}
        for entry in entries(language, "exposures", "doer"):
            for match in entry.regex.finditer(letters):
                if spots[match.end()].start in harms:
                    _take(match, spots, said)
    return said


def _take(match: re.Match[str], spots: Sequence[Spot], said: _Said) -> None:
    for name in match.re.groupindex:
        if match[name]:
            inside = spots[match.start(name) : match.end(name)]
            said.add(_ROLES[name[0]], [spot for spot in inside if spot.id])


def _is_real(match: re.Match[str], letters: str, spots: Sequence[Spot], text: str, language: str) -> bool:
    """Whether a relation is said to be so: not denied, not ruled or wished for, not fought against."""
    near = letters[max(0, match.start() - _DENIED) : match.start()].rpartition("s")[2]
    if "n" in near:
        return False
    first = spots[match.start("H")].start
    if any_of(language, "exposures", "before").search(text.lower(), max(0, first - _BEFORE), first):
        return False
    low, high = _clause(text, spots[match.start()].start, spots[match.end() - 1].end, language)
    return any_of(language, "exposures", "unreal").search(text, low, high) is None


def _clause(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """The bounds of the clause around some words."""
    cut = any_of(language, "exposures", "cut")
    low = max((m.end() for m in cut.finditer(text, 0, start)), default=0)
    after = cut.search(text, end)
    return low, after.start() if after else len(text)


def _exposure(line: Line, said: _Said, setting: Setting) -> Exposure:
    start, end = line.span(0, len(line.text))
    places, date = places_of(line, setting), line.date_in(0, len(line.text))
    hedge = any_of(setting.language, "statements", "hedge").search(line.text)
    voice, words = voice_of(line.text, setting.language)
    pieces = sorted((s.start, role, s) for role, spots in said.spots.items() for s in spots)
    headings = line.passage.headings
    return Exposure(
        **quoted(setting.document, start, end),
        exposed=said.ids("exposed"),
        harms=said.ids("harm"),
        actors=said.ids("actor"),
        parts=tuple(Piece(role, s.id, *line.span(s.start, s.end)) for _, role, s in pieces),
        place=places[0].name if places else None,
        date=date.edtf if date else None,
        hedge=hedge[0] if hedge else None,
        voice=voice,
        voice_words=words,
        section=setting.passages[headings[-1]].text if headings else None,
    )
