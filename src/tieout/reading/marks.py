"""Note marks in running order: which of the small numbers stuck to words and stops are marks of notes.

A decimal, a thousands group or a year is never taken for a mark: one document's marks rise by one, so the whole
document is looked at and the best rising run is chosen; what could be a number needs its neighbours on both sides.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from tieout.reading.names import abbreviations
from tieout.reading.notes import RAISED_DIGITS
from tieout.reading.rising import Candidate, rising_run

_STUCK = re.compile(r"[1-9](?<=[^\s\d(\[{/+=<>~#&@$€£_|\\–—-][1-9])\d{0,3}(?![\w%/°º-])")
"""A number of up to four digits with something before it and nothing stuck behind it."""
_CLOSERS = frozenset(")]’”\"»…%*'")
_STOPS = frozenset(".,;:!?")
_BEHIND = frozenset(' \t\n\r\f.,;:!?)]’”"»<\u00a0')
_SENTENCE = re.compile(r"[ \t]*(?:$|\s*[^\W\da-z_]|\s*[“‘\"«¿¡(])", re.MULTILINE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_WORD = re.compile(r"([^\W\d_]{1,6})\.$")
_RAISED = re.compile(r"(?<![\d\s])(?P<n>[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,4})|(?<=\d)(?P<d>[¹²³⁰⁴⁵⁶⁷⁸⁹]{2,4})")
_TAGGED = re.compile(r"(?P<before>\d?)<sup>\s*(?P<n>[1-9]\d{0,3})\s*</sup>")
_BRACKET = re.compile(r"\[\^?(?P<label>[A-Za-z]{0,12}-?\d{1,4}[a-z]?)\](?!:)")
_UNIT_BEFORE = re.compile(r"(?:\b[kcmd]?m|\bhab|\bft|\bmi|CO|PM)$")

_SIGN = re.compile(r"[*∗†‡§¶][*∗†‡§¶]{0,2}(?=[\s.,;:]|$)", re.MULTILINE)
_SPACED_FROM = 20
"""Smaller numbers after a blank are too often numbers."""

_SURE, _LIKELY, _UNSURE = 1.0, 0.7, 0.35
_ABBREVIATED = 0.1
"""After `No.`, `Art.`, `p.`: nearly always a number of something else."""
_KNOWN = 0.5
"""What a text of that number among the notes adds."""
_RUN_AT_LEAST = 4
_BRACKETS_AT_LEAST = 3
_BRACKET_STEPS = 0.9
_CLOSE_STEPS = 0.7
"""Share of steps by one or two that a run must have."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark: its place in the text and the note's label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class _Seen:
    start: int
    end: int
    number: int
    weight: float


def marks_of(text: str, is_open: Callable[[int], bool], labels: Collection[str], reused: bool = False) -> list[Mark]:
    """The marks of a text, in order. `is_open(offset)` says that running text stands there (no note, link, furniture);
    `labels` are those of the notes whose text is there (possibly wrong ones: then marks of that number are missing);
    `reused` says that one number may be marked again and again, as those of a list of references are."""
    bracketed = _bracketed(text, is_open, labels)
    if bracketed:
        return bracketed
    numbers = {int(label) for label in labels if label.isdigit()}
    for seen in (_tagged(text), _raised(text), _stuck(text)):
        kept = [s for s in seen if is_open(s.start)]
        found = _in_order(kept, numbers)
        if found:
            found += _between(text, found, is_open)
            taken = {mark.start for mark in found}
            again = [s for s in kept if s.start not in taken and s.number in numbers and s.weight == _SURE]
            found += [
                Mark(s.start, s.end, str(s.number)) for s in again if reused or text[s.end : s.end + 1] in ("", "\n")
            ]
            return sorted(found, key=lambda mark: mark.start)
    return []


def sign_marks(text: str) -> list[Mark]:
    """Signs stuck to the end of a word that may be note marks: `*`, `†`."""
    if not any(sign in text for sign in "*∗†‡§¶"):
        return []
    seen = (m for m in _SIGN.finditer(text) if m.start() and text[m.start() - 1].isalpha())
    return [Mark(m.start(), m.end(), m.group()) for m in seen]


def _between(text: str, found: Sequence[Mark], is_open: Callable[[int], bool]) -> list[Mark]:
    """Marks set off by a blank, `…courts.’ 413`, where exactly that number is missing between its neighbours."""
    more = []
    for before, after in itertools.pairwise(found):
        number = int(before.label) + 1
        if int(after.label) == number + 1 and number >= _SPACED_FROM:
            pattern = re.compile(rf"(?<=[.!?;)\]’”»])\s{{1,2}}({number})(?=\s)")
            more += [
                Mark(m.start(1), m.end(1), m[1])
                for m in pattern.finditer(text, before.end, after.start)
                if is_open(m.start(1))
            ]
    return more


def _bracketed(text: str, is_open: Callable[[int], bool], labels: Collection[str]) -> list[Mark]:
    """`[12]`: every one that has a note; without notes, numbers that rise one by one."""
    seen = [m for m in _BRACKET.finditer(text) if is_open(m.start())]
    if not seen:
        return []
    known = [Mark(m.start(), m.end(), m["label"]) for m in seen if m["label"] in labels]
    if known and len({mark.label for mark in known}) >= 0.5 * len(labels):
        return known
    numbered = [
        _Seen(m.start(), m.end(), int(m["label"]), _LIKELY)
        for m in seen
        if m["label"].isdigit()
        and m.start()
        and not text[m.start() - 1].isspace()
        and not text[m.start() - 1].isdigit()
    ]
    run = [numbered[i] for i in rising_run([Candidate(s.start, s.number, s.weight) for s in numbered])]
    steps = [b.number - a.number in (1, 2) for a, b in itertools.pairwise(run)]
    steady = sum(steps) >= _BRACKET_STEPS * len(steps)
    return [Mark(s.start, s.end, str(s.number)) for s in run] if len(run) >= _BRACKETS_AT_LEAST and steady else []


def _tagged(text: str) -> list[_Seen]:
    if "<sup" not in text:
        return []
    return [_Seen(m.end("before"), m.end(), int(m["n"]), _SURE) for m in _TAGGED.finditer(text) if not m["before"]]


def _raised(text: str) -> list[_Seen]:
    if not any(digit in text for digit in "⁰¹²³⁴⁵⁶⁷⁸⁹"):
        return []
    seen = []
    for m in _RAISED.finditer(text):
        number = int(m.group().translate(RAISED_DIGITS))
        if number and not _UNIT_BEFORE.search(text, max(0, m.start() - 6), m.start()):
            seen.append(_Seen(m.start(), m.end(), number, _SURE if m["n"] else _UNSURE))
    return seen


def _stuck(text: str) -> list[_Seen]:
    """Numbers stuck to a word or a stop, where extraction has lost that they were raised."""
    seen = []
    for m in _STUCK.finditer(text):
        start, end = m.span()
        if end < len(text) and text[end] not in _BEHIND:
            continue
        weight = _weight(text, start, end)
        if weight:
            seen.append(_Seen(start, end, int(m.group()), weight))
    return seen


def _weight(text: str, start: int, end: int) -> float:
    """How likely a stuck number is a mark, by what stands before it; 0 when it cannot be one."""
    before, further = text[start - 1], text[start - 2] if start > 1 else " "
    if before in _CLOSERS:
        return _SURE if not further.isspace() else 0.0
    if before in _STOPS:
        if further.isspace():
            return 0.0
        if not further.isdigit():
            return _ABBREVIATED if _is_abbreviation(text, start) else _SURE
        if before == ",":
            return (
                _LIKELY
                if _YEAR.fullmatch(text, max(0, start - 5), start - 1) and not text[max(0, start - 6)].isdigit()
                else 0.0
            )
        return _UNSURE if _SENTENCE.match(text, end) else 0.0
    if before.isalpha() and further.isalpha():
        return 0.0 if _UNIT_BEFORE.search(text, max(0, start - 6), start) else _LIKELY
    return 0.0


def _is_abbreviation(text: str, end: int) -> bool:
    word = _SHORT_WORD.search(text, max(0, end - 8), end) if text[end - 1] == "." else None
    return word is not None and word[1].lower() in abbreviations()


def _in_order(seen: Sequence[_Seen], numbers: set[int]) -> list[Mark]:
    """The seen marks that make the best rising run, when that run is certain enough."""
    candidates = [Candidate(s.start, s.number, s.weight + (_KNOWN if s.number in numbers else 0.0)) for s in seen]
    run = [seen[i] for i in rising_run(candidates)]
    run = _supported(run, numbers)
    return [Mark(s.start, s.end, str(s.number)) for s in run] if _is_certain(run, numbers) else []


def _supported(run: list[_Seen], numbers: set[int]) -> list[_Seen]:
    """Without those that could be numbers and do not have the mark before and the mark after them next to them."""
    kept = []
    for i, s in enumerate(run):
        before = i > 0 and run[i - 1].number == s.number - 1
        after = i + 1 < len(run) and run[i + 1].number == s.number + 1
        neighbours = before + after
        needed = {_SURE: 0, _LIKELY: 1}.get(s.weight, 2)
        if s.number in numbers:
            needed -= 1
        if neighbours >= needed:
            kept.append(s)
    return kept


def _is_certain(run: Sequence[_Seen], numbers: set[int]) -> bool:
    if not run:
        return False
    close = sum(1 for a, b in itertools.pairwise(run) if b.number - a.number in (1, 2) or b.number == 1)
    steady = close >= _CLOSE_STEPS * (len(run) - 1)
    met = sum(1 for s in run if s.number in numbers)
    if numbers and met >= 0.5 * min(len(numbers), len(run)):
        return steady or met >= 0.8 * len(run)
    sure = sum(1 for s in run if s.weight == _SURE)
    return len(run) >= _RUN_AT_LEAST and steady and run[0].number <= 5 and sure >= 0.5 * len(run)
