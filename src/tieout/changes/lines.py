"""Changes as lines of text: documents first, then what is different in each new edition, then the draft's sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from tieout.changes.change import STATES, Change, Changes, DocumentChange, Quote
from tieout.changes.resting import Resting
from tieout.checks.places import Places
from tieout.checks.voice import Voice
from tieout.errors import shown
from tieout.workspace.workspace import Workspace

_SHOWN = 100
"""Characters of a quote in a line."""


def lines(changes: Changes, old: Workspace, new: Workspace, voice: Voice, *, every: bool = False) -> Iterator[str]:
    """What became of each document, without a newline at the ends of lines."""
    for document in changes.documents:
        if document.fate == "edition":
            yield from map(shown, _edition(document, old, new, voice, every=every))
        elif document.fate != "same":
            yield shown(voice("came" if document.fate == "added" else "withdrawn", name=document.name))
    same = sum(document.fate == "same" for document in changes.documents)
    if same:
        yield voice("unchanged", documents=voice.many(same, "document"))


def resting_lines(found: Sequence[Resting], draft: str, sentences: int, places: Places, voice: Voice) -> Iterator[str]:
    """The sentences of a draft that rest on what changed, each with its passage before and now."""
    for one in found:
        claim = one.claim
        where = f"{draft}:{places.name(claim.start, voice('page', n='{n}'))}"
        verdicts = ""
        if one.verdict is not None:
            before, now = (voice(f"verdict_{verdict}") for verdict in (claim.verdict, one.verdict))
            verdicts = f"; {voice('verdict_now', before=before, now=now)}"
        yield shown(f"{where}: {voice(f'why_{one.why}')}{verdicts}")
        yield shown(f"    {_short(claim.text)}")
        yield shown(f"    {voice('older')}: {one.old.doc}: {_short(one.old.text)}")
        if one.new is not None:
            yield shown(f"    {voice('newer')}: {one.new.doc}: {_short(one.new.text)}")
        yield ""
    yield shown(voice("resting", draft=draft, n=voice.count(len(found)), all=voice.count(sentences)))


def _edition(document: DocumentChange, old: Workspace, new: Workspace, voice: Voice, *, every: bool) -> Iterator[str]:
    assert document.old is not None
    assert document.new is not None
    counts = Counter(change.state for change in document.changes)
    said = ", ".join(voice.many(counts[s], f"state_{s}") for s in STATES if counts[s])
    yield voice("edition", name=document.name, old=document.old.doc, counts=said or voice("nothing_changed"))
    before, after = Places(old.part(document.old.doc).document), Places(new.part(document.new.doc).document)
    shown_ones = [c for c in document.changes if every or c.is_chief]
    for _, same in groupby(shown_ones, key=lambda c: (c.state, c.kind, c.sentence, c.old is None, c.new is None)):
        yield from _together(list(same), before, after, voice)
    left = len(document.changes) - len(shown_ones)
    if left:
        yield f"  {voice('more_changes', n=voice.count(left))}"
    yield ""


def _together(changes: Sequence[Change], before: Places, after: Places, voice: Voice) -> Iterator[str]:
    """The changes of one sentence: those of two wordings each, those that came or went in one go."""
    first = changes[0]
    if first.old is not None and first.new is not None:
        for change in changes:
            yield _head(change, voice)
            for name, quote, places in (("older", change.old, before), ("newer", change.new, after)):
                if quote is not None:
                    yield f"    {voice(name)}: {_at(quote, places, voice)}"
    else:
        places = after if first.new is not None else before
        quotes = [quote for change in changes if (quote := change.new or change.old) is not None]
        words = ", ".join(_short(quote.text) for quote in quotes)
        yield f"{_head(first, voice)}: {places.name(quotes[0].start, voice('page', n='{n}'))}: {words}"
    if first.kind == "figure":
        yield f"    {_short(first.sentence, 2 * _SHOWN)}"


def _head(change: Change, voice: Voice) -> str:
    head = voice("change", kind=voice(f"kind_{change.kind}"), state=voice(f"change_{change.state}"))
    return f"  {head}: {voice.put(change.computed)}" if change.computed else f"  {head}"


def _at(quote: Quote, places: Places, voice: Voice) -> str:
    return f"{places.name(quote.start, voice('page', n='{n}'))}: {_short(quote.text)}"


def _short(text: str, most: int = _SHOWN) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
