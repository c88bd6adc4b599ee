"""The claims of a draft as lines of text: each sentence beside its passage, with what differs between ⟦ and ⟧."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tieout.checks.check import Checked
from tieout.checks.claims import REASONS
from tieout.checks.places import Places
from tieout.checks.voice import Voice
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


def report(checked: Checked, *, quotes: bool = True, every: bool = False, lang: str = "en") -> Iterator[str]:
    """The lines, without a newline at their ends: the faulty claims (or all), then how many of each verdict."""
    voice = Voice(lang)
    places = {r.document.path: Places(r.document) for r in checked.readings}
    for claim in checked.claims:
        if claim.verdict in FAULTY or (every and claim.verdict != "no_evidence_needed"):
            yield from map(shown, _claim(claim, places[claim.doc], voice, quotes=quotes))
    yield summary(checked, voice)
    yield voice("supported_means")


def summary(checked: Checked, voice: Voice) -> str:
    """How many sentences there are of each verdict."""
    counts = Counter(claim.verdict for claim in checked.claims)
    said = ", ".join(f"{voice.count(counts[v])} {voice(f'verdict_{v}')}" for v in _ORDER if counts[v])
    return voice("claims", counts=said or voice("none"))


def _claim(claim: Claim, places: Places, voice: Voice, *, quotes: bool) -> Iterator[str]:
    why = "; ".join(dict.fromkeys(REASONS[d.reason] for d in claim.differences)) or _OTHERS.get(claim.reason, "")
    where = f"{claim.doc}:{places.name(claim.start, voice('page', n='{n}'))}"
    yield f"{where}: {voice(f'verdict_{claim.verdict}')}: {voice.put(why)}"
    if not quotes:
        return
    whole = Place(claim.doc, claim.start, claim.end, claim.text)
    draft, source = voice("draft"), voice("source")
    yield f"    {draft:<7} {_marked(whole, [d.claim for d in claim.differences])}"
    for place in claim.evidence[:1] if claim.reason != "no_passage" else ():
        yield f"    {source:<7} {_marked(place, [d.source for d in claim.differences if d.source is not None])}"
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
