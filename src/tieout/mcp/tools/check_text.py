"""`check_text`: every sentence of a text held against what it cites. A citation that fails its check is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import Field

from tieout.checks.claims import REASONS, RULES
from tieout.checks.run import run
from tieout.errors import UsageError
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figure import Figure
from tieout.evidence.figures import reading_of
from tieout.evidence.mention import Mention
from tieout.language.edtf import is_date, overlaps
from tieout.mcp.desk import Desk, Desks
from tieout.mcp.parameters import TEXT
from tieout.mcp.shapes import CheckedText, Citation, Departure, Finding, Judged, Quote
from tieout.mcp.tools.source import record_of
from tieout.mcp.words import harmless
from tieout.reading.document import Span
from tieout.reading.markdown import markdown_structure
from tieout.reading.text import assemble
from tieout.sources.claims.amount import agree, loosely, same_amount
from tieout.sources.claims.claim import FAULTY, Claim, Place
from tieout.workspace.entry import Entry

Text = Annotated[
    str,
    Field(
        min_length=1,
        max_length=TEXT,
        description="Sentences with their citations: 562 were killed in 2024 [@f:6ef1ed2c1f]. Or [@hrw-2025, p. 4].",
    ),
]
_NAME = Path("text.md")
_BEHIND = 3
"""Characters behind a sentence in which its citation may begin."""
_PASSAGES = 2
"""Passages of evidence for one sentence."""
_NUMERAL = re.compile(r"(?<![\w:.,])\d")
_NUMBERS = 200
"""Numbers of one text: comparing each with each takes long, and the server answers nobody else meanwhile."""
_STATED = frozenset({"printed", "heading", "table"})
"""Where a document says a place or period so that another one contradicts it."""
_BARE = re.compile(r"(?<![\w.@])@([a-z]:[0-9a-f]{6,})\b")
_PAGE = re.compile(r",\s*pp?\.\s*([\w-]{1,12})")
_MEANS = {
    "supported": "the cited document says so; that does not make it true",
    "widened": "it says more than the cited document",
    "differs": "it departs from the cited document",
    "not_found": "the cited document does not say this",
    "text_missing": "what it cites is not at hand",
    "no_evidence_needed": "it cites nothing, and gives no number",
    "not_cited": "it gives a number and cites nothing",
    "refused": "a citation is refused",
}


def check_text(desks: Desks) -> Callable[..., CheckedText]:
    """The tool, over these desks."""

    def check_text(text: Text) -> CheckedText:
        """Hold each sentence of a text against what it cites, before the text is shown to anybody. Each citation must
        exist and its number must be the sentence's; wording, period, place, unit and bounds are compared with the
        document. The arithmetic of the text itself is checked too. Refused citations must not be used."""
        desk = desks.now()
        reading = _read(text, desk.workspace.scope.country)
        claims = desk.against.claims(reading)
        sentences = [_judged(desk, reading, claim) for claim in claims]
        sentences += [_stray(desk, span, text) for span in _strays(reading, claims)]
        result = run(ReadCorpus((reading,)))
        findings = [
            Finding(rule=f.rule, severity=f.severity, message=harmless(f.message))
            for f in (*result.findings, *result.silenced)  # A text that silences a rule is told of it all the same.
            if f.rule not in RULES
        ]
        refused = sum(not c.accepted for s in sentences for c in s.citations)
        bad = sum(not s.accepted for s in sentences)
        said = f"{len(sentences)} sentences, {bad} not accepted; {refused} citations refused; {len(findings)} findings."
        return CheckedText(
            said=said,
            accepted=not bad and all(finding.severity != "error" for finding in findings),
            sentences=sentences,
            findings=findings,
        )

    return check_text


def _read(text: str, country: str | None) -> Reading:
    """The text as a Markdown draft about the workspace's country. UsageError when it is too much at once."""
    if len(_NUMERAL.findall(text)) > _NUMBERS:
        raise UsageError(f"the text has more than {_NUMBERS} numbers; check it in parts")
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    document = assemble(_NAME, text, "md", digest, "assistant", markdown_structure(text))
    return reading_of(replace(document, country=document.country or country))


def _judged(desk: Desk, reading: Reading, claim: Claim) -> Judged:
    figures = [f for f in reading.figures if claim.start <= f.start and f.end <= claim.end]
    citations = [
        c for span in _cited_by(reading, claim) for c in _citations(desk, reading.document.text, span, figures)
    ]
    departures = [
        Departure(
            what=REASONS.get(d.reason, d.reason.replace("_", " ")),
            text=harmless(d.claim.text),
            source_has=harmless(d.source.text) if d.source else None,
        )
        for d in claim.differences
    ]
    refused = [citation for citation in citations if not citation.accepted]
    bare = bool(figures) and not citations
    return Judged(
        sentence=harmless(claim.text),
        start=claim.start,
        end=claim.end,
        accepted=claim.verdict not in (*FAULTY, "text_missing") and not refused and not bare,
        verdict="refused" if refused else "not_cited" if bare else claim.verdict,
        means=_MEANS["refused" if refused else "not_cited" if bare else claim.verdict],
        citations=citations,
        departures=departures,
        evidence=[_evidence(desk, place) for place in claim.evidence[:_PASSAGES]],
    )


def _cited_by(reading: Reading, claim: Claim) -> list[Span]:
    """The brackets in a sentence or right behind it."""
    spans = reading.document.spans_of("citation")
    return [span for span in spans if claim.start < span.start <= claim.end + _BEHIND]


def _strays(reading: Reading, claims: Sequence[Claim]) -> Iterator[Span]:
    """Citations that no sentence has: in a heading or a table, alone on a line, or without their brackets."""
    held = {span.start for claim in claims for span in _cited_by(reading, claim)}
    spans = list(reading.document.spans_of("citation"))
    yield from (span for span in spans if span.start not in held)
    for bare in _BARE.finditer(reading.document.text):
        if not any(span.start <= bare.start() < span.end for span in spans):
            yield Span("citation", bare.start(), bare.end(), target="")


def _stray(desk: Desk, span: Span, text: str) -> Judged:
    words = harmless(text[span.start : span.end])
    citations = list(_citations(desk, text, span, []))
    if not citations:
        reason = "write it in square brackets behind the sentence it is for"
        citations = [Citation(cited=words, accepted=False, reason=reason, quote=None)]
    good = all(citation.accepted for citation in citations)
    return Judged(
        sentence=words,
        start=span.start,
        end=span.end,
        accepted=good,
        verdict="no_evidence_needed" if good else "refused",
        means="a citation without a sentence" if good else _MEANS["refused"],
        citations=citations,
        departures=[],
        evidence=[],
    )


def _citations(desk: Desk, text: str, span: Span, figures: Sequence[Figure]) -> Iterator[Citation]:
    """Each key in a bracket, accepted or refused."""
    for key in (span.target or "").split():
        behind = text[text.find(f"@{key}", span.start, span.end) + len(key) + 1 : span.end]
        entry = desk.workspace.by_key.get(key)
        if entry is not None:
            yield _document(desk, entry, key, _PAGE.match(behind))
            continue
        try:
            record = record_of(desk, key)
        except UsageError as fault:
            yield Citation(cited=f"@{harmless(key)}", accepted=False, reason=str(fault), quote=None)
            continue
        why = _fault(record, figures) if isinstance(record, Figure) else None
        quote = desk.record(record)
        yield Citation(cited=f"@{key}", accepted=why is None, reason=why or "the record exists", quote=quote)


def _document(desk: Desk, entry: Entry, key: str, page: re.Match[str] | None) -> Citation:
    """A document cited by its key, with a page that it must have."""
    pages = {span.label for span in desk.workspace.part(entry.doc).document.spans_of("page")}
    if page and pages and page[1] not in pages:
        return Citation(cited=f"@{key}", accepted=False, reason=f"the document has no page {page[1]}", quote=None)
    return Citation(cited=f"@{key}", accepted=True, reason="the document is in the workspace", quote=None)


def _fault(record: Figure, figures: Sequence[Figure]) -> str | None:
    """Why a figure cannot stand behind a sentence with these figures; None when it can."""
    if not figures:
        return None
    alike = [figure for figure in figures if _same_number(figure, record)]
    if not alike:
        said = " and ".join(harmless(figure.text) for figure in figures)
        return f"its number is {harmless(record.text)}; the sentence says {said}"
    if not any(_may_be(figure, record, "period") or _overlap(figure.period, record.period) for figure in alike):
        return f"its number is for {record.period}; the sentence says {alike[0].period}"
    if not any(
        _may_be(figure, record, "place") or _one_place(figure.place_code, record.place_code) for figure in alike
    ):
        return f"its number is for {harmless(record.place)}; the sentence says {harmless(alike[0].place)}"
    return None


def _may_be(figure: Figure, record: Figure, what: str) -> bool:
    """Whether one of the two leaves a place or period unsaid: what was only inferred contradicts nothing."""
    return figure.basis.get(what) != "printed" or record.basis.get(what) not in _STATED


def _same_number(figure: Figure, record: Figure) -> bool:
    if figure.value is None or record.value is None:  # Vague ones (`thousands`) are the same word.
        return figure.value is record.value and figure.value_text.casefold() == record.value_text.casefold()
    said, printed = _mention(figure), _mention(record)
    return same_amount(said, printed) or loosely(said, printed) or agree(said, printed)


def _mention(figure: Figure) -> Mention:
    """The number of a figure, as claims compare numbers."""
    return Mention(
        figure.start, figure.end, figure.start, figure.end, figure.value, figure.value_text,
        figure.bound, figure.unit, figure.kind, figure.high, figure.decimals,
    )  # fmt: skip


def _overlap(one: str | None, other: str | None) -> bool:
    return one is None or other is None or not (is_date(one) and is_date(other)) or overlaps(one, other)


def _one_place(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _evidence(desk: Desk, place: Place) -> Quote:
    return desk.words("passage", place.doc, place.start, place.end)
