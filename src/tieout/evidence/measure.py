"""What a number counts: the noun phrase of the text, near the number, before it, or carried over from the one before.

It reads the passage around a mention and nothing else; a phrase that is not printed is never made up, and where none is
found the answer is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from tieout.evidence.figure import Anchor, Basis
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting
from tieout.language.phrases import (
    Phrase,
    Token,
    clause_start,
    complement,
    is_of,
    is_possessive,
    phrase_at,
    tokens_of,
)
from tieout.language.tables import table

_WIDEST = 6
"""Words of the counted noun phrase kept, the ones nearest its head."""
_SHARE = 4
"""Words of what is said of the people or things a share is of."""
_QUOTES = frozenset("\"'“”‘’«»")
_JOINED = frozenset({",", ";", ":", "and", "or", "y", "e", "o", "to", "from", "a", "de", "but", "pero", "(", "-", "/"})
_CONTENT = frozenset({"noun", "name", "past", "gerund"})
_SAID = frozenset({"noun", "past", "gerund", "verb"})
"""What may be said of the counted things; a name is rather a place."""
_PER = re.compile(r"\b(?:per|por|cada)\b")


@dataclass(frozen=True, slots=True)
class MeasureContext:
    """What is counted, in the text's words; `anchors` are document offsets of those words."""

    measure: str
    anchors: tuple[Anchor, ...]
    basis: Basis
    counting: str | None = None
    """What one unit of the count is (`complaint`, `victim`, `person`), when the words say it."""
    concept: str | None = None
    """An id common to all languages (`homicide`, `poverty`), when the words name one."""


Pieces = tuple[tuple[int, int], ...]
"""Stretches of a view's text, in order."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The measure table of one language, compiled."""

    quantity: frozenset[str]
    rate: frozenset[str]
    generic: frozenset[str]
    change: re.Pattern[str]
    saying: re.Pattern[str]
    counting: tuple[tuple[str, re.Pattern[str]], ...]
    concept: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def lexicon(language: str) -> _Lexicon:
    """The compiled measure table of a language."""
    data = table(language, "measures")
    return _Lexicon(
        quantity=frozenset(data["quantity"]["words"]),
        rate=frozenset(data["rate"]["words"]),
        generic=frozenset(data["generic"]["words"]),
        saying=re.compile("(?:" + "|".join(e["pattern"] for e in table(language, "saying")["verb"]) + r")\Z"),
        change=re.compile("(?:" + "|".join(entry["pattern"] for entry in data["change"]) + r")\Z"),
        counting=_named(data["counting"]),
        concept=_named(data["concept"]),
    )


def _named(entries: Sequence[dict[str, Any]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((str(entry["id"]), re.compile(rf"\b(?:{entry['pattern']})\b")) for entry in entries)


def concept_of(measure: str, language: str) -> str | None:
    """The id of the concept that a measure names, None when it names none we know."""
    low = measure.lower()
    return next((name for name, pattern in lexicon(language).concept if pattern.search(low)), None)


def counting_of(measure: str, language: str) -> str | None:
    """What one unit of a measure is (`complaint`, `person`), None when the words do not tell."""
    low = measure.lower()
    return next((name for name, pattern in lexicon(language).counting if pattern.search(low)), None)


class MeasureReader:
    """Reads the measures of a document's mentions, passage by passage."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._language = "es" if setting.language == "es" else "en"
        self._last: tuple[int, str, MeasureContext] | None = None

    def read(self, passage: Passage, mentions: Sequence[Mention]) -> list[MeasureContext | None]:
        """The measure of each mention (in text order), None where the text gives none.

        Passages come in reading order: a measure may be carried from the passage before.
        """
        if passage.block.kind == "cell":
            return [self._of_cell(passage, mention) for mention in mentions]
        out: list[MeasureContext | None] = []
        last = self._last[1:] if self._last is not None and self._near(passage, self._last[0]) else None
        at = 0
        while at < len(mentions):
            number = passage.sentence_at(mentions[at].start)
            end = at
            while end < len(mentions) and passage.sentence_at(mentions[end].start) == number:
                end += 1
            sentence = _Sentence(passage, passage.sentences[number], mentions[at:end], self._language)
            for mention, pieces in zip(mentions[at:end], sentence.measures(), strict=True):
                context = self._context(passage, pieces, "printed") if pieces else None
                context = self._resumed(context, out)
                if context is None and last is not None and _carries(last[0], mention):
                    context = last[1]
                if context is not None:
                    last = (_family(mention), context)
                    self._last = (passage.index, *last)
                out.append(context)
            at = end
        return out

    @staticmethod
    def _resumed(context: MeasureContext | None, before: Sequence[MeasureContext | None]) -> MeasureContext | None:
        """A bare noun takes the fuller words it had earlier in the passage (`cases of abuse`, then `cases`)."""
        if context is None or " " in context.measure:
            return context
        head = context.measure.lower()
        fuller = (c for c in reversed(before) if c is not None and c.measure.lower().startswith(head + " "))
        return next(fuller, context)

    @staticmethod
    def _near(passage: Passage, index: int) -> bool:
        return passage.index - index <= 1 and passage.block.kind not in ("heading", "title", "note")

    def _context(self, passage: Passage, pieces: Pieces, basis: Basis) -> MeasureContext:
        words = " ".join(passage.text[start:end] for start, end in pieces)
        anchors = tuple(passage.view.span(start, end) for start, end in pieces)
        return MeasureContext(
            words, anchors, basis, counting_of(words, self._language), concept_of(words, self._language)
        )

    def _of_cell(self, passage: Passage, mention: Mention) -> MeasureContext | None:
        """The measure of a number in a table: the header of its row, else of its column, or the cell's own words."""
        own = _Sentence(passage, (0, len(passage.text)), (mention,), self._language).label()
        named = [(passage, own)] if own else self._headers(passage)
        if not named:
            return None
        texts = [page.text[start:end] for page, (start, end) in named]
        words = ": ".join(texts)
        anchors = tuple(page.view.span(start, end) for page, (start, end) in named)
        return MeasureContext(
            words, anchors, "table", counting_of(words, self._language), concept_of(words, self._language)
        )

    def _headers(self, cell: Passage) -> list[tuple[Passage, tuple[int, int]]]:
        """The cells that name a cell's column and row, with their words; those that are years or numbers left out."""
        block, found = cell.block, []
        for page in self._tables.get(block.table, ()):
            other = page.block
            above = other.col == block.col and other.header and (other.row or 0) < (block.row or 0)
            beside = other.row == block.row and (other.col or 0) < (block.col or 0)
            if (above or (beside and (other.header or other.col == 0))) and re.search(r"[^\W\d_]{3}", page.text):
                found.append((page, (0, len(page.text))))
        return found

    @cached_property
    def _tables(self) -> dict[int | None, list[Passage]]:
        found: dict[int | None, list[Passage]] = {}
        for page in self._setting.passages:
            if page.block.kind == "cell":
                found.setdefault(page.block.table, []).append(page)
        return found


def _family(mention: Mention) -> str:
    """Numbers of one family may count the same thing (a count and its later count; percent with share)."""
    if mention.kind in ("age", "duration", "money", "rank", "score"):
        return mention.kind
    return "ratio" if mention.unit in ("percent", "share", "percentage_point") else "count"


def _carries(family: str, mention: Mention) -> bool:
    """Whether a mention without words of its own may take the measure of an earlier one of a family."""
    if mention.kind == "change":
        return family in ("count", "ratio", "money", "score")
    return family == _family(mention)


class _Sentence:
    """One sentence with its mentions, as tokens."""

    def __init__(self, passage: Passage, bounds: tuple[int, int], mentions: Sequence[Mention], language: str) -> None:
        self._text = passage.text
        self._mentions = mentions
        self._language = language
        self._words = lexicon(language)
        spans = [(m.start, m.end) for m in mentions]
        self._tokens = tokens_of(passage.text, *bounds, language, _apart(spans))
        place = {token.start: index for index, token in enumerate(self._tokens) if token.kind == "figure"}
        self._at = [place.get(m.start, -1) for m in mentions]

    def measures(self) -> list[Pieces]:
        """The measure of each mention as stretches of the passage's text; empty where the sentence gives none."""
        out: list[Pieces] = []
        for index, mention in enumerate(self._mentions):
            at = self._at[index]
            out.append(self._measure(index, mention, at, out) if at >= 0 else ())
        for index in range(len(out) - 1):
            # `Of 2,126 homicides` gives its noun to the bare `1,125 of` in front of it.
            if not out[index] and self._is_part_of_next(index):
                out[index] = out[index + 1]
        return out

    def label(self) -> tuple[int, int] | None:
        """The words of a table cell beside its number, when it has any."""
        words = [t for t in self._tokens if t.kind in _CONTENT]
        return (words[0].start, words[-1].end) if words else None

    # -- one mention -------------------------------------------------------------------------------------------------

    def _measure(self, index: int, mention: Mention, at: int, before: Sequence[Pieces]) -> Pieces:
        previous = self._previous(index, mention, before)
        label = self._labelled(at)
        if label:
            return label
        if mention.kind == "change":
            return self._changed(mention, at) or previous or self._subject(at)
        if mention.kind == "score":
            return self._scored(index, at) or previous
        if (
            self._is_gloss(at)
            and index
            and before[index - 1]
            and _family(self._mentions[index - 1]) == _family(mention)
        ):
            return before[index - 1]
        after = self._after(mention, at)
        if after and _family(mention) == "ratio" and not self._has_of(at) and self._kind(at + 1) == "noun":
            return _merged((*previous[:1], *after), self._text)
        after = after or self._part(index, mention, at, before)
        if after:
            return after
        if self._word(at - 1) == "(" and previous and self._kind(at - 2) == "noun":
            return _merged((*previous[:1], *self._ending_at(at - 2)), self._text)
        if mention.kind == "money":
            return self._of_money(at) or previous or self._subject(at) or self._counted_before(at)
        if mention.kind in ("duration", "age"):
            return self._before_noun(at) if mention.kind == "age" else self._subject(at)
        direct = self._rate_of(at) or self._copula(at)
        return direct or previous or self._counted_before(at) or self._subject(at)

    def _labelled(self, at: int) -> Pieces:
        """`Paved roads: 18,699`: the label of a fact sheet, in front of a colon."""
        if self._word(at - 1) != ":":
            return ()
        first = at - 1
        while first > 0 and self._kind(first - 1) not in ("mark", "figure", "number", "auxiliary", "verb", "clause"):
            first -= 1
        words = self._content(first, at - 2)
        return (
            ((words[0].start, self._tokens[at - 2].end),) if 0 < len(words) <= _WIDEST and at - 1 - first < 10 else ()
        )

    def _previous(self, index: int, mention: Mention, before: Sequence[Pieces]) -> Pieces:
        """The measure of the nearest earlier mention of the same family in the sentence."""
        for k in range(index - 1, -1, -1):
            if before[k] and _carries(_family(self._mentions[k]), mention):
                return before[k]
        return ()

    def _part(self, index: int, mention: Mention, at: int, before: Sequence[Pieces]) -> Pieces:
        """A share whose whole was named earlier: `of 84 files, 12 percent were closed, 9 percent lapsed`."""
        family = _family(mention)
        if family not in ("ratio", "count") or mention.kind == "change" or not self._is_subject(at):
            return ()
        whole = next((before[k] for k in range(index - 1, -1, -1) if before[k] and self._shares_whole(k, family)), ())
        whole = whole[:1] or self._partitive(at)
        return _merged((*whole, *self._predicate(at + 1, 3)), self._text) if whole else ()

    def _shares_whole(self, index: int, family: str) -> bool:
        """Whether an earlier mention may name the whole: a count for a count, either for a share."""
        mine = _family(self._mentions[index])
        return self._mentions[index].kind != "change" and (mine == family or (mine, family) == ("count", "ratio"))

    def _is_subject(self, at: int) -> bool:
        """Whether something is said of the number itself: a verb, a relative or a purpose follows."""
        if self._kind(at + 1) in ("verb", "auxiliary", "past", "clause") or self._word(at + 1) in ("por", "for"):
            return True
        follows = is_of(self._tokens[at + 1], self._language) if at + 1 < len(self._tokens) else False
        return follows and self._stands_for(at + 2)

    def _stands_for(self, at: int) -> bool:
        """`those who`, `las que`: an article or pronoun that repeats what was counted before."""
        return self._kind(at) == "pronoun" or (
            self._kind(at) == "determiner" and self._kind(at + 1) in ("past", "clause", "gerund", "mark", "auxiliary")
        )

    def _partitive(self, at: int) -> Pieces:
        """`of the women who …, 13 percent`: the whole that opens the clause with `of`."""
        for index in range(at - 1, -1, -1):
            opens = index == 0 or self._kind(index - 1) in ("mark", "clause")
            if opens and is_of(self._tokens[index], self._language):
                phrase = phrase_at(self._tokens, index + 1, self._language)
                return self._described(phrase, predicate=False) if phrase is not None and phrase.last < at else ()
        return ()

    def _word(self, at: int) -> str:
        return self._tokens[at].word if 0 <= at < len(self._tokens) else ""

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _is_gloss(self, at: int) -> bool:
        """Whether a mention restates the number before it in brackets: `a fifth (19.7 percent)`, `50 PEN (13 EUR)`."""
        if self._word(at - 1) not in ("(", "-", "—", "–"):
            return False
        return self._kind(at - 2) == "figure" or (self._kind(at - 3) == "figure" and self._kind(at - 2) == "noun")

    def _has_of(self, at: int) -> bool:
        return at + 1 < len(self._tokens) and is_of(self._tokens[at + 1], self._language)

    def _is_part_of_next(self, index: int) -> bool:
        between = self._tokens[self._at[index] + 1 : self._at[index + 1]]
        return (0 < len(between) <= 4 and is_of(between[0], self._language)) or any(
            t.word == "out" for t in between[:1]
        )

    # -- the phrase behind the number --------------------------------------------------------------------------------

    def _after(self, mention: Mention, at: int) -> Pieces:
        if mention.kind == "rate" and _PER.search(self._tokens[at].word) and mention.unit != "per_capita":
            return ()
        start = at + 1
        while self._word(start) in _QUOTES:
            start += 1
        ratio = _family(mention) == "ratio"
        if start < len(self._tokens) and is_of(self._tokens[start], self._language):
            start += 1
            if self._stands_for(start):
                return ()
        elif mention.kind in ("money", "rank") and self._kind(start) == "preposition":
            start += 1
        if self._kind(start) in ("time", "figure", "pronoun"):
            return ()
        phrase = phrase_at(self._tokens, start, self._language)
        if phrase is None or phrase.first - start > 3:
            return ()
        if mention.kind in ("money", "rank") and start == at + 2 and self._tokens[phrase.head].kind == "name":
            return self._described(phrase, predicate=False) if self._word(phrase.first) in self._words.rate else ()
        if self._words.change.match(self._word(phrase.head)) and ratio:
            return ()
        if any(t.kind == "figure" for t in self._tokens[start : phrase.first]):
            return ()
        if mention.kind in ("duration", "age", "threshold"):
            return self._described(phrase, predicate=False)
        befell = self._befell(at) if mention.kind == "level" else ()
        found = self._described(phrase, predicate=not befell, wide=ratio)
        if (
            not befell
            and len(found) == 1
            and found[0] == (self._tokens[phrase.head].start, self._tokens[phrase.head].end)
        ):
            found = self._fuller(phrase.head, at) or found
        if not befell and self._is_bare(found):
            found = self._rate_of(at) or self._copula(at) or self._counted_before(at) or found
        return (*befell, *found) if found else ()

    def _fuller(self, head: int, at: int) -> Pieces:
        """The same noun with more words, earlier in the sentence: `cases of abuse rose; in May 40 cases`."""
        for index in range(at - 1, -1, -1):
            if self._tokens[index].word == self._tokens[head].word:
                found = self._described(Phrase(index, index, index), predicate=True)
                return found if len(found) > 1 or found[0][1] > self._tokens[index].end else ()
        return ()

    def _is_bare(self, pieces: Pieces) -> bool:
        """Whether a measure says no more than `people` or `cases`."""
        return len(pieces) == 1 and self._text[pieces[0][0] : pieces[0][1]].lower() in self._words.generic

    def _befell(self, at: int) -> Pieces:
        """The participle right in front of a count: `han sido asesinados 78 líderes`, `injuring 12 people`."""
        token = self._tokens[at - 1] if at else None
        if token is None or token.kind not in ("past", "gerund") or self._words.saying.match(token.word):
            return ()
        return ((token.start, token.end),)

    def _described(self, phrase: Phrase, predicate: bool, wide: bool = False) -> Pieces:
        """A phrase with the complement or predicate that makes it say what is counted."""
        tokens, words = self._tokens, self._words
        inner = complement(tokens, phrase, self._language)
        if self._word(phrase.head) in words.quantity:
            if inner is not None:
                return self._described(inner, predicate, wide)
            if len(self._content(phrase.first, phrase.last)) == 1:
                return ()
        if self._words.change.match(self._word(phrase.head)) and self._kind(phrase.head) == "noun":
            return ()
        first = max(phrase.first, phrase.last - _WIDEST + 1)
        last, core = phrase.last, len(self._content(first, phrase.last))
        if inner is not None and (core <= 2 or self._word(phrase.head) in words.rate):
            last = min(inner.last, max(inner.head, inner.first + 3))
            core += len(self._content(inner.first, last))
        pieces: list[tuple[int, int]] = [(tokens[first].start, tokens[last].end)]
        if predicate:
            pieces.extend(self._predicate(last + 1, max(_SHARE, core) if wide else max(1, min(core, 3))))
        return _merged(pieces, self._text)

    def _content(self, first: int, last: int) -> list[Token]:
        return [t for t in self._tokens[first : last + 1] if t.kind in _CONTENT]

    def _predicate(self, at: int, budget: int) -> list[tuple[int, int]]:
        """Up to `budget` words of what is said of the counted things: a participle, a purpose, a relative clause."""
        tokens, out = self._tokens, []
        started = at
        while at < len(tokens) and budget > 0 and at - started < 12:
            token = tokens[at]
            if token.kind in _SAID and not is_possessive(token):
                out.append((token.start, token.end))
                budget -= 1
            elif (
                token.kind in ("time", "figure", "number")
                or token.kind == "mark"
                or token.kind == "conjunction"
                or (token.kind == "clause" and out)
            ):
                break
            at += 1
        return out

    # -- the phrase in front of the number ---------------------------------------------------------------------------

    def _rate_of(self, at: int) -> Pieces:
        """`poverty rates of 41.1 percent`, `un ingreso de 981 dólares`: the phrase that the number is the value of."""
        joint = at - 1
        while self._kind(joint) in ("adverb", "determiner"):
            joint -= 1
        if self._kind(joint) != "preposition" or self._word(joint) not in ("of", "de", "del", "at"):
            return ()
        return self._ending_at(joint - 1)

    def _ending_at(self, last: int) -> Pieces:
        """The phrase whose last word stands at `last`, walked back over `of` phrases to where it begins."""
        first = last
        while first >= 0 and (
            self._kind(first) in ("noun", "name", "determiner")
            or (self._kind(first) == "past" and (self._language == "es" or self._kind(first - 1) == "determiner"))
            or (is_of(self._tokens[first], self._language) and self._kind(first - 1) in ("noun", "name"))
            or (self._kind(first) == "conjunction" and self._kind(first - 1) == "noun" and first < last)
        ):
            first -= 1
        phrase = phrase_at(self._tokens, first + 1, self._language) if first < last else None
        return self._described(phrase, predicate=False) if phrase is not None and phrase.last <= last else ()

    def _copula(self, at: int) -> Pieces:
        """`the unemployment rate was 5.9 percent`: the subject of a verb right before the number."""
        verb = at - 1
        while self._kind(verb) in ("adverb", "determiner", "preposition"):
            verb -= 1
        if self._kind(verb) not in ("auxiliary", "verb", "past"):
            return ()
        return self._subject_of(verb)

    def _subject(self, at: int) -> Pieces:
        """The subject of the nearest verb in front of the number."""
        for verb in range(at - 1, -1, -1):
            if self._kind(verb) in ("auxiliary", "verb", "past") and self._kind(verb + 1) not in ("noun", "name"):
                found = self._subject_of(verb)
                if found:
                    return found
        return ()

    def _subject_of(self, verb: int) -> Pieces:
        while self._kind(verb - 1) in ("auxiliary", "verb", "adverb", "past"):
            verb -= 1
        start = clause_start(self._tokens, verb)
        index = start
        while index < verb:
            kind = self._kind(index)
            if kind == "preposition" or kind in ("time", "figure"):
                opening = phrase_at(self._tokens, index + 1, self._language) if kind == "preposition" else None
                index = opening.last + 1 if opening is not None else index + 1
                continue
            phrase = phrase_at(self._tokens, index, self._language)
            if phrase is not None and phrase.first < verb and phrase.first - index <= 3:
                if all(self._is_name(t) for t in self._content(phrase.first, phrase.last)):
                    return ()
                return self._described(_until(phrase, verb), predicate=False)
            index += 1
        return ()

    def _is_name(self, token: Token) -> bool:
        """Whether a word is a name; of one that opens the sentence only known words and plurals are taken as nouns."""
        if token.kind == "name" or not self._text[token.start].isupper():
            return token.kind == "name"
        known = concept_of(token.word, self._language) or counting_of(token.word, self._language)
        return known is None and not token.word.endswith("s")

    def _counted_before(self, at: int) -> Pieces:
        """`the highest number of homicides were …`: the last word of quantity or rate in front, with its complement."""
        for index in range(at - 1, -1, -1):
            if self._word(index) in self._words.quantity or self._word(index) in self._words.rate:
                found = self._ending_at(index)
                if found:
                    return found
        return ()

    def _before_noun(self, at: int) -> Pieces:
        """The noun right in front of an age: `children aged 0 to 5`."""
        index = at - 1
        while self._kind(index) in ("past", "preposition", "adverb", "determiner") or self._word(index) in (
            ",",
            "aged",
        ):
            index -= 1
        return self._ending_at(index) if self._kind(index) == "noun" else ()

    def _of_money(self, at: int) -> Pieces:
        """What is paid: the nearest phrase in front of the sum."""
        for index in range(at - 1, max(-1, at - 10), -1):
            if self._kind(index) == "figure":
                return ()
            if self._kind(index) == "noun":
                return self._ending_at(index)
        return ()

    # -- changes and scores ------------------------------------------------------------------------------------------

    def _changed(self, mention: Mention, at: int) -> Pieces:
        """What rose or fell: behind `increase in`, or the subject of the verb of change."""
        word = self._change_word(mention, at)
        if word is None:
            return self._copula(at)
        if word == at:
            return self._object(at + 1) or self._subject_of(at)
        if self._is_noun(word):
            for start in (word + 1, at + 1):
                if start < len(self._tokens) and self._word(start) in ("in", "of", "en", "de", "del"):
                    if self._kind(start + 1) in ("figure", "time", "adverb"):
                        continue
                    phrase = phrase_at(self._tokens, start + 1, self._language)
                    if phrase is not None and self._tokens[phrase.head].kind == "noun":
                        return self._described(phrase, predicate=False)
            return ()
        return self._subject_of(word) or self._object(word + 1)

    def _object(self, start: int) -> Pieces:
        phrase = phrase_at(self._tokens, start, self._language)
        if phrase is None or self._tokens[phrase.head].kind == "name":
            return ()
        return self._described(phrase, predicate=False)

    def _change_word(self, mention: Mention, at: int) -> int | None:
        if mention.verb is not None:
            return next((i for i, t in enumerate(self._tokens) if t.end > mention.verb[0]), None)
        if any(self._words.change.match(word) for word in self._tokens[at].word.split()):
            return at
        if self._words.change.match(self._word(at + 1)):
            return at + 1
        near = range(at - 1, max(-1, at - 12), -1)
        found = next((i for i in near if self._words.change.match(self._word(i))), None)
        if found is not None:
            return found
        return next(
            (i for i in range(at + 1, min(len(self._tokens), at + 5)) if self._words.change.match(self._word(i))), None
        )

    def _is_noun(self, at: int) -> bool:
        """Whether a word of change is the noun (`a rise in`), not the verb."""
        before = self._kind(at - 1)
        return (
            before in ("determiner", "figure")
            or (before == "noun" and self._kind(at) == "noun")
            or self._word(at - 1) in ("of", "de")
        )

    def _scored(self, index: int, at: int) -> Pieces:
        """`FLORA CRIMES 7.00`, `6.40 CRIMINALITY SCORE`: the label beside the score, else what it is a score for."""
        start = self._at[index - 1] + 1 if index else 0
        label = self._tokens[start:at]
        if label and all(
            t.kind
            in (
                "name",
                "noun",
                "mark",
                "conjunction",
                "preposition",
                "past",
                "gerund",
                "adverb",
                "determiner",
                "clause",
            )
            for t in label
        ):
            words = [t for t in label if t.kind in _CONTENT]
            upper = [t for t in words if self._text[t.start : t.end].isupper()]
            if words and len(upper) == len(words):
                return ((words[0].start, label[-1].end),)
        if index == 0 and at + 1 < len(self._tokens) and self._kind(at + 1) in ("name", "noun") and at == len(label):
            phrase = phrase_at(self._tokens, at + 1, self._language)
            if phrase is not None:
                return self._described(phrase, predicate=False)
        for start in (at + 1,):
            if self._word(start) in ("for", "in", "on", "en", "por"):
                phrase = phrase_at(self._tokens, start + 1, self._language)
                if phrase is not None and self._tokens[phrase.head].kind == "noun":
                    return self._described(phrase, predicate=False)
        return self._rate_of(at) or self._copula(at)


def _until(phrase: Phrase, stop: int) -> Phrase:
    last = min(phrase.last, stop - 1)
    return Phrase(phrase.first, last, min(phrase.head, last))


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order with those that overlap an earlier one left out."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def _merged(pieces: Sequence[tuple[int, int]], text: str) -> Pieces:
    """Pieces that stand side by side joined into one, those that overlap an earlier one left out."""
    out: list[tuple[int, int]] = []
    for start, end in pieces:
        if any(start < last and first < end for first, last in out):
            continue
        if out and text[out[-1][1] : start].strip() == "":
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)
