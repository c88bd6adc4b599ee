"""Scope: a part that became the whole: words such as `all` and `throughout` that the source has not, and words that
narrow what a number counts (`rural families`) left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line
from tieout.sources.claims.wording import has, spots
from tieout.sources.stems import words_of
from tieout.sources.terms import terms_in

_REACH = 10
"""Words behind a number that say what it counts."""
_FRAME = re.compile(r"(?:^|[.;:] )\s*(?:Of|Among|De|Entre) [^.;:]{5,140}?, ?$")
_MARKS = ",;:("


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Universal words added, and narrowing words dropped at a number."""
    yield from _universal(evidence)
    yield from _narrowing(evidence)


def _universal(evidence: Evidence) -> Iterator[Difference]:
    claim = evidence.claim
    if any(has(line, "universal") for line in (evidence.line, *evidence.near)):
        return
    for start, end in spots(claim, "universal"):
        if not _belongs_to_a_number(claim, start, end):
            yield Difference("widened", "scope_widened", claim.place(start, end), evidence.line.whole)
            return


def _belongs_to_a_number(claim: Line, start: int, end: int) -> bool:
    """`three in every four`, `one fifth of all …`: the word stands in a share or right behind one."""
    return any(m.start <= start < m.end or 0 <= start - m.end < 5 or 0 <= m.start - end < 2 for m in claim.mentions)


def _narrowing(evidence: Evidence) -> Iterator[Difference]:
    claim, line = evidence.claim, evidence.line
    for pair in evidence.pairs:
        if pair.found is None or pair.line is not line:
            continue
        low, high = counted(line, pair.found.start, pair.found.end)
        pointed = any(low <= start < high for start, _ in spots(line, "pointing"))
        for start, end in spots(line, "restricting"):
            if (low <= start < high or (pointed and start < low)) and not _kept(claim, line, start, end):
                at = claim.place(pair.mention.start, pair.mention.end)
                yield Difference("widened", "scope_widened", at, line.place(start, end))
                return


def counted(line: Line, start: int, end: int) -> tuple[int, int]:
    """The stretch of a line that says what a number counts: the words behind it up to a clause mark, and a frame before
    it (`Of the women who …, 13 percent`)."""
    behind = [w for w in line.words if w.start >= end][:_REACH]
    high = behind[-1].end if behind else end
    mark = next((i for i in range(end, high) if line.passage.text[i] in _MARKS), high)
    frame = _FRAME.search(line.passage.text[line.start : start])
    return (line.start + frame.start() if frame else end), mark


def _kept(claim: Line, line: Line, start: int, end: int) -> bool:
    """Whether the claim has the narrowing word, or a term that says the same."""
    words = list(words_of(line.passage.text[start:end]))
    if any(w.root in claim.keys for w in words if len(w.stem) > 3):
        return True
    terms = {n.term.id for n in terms_in(words)} | {n.term.id for n in line.terms if n.start <= start < n.end}
    return bool(terms & claim.term_ids) or any(_is_new(claim, line, *spot) for spot in spots(claim, "restricting"))


def _is_new(claim: Line, line: Line, start: int, end: int) -> bool:
    """Whether a narrowing word of the claim is none of the passage's: it stands for another one."""
    words = [w for w in claim.words if start <= w.start < end]
    terms = {n.term.id for n in claim.terms if start <= n.start < end}
    return not (terms & line.term_ids or any(w.root in line.keys for w in words))
