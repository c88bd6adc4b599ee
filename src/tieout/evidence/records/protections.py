"""From a document to its statements on protection: what is there, what is not, and how well it works.

The entries of the table `protections` are tried in order, the worst standing first: a law that is not enforced is
ineffective, though it exists. What somebody should do is no protection yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.evidence.passage import Setting
from tieout.evidence.records.line import Line, lines_of, places_of
from tieout.evidence.records.piece import Piece
from tieout.evidence.records.protection import Protection
from tieout.evidence.records.recommendations import is_recommended
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.spots import Spot, found_in
from tieout.evidence.records.voice import voice_of
from tieout.evidence.records.words import Entry, any_of, entries

_HEADS = frozenset({"heading", "title", "note", "cell", "caption"})
_NEAR = 60
"""Characters between the words of a standing and the means it is said of."""


def protections_of(setting: Setting) -> list[Protection]:
    """Every statement on protection in a document, in text order."""
    return identified(_protections(setting), setting.document)


def _protections(setting: Setting) -> Iterator[Protection]:
    language = setting.language
    cheap, wish = any_of(language, "protections", "cheap"), any_of(language, "protections", "wish")
    for line in lines_of(setting):
        kind, text = line.passage.block.kind, line.text
        if kind in _HEADS or "?" in text or cheap.search(text) is None or wish.search(text):
            continue
        found = _protection(line, setting)
        if found is not None and not is_recommended(line, setting):
            yield found


def _protection(line: Line, setting: Setting) -> Protection | None:
    text, language = line.text, setting.language
    found: _Found | None = None
    for entry in entries(language, "protections", "said"):
        match = entry.regex.search(text)
        if match is None:
            continue
        found = found or _found(text, language)
        meant = _meant(entry, match, found.means)
        if meant is not None and _is_met(entry, match, found):
            return _made(line, entry, match, meant, found, setting)
    return None


@dataclass(frozen=True, slots=True)
class _Found:
    """What a sentence names."""

    means: Sequence[Spot]
    exposed: Sequence[Spot]
    harms: Sequence[Spot]


def _found(text: str, language: str) -> _Found:
    people = found_in(text, language, "people", "group")
    exposed = [spot for spot in people if spot.letter == "e"]
    return _Found(_means(text, language), exposed, found_in(text, language, "harms", "harm"))


def _is_met(entry: Entry, match: re.Match[str], found: _Found) -> bool:
    """Whether a sentence names what an entry needs: people, a harm, or either; for some, right behind the words."""
    needed = {"exposed": found.exposed, "harm": found.harms, "either": (*found.exposed, *found.harms)}
    spots = needed.get(entry["needs"] or "")
    if spots is None:
        return True
    reach = entry["reach"]
    return any(reach is None or match.start() <= spot.start <= match.end() + reach for spot in spots)


def _means(text: str, language: str) -> list[Spot]:
    """The means of protection that a text names, in text order."""
    return [
        Spot(match.start(), match.end(), "m", entry["id"])
        for entry in entries(language, "protections", "means")
        for match in entry.regex.finditer(text)
    ]


def _meant(entry: Entry, match: re.Match[str], means: Sequence[Spot]) -> Spot | None:
    """What a standing is said of: what the entry names, else the means inside its words, else the nearest one."""
    if entry["means"]:
        return Spot(match.start(), match.end(), "m", entry["means"])
    low, high = match.span()
    near = [(max(spot.start - high, low - spot.end, 0), order, spot) for order, spot in enumerate(means)]
    near = [one for one in near if one[0] <= (0 if entry["inside"] else _NEAR)]
    return min(near)[2] if near else None


def _made(line: Line, entry: Entry, match: re.Match[str], meant: Spot, found: _Found, setting: Setting) -> Protection:
    text, exposed, harms = line.text, found.exposed, found.harms
    start, end = line.span(0, len(text))
    places, date = places_of(line, setting), line.date_in(0, len(text))
    hedge = any_of(setting.language, "statements", "hedge").search(text)
    voice, words = voice_of(text, setting.language)
    headings = line.passage.headings
    parts = [
        Piece("means", meant.id, *line.span(meant.start, meant.end)),
        Piece("status", entry["status"], *line.span(*match.span())),
        *(Piece("exposed", spot.id, *line.span(spot.start, spot.end)) for spot in exposed),
        *(Piece("harm", spot.id, *line.span(spot.start, spot.end)) for spot in harms),
    ]
    return Protection(
        **quoted(setting.document, start, end),
        means=meant.id,
        status=entry["status"],
        words=match[0],
        exposed=tuple(dict.fromkeys(spot.id for spot in exposed)),
        harms=tuple(dict.fromkeys(spot.id for spot in harms)),
        parts=tuple(sorted(parts, key=lambda piece: (piece.start, piece.role))),
        place=places[0].name if places else None,
        date=date.edtf if date else None,
        hedge=hedge[0] if hedge else None,
        voice=voice,
        voice_words=words,
        section=setting.passages[headings[-1]].text if headings else None,
    )
