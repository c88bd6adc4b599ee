"""Who counted or said a number, as the running text names them: the words of a source, its role and what it governs.

A body that merely acts (arrests, builds, passes a law) is no source. Where the author speaks the answer is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tieout.evidence.figure import Attribution, Role
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting
from tieout.language.phrases import is_possessive, tokens_of
from tieout.language.tables import table

_CONNECTORS = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "on",
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
        "para",
        "sobre",
        "contra",
        "en",
        "al",
    ]
)
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ&.-]+s?$")
_BE = frozenset(
    ["be", "been", "being", "is", "are", "was", "were", "fue", "fueron", "ser", "sido", "será", "es", "son"]
)
_OF = frozenset(["of", "de", "del", "by", "por", "from"])
_CLOSING = frozenset([",", "”", '"', "»", "’", "'"])
_BEFORE = 3
"""Passages before a figure that are listened to for a source."""
_LONGEST = 14
"""Words a name may have."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of saying and the kinds of bodies of one language, compiled."""

    trigger: re.Pattern[str]
    frames: tuple[tuple[Role, re.Pattern[str]], ...]
    verbs: tuple[tuple[Role, bool, re.Pattern[str]], ...]
    """Role, whether any name may be the subject (else only a kind of body), pattern."""
    survey_frame: re.Pattern[str]
    note: re.Pattern[str]
    anaphor: re.Pattern[str]
    continued: re.Pattern[str]
    contrast: re.Pattern[str]
    turn: re.Pattern[str]
    hedge: re.Pattern[str]
    body: re.Pattern[str]
    survey: re.Pattern[str]
    data: re.Pattern[str]


@cache
def lexicon(language: str) -> _Lexicon:
    """The compiled tables of saying and bodies of a language."""
    saying, bodies = table(language, "saying"), table(language, "bodies")
    return _Lexicon(
        trigger=re.compile(rf"\b(?:{_any(saying['frame'] + saying['verb'] + saying['survey_frame'])})(?!\w)"),
        frames=tuple((e["role"], re.compile(rf"\b(?:{e['pattern']})(?!\w)")) for e in saying["frame"]),
        verbs=tuple((e["role"], e["names"], re.compile(rf"\b(?:{e['pattern']})\b")) for e in saying["verb"]),
        survey_frame=re.compile(rf"\b(?:{_any(saying['survey_frame'])})\b"),
        note=re.compile(rf"\s*(?:{_any(saying['note'])})\s*", re.IGNORECASE),
        anaphor=re.compile(rf"(?:{_any(saying['anaphor'])})\Z"),
        continued=re.compile(rf"\W*(?:{_any(saying['continued'])})\b"),
        contrast=re.compile(_any(saying["contrast"])),
        turn=re.compile(_any(saying["turn"])),
        hedge=re.compile(rf"\b(?:{_any(saying['hedge'])})\b"),
        body=re.compile(rf"(?:{_any(bodies['body'])})(?:['’]s?)?\Z"),
        survey=re.compile(rf"(?:{_any(bodies['survey'])})\Z"),
        data=re.compile(rf"(?:{_any(bodies['data'])})\Z"),
    )


def _any(entries: Iterable[dict[str, Any]]) -> str:
    return "|".join(entry["pattern"] for entry in entries)


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
        self._words = lexicon(self._language)
        self._last: Attribution | None = None
        self._last_index = -10
        self._known: list[Attribution] = []
        self._headings: tuple[int, ...] = ()
        self._passages = setting.passages
        self._seen = -1

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
        index = passage.index
        while index < len(self._passages) and (
            index == passage.index or self._passages[index].block.table == passage.block.table is not None
        ):
            index += 1
        for page in self._passages[index : index + 2]:
            mark = self._words.note.match(page.text)
            if mark is not None and mark.end() < len(page.text):
                end = page.text.find(". ", mark.end())
                end = len(page.text.rstrip(". ")) if end < 0 else end
                first, last = page.view.span(mark.end(), end)
                return Attribution(page.text[mark.end() : end], "counted", first, last)
        return None

    # -- the sources of one sentence ---------------------------------------------------------------------------------

    def _events(self, passage: Passage, start: int, end: int, mentions: Sequence[Mention]) -> list[_Event]:
        sentence = _Sentence(passage, start, end, self._language, self._words)
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

    def _scoped(
        self, source: Attribution, at: int, tail: int, sentence: _Sentence, mentions: Sequence[Mention]
    ) -> _Event:
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


class _Sentence:
    """One sentence as tokens, with the places where a source may be named."""

    def __init__(self, passage: Passage, start: int, end: int, language: str, words: _Lexicon) -> None:
        self.start, self.end = start, end
        self._text = passage.text
        self._words = words
        self.low = passage.text[start:end].lower()
        self._tokens = tokens_of(passage.text, start, end, language)
        self._index = {token.start: i for i, token in enumerate(self._tokens)}
        self.contrasts = [start + m.start() for m in words.contrast.finditer(self.low)]

    def sources(self) -> Iterator[tuple[Role, int, tuple[int, int] | None, int]]:
        """(role, where the words of saying begin, the name's span, where they end) of every source named."""
        yield from self.framed()
        yield from self.surveyed()
        yield from self.spoken()
        yield from self.headed()

    def headed(self) -> Iterable[tuple[Role, int, tuple[int, int] | None, int]]:
        """The same for a source set off by a colon, as headlines do: `Ombudsman: 12 dead`, `12 dead: Ombudsman`."""
        colons = [i for i, token in enumerate(self._tokens) if token.word == ":"]
        if len(colons) != 1:
            return
        colon = colons[0]
        for first, last in ((0, colon - 1), (colon + 1, len(self._tokens) - 1)):
            raw = [self._text[t.start : t.end] for t in self._tokens[first : last + 1]]
            if len(raw) == 1 and _ACRONYM.match(raw[0]):
                span = self._span(first, last)
                yield "said", span[0], span, span[1]

    def framed(self) -> Iterable[tuple[Role, int, tuple[int, int] | None, int]]:
        """(role, where the frame begins, the name's span, where it ends) of each source named behind its frame."""
        taken: list[int] = []
        for role, pattern in self._words.frames:
            for match in pattern.finditer(self.low):
                at = self._at(self.start + match.end())
                if self._kind(at) in ("verb", "past"):
                    at += 1
                name = self._name_from(at)
                if self._is_anaphor(at, name):
                    yield role, self.start + match.start(), None, self.start + match.end()
                elif name is not None and name[0] not in taken:
                    taken.append(name[0])
                    counted: Role = "counted" if role == "said" and self._has_data(at, name) else role
                    yield counted, self.start + match.start(), self._span(*name), self._tokens[name[1]].end

    def surveyed(self) -> Iterable[tuple[Role, int, tuple[int, int] | None, int]]:
        """The same for a survey that is the occasion of what is said: `in a survey`."""
        for match in self._words.survey_frame.finditer(self.low):
            first = self._at(self.start + match.start()) + 1
            last = self._at(self.start + match.end()) - 1
            while first < last and self._kind(first) == "determiner":
                first += 1
            yield "said", self.start + match.start(), self._span(first, last), self.start + match.end()

    def spoken(self) -> Iterable[tuple[Role, int, tuple[int, int] | None, int]]:
        """The same for each source that stands in front of its verb; no name for one left out (`Added that`)."""
        for role, names, pattern in self._words.verbs:
            for match in pattern.finditer(self.low):
                at = self._index.get(self.start + match.start())
                if at is None or self._is_passive(at) or (at > 0 and self._is_capital(at)):
                    continue
                begin, tail = self.start + match.start(), self.start + match.end()
                if at == 0 and self.low.startswith(" que ", match.end()):
                    yield role, begin, None, tail
                    continue
                name = self._name_before(at)
                if self._is_anaphor(name[0] if name else -1, name):
                    yield role, begin, None, tail
                elif name is not None and self._may_speak(name, names):
                    span = self._span(*name)
                    yield role, min(span[0], begin), span, tail
                elif name is None and self._token_word(at - 1) in _CLOSING:
                    name = self._name_from(at + 1)
                    if name is not None and self._may_speak(name, names):
                        yield role, begin, self._span(*name), self._tokens[name[1]].end

    def is_said(self, offset: int) -> bool:
        """Whether the word after an offset is a verb of saying."""
        rest = self.low[offset - self.start :].lstrip(" ,)")
        return any(pattern.match(rest) for _, _, pattern in self._words.verbs)

    def clause_end(self, offset: int) -> int:
        """The next contrast after an offset, else where the sentence ends."""
        return next((c for c in self.contrasts if c >= offset), self.end)

    def _at(self, offset: int) -> int:
        return next((i for i, token in enumerate(self._tokens) if token.start >= offset), len(self._tokens))

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _token_word(self, at: int) -> str:
        return self._tokens[at].word if 0 <= at < len(self._tokens) else ""

    def _is_passive(self, verb: int) -> bool:
        """Whether a form of `be` stands in front of a verb: `was reported` names no one."""
        at = verb - 1
        while self._kind(at) == "adverb":
            at -= 1
        return self._token_word(at) in _BE

    def _is_anaphor(self, at: int, name: tuple[int, int] | None) -> bool:
        """Whether a name is but `it` or `the same source`, with its article."""
        if at < 0:
            return False
        last = name[1] if name is not None else self._phrase_end(at)
        first = at - 1 if self._kind(at - 1) == "determiner" else at
        if last >= len(self._tokens):
            return False
        text = self._text[self._tokens[first].start : self._tokens[last].end].lower()
        return self._words.anaphor.match(text) is not None and self._token_word(last + 1) not in _OF

    def _phrase_end(self, at: int) -> int:
        end = at
        while self._kind(end) in ("determiner", "pronoun") and self._kind(end + 1) in ("noun", "pronoun"):
            end += 1
        while self._kind(end + 1) == "noun" and self._kind(end) != "noun":
            end += 1
        return end

    def _span(self, first: int, last: int) -> tuple[int, int]:
        return self._tokens[first].start, self._tokens[last].end

    def _is_capital(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._text[self._tokens[at].start].isupper()

    def _is_nominal(self, at: int) -> bool:
        if not 0 <= at < len(self._tokens):
            return False
        token = self._tokens[at]
        if token.kind == "determiner" and self._words.body.match(token.word):
            return True  # a genitive: `prosecutor's office`
        return token.kind in ("noun", "name") or (
            self._is_capital(at) and token.kind in ("past", "gerund", "determiner") and at > 0
        )

    def _has_data(self, first: int, name: tuple[int, int]) -> bool:
        """Whether words for data stand around a name: `statistics by the ministry`, `ministry data`."""
        near = self._tokens[max(0, first) : name[1] + 2]
        return any(self._words.data.match(t.word) for t in near)

    def _name_from(self, at: int) -> tuple[int, int] | None:
        """The source named from token `at` on, as (first, last) tokens."""
        while self._kind(at) in ("determiner", "number", "adverb") and not (
            self._is_capital(at) or self._is_nominal(at)
        ):
            at += 1
        end = at
        while end < len(self._tokens) and end - at < _LONGEST and (self._is_nominal(end) or self._connects(end)):
            end += 1
        if end == at:
            return None
        first, last = at, end - 1
        if self._words.data.match(self._tokens[last].word) or any(
            self._words.data.match(t.word) for t in self._tokens[first : last + 1] if not t.word[0].isupper()
        ):
            return self._owner(first, last)
        return self._trimmed(first, last) if self._is_source(first, last) else None

    def _connects(self, at: int) -> bool:
        """Whether a small word joins two capitalised parts of a name."""
        back = at - 1
        while self._token_word(back) in _CONNECTORS and back > at - 3:
            back -= 1
        if self._tokens[at].word not in _CONNECTORS or not self._is_nominal(back):
            return False
        after = at + 1
        while (
            after < len(self._tokens)
            and after - at < 3
            and self._tokens[after].word in _CONNECTORS
            and not self._is_capital(after)
        ):
            after += 1
        if self._words.body.match(self._tokens[back].word) and {self._token_word(back + 1)} & {"of", "de", "del"}:
            return self._is_nominal(after)
        return self._is_capital(after) and self._is_nominal(after) and self._is_capital(back)

    def _owner(self, first: int, last: int) -> tuple[int, int] | None:
        """Whose data it is: `Public Ministry statistics`, `data collected by the network`."""
        at = next(i for i in range(first, last + 1) if self._words.data.match(self._tokens[i].word))
        if at > first and any(self._is_capital(i) for i in range(first, at)):
            return self._trimmed(first, at - 1)
        follow = at + 1
        while (
            follow < len(self._tokens)
            and self._tokens[follow].kind in ("past", "noun", "adverb", "time", "number")
            and follow - at < 5
            and not self._is_capital(follow)
        ):
            follow += 1
        for near in range(follow, min(follow + 4, len(self._tokens))):
            if self._tokens[near].word in _OF:
                found = self._name_from(near + 1)
                if found is not None:
                    return found
        if at > first and any(self._words.body.match(t.word) for t in self._tokens[first:at]):
            return first, at
        return None

    def _is_source(self, first: int, last: int) -> bool:
        """Whether a run of words names someone who can be a source: a kind of body, a survey, a capitalised name."""
        tokens = self._tokens[first : last + 1]
        if any(self._words.body.match(t.word) or self._words.survey.match(t.word) for t in tokens):
            return True
        return any(self._is_capital(i) and self._tokens[i].kind == "name" for i in range(first, last + 1))

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A name without the country in front of it (`Peru's Financial Intelligence Unit`)."""
        if is_possessive(self._tokens[first]) and last - first >= 2 and self._is_capital(first):
            first += 1
        while last > first and self._tokens[last].word in _CONNECTORS:
            last -= 1
        for at in range(last - 1, first - 1, -1):
            plain = self._kind(at) == "noun" and not self._is_capital(at)
            if plain and all(self._is_capital(i) for i in range(at + 1, last + 1)):
                return at + 1, last
        return first, last

    def _name_before(self, verb: int) -> tuple[int, int] | None:
        """The subject of a verb of saying as (first, last) tokens; asides between it and the verb are stepped over."""
        last = verb - 1
        while last >= 0 and (
            self._tokens[last].kind in ("auxiliary", "adverb") or self._tokens[last].word in ("le", "les", "se", "nos")
        ):
            last -= 1
        for _ in range(2):
            last = self._before_aside(last)
        if last < 0:
            return None
        if self._tokens[last].kind == "pronoun":
            return (last, last) if self._tokens[last].word in ("it", "he", "she", "they", "él", "ella") else None
        if self._is_document(last) and self._token_word(last - 1) == ")":
            last = self._before_aside(last - 1)
        first = last
        while first >= 0 and last - first < _LONGEST and (self._is_nominal(first) or self._joins_back(first)):
            first -= 1
        first += 1
        while first <= last and not self._is_nominal(first):
            first += 1
        if first > last:
            return None
        article = first - 1 if self._kind(first - 1) == "determiner" else first
        if self._kind(article - 1) == "preposition":
            about = article - 2
            if not self._is_document(about):
                return None
            return self._name_before(about + 1)
        if self._words.data.match(self._tokens[last].word):
            return self._owner(first, last)
        return self._trimmed(first, last)

    def _is_document(self, at: int) -> bool:
        word = self._token_word(at)
        return bool(self._words.data.match(word) or self._words.survey.match(word))

    def _before_aside(self, last: int) -> int:
        """The token before an aside that ends at `last` (`, a research centre,` or `(PNP)`)."""
        if last < 1 or self._tokens[last].word not in (",", ")"):
            return last
        mark = "(" if self._tokens[last].word == ")" else ","
        for index in range(last - 1, max(-1, last - 25), -1):
            if self._tokens[index].word == mark:
                return index - 1
        return last

    def _joins_back(self, at: int) -> bool:
        """Whether a small word inside a subject joins parts of one name, read from the right."""
        if self._tokens[at].word not in _CONNECTORS or at == 0:
            return False
        if self._tokens[at].kind == "determiner":
            return self._tokens[at - 1].word in ("of", "for", "on", "de", "para", "y", "and") and self._is_nominal(
                at - 2
            )
        if not self._is_nominal(at - 1):
            return False
        if self._tokens[at].word in ("of", "de", "del"):
            near = (self._token_word(at - 1), self._token_word(at - 2))
            return self._is_capital(at - 1) or any(self._words.body.match(word) for word in near)
        return self._is_capital(at - 1) and (self._is_capital(at + 1) or self._tokens[at + 1].kind == "determiner")

    def _may_speak(self, name: tuple[int, int], names: bool) -> bool:
        """Whether a subject can be a source: a body, a survey, an acronym; for verbs of saying any name (`names`)."""
        first, last = name
        tokens = self._tokens[first : last + 1]
        if any(self._words.body.match(t.word) or self._words.survey.match(t.word) for t in tokens):
            return True
        raw = [self._text[t.start : t.end] for t in tokens]
        if any(_ACRONYM.match(word) and len(word) > 2 for word in raw):
            return True
        capitals = sum(self._is_capital(i) for i in range(first, last + 1))
        return names and (capitals > 1 or (capitals == 1 and len(tokens) == 1 and self._kind(first) == "name"))
