"""What a body did with a law, as one clause: `In June 2019, Parliament amended the Mining Code to …`.

It reads one line and what bodies the line before spoke of. It knows no numbers and joins nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tieout.evidence.records.law_names import Named
from tieout.evidence.records.line import Line
from tieout.evidence.records.words import Entry, any_of, entries

_LEAD = 60
"""Characters of a clause's opening, in front of who acts."""
_NEAR = 12
"""Characters between a date and who acts after it."""
_LAW_WITHIN = 110
"""Characters in which what was passed must be called a law."""
_PURPOSE = 80
"""A purpose (`to exempt …`) longer than this is left out of the quote."""
_LONGEST = 260
_BARE = 8
"""Characters of what is passed that say nothing of it (`issued laws`)."""
_FEW = 4
"""Things that one body did in one sentence."""


@dataclass(frozen=True, slots=True)
class Body:
    """Who acts: the name as printed and what it is (`legislature`, `executive`, `court`)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Act:
    """A clause of a line in which a body acts on a law: `text[start:end]`; `object` is where what it acts on begins."""

    start: int
    end: int
    object: int
    body: Body | None
    status: str
    date: str | None


class ActReader:
    """The acts of a document's lines, called in order: it remembers of whom the line before spoke."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._last: Body | None = None
        self._names: list[Body] = []
        self._passage = -1
        self._held: list[tuple[int, int]] = []

    def read(self, line: Line, names: Sequence[Named]) -> list[Act]:
        """The acts of one line, in order and apart. `names`: the laws it names; none is cut in two."""
        self._held = [(name.start, name.end) for name in names]
        if line.passage.index != self._passage:
            self._last, self._passage = None, line.passage.index
        found = sorted((*self._told(line), *self._others(line)), key=lambda a: (a.start, -a.end))
        out: list[Act] = []
        for act in found:
            if not out or act.start >= out[-1].end:
                out.append(act)
        self._last = self._subject(line) or self._last
        return out

    # -- who acts ----------------------------------------------------------------------------------------------------

    def _subject(self, line: Line) -> Body | None:
        """The first body that a line says something of."""
        for match, kind in self._bodies(line.text):
            if not self._is_object(line.text, match.start()):
                return self._body(match[0], kind)
        return None

    def _bodies(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        for entry in entries(self._language, "laws", "actor"):
            for match in entry.regex.finditer(text):
                yield match, entry["class"]

    def _is_object(self, text: str, at: int) -> bool:
        return any_of(self._language, "laws", "not_subject").search(text[max(0, at - _LEAD) : at]) is not None

    def _body(self, name: str, kind: str) -> Body:
        """A body; one called only `the tribunal` is the last of that kind that was named in full."""
        words = name.split()
        small = words[0].islower() or words[0] in ("The", "A", "El", "La", "Los", "Las", "Un", "Una")
        bare = " ".join(words[1:]) if small and len(words) > 1 else name
        if len(bare.split()) == 1:
            fuller = (b for b in reversed(self._names) if b.kind == kind and bare.lower() in b.name.lower().split())
            return next(fuller, Body(bare, kind))
        self._names.append(Body(bare, kind))
        return self._names[-1]

    # -- clauses -----------------------------------------------------------------------------------------------------

    def _told(self, line: Line) -> Iterator[Act]:
        """Clauses with a body, a verb and a law."""
        text = line.text
        for kind, pattern in _clauses(self._language):
            for match in pattern.finditer(text):
                at = match.start("actor")
                if self._is_object(text, at):
                    continue
                body = self._body(match["actor"], kind)
                yield from self._from(line, self._opening(line, at), match.end("aside"), body)
        for match in _pronoun(self._language).finditer(text):
            if self._last is not None and match.start() <= _LEAD:
                yield from self._from(line, self._opening(line, match.start()), match.end("aside"), self._last)

    def _opening(self, line: Line, at: int) -> int:
        """Where the clause of a body begins: with the date in front of it, else with itself."""
        for date in line.dates:
            if date.lead_start <= at and 0 <= at - date.end <= _NEAR and "." not in line.text[date.end : at]:
                return min(date.lead_start, date.start)
        return at

    def _from(self, line: Line, start: int, at: int, body: Body) -> Iterator[Act]:
        """The act whose verb stands at `at`, and what the same body did besides in the same sentence."""
        for _ in range(_FEW):
            verb = self._verb(line.text, at, body.kind)
            if verb is None:
                return
            match, entry = verb
            end = self._end(line, match.end())
            told = end - match.end() > _BARE
            if told and (entry["needs"] is None or self._is_law(line.text, match.end(), end)):
                end, status = self._overridden(line, end, self._status(line.text, match, end, entry, body))
                date = line.date_in(start, end)
                yield Act(start, end, match.end(), body, status, date.edtf if date else None)
            joined = any_of(self._language, "laws", "joined").match(line.text, end)
            if joined is None:
                return
            start = at = joined.end()

    def _verb(self, text: str, at: int, kind: str) -> tuple[re.Match[str], Entry] | None:
        for entry in entries(self._language, "laws", "verb"):
            if kind in entry["by"] and (match := entry.regex.match(text, at)):
                return match, entry
        return None

    def _end(self, line: Line, at: int) -> int:
        """Where an act ends: at a comma that is none of a date or number, a relative clause, another verb."""
        text = line.text
        stops = [m.start() for m in any_of(self._language, "laws", "stop").finditer(text, at)]
        stops += [at + m.start() for m in _COMMA.finditer(text[at:]) if not self._in_date(line, at + m.start())]
        stops += [m.start() for m in _and_verb(self._language).finditer(text, at)]
        stops = [stop for stop in stops if stop >= at and not any(a <= stop < b for a, b in self._held)]
        end = min(stops, default=len(text.rstrip(" .;:,")))
        purpose = any_of(self._language, "laws", "purpose").search(text, at, end)
        if purpose and end - purpose.start() > _PURPOSE:
            end = purpose.start()
        return min(end, at + _LONGEST)

    def _in_date(self, line: Line, at: int) -> bool:
        return any(date.start <= at < date.end for date in line.dates)

    def _is_law(self, text: str, at: int, end: int) -> bool:
        """Whether what was passed is called a law."""
        language = self._language
        limit = min(end, at + _LAW_WITHIN)
        return bool(
            any_of(language, "laws", "object").search(text, at, limit)
            or any_of(language, "laws", "into_law").search(text, at, limit)
        )

    def _status(self, text: str, verb: re.Match[str], end: int, entry: Entry, body: Body) -> str:
        if body.kind == "court" and any_of(self._language, "laws", "unconstitutional").search(text, verb.end(), end):
            return "declared_unconstitutional"
        if entry["status"] == "passed" and any_of(self._language, "laws", "committee").search(body.name):
            return "pending"
        return str(entry["status"])

    def _overridden(self, line: Line, end: int, status: str) -> tuple[int, str]:
        """A veto that the same sentence says was overridden is one thing that happened."""
        if status != "vetoed" or not (but := any_of(self._language, "laws", "but").match(line.text, end)):
            return end, status
        for kind, pattern in _clauses(self._language):
            clause = pattern.match(line.text, but.end())
            verb = self._verb(line.text, clause.end("aside"), kind) if clause else None
            if verb is not None and verb[1]["status"] == "vetoed_overturned":
                return self._end(line, verb[0].end()), "vetoed_overturned"
        return end, status

    # -- without a body ----------------------------------------------------------------------------------------------

    def _others(self, line: Line) -> Iterator[Act]:
        """A law that took effect on a date, was passed by somebody or was voted on; a court's orders."""
        text, language = line.text, self._language
        for name, status in (("effect", "in_force"), ("passive", "passed")):
            for match in any_of(language, "laws", name).finditer(text):
                end = self._end(line, match.end())
                start = self._opening(line, match.start())
                date = line.date_in(start, end)
                if date is not None:
                    last = max(date.end, match.end()) if name == "effect" else end
                    yield Act(start, last, match.end(), None, status, date.edtf)
        for match in any_of(language, "laws", "vote").finditer(text):
            date = line.date_in(match.start(), match.end()) or line.date_in(0, len(text))
            yield Act(
                match.start(), self._end(line, match.end()), match.end(), Body("voters", "voters"), "passed",
                date.edtf if date else None,
            )  # fmt: skip
        for match in any_of(language, "laws", "order").finditer(text):
            yield Act(match.start(), match.end(), match.start(), Body(match[0], "court"), "in_force", None)


_COMMA = re.compile(r",(?!\d)")


@cache
def _clauses(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A body with what may stand between it and its verb, one pattern for each kind of body."""
    aside = any_of(language, "laws", "aside").pattern
    return tuple(
        (entry["class"], re.compile(rf"(?P<actor>{entry.regex.pattern})(?P<aside>{aside})"))
        for entry in entries(language, "laws", "actor")
    )


@cache
def _pronoun(language: str) -> re.Pattern[str]:
    aside = any_of(language, "laws", "aside").pattern
    pronoun = any_of(language, "laws", "pronoun").pattern.removesuffix("$")
    return re.compile(rf"(?:{pronoun})(?P<aside>{aside})")


@cache
def _and_verb(language: str) -> re.Pattern[str]:
    """Where the next thing that the same body did begins."""
    joined = any_of(language, "laws", "joined").pattern
    verbs = any_of(language, "laws", "verb").pattern
    return re.compile(rf"(?:{joined})(?=(?:{verbs}))")
