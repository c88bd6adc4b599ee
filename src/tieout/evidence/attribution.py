"""Who counted or said a number, as the running text names them: its role and what it governs.

The names come from `speech.py`. A body that merely acts (arrests, builds, passes a law) is no source. Where the author
speaks the answer is empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.evidence.figure import Attribution, Role
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting
from tieout.evidence.saying import saying
from tieout.evidence.speech import Speech

_BEFORE = 3
"""Passages before a figure that are listened to for a source."""


def authority_of(attributions: Sequence[Attribution]) -> str | None:
    """The name of who counted, failing that of who said it; None when the author speaks."""
    for role in ("counted", "said"):
        for attribution in attributions:
            if attribution.role == role:
                return attribution.name
    return None


@dataclass(frozen=True, slots=True)
class _Event:
    """A source in a sentence: its attribution and the stretch of the view it governs."""

    source: Attribution
    at: int
    """Where the words of saying begin."""
    start: int
    end: int
    forward: bool


class AttributionReader:
    """Reads the attributions of a document's mentions, passage by passage, in reading order."""

    def __init__(self, setting: Setting) -> None:
        self._language = "es" if setting.language == "es" else "en"
        self._words = saying(self._language)
        self._last: Attribution | None = None
        self._last_index = -10
        self._known: list[Attribution] = []
        self._headings: tuple[int, ...] = ()
        self._passages = setting.passages
        self._seen = -1
        self._ends: dict[int, int] = {}

    def read(self, passage: Passage, mentions: Sequence[Mention]) -> list[tuple[Attribution, ...]]:
        """The attributions that govern each mention (in text order); empty where the author speaks."""
        for index in range(max(self._seen + 1, passage.index - _BEFORE), passage.index):
            self._listen(self._passages[index])
        self._seen = passage.index
        if passage.block.kind == "cell" or " | " in passage.text:
            noted = self._noted(passage)
            if noted is not None:
                return [(noted,)] * len(mentions)
        self._enter(passage)
        if passage.index - self._last_index > 2:
            self._last = None
        out: list[tuple[Attribution, ...]] = []
        carried: tuple[Attribution, ...] = ()
        before = -1
        groups: dict[int, list[Mention]] = {}
        for mention in mentions:
            groups.setdefault(passage.sentence_at(mention.start), []).append(mention)
        for number, (start, end) in enumerate(passage.sentences):
            group = groups.get(number, [])
            low = passage.text[start:end].lower()
            events: list[_Event] = []
            if self._words.trigger.search(low) or ":" in low:
                events = self._events(passage, start, end, group)
            keeps = bool(carried) and number - before == 1 and self._words.continued.match(low) is not None
            for mention in group:
                found = self._governing(events, mention, passage.text)
                out.append(found or (carried if keeps else ()))
            if group:
                carried, before = out[-1], number
        return out

    def _enter(self, passage: Passage) -> None:
        if passage.headings != self._headings:
            self._known, self._headings = [], passage.headings

    def _listen(self, passage: Passage) -> None:
        """Take note of the sources of a passage without figures, so that `the report` behind it can be resolved."""
        self._enter(passage)
        for start, end in passage.sentences[-3:]:
            if self._words.trigger.search(passage.text[start:end].lower()):
                self._events(passage, start, end, ())

    def _noted(self, passage: Passage) -> Attribution | None:
        """The source named in the line under a table (`Source: …`)."""
        index = self._behind(passage)
        for page in self._passages[index : index + 2]:
            mark = self._words.note.match(page.text)
            if mark is not None and mark.end() < len(page.text):
                end = page.text.find(". ", mark.end())
                end = len(page.text.rstrip(". ")) if end < 0 else end
                first, last = page.view.span(mark.end(), end)
                return Attribution(page.text[mark.end() : end], "counted", first, last)
        return None

    def _behind(self, passage: Passage) -> int:
        """The index of the passage behind this one, or behind the table that it is a cell of."""
        table = passage.block.table
        if table is None:
            return passage.index + 1
        if self._ends.get(table, -1) <= passage.index:
            index = passage.index
            while index < len(self._passages) and self._passages[index].block.table == table:
                index += 1
            self._ends[table] = index
        return self._ends[table]

    # -- the sources of one sentence ---------------------------------------------------------------------------------

    def _events(self, passage: Passage, start: int, end: int, mentions: Sequence[Mention]) -> list[_Event]:
        sentence = Speech(passage, start, end, self._language, self._words)
        events: list[_Event] = []
        for role, at, name, tail in sentence.sources():
            source = self._source(passage, name, role)
            if source is None or any(e.source.start == source.start for e in events):
                continue
            events.append(self._scoped(source, at, tail, sentence, mentions))
            self._remember(source, passage)
        events.sort(key=lambda e: e.at)
        return _parted(events, sentence.contrasts)

    def _remember(self, source: Attribution, passage: Passage) -> None:
        if source.role in ("counted", "said"):
            self._last, self._last_index = source, passage.index
            if " " in source.name:
                self._known.append(source)

    def _source(self, passage: Passage, name: tuple[int, int] | None, role: Role) -> Attribution | None:
        if name is None:
            return replace(self._last, role=role, hedge=None) if self._last is not None else None
        text = passage.text[name[0] : name[1]]
        longer = self._longer(text)
        if longer is not None:
            return replace(longer, role=role, hedge=None)
        first, last = passage.view.span(*name)
        return Attribution(text, role, first, last)

    def _longer(self, name: str) -> Attribution | None:
        """The full name said before in this section that a bare kind of body (`the police`) stands for."""
        if " " in name or not self._words.body.match(name.lower()) or name.endswith("s"):
            return None
        return next((s for s in reversed(self._known) if name.lower() in s.name.lower().split()), None)

    def _scoped(self, source: Attribution, at: int, tail: int, sentence: Speech, mentions: Sequence[Mention]) -> _Event:
        """What a source governs: the rest of the sentence, or for one named afterwards the clause before it."""
        clause = max((c for c in sentence.contrasts if c < at), default=sentence.start)
        ahead = any(clause <= m.start < at for m in mentions)
        behind = any(m.start >= tail for m in mentions)
        turned = self._words.turn.search(sentence.low[: at - sentence.start]) is not None
        if ahead and not turned and not (behind and sentence.is_said(tail)):
            return _Event(source, at, clause, sentence.clause_end(tail) if behind else sentence.end, False)
        if not behind and not turned and mentions and mentions[-1].start < at:
            return _Event(source, at, sentence.start, sentence.end, False)
        return _Event(source, at, at, sentence.end, True)

    def _governing(self, events: Sequence[_Event], mention: Mention, text: str) -> tuple[Attribution, ...]:
        over = [e for e in events if e.start <= mention.start < e.end]
        out: list[Attribution] = []
        inner = max((e.at for e in over if e.forward and e.source.role in ("counted", "said")), default=-1)
        for event in over:
            source = event.source
            if source.role in ("counted", "said") and event.at < inner and event.forward:
                source = replace(source, role="relayed")
            hedge = self._words.hedge.search(text.lower(), min(event.at, mention.start), mention.end)
            out.append(replace(source, hedge=hedge[0]) if hedge else source)
        return tuple(out)


def _parted(events: list[_Event], contrasts: Sequence[int]) -> list[_Event]:
    """Each forward source ends at the contrast in front of the next source."""
    out: list[_Event] = []
    for index, event in enumerate(events):
        if event.forward:
            stop = next(
                (c for later in events[index + 1 :] for c in reversed(contrasts) if event.at < c <= later.at), event.end
            )
            event = replace(event, end=min(event.end, stop))
        else:
            started = max((e.end for e in out if not e.forward and e.end <= event.at), default=event.start)
            event = replace(event, start=max(event.start, started))
        out.append(event)
    return out
