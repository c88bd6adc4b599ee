"""The answer of `tieout check` as JSON: findings, ties, claims, documents, and what was not checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tieout.checks.check import Checked
from tieout.checks.finding import Evidence, Finding
from tieout.evidence.corpus import Reading
from tieout.ties.tie import Member, Tie

Said = Callable[[str | None], str | None]


def answer(checked: Checked, *, quotes: bool = True) -> dict[str, Any]:
    """The whole answer. Without `quotes` no words of the documents are in it."""
    said: Said = (lambda words: words) if quotes else (lambda _: None)
    return {
        "findings": [_finding(f, said, quotes=quotes) for f in checked.result.findings],
        "ties": [_tie(t, said) for t in checked.result.ties],
        "claims": [],
        "documents": [_document(r) for r in checked.readings],
        "not_checked": [
            *({"rule": n.rule, "name": n.name, "reason": n.reason} for n in checked.result.not_checked),
            *({"doc": fault.path, "reason": f"{fault.what}; {fault.remedy}"} for fault in checked.unreadable),
        ],
    }


def _place(of: Evidence | Member, said: Said) -> dict[str, Any]:
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
        "losses": [
            {"kind": x.kind, "message": x.message, "count": x.count, "start": x.start, "end": x.end}
            for x in document.losses
        ],
    }
