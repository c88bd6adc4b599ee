"""Rank ties: a rank within its number (`32nd of 193`), and a rank against those named above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.cues import cue
from tieout.ties.interval import Interval, point
from tieout.ties.judge import judge, member_of
from tieout.ties.plain import words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Member, Tie

_NAME = r"[A-ZÁÉÍÓÚÑ](?:[\w'’]|-(?=[A-ZÁÉÍÓÚÑ]))*"
_JOIN = r"(?:,? (?:and|y|e) (?:the )?|, (?:the )?| (?:de |del |la |los |of |the )?)"
_LIST = re.compile(rf"\s*(?:the )?(?P<names>{_NAME}(?:{_JOIN}{_NAME})*)")
_PART = re.compile(r",? (?:and|y|e) (?:the )?|, (?:the )?")
_REACH = 130
_STOP = re.compile(r"\s*(?:[.;)\]–—-]|$)")


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each rank that states its N, and for each `fourth highest, surpassed only by A, B and C`."""
    for sentence in scene.sentences:
        for seat in sentence.seats:
            figure = seat.figure
            if figure.unit != "rank" or figure.value is None or figure.value < 1:
                continue
            yield from _of_n(sentence, seat)
            yield from _behind(sentence, seat, scene.language)


def _of_n(sentence: Sentence, seat: Seat) -> Iterator[Tie]:
    rank = seat.figure
    whole = sentence.following(seat)
    if rank.of is None:
        return
    near = [whole.figure] if whole and whole.figure.value == rank.of and whole.start - seat.end < 12 else []

    def relation(_: Look) -> tuple[Interval | None, Interval | None]:
        return point(rank.value or 0), Interval(Fraction(1), Fraction(rank.of or 0)) if rank.of else None

    sign = "≤" if (rank.value or 0) <= rank.of else ">"
    tie = judge("rank", (rank, *near), relation, stated=f"{words(rank)} of {rank.of}",
                computed=f"{int(rank.value or 0)} {sign} {rank.of}", explicit=True)  # fmt: skip
    if tie:
        yield tie


def _behind(sentence: Sentence, seat: Seat, language: str) -> Iterator[Tie]:
    """Those named as ahead are one fewer than the rank."""
    rank = seat.figure
    names = _after(sentence, seat, language) or _before(sentence, seat, language)
    if names is None:
        return
    count = len(_PART.split(names["names"]))
    start, end = sentence.passage.view.span(names.start("names"), names.end("names"))
    named = Member(rank.doc, start, end, sentence.passage.view.document[start:end])

    def relation(_: Look) -> tuple[Interval | None, Interval | None]:
        return point(rank.value or 0), point(count + 1)

    tie = judge("rank", (member_of(rank), named), relation, stated=f"{words(rank)}, behind {count} named",
                computed=f"{count} ahead make it number {count + 1}", explicit=_plain(rank))  # fmt: skip
    if tie:
        yield tie


def _after(sentence: Sentence, seat: Seat, language: str) -> re.Match[str] | None:
    """`the third highest, surpassed only by A and B`, `the third highest, after A and B alone`."""
    stop = min(sentence.end, seat.end + _REACH)
    found = cue(language, "only_by").pattern.search(sentence.line, seat.start, stop)
    names = _LIST.match(sentence.line, found.end(), sentence.end) if found else None
    if names is not None and _STOP.match(sentence.line, names.end(), sentence.end):
        return names
    for led in cue(language, "after").pattern.finditer(sentence.line, seat.end, stop):
        names = _LIST.match(sentence.line, led.end(), sentence.end)
        if names is not None and cue(language, "alone").within(sentence.line[names.end() : sentence.end]):
            return names
    return None


def _before(sentence: Sentence, seat: Seat, language: str) -> re.Match[str] | None:
    """`Only A and B had more cases than C, which came third`."""
    text = sentence.text
    only = cue(language, "only_these").pattern.match(text)
    names = _LIST.match(sentence.line, sentence.start + only.end(), seat.start) if only else None
    if names is None or seat.start - names.end() > _REACH or names.end() >= seat.start:
        return None
    return names if cue(language, "had_more").within(sentence.line[names.end() : seat.start]) else None


def _plain(rank: Figure) -> bool:
    return rank.bound == "exact" and rank.high is None
