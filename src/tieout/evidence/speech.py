"""Who speaks in one sentence: the words of saying in it, each with the name of the source they hand it to.

Which numbers a source governs, and what earlier sentences hand on, is decided in `attribution.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tieout.evidence.figure import Role
from tieout.evidence.names import ACRONYM, Names
from tieout.evidence.passage import Passage
from tieout.evidence.saying import Saying

_CLOSING = frozenset([",", "”", '"', "»", "’", "'"])


class Said(NamedTuple):
    """A source named in a sentence; offsets are the passage's."""

    role: Role
    at: int
    """Where the words of saying begin."""
    name: tuple[int, int] | None
    """None where they lean on the source named last (`the same report`)."""
    tail: int
    """Where they end."""


class Speech:
    """One sentence as tokens, with the places where a source may be named."""

    def __init__(self, passage: Passage, start: int, end: int, language: str, words: Saying) -> None:
        self.start, self.end = start, end
        self._text = passage.text
        self._words = words
        self._names = Names(passage.text, start, end, language, words)
        self.low = passage.text[start:end].lower()
        self._index = {token.start: i for i, token in enumerate(self._names.tokens)}
        self.contrasts = [start + m.start() for m in words.contrast.finditer(self.low)]

    def sources(self) -> Iterator[Said]:
        """Every source named, or leant on."""
        yield from self._framed()
        yield from self._surveyed()
        yield from self._spoken()
        yield from self._headed()

    def is_said(self, offset: int) -> bool:
        """Whether the word after an offset is a verb of saying."""
        rest = self.low[offset - self.start :].lstrip(" ,)")
        return any(pattern.match(rest) for _, _, pattern in self._words.verbs)

    def clause_end(self, offset: int) -> int:
        """The next contrast after an offset, else where the sentence ends."""
        return next((c for c in self.contrasts if c >= offset), self.end)

    def _framed(self) -> Iterator[Said]:
        """Sources named behind their frame: `according to the ministry`."""
        names, taken = self._names, list[int]()
        for role, pattern in self._words.frames:
            for match in pattern.finditer(self.low):
                begin, tail = self.start + match.start(), self.start + match.end()
                at = names.at(tail)
                if names.kind(at) in ("verb", "past"):
                    at += 1
                name = names.behind(at)
                if names.is_anaphor(at, name):
                    yield Said(role, begin, None, tail)
                elif name is not None and name[0] not in taken:
                    taken.append(name[0])
                    counted: Role = "counted" if role == "said" and names.has_data(at, name) else role
                    yield Said(counted, begin, names.span(*name), names.tokens[name[1]].end)

    def _surveyed(self) -> Iterator[Said]:
        """A survey that is the occasion of what is said (`in a survey`), unless it is said whose it is."""
        names = self._names
        for match in self._words.survey_frame.finditer(self.low):
            begin, tail = self.start + match.start(), self.start + match.end()
            first, last = names.at(begin) + 1, names.at(tail) - 1
            while first < last and names.kind(first) == "determiner":
                first += 1
            if names.word(last + 1) not in self._words.of or names.behind(last + 2) is None:
                yield Said("said", begin, names.span(first, last), tail)

    def _spoken(self) -> Iterator[Said]:
        """Sources that stand in front of their verb; no name for one left out (`Added that`)."""
        names = self._names
        for role, any_name, pattern in self._words.verbs:
            for match in pattern.finditer(self.low):
                at = self._index.get(self.start + match.start())
                if at is None or names.is_passive(at) or (at > 0 and names.is_capital(at)):
                    continue
                begin, tail = self.start + match.start(), self.start + match.end()
                if at == 0 and self.low.startswith(" que ", match.end()):
                    yield Said(role, begin, None, tail)
                    continue
                name = names.before(at, felt=self._words.felt.fullmatch(match[0]) is not None)
                if names.is_anaphor(name[0] if name else -1, name):
                    yield Said(role, begin, None, tail)
                elif name is not None and names.may_speak(name, any_name):
                    span = names.span(*name)
                    yield Said(role, min(span[0], begin), span, tail)
                elif name is None and names.word(at - 1) in _CLOSING:
                    name = names.behind(at + 1)
                    if name is not None and names.may_speak(name, any_name):
                        yield Said(role, begin, names.span(*name), names.tokens[name[1]].end)

    def _headed(self) -> Iterator[Said]:
        """A source set off by a colon, as headlines do: `Ombudsman: 12 dead`, `12 dead: Ombudsman`."""
        names = self._names
        colons = [i for i, token in enumerate(names.tokens) if token.word == ":"]
        if len(colons) != 1:
            return
        for at, beside in ((0, colons[0] == 1), (len(names.tokens) - 1, colons[0] == len(names.tokens) - 2)):
            token = names.tokens[at]
            if beside and ACRONYM.match(self._text[token.start : token.end]):
                span = names.span(at, at)
                yield Said("said", span[0], span, span[1])
