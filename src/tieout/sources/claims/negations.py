"""Negations: what the passage denies and the claim says, or the other way round.

Only the first telling word behind a negation is held to be denied, and only when both sentences have that word in one
place: a sentence may deny one thing and say another.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line
from tieout.sources.claims.wording import spots
from tieout.sources.stems import Word

_REACH = 40
"""Characters behind a negation within which the word stands that it denies."""
_SAME_SEAT = 2
"""Words around the denied word that the two sentences must share."""
_AROUND = 6
_MANNER = ("ly", "mente")
"""How words end that say how something was done: `did not effectively enforce` denies the enforcing."""


def compare(evidence: Evidence) -> Iterator[Difference]:
    """A word that one of the two denies and the other says, in one place of both sentences."""
    claim, line = evidence.claim, evidence.line
    mine, theirs = _denied(claim), _denied(line)
    for told, other, denied, said in ((claim, line, mine, theirs), (line, claim, theirs, mine)):
        for start, word in denied:
            if word.root in {w.root for _, w in said} or (told is claim and evidence.is_quoted(start)):
                continue
            same = next((w for w in other.telling if w.root == word.root), None)
            if same is None or len(_around(told, word) & _around(other, same)) < _SAME_SEAT:
                continue
            at = (start, word.end) if told is claim else (same.start, same.end)
            source = (same.start, same.end) if told is claim else (start, word.end)
            yield Difference("differs", "negation_differs", claim.place(*at), line.place(*source))
            return


def _denied(line: Line) -> list[tuple[int, Word]]:
    """The negations of a line, each with the word that it denies."""
    found = []
    for start, end in spots(line, "negation"):
        behind = (w for w in line.telling if end <= w.start <= end + _REACH and not _is_manner(line, w))
        word = next(behind, None)
        if word is not None and not set(",;:()") & set(line.passage.text[end : word.start]):
            found.append((start, word))
    return found


def _is_manner(line: Line, word: Word) -> bool:
    return line.passage.text[word.start : word.end].lower().endswith(_MANNER)


def _around(line: Line, word: Word) -> frozenset[str]:
    """The telling words near a word, words of manner left out."""
    near = [w for w in line.telling if not _is_manner(line, w)]
    at = next(i for i, w in enumerate(near) if w.start == word.start) if word in near else 0
    return frozenset(w.root for w in near[max(0, at - _AROUND) : at + _AROUND + 1] if w.start != word.start)
