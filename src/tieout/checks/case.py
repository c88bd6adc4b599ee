"""A Case: one document as a rule sees it, with its figures, its ties and its dates. Rules look; they change nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tieout.checks.finding import Evidence, Finding, Severity
from tieout.checks.messages import message
from tieout.checks.silence import Silence
from tieout.checks.telling import own_words
from tieout.checks.voice import Voice
from tieout.evidence.corpus import Reading
from tieout.evidence.passage import Passage
from tieout.language.periods import DateMention, find_dates
from tieout.ties.tie import Member, Tie, TieKind, Verdict

if TYPE_CHECKING:
    from tieout.sources.read import SourcesOf


@dataclass(slots=True)
class Case:
    """One document under examination."""

    reading: Reading
    ties: Sequence[Tie]
    given: Mapping[str, object] = field(default_factory=dict)
    """What is at hand besides the document, by the name a rule's `needs` gives it."""
    lang: str = "en"
    """The language of the messages."""
    silences: Sequence[Silence] = ()
    """Those that concern the document, and those of them that no finding met: known to the rules of family U."""
    idle: Sequence[Silence] = ()
    kept: dict[str, object] = field(default_factory=dict, repr=False)
    """What several rules need and one works out for all (see sourcing/once.py)."""
    _dates: list[tuple[Passage, DateMention]] | None = field(default=None, repr=False)
    _sources: SourcesOf | None = field(default=None, repr=False)

    @property
    def path(self) -> str:
        return self.reading.document.path

    @property
    def top(self) -> Member:
        """The beginning of the document, for what has no place in it."""
        return Member(self.path, 0, 0, "")

    def ties_of(self, kind: TieKind, verdict: Verdict) -> Iterator[Tie]:
        """The ties of one kind with one verdict, in text order."""
        return (tie for tie in self.ties if tie.kind == kind and tie.verdict == verdict)

    def dates(self) -> list[tuple[Passage, DateMention]]:
        """Every date of the document's passages, read once."""
        if self._dates is None:
            self._dates = [
                (passage, date)
                for passage in self.reading.passages
                for date in find_dates(passage.text, self.reading.language)
            ]
        return self._dates

    def sources(self) -> SourcesOf:
        """The notes of the document and what they cite, read once."""
        if self._sources is None:
            # Only now: a document without notes is checked without it.
            from tieout.sources.read import sources_of

            self._sources = sources_of(self.reading.document)
        return self._sources

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds a document offset."""
        for passage in self.reading.passages:
            if any(start <= offset < end for start, end in passage.block.pieces):
                return passage
        return None

    def words(self, passage: Passage, start: int, end: int) -> Member:
        """Words of a passage's clean line as evidence, with the document's offsets."""
        first, last = passage.view.span(start, end)
        return Member(self.path, first, last, self.reading.document.text[first:last])

    def finding(
        self, code: str, name: str, severity: Severity, at: Member, evidence: Sequence[Member] = (), **fields: str
    ) -> Finding:
        """A finding at some words. `fields` fill the rule's message; they are in English, save the document's words."""
        said = {key: Voice(self.lang).put(words, own_words((at, *evidence), key)) for key, words in fields.items()}
        name_of_it = "\n".join([code, *(f"{m.start}:{m.end}" for m in (at, *evidence)), self.reading.document.sha256])
        return Finding(
            id=hashlib.sha256(name_of_it.encode()).hexdigest()[:10],
            rule=code, name=name, severity=severity,
            message=message(code, self.lang, **said),
            doc=at.doc, start=at.start, end=at.end, text=at.text,
            evidence=tuple(Evidence(m.doc, m.start, m.end, m.text) for m in evidence),
            computed=said.get("computed"),
        )  # fmt: skip

    def from_tie(self, code: str, name: str, severity: Severity, tie: Tie) -> Finding:
        """The finding that a tie is broken: at its claim, the other members as evidence."""
        first, *rest = tie.members
        return self.finding(code, name, severity, first, rest, stated=tie.stated, computed=tie.computed)
