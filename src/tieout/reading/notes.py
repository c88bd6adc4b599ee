"""The texts of notes at the foot of pages or at the end: lines that begin with the note's number, and what follows.

Only finds and bounds them. Which of them are notes at all is decided with the marks (see marks.py).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tieout.reading.lines import Line
from tieout.reading.rising import Candidate, rising_run
from tieout.reading.shapes import ends_sentence

_PLAIN = re.compile(r"(\d{1,4})(?=\s+[^\W\d_]|\s+[“‘\"'«¿¡(]|\s*[A-ZÁÉÍÓÚÑÜ“‘¿¡«]|\s+https?:|\s*$)")
_BRACKET = re.compile(r"(?:[*•-]\s+)?\[\^?(?P<label>[A-Za-z]{0,12}-?\d{1,4}[a-z]?)\]:?\s")
_INNER = re.compile(r"(?<=\s)\[(?P<label>[A-Za-z]{0,12}-?\d{1,4}[a-z]?)\]:\s")
_RAISED = re.compile(r"(?:<sup>\s*(\d{1,4})\s*</sup>|([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,4}))\s*")
_LISTED = re.compile(r"(\d{1,4})[.)](?:\s+|$)")
_SIGN = re.compile(r"([*∗†‡§¶]{1,3})\s*(?=\w)")
_DATE = re.compile(r"\d{1,2} [A-ZÁÉÍÓÚ][a-zà-ÿ]+ \d{4}\b|\d{1,2} (?:de )?[^\W\d_]+ (?:de |del )?\d{4}\b")
_AMOUNT = re.compile(r"(?:per ?cent|percent|por ciento|million|millones|mil |of the |de los |de las )", re.IGNORECASE)
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TAIL = re.compile(r",\s*$|^\s*$")
_REMAINS_FROM = 5
_OVERLEAF = 8
_REACH = 40
"""Lines that one note may fill at most."""


@dataclass(slots=True)
class Body:
    """The text of a note: its label and the lines (indices) it fills; `start` is where its label begins."""

    label: str
    start: int
    words: int
    """Offset of the first character behind the label."""
    lines: list[int]
    end: int
    """Where its first piece ends."""
    style: str
    """How the label is printed: `plain`, `bracket`, `raised`, `listed` (`1.` under a heading), `sign` (`*`),
    `remains` (the label is lost)."""
    overleaf: tuple[int, int] | None = None
    """The piece at the foot of the next page, when the note goes on there."""


def bodies_of(lines: Sequence[Line], free: Sequence[bool], headings: Collection[str]) -> list[Body]:
    """The lines that may be notes, in order. `free[i]` says that line i is no furniture and no link; `headings` are the
    words (lower case) that stand over notes at the end of a text."""
    found = [b for i in range(len(lines)) if free[i] for b in _bracketed(lines, i)]
    found = found or _run_of("raised", lines, free) or _run_of("plain", lines, free)
    found = found or _listed(lines, free, headings)
    _grow(found, lines, free)
    _turn_pages(found, lines, free)
    return found


def symbol_notes_of(lines: Sequence[Line], free: Sequence[bool], signs: Collection[str]) -> list[Body]:
    """Notes that begin with a sign (`*`, `†`) which is stuck to a word somewhere: `signs` are those."""
    found = []
    for i, line in enumerate(lines):
        sign = _SIGN.match(line.text) if free[i] and line.text[0] in "*∗†‡§¶" else None
        if sign and sign[1] in signs:
            found.append(Body(sign[1], line.start, line.start + sign.end(), [i], line.end, "sign"))
    for body in found:
        _grow_to_stop(body, lines, free)
    return found


def _listed(lines: Sequence[Line], free: Sequence[bool], headings: Collection[str]) -> list[Body]:
    """Notes listed as `1.`, `2.`, … under a heading that says so; they run to the next number."""
    over = [i for i, line in enumerate(lines) if free[i] and line.text.strip("#*_: ").casefold() in headings]
    found: list[Body] = []
    for i in range(over[-1] + 1 if over else len(lines), len(lines)):
        label = _LISTED.match(lines[i].text) if free[i] else None
        if label and int(label[1]) == len(found) + 1:
            found.append(Body(label[1], lines[i].start, lines[i].start + label.end(), [i], lines[i].end, "listed"))
    return found


def _bracketed(lines: Sequence[Line], i: int) -> list[Body]:
    line = lines[i]
    head = _BRACKET.match(line.text)
    if head is None:
        return []
    found = [Body(head["label"], line.start, line.start + head.end(), [i], line.end, "bracket")]
    for inner in _INNER.finditer(line.text, head.end()):
        found[-1].end = line.start + inner.start() - 1
        found.append(
            Body(inner["label"], line.start + inner.start(), line.start + inner.end(), [i], line.end, "bracket")
        )
    return found


def _run_of(style: str, lines: Sequence[Line], free: Sequence[bool]) -> list[Body]:
    candidates: list[Candidate] = []
    heads: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        if not free[i]:
            continue
        known = _label_of(style, line.text)
        if known is not None:
            number, length, weight = known
            # A note starts a line of its own after a break or another note; a line of running text goes on.
            candidates.append(Candidate(i, number, weight))
            heads.append((i, length))
    run = rising_run(candidates)
    found = []
    for k in run:
        i, length = heads[k]
        line = lines[i]
        found.append(Body(str(candidates[k].number), line.start, line.start + length, [i], line.end, style))
    return found


def _label_of(style: str, text: str) -> tuple[int, int, float] | None:
    """Number, length of the label and weight of a line that may begin a note."""
    if style == "raised":
        raised = _RAISED.match(text) if text[0] in "<⁰¹²³⁴⁵⁶⁷⁸⁹" else None
        if raised is None:
            return None
        number = int(raised[1] or raised[2].translate(RAISED_DIGITS))
        return (number, raised.end(), 1.0) if number else None
    plain = _PLAIN.match(text) if text[0].isdigit() and text[0] != "0" else None
    if plain is None or plain.end() == len(text) or _DATE.match(text):
        return None
    rest = text[plain.end() :].lstrip()
    if not rest or _AMOUNT.match(rest):
        return None
    return int(plain[1]), len(text) - len(rest), 1.0 if rest[0].isupper() or not rest[0].isalpha() else 0.2


def _grow(found: list[Body], lines: Sequence[Line], free: Sequence[bool]) -> None:
    """Give each note the lines that follow it, up to a blank line, a page break, furniture, links or the next note."""
    heads = {body.lines[0] for body in found}
    for at, body in enumerate(found):
        if at + 1 < len(found) and found[at + 1].lines[0] == body.lines[0]:
            continue
        i = body.lines[0] + 1
        while (
            i < len(lines)
            and len(body.lines) < _REACH
            and free[i]
            and i not in heads
            and not lines[i].gap
            and not lines[i].page
        ):
            body.lines.append(i)
            i += 1
        body.end = lines[body.lines[-1]].end


def _grow_to_stop(body: Body, lines: Sequence[Line], free: Sequence[bool]) -> None:
    """A note behind a sign is a sentence or two and ends with its line's full stop; text may follow without a gap."""
    i = body.lines[0]
    while (
        not ends_sentence(lines[i].text)
        and i + 1 < len(lines)
        and _follows(lines[i + 1], free[i + 1])
        and len(body.lines) < 5
    ):
        i += 1
        body.lines.append(i)
    body.end = lines[i].end


def _follows(line: Line, free: bool) -> bool:
    return free and not line.gap and not line.page and line.text[0].islower()


def _turn_pages(found: Sequence[Body], lines: Sequence[Line], free: Sequence[bool]) -> None:
    """A note cut by the page's end goes on at the foot of the next page, above that page's first note: there a line
    begins in the middle of a sentence although the line above it ended one."""
    for body, after in itertools.pairwise(found):
        last, head = body.lines[-1], after.lines[0]
        if body.style not in ("plain", "raised") or ends_sentence(lines[last].text) or head - last < 2:
            continue
        feeds = sum(1 for k in range(last + 1, head + 1) if lines[k].feed)
        for k in range(head - 1, max(last, head - 1 - _OVERLEAF), -1):
            if feeds != 1 or not free[k] or lines[k].feed or lines[k + 1].gap:
                break
            if lines[k].text[0].islower() and free[k - 1] and ends_sentence(lines[k - 1].text):
                body.lines.extend(range(k, head))
                body.overleaf = (lines[k].start, lines[head - 1].end)
                break


def remains_of(lines: Sequence[Line], free: Sequence[bool], bodies: Sequence[Body]) -> list[Body]:
    """What is left of notes whose beginning was lost: lines that end with the word nearly all notes end with.

    In some reports each note ends with the word that carries its link. The label of what is left is empty.
    """
    last_words = Counter(lines[body.lines[-1]].text.split()[-1] for body in bodies)
    word, count = last_words.most_common(1)[0] if last_words else ("", 0)
    if count < _REMAINS_FROM or count < 0.4 * len(bodies) or not word.isalpha():
        return []
    taken = {i for body in bodies for i in body.lines}
    found = []
    for i, line in enumerate(lines):
        if free[i] and i not in taken and line.text.endswith(word) and _TAIL.search(line.text[: -len(word)]):
            found.append(Body("", line.start, line.start, [i], line.end, "remains"))
    return found
