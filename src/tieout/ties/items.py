"""Item ties: a stated count of named items against the names listed right after it (`four regions: A, B, C and D`).

Only a list that is plainly whole is counted: names with capitals, the last after `and`, then the end of the sentence or
the bracket. A name may itself hold an `and`, so a count that some way of parting the names gives breaks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.ties.cues import cue
from tieout.ties.interval import Interval, point
from tieout.ties.judge import judge, member_of
from tieout.ties.plain import words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Member, Tie

_NAME = r"[A-ZÁÉÍÓÚÑ][\w'’-]*(?: (?:(?:de|del|la|las|los|of|the|el) ){0,2}[A-ZÁÉÍÓÚÑ][\w'’-]*){0,3}"
_LIST = re.compile(rf"{_NAME}(?:, (?:the )?{_NAME}){{0,14}},? (?:and|y|e) (?:the )?{_NAME}")
_END = re.compile(r"\s*(?:[.;)\]]|, (?=[a-zà-ÿ])|$)")
_NOUN = re.compile(
    r"^(?: (?!and\b|y\b|or\b)[^\W\d_A-ZÁÉÍÓÚÑ][\w-]*){1,4}(?:(?: [^\W\d_]\w* (?:of|de))? (?:(?:19|20)\d\d))?"
)
_AND = re.compile(r",? (?:and|y|e) ")
_MOST = 15
_REACH = 400
_FEWEST = 3
"""Two names joined by `and` may be one."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each count with its whole list of names."""
    for sentence in scene.sentences:
        for seat in sentence.seats:
            figure = seat.figure
            plain = figure.kind == "level" and figure.unit == "count" and figure.bound == "exact"
            if plain and figure.high is None and figure.value in range(2, _MOST + 1):
                yield from _listed(sentence, seat, scene.language)


def _listed(sentence: Sentence, seat: Seat, language: str) -> Iterator[Tie]:
    counted = _NOUN.match(sentence.line[: sentence.end][seat.end :])
    if counted is None:
        return
    noun = seat.end + counted.end()
    found = _LIST.search(sentence.line, noun, min(sentence.end, noun + _REACH))
    if found is None or not cue(language, "namely").within(sentence.line[noun : found.start()]):
        return
    if not _END.match(sentence.line, found.end(), sentence.end):
        return
    text = cue(language, "one_name").pattern.sub("One", found[0])
    last = _AND.split(text)
    most = text.count(", ") + len(last) - sum(1 for m in _AND.finditer(text) if m[0].startswith(","))
    if most < _FEWEST:
        return
    fewest = most - (len(last) - 1) if len(last) > 2 else most
    start, end = sentence.passage.view.span(found.start(), found.end())
    names = Member(seat.figure.doc, start, end, sentence.passage.view.document[start:end])

    def relation(_: Look) -> tuple[Interval | None, Interval | None]:
        return point(seat.figure.value or 0), Interval(point(fewest).low, point(most).high)

    tie = judge(
        "total", (member_of(seat.figure), names), relation,
        stated=f"{words(seat.figure)}, with the names of {most}", computed=f"{' '.join(names.text.split())} are {most}",
        explicit=True,
    )  # fmt: skip
    if tie:
        yield tie
