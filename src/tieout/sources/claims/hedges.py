"""Hedges: a perception, an allegation, an attempt, a limit or a part that the claim states as the whole fact."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.sources.claims.claim import Difference, Place
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line
from tieout.sources.claims.wording import has, spots
from tieout.sources.stems import words_of

GROUPS: dict[str, tuple[str, ...]] = {
    "doubt": ("doubt", "estimate"),
    "attempt": ("attempt",),
    "part": ("part", "mostly", "including"),
    "mostly": ("mostly", "part"),
    "extreme": ("extreme",),
    "including": ("including", "part"),
}
"""Each group with the groups of words that keep what it says."""
_BEHIND = 4
"""Telling words behind a hedge that say what it limits."""
_TAKEN = 0.5
"""The share of them that the claim must have taken over."""


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Hedges of the best sentence that limit words which the claim has, while the claim has no such hedge."""
    claim, line = evidence.claim, evidence.line
    for group, kept in GROUPS.items():
        limits = spots(line, group)
        if sum(len(spots(claim, k)) for k in kept) >= len(limits) or (group == "doubt" and _says_who(evidence)):
            continue
        for start, end in limits:
            if (
                _kept(evidence, start, end)
                or _at_a_number(line, start, end)
                or not _limits_the_claim(evidence, start, end)
                or _in_a_quotation(evidence, end)
            ):
                continue
            yield Difference("widened", "hedge_dropped", _limited(evidence, end), line.place(start, end))
            break


def _in_a_quotation(evidence: Evidence, end: int) -> bool:
    """Whether the claim has the limited words between quotation marks: the source's own, from there on."""
    root = _telling(evidence.line, end)[0][2]
    return any(evidence.is_quoted(w.start) for w in evidence.claim.words if w.root == root)


def _says_who(evidence: Evidence) -> bool:
    """Whether the claim gives what is doubtful to somebody whom the passage does not name, other than the source."""
    if not has(evidence.claim, "attribution") or has(evidence.line, "attribution"):
        return False
    publisher = {w.root for w in words_of(evidence.held.item.publisher or "")}
    return not publisher or not publisher & {w.root for w in evidence.claim.words if w.name}


def _kept(evidence: Evidence, start: int, end: int) -> bool:
    """Whether the claim has the very words."""
    words = evidence.line.passage.text[start:end].lower()
    claim = evidence.claim
    return words in claim.text.lower()


def _at_a_number(line: Line, start: int, end: int) -> bool:
    """Whether the words are the bound of a number; bounds.py speaks of those."""
    return any(m.start <= start and end <= m.number_end for m in line.mentions)


def _limits_the_claim(evidence: Evidence, start: int, end: int) -> bool:
    """Whether the claim has taken over the words that the hedge stands before, and the rest of the sentence too."""
    line = evidence.line
    behind = _telling(line, end)[:_BEHIND]
    if not behind:
        return False
    taken = sum(_in_claim(evidence, word) for word in behind)
    return _in_claim(evidence, behind[0]) and taken >= _TAKEN * len(behind) and line.start <= start


def _telling(line: Line, at: int) -> list[tuple[int, int, str]]:
    """The telling words behind an offset, up to the next clause mark."""
    stop = next((i for i in range(at, line.end) if line.passage.text[i] in ";:()"), line.end)
    hedged = [spot for group in GROUPS for spot in spots(line, group)]
    words = [w for w in line.telling if at <= w.start < stop and not any(a <= w.start < b for a, b in hedged)]
    return [(w.start, w.end, w.root) for w in words]


def _in_claim(evidence: Evidence, word: tuple[int, int, str]) -> bool:
    start, end, root = word
    if root in evidence.claim.keys:
        return True
    here = {n.term.id for n in evidence.line.terms if n.start <= start and end <= n.end}
    return bool(here & evidence.claim.term_ids)


def _limited(evidence: Evidence, at: int) -> Place:
    """The claim's own words that lost their hedge: the first that stands behind it in the source."""
    root = _telling(evidence.line, at)[0][2]
    claim = evidence.claim
    word = next((w for w in claim.words if w.root == root), None)
    return claim.place(word.start, word.end) if word else claim.whole
