"""The measures of the numbers of one sentence: which of the phrases around each says what it counts.

It reads one sentence; what is carried from sentence to sentence is the reader's business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage
from tieout.evidence.subject import aged, bracketed, copula, counted_before, fuller, paid, subject, valued
from tieout.evidence.trend import changed, labelled, scored
from tieout.evidence.wording import Pieces, Wording
from tieout.language.phrases import Phrase

_SHARE = 4
"""Words of what is said of the people or things a share is of."""
_QUOTES = frozenset("\"'“”‘’«»")
_AMONG = frozenset({"of", "in", "among", "out", "de", "del", "en", "entre"})
_PLACED = frozenset({"in", "among", "en", "entre"})
_PER = re.compile(r"\b(?:per|por|cada)\b")


def family(mention: Mention) -> str:
    """Numbers of one family may count the same thing (a count and its later count; percent with share)."""
    if mention.kind in ("age", "duration", "money", "rank", "score"):
        return mention.kind
    return "ratio" if mention.unit in ("percent", "share", "percentage_point") else "count"


def carries(earlier: str, mention: Mention) -> bool:
    """Whether a mention without words of its own may take the measure of an earlier one of a family."""
    if mention.kind in ("age", "duration"):
        return False
    if mention.kind == "change":
        return earlier in ("count", "ratio", "money", "score")
    return earlier == family(mention)


class SentenceMeasures:
    """The measures of the mentions of one sentence of a passage, as stretches of its text."""

    def __init__(
        self,
        passage: Passage,
        bounds: tuple[int, int],
        mentions: Sequence[Mention],
        language: str,
    ) -> None:
        self._mentions = mentions
        self.parts: set[int] = set()
        """Mentions whose measure is but a part of a whole that stands in an earlier sentence."""
        self._sided: set[int] = set()
        """Mentions whose measure is but the subject in front, which the numbers after it do not share."""
        self._wording = Wording(passage.text, bounds, [(m.start, m.end) for m in mentions], language)
        place = {t.start: index for index, t in enumerate(self._wording.tokens) if t.kind == "figure"}
        self._at = [place.get(m.start, -1) for m in mentions]

    def measures(self) -> list[Pieces]:
        """The measure of each mention; empty where the sentence gives none."""
        out: list[Pieces] = []
        for index, mention in enumerate(self._mentions):
            at = self._at[index]
            out.append(self._measure(index, mention, at, out) if at >= 0 else ())
        for index in range(len(out) - 1):
            # `Of 2,126 homicides` gives its noun to the bare `1,125 of` in front of it.
            if not out[index] and self._is_part_of_next(index):
                out[index] = out[index + 1]
        return out

    def _measure(self, index: int, mention: Mention, at: int, before: Sequence[Pieces]) -> Pieces:
        wording = self._wording
        previous = self._previous(index, mention, before)
        since = self._at[index - 1] + 1 if index else 0
        label = labelled(wording, at)
        if label and not wording.is_of(at + 1):
            return label
        if mention.kind == "change":
            return changed(wording, mention, at) or previous
        if mention.kind == "score":
            return scored(wording, at, since) or previous
        if mention.kind == "rank":
            placed = self._ranked(at) or counted_before(wording, at, since)
            return placed or (before[index - 1] if index else ()) or subject(wording, at)
        if index and self._is_gloss(at) and family(self._mentions[index - 1]) == family(mention) and before[index - 1]:
            return before[index - 1]
        if mention.kind == "age" and wording.kind(at - 1) in ("noun", "preposition") and aged(wording, at):
            return aged(wording, at)
        after = self._after(mention, at)
        if after and family(mention) == "ratio" and not wording.is_of(at + 1) and wording.kind(at + 1) == "noun":
            return wording.merged((*previous[:1], *after))
        after = after or (self._part(index, mention, at, before) if self._is_subject(at) else ())
        if after:
            return after
        own = bracketed(wording, at)
        if own:
            shared = () if index - 1 in self._sided else previous[:1]
            if not shared:
                self._sided.add(index)
            return wording.merged((*shared, *own))
        if mention.kind == "money":
            return paid(wording, at) or previous or subject(wording, at) or counted_before(wording, at)
        if mention.kind == "age":
            return aged(wording, at)
        if mention.kind == "duration":
            # `two days later` says when, not how long.
            return () if wording.kind(at + 1) == "adverb" else copula(wording, at)
        direct = valued(wording, at) or copula(wording, at)
        located = self._part(index, mention, at, before) if self._is_located(at) else ()
        direct = direct or located or counted_before(wording, at, since)
        found = direct or previous or counted_before(wording, at)
        if not found:
            self._sided.add(index)
        return found or subject(wording, at)

    # -- numbers before it -------------------------------------------------------------------------------------------

    def _previous(self, index: int, mention: Mention, before: Sequence[Pieces]) -> Pieces:
        """The measure of the nearest earlier mention of the same family in the sentence."""
        for k in range(index - 1, -1, -1):
            if before[k] and carries(family(self._mentions[k]), mention):
                return before[k]
        return ()

    def _is_gloss(self, at: int) -> bool:
        """Whether a mention restates the number before it in brackets: `a fifth (19.7 percent)`, `50 PEN (13 EUR)`."""
        kind = self._wording.kind
        if self._wording.word(at - 1) not in ("(", "-", "—", "–"):
            return False
        return kind(at - 2) == "figure" or (kind(at - 3) == "figure" and kind(at - 2) == "noun")

    def _is_part_of_next(self, index: int) -> bool:
        first, stop = self._at[index] + 1, self._at[index + 1]
        return (first < stop <= first + 4 and self._wording.is_of(first)) or (
            first < stop and self._wording.word(first) == "out"
        )

    # -- a part of a whole -------------------------------------------------------------------------------------------

    def _part(self, index: int, mention: Mention, at: int, before: Sequence[Pieces]) -> Pieces:
        """A share whose whole was named earlier: `of 84 files, 12 percent were closed, 9 percent lapsed`."""
        mine = family(mention)
        if mine not in ("ratio", "count") or mention.kind == "change":
            return ()
        earlier = (before[k] for k in range(index - 1, -1, -1) if before[k] and self._shares_whole(k, mine))
        whole = next(earlier, ())[:1] or self._partitive(at)
        if not whole and not self._goes_on(at):
            return ()
        if not whole:
            self.parts.add(index)
        return self._wording.merged((*whole, *self._wording.predicate(at + 1, 3)))

    def _shares_whole(self, index: int, mine: str) -> bool:
        """Whether an earlier mention may name the whole: a count for a count, either for a share."""
        theirs = family(self._mentions[index])
        return self._mentions[index].kind != "change" and (theirs == mine or (theirs, mine) == ("count", "ratio"))

    def _is_subject(self, at: int) -> bool:
        """Whether something is said of the number itself: a verb, a relative or a purpose follows."""
        wording = self._wording
        if wording.kind(at + 1) in ("verb", "auxiliary", "past", "clause") or wording.word(at + 1) in ("por", "for"):
            return True
        return wording.is_of(at + 1) and wording.stands_for(at + 2)

    def _is_located(self, at: int) -> bool:
        """Whether a place follows that a part is in: `76 percent in the south`."""
        return self._wording.word(at + 1) in _PLACED and self._wording.kind(at + 2) not in ("time", "figure", "number")

    def _partitive(self, at: int) -> Pieces:
        """`of the women who …, 13 percent`: the whole that opens the clause with `of`."""
        wording = self._wording
        for index in range(at - 1, -1, -1):
            if wording.is_of(index) and (index == 0 or wording.kind(index - 1) in ("mark", "clause")):
                phrase = wording.phrase(index + 1)
                found = phrase is not None and phrase.last < at
                return wording.described(phrase, predicate=False) if phrase is not None and found else ()
        return ()

    def _goes_on(self, at: int) -> bool:
        """Whether the whole stands in an earlier sentence: `of these, 12 were ferries`, `12 of them`."""
        wording = self._wording
        opened = wording.words.continued.match(wording.text[slice(*wording.bounds)].lower()) is not None
        return opened or (wording.is_of(at + 1) and wording.kind(at + 2) == "pronoun")

    # -- the phrase behind the number --------------------------------------------------------------------------------

    def _after(self, mention: Mention, at: int) -> Pieces:
        """What the phrase right behind a number says that it counts."""
        wording = self._wording
        if mention.kind == "rate" and _PER.search(wording.word(at)) and mention.unit != "per_capita":
            return ()
        start = at + 1
        while wording.word(start) in _QUOTES:
            start += 1
        ratio = family(mention) == "ratio"
        if wording.is_of(start):
            start += 1
            if wording.stands_for(start):
                return ()
        elif mention.kind == "money" and wording.kind(start) == "preposition":
            start += 1
        phrase = self._phrase(start)
        if phrase is None or (wording.is_change(phrase.head) and ratio):
            return ()
        if mention.kind == "money" and start == at + 2 and wording.kind(phrase.head) == "name":
            named = wording.word(phrase.first) in wording.words.rate
            return wording.described(phrase, predicate=False) if named else ()
        if mention.kind in ("duration", "age", "threshold"):
            return wording.described(phrase, predicate=ratio and wording.is_of(at + 1))
        return self._counted(mention, at, phrase, _SHARE if ratio else 0)

    def _phrase(self, start: int) -> Phrase | None:
        """The phrase at a token, with no other number or span of time in between."""
        wording = self._wording
        if wording.kind(start) in ("time", "figure", "pronoun"):
            return None
        phrase = wording.phrase(start)
        if phrase is None or phrase.first - start > 3:
            return None
        return None if any(wording.kind(k) == "figure" for k in range(start, phrase.first)) else phrase

    def _counted(self, mention: Mention, at: int, phrase: Phrase, wide: int) -> Pieces:
        """The words of a counted phrase: with what befell it, or in full where it says no more than `people`."""
        wording = self._wording
        befell = self._befell(at) if mention.kind == "level" else ()
        if befell:
            return (*befell, *wording.described(phrase, predicate=False))
        found = wording.described(phrase, predicate=True, wide=wide)
        opens = wording.is_placed(at) and wording.kind(at - 2) in ("", "mark", "clause", "conjunction")
        if opens and wording.word(phrase.last + 1) == ",":
            # `In 12 districts, the courts closed`: what is so in them follows the comma.
            found = wording.merged((*found, *wording.predicate(phrase.last + 2, 3)))
        head = wording.tokens[phrase.head]
        if found == ((head.start, head.end),):
            found = fuller(wording, phrase.head, at) or found
        if wording.is_bare(found):
            ahead = valued(wording, at) or copula(wording, at) or counted_before(wording, at)
            return ahead or (wording.merged((*subject(wording, at)[:1], *found)) if wide else found)
        return found

    def _befell(self, at: int) -> Pieces:
        """The participle right in front of a count: `han sido asesinados 78 líderes`, `injuring 12 people`."""
        token = self._wording.tokens[at - 1] if at else None
        if token is None or token.kind not in ("past", "gerund") or self._wording.words.saying.match(token.word):
            return ()
        return ((token.start, token.end),)

    def _ranked(self, at: int) -> Pieces:
        """What a rank is a rank of: `second largest producer of gold`, `segundo lugar en número de delitos`."""
        wording = self._wording
        phrase = self._phrase(at + 1)
        if phrase is not None:
            return wording.described(phrase, predicate=True)
        phrase = self._phrase(at + 2) if wording.word(at + 1) in _AMONG else None
        if phrase is None:
            return ()
        words, first, last = wording.words, wording.word(phrase.first), wording.word(phrase.last)
        ordered = first in words.quantity or {first, last} & words.rate or last in words.money
        return wording.described(phrase, predicate=False) if ordered else ()
