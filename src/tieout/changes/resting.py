"""Sentences of a draft that rest on what is withdrawn, gone or different since: how a report is kept up to date.

A draft is held against the older workspace, as it was when it was written; the passages it rests on are then looked up
in the newer one, and the sentence is judged again by what stands there now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tieout.changes.alignment import aligned
from tieout.changes.change import Changes, DocumentChange
from tieout.changes.sentence import Sentence, sentences_of
from tieout.evidence.corpus import Reading
from tieout.sources.claims.against import Against
from tieout.sources.claims.claim import Claim, Place, Verdict
from tieout.workspace.holdings import holdings_of
from tieout.workspace.workspace import Workspace

Why = Literal["withdrawn", "passage_gone", "passage_revised"]
_RESTING: frozenset[Verdict] = frozenset({"supported", "widened", "differs"})
"""Verdicts of sentences that have a passage to rest on."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence of a draft whose source is not what it was."""

    claim: Claim
    """As judged by the older workspace."""
    why: Why
    old: Place
    """The passage it rested on."""
    new: Place | None
    """The same passage now; None when it is gone."""
    verdict: Verdict | None
    """By the newer workspace; None when the source is withdrawn."""


def resting(draft: Reading, old: Workspace, new: Workspace, changed: Changes) -> Iterator[Resting]:
    """The sentences of a draft that rest on changed words, in text order."""
    fates = {change.old.doc: change for change in changed.documents if change.old is not None}
    now = {(c.start, c.end): c.verdict for c in Against(holdings_of(new)).claims(draft)}
    became: dict[str, _Became] = {}
    for claim in Against(holdings_of(old)).claims(draft):
        if claim.verdict not in _RESTING or not claim.evidence:
            continue
        place = claim.evidence[0]
        fate = fates[place.doc]
        if fate.fate == "withdrawn":
            yield Resting(claim, "withdrawn", place, None, None)
        elif fate.fate == "edition":
            if place.doc not in became:
                became[place.doc] = _Became(old, new, fate)
            yield from became[place.doc].resting(claim, place, now.get((claim.start, claim.end)))


class _Became:
    """What became of the sentences of one document."""

    def __init__(self, old: Workspace, new: Workspace, change: DocumentChange) -> None:
        assert change.old is not None
        assert change.new is not None
        self._mine = sentences_of(old.reading(change.old.doc))
        self._others = sentences_of(new.reading(change.new.doc))
        self._pairs = aligned(self._mine, self._others)

    def resting(self, claim: Claim, place: Place, verdict: Verdict | None) -> Iterator[Resting]:
        number = _at(place.start, self._mine)
        if number is None:
            return
        if number not in self._pairs:
            yield Resting(claim, "passage_gone", place, None, verdict)
            return
        other = self._others[self._pairs[number]]
        if other.exact != self._mine[number].exact:
            now = Place(other.doc, other.start, other.end, other.text)
            yield Resting(claim, "passage_revised", place, now, verdict)


def _at(offset: int, sentences: Sequence[Sentence]) -> int | None:
    return next((n for n, s in enumerate(sentences) if s.start <= offset < s.end), None)
