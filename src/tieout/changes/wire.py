"""Changes on the wire: the JSON shape of docs/records.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tieout.changes.change import Change, Changes, Quote
from tieout.changes.resting import Resting
from tieout.sources.claims.claim import Place


def answer(changes: Changes, rests: Sequence[Resting], *, quotes: bool = True) -> dict[str, Any]:
    """All changes as JSON values. Without `quotes` the documents' words are left out (null), places stay."""
    return {
        "documents": [
            {
                "doc": document.name,
                "old": document.old.doc if document.old else None,
                "new": document.new.doc if document.new else None,
                "fate": document.fate,
                "changes": [_change(change, quotes=quotes) for change in document.changes],
            }
            for document in changes.documents
        ],
        "resting": [_resting(one, quotes=quotes) for one in rests],
    }


def _change(change: Change, *, quotes: bool) -> dict[str, Any]:
    return {
        "state": change.state,
        "kind": change.kind,
        "old": _quote(change.old, quotes=quotes),
        "new": _quote(change.new, quotes=quotes),
        "sentence": change.sentence if quotes else None,
        "computed": change.computed if quotes or change.kind != "statement" else None,
    }


def _resting(one: Resting, *, quotes: bool) -> dict[str, Any]:
    claim = one.claim
    return {
        "claim": _quote(Quote(claim.doc, claim.start, claim.end, claim.text, claim.id), quotes=quotes),
        "why": one.why,
        "old": _quote(one.old, quotes=quotes),
        "new": _quote(one.new, quotes=quotes),
        "before": claim.verdict,
        "now": one.verdict,
    }


def _quote(quote: Quote | Place | None, *, quotes: bool) -> dict[str, Any] | None:
    if quote is None:
        return None
    id = quote.id if isinstance(quote, Quote) else None
    return {"doc": quote.doc, "start": quote.start, "end": quote.end, "text": quote.text if quotes else None, "id": id}
