"""The terms of reference of a report: their items, and which of them nothing in the report takes up."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.sourcing.words import pattern
from tieout.evidence.passage import Passage
from tieout.sources.passages import keys_of, stop_stems
from tieout.sources.stems import Word, words_of

_ANSWERED = 0.5
_LEAST = 2
"""Telling words of an item that can be looked for."""
_MOST = 14


def unanswered(case: Case) -> Iterator[Passage]:
    """The items of which no passage outside the terms has half the telling words."""
    passages = case.reading.passages
    head = pattern(case.reading.language, "terms")
    starts = [p.index for p in passages if p.block.kind == "heading" and head.search(p.text)]
    if not starts:
        return
    first = starts[-1]
    end = next(
        (p.index for p in passages[first + 1 :] if p.block.kind == "heading" and _other_part(case, p)), len(passages)
    )
    items = [p for p in passages[first + 1 : end] if p.block.kind == "list_item"]
    body = (
        [_keys(p) for p in [*passages[:first], *passages[end:]] if p.block.kind not in ("note", "title")]
        if items
        else []
    )
    for item in items:
        wanted = _keys(item)
        if _LEAST <= len(wanted) <= _MOST and not any(len(wanted & one) > _ANSWERED * len(wanted) for one in body):
            yield item


def _other_part(case: Case, passage: Passage) -> bool:
    """An annex behind the terms."""
    return pattern(case.reading.language, "annex").search(passage.text) is not None


def _keys(passage: Passage) -> frozenset[str]:
    stops = stop_stems()
    words: list[Word] = [w for w in words_of(passage.text) if len(w.stem) > 3 and w.stem not in stops and not w.number]
    return frozenset(keys_of(words))
