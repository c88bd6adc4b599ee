"""Who counted: a number that the passage gives to one body and the claim to another."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.evidence.figure import Attribution
from tieout.sources.claims.claim import Difference, Place
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.speakers import Speakers
from tieout.sources.passages import keys_of, stop_stems
from tieout.sources.stems import words_of
from tieout.sources.terms import terms_in


def compare(evidence: Evidence, speakers: Speakers) -> Iterator[Difference]:
    """Numbers whose source is named on both sides, by names that have nothing in common."""
    claim, line = evidence.claim, evidence.line
    for pair in evidence.pairs:
        if pair.found is None or pair.line is not line:
            continue
        mine, theirs = speakers.of(claim, pair.mention), speakers.of(line, pair.found)
        if not mine or not theirs or _own(evidence, mine[0]) or any(_one(a, b) for a in mine for b in theirs):
            continue
        yield Difference(
            "differs",
            "authority_differs",
            _place(evidence, mine[0], claim=True),
            _place(evidence, theirs[0], claim=False),
        )
        return


def _own(evidence: Evidence, name: Attribution) -> bool:
    """Whether the claim names the source text itself: its publisher or title."""
    held = evidence.held
    return bool(_telling(name.name) & _telling(f"{held.head} {held.item.publisher or ''} {held.item.file}"))


def _one(one: Attribution, other: Attribution) -> bool:
    """Whether two names may be one body: a word, a term or the initials in common."""
    mine, theirs = _telling(one.name), _telling(other.name)
    if mine & theirs or _initials(one.name) & _initials(other.name):
        return True
    return not (_named(one.name) and _named(other.name))


def _telling(name: str) -> set[str]:
    """Keys of a name without the kinds of bodies that many share."""
    keys = keys_of(list(words_of(name)))
    terms = [n.term for n in terms_in(list(words_of(name)))]
    if any(term.family == "body" for term in terms):
        return {f"={term.id}" for term in terms if term.family == "body"}
    return keys - _KINDS


_KINDS = frozenset(
    {
        "=office",
        "=ministry",
        "=committee",
        "=commission",
        "=national",
        "=public",
        "office",
        "minist",
        "commit",
        "commis",
        "nation",
        "comisi",
        "comite",
        "=report",
        "=data",
        "report",
        "inform",
    }
)


def _named(name: str) -> bool:
    """Whether a name says which body it is: a proper name or one of the bodies of the table."""
    words = list(words_of(name))
    if any(n.term.family == "body" for n in terms_in(words)):
        return True
    return sum(w.name for w in words if w.stem not in stop_stems()) >= 1


def _initials(name: str) -> set[str]:
    words = [w for w in words_of(name) if w.name]
    made = "".join(name[w.start].lower() for w in words)
    return {w.stem for w in words if name[w.start : w.end].isupper()} | ({made} if len(made) > 1 else set())


def _place(evidence: Evidence, name: Attribution, *, claim: bool) -> Place:
    line = evidence.claim if claim else evidence.line
    document = line.passage.view.document
    return Place(line.doc, name.start, name.end, document[name.start : name.end])
