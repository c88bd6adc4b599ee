"""The answer of `tieout check` as JSON: findings, ties, claims, documents, and what was not checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tieout.checks.check import Checked
from tieout.checks.finding import Evidence, Finding
from tieout.evidence.corpus import Reading
from tieout.reading.document import Document
from tieout.sources.claims.claim import Claim, Place
from tieout.ties.tie import Member, Tie, TieSource

if TYPE_CHECKING:
    from tieout.sources.holdings import Held

Said = Callable[[str | None], str | None]


def answer(checked: Checked, *, quotes: bool = True) -> dict[str, Any]:
    """The whole answer. Without `quotes` no words of the documents are in it."""
    said: Said = (lambda words: words) if quotes else (lambda _: None)
    whole: dict[str, Any] = {
        "findings": [_finding(f, said, quotes=quotes) for f in checked.result.findings],
        "silenced": [_finding(f, said, quotes=quotes) for f in checked.result.silenced],
        "healed": checked.result.healed,
        "ties": [_tie(t, said) for t in checked.result.ties],
        "claims": [claim_record(c, said) for c in checked.claims],
        **_sourcing(checked, quotes=quotes),
        "documents": [_document(r) for r in checked.readings],
        "not_checked": [
            *({"rule": n.rule, "name": n.name, "reason": n.reason} for n in checked.result.not_checked),
            *({"doc": fault.path, "reason": f"{fault.what}; {fault.remedy}"} for fault in checked.unreadable),
        ],
    }
    documents = [*(held.document for held in checked.texts), *(reading.document for reading in checked.readings)]
    _mark_ocr(whole, {document.path: document for document in documents})
    return whole


def _mark_ocr(whole: dict[str, Any], documents: Mapping[str, Document]) -> None:
    """Say of each finding and tie whether any of its words were recognised in a picture."""
    for record in (*whole["findings"], *whole["silenced"], *whole["ties"]):
        places = [*record.get("evidence", ()), *record.get("members", ()), *([record] if "start" in record else ())]
        record["ocr"] = any(p["doc"] in documents and documents[p["doc"]].is_ocr(p["start"], p["end"]) for p in places)


def lines(checked: Checked, *, quotes: bool = True) -> Iterator[dict[str, Any]]:
    """The answer as records, one after the other; `record` says of what kind each is."""
    whole = answer(checked, quotes=quotes)
    kinds = {"documents": "document", "findings": "finding", "silenced": "silenced", "ties": "tie"}
    kinds |= {"claims": "claim", "notes": "note", "sources": "source", "texts": "text", "not_checked": "not_checked"}
    for part, kind in kinds.items():
        yield from ({"record": kind, **row} for row in whole[part])


def _sourcing(checked: Checked, *, quotes: bool) -> dict[str, list[dict[str, Any]]]:
    """The notes and sources of each document, as `tieout sources` prints them, and the texts of the library. Without
    quotes none of the first two: what a citation says are a document's words."""
    from tieout.sources.exports.wire import answer as sources_answer
    from tieout.sources.read import sources_of

    notes: list[dict[str, Any]] = []
    sources: list[dict[str, Any]] = []
    for reading in checked.readings if quotes else ():
        rows = sources_answer(sources_of(reading.document))
        notes += [{"doc": reading.document.path, **row} for row in rows["notes"]]
        sources += [{"doc": reading.document.path, **row} for row in rows["sources"]]
    texts = [_text(held, quotes=quotes) for held in checked.texts]
    return {"notes": notes, "sources": sources, "texts": texts}


def _text(held: Held, *, quotes: bool) -> dict[str, Any]:
    """A text of the library: what claims and evidence name by `doc`, and claims in `items` by `id`."""
    item = held.item
    row = {"doc": held.document.path, "id": item.id, "sha256": item.sha256}
    about = {"title": item.title, "publisher": item.publisher, "date": item.date, "url": item.url}
    return row | (about if quotes else dict.fromkeys(about)) | {"date_read": item.date_read}


def _place(of: Evidence | Member | Place, said: Said) -> dict[str, Any]:
    return {"doc": of.doc, "start": of.start, "end": of.end, "text": said(of.text)}


def _finding(finding: Finding, said: Said, *, quotes: bool) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.wording(quotes=quotes),
        "doc": finding.doc,
        "start": finding.start,
        "end": finding.end,
        "text": said(finding.text),
        "evidence": [_place(e, said) for e in finding.evidence],
        "computed": finding.computed,
        "stamps": [
            {"standing": s.standing, "reason": said(s.reason), "who": s.who, "at": s.at} for s in finding.stamps
        ],
    }


def _tie(tie: Tie, said: Said) -> dict[str, Any]:
    return {
        "id": tie.id,
        "kind": tie.kind,
        "verdict": tie.verdict,
        "reason": tie.reason,
        "members": [_place(m, said) for m in tie.members],
        "stated": said(tie.stated),
        "computed": tie.computed,
        **(_source(tie.source) if tie.source else {}),
    }


def claim_record(claim: Claim, said: Said) -> dict[str, Any]:
    """A sentence held against the library, with its passages and what differs."""
    return {
        "id": claim.id,
        "doc": claim.doc,
        "start": claim.start,
        "end": claim.end,
        "text": said(claim.text),
        "verdict": claim.verdict,
        "reason": claim.reason,
        "evidence": [_place(e, said) for e in claim.evidence],
        "differences": [
            {
                "verdict": d.verdict,
                "reason": d.reason,
                "claim": _place(d.claim, said),
                "source": None if d.source is None else _place(d.source, said),
            }
            for d in claim.differences
        ],
        "items": list(claim.items),
        "closed": claim.closed,
    }


def _source(source: TieSource) -> dict[str, Any]:
    """The official table behind a tie of kind `data`."""
    return {
        "series": source.series,
        "vintage": source.vintage,
        "authority": source.authority,
        "query": source.query,
        "notes": list(source.notes),
    }


def _document(reading: Reading) -> dict[str, Any]:
    document = reading.document
    return {
        "doc": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "reader": document.reader,
        "language": reading.language,
        "title": document.title,
        "date": document.date,
        "country": document.country,
        "characters": len(document.text),
        "figures": len(reading.figures),
        "author": document.metadata.get("author"),
        "outlet": document.metadata.get("outlet"),
        "ocr": [list(piece) for piece in document.ocr],
        "losses": [
            {"kind": x.kind, "message": x.message, "count": x.count, "start": x.start, "end": x.end}
            for x in document.losses
        ],
    }
