"""The claims of a draft as lines of text: each sentence beside its passage, with what differs between ⟦ and ⟧."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tieout.checks.check import Checked
from tieout.checks.claims import REASONS
from tieout.checks.places import Places
from tieout.errors import shown
from tieout.sources.claims.claim import FAULTY, Claim, Place

_ORDER = (*FAULTY, "text_missing", "supported", "no_evidence_needed")
_OTHERS = {
    "no_passage": "no passage at hand says this",
    "citation_unknown": "what the note cites is none of the texts at hand",
    "note_lost": "the text of the note is lost",
    "source_not_at_hand": "what is cited is not at hand",
    "said": "the source says so, which does not make it true",
}


def report(checked: Checked, *, quotes: bool = True, every: bool = False) -> Iterator[str]:
    """The lines, without a newline at their ends: the faulty claims (or all), then how many of each verdict."""
    places = {r.document.path: Places(r.document) for r in checked.readings}
    for claim in checked.claims:
        if claim.verdict in FAULTY or (every and claim.verdict != "no_evidence_needed"):
            yield from map(shown, _claim(claim, places[claim.doc], quotes=quotes))
    counts = Counter(claim.verdict for claim in checked.claims)
    said = ", ".join(f"{counts[v]} {v.replace('_', ' ')}" for v in _ORDER if counts[v])
    yield f"Sentences: {said or 'none'}."
    yield "“Supported” means that the source says so, not that it is true."


def _claim(claim: Claim, places: Places, *, quotes: bool) -> Iterator[str]:
    why = "; ".join(dict.fromkeys(REASONS[d.reason] for d in claim.differences)) or _OTHERS.get(claim.reason, "")
    yield f"{claim.doc}:{places.name(claim.start, 'p. {n}')}: {claim.verdict.replace('_', ' ')}: {why}"
    if not quotes:
        return
    whole = Place(claim.doc, claim.start, claim.end, claim.text)
    yield f"    draft   {_marked(whole, [d.claim for d in claim.differences])}"
    for place in claim.evidence[:1] if claim.reason != "no_passage" else ():
        yield f"    source  {_marked(place, [d.source for d in claim.differences if d.source is not None])}"
        yield f"            {place.doc}"
    yield ""


def _marked(whole: Place, parts: Sequence[Place]) -> str:
    """The words of a place on one line, with the parts that differ marked; a part that is the whole is not."""
    spans = {(p.start, p.end) for p in parts if p.doc == whole.doc and whole.start <= p.start and p.end <= whole.end}
    text = whole.text
    for start, end in sorted(spans - {(whole.start, whole.end)}, reverse=True):
        low, high = start - whole.start, end - whole.start
        text = f"{text[:low]}⟦{text[low:high]}⟧{text[high:]}"
    return " ".join(text.split())
