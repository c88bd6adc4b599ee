"""A Part: everything that was read from one document, as it is kept in a workspace."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tieout.checks.finding import Finding
from tieout.checks.result import NotChecked
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Figure
from tieout.evidence.passage import passages_of
from tieout.evidence.records.act import Act
from tieout.evidence.records.argument import Argument
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.exposure import Exposure
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.evidence.records.obligation import Obligation
from tieout.evidence.records.protection import Protection
from tieout.evidence.records.recommendation import Recommendation
from tieout.evidence.records.record import Record
from tieout.reading.document import Document, Loss
from tieout.sources.citation import Citation
from tieout.sources.note import Note
from tieout.sources.source import Source
from tieout.ties.tie import Member, Tie
from tieout.workspace.codec import decoded, encoded

Lang = Literal["en", "es"]


@dataclass(frozen=True, slots=True)
class Part:
    """One document with all its records, in text order."""

    document: Document
    language: str
    figures: tuple[Figure, ...]
    country: str | None = None
    """What it is about, ISO 3166-1 alpha-2: what the document or the user says, else what its text names most."""
    laws: tuple[Law, ...] = ()
    acts: tuple[Act, ...] = ()
    emergencies: tuple[Emergency, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    groups: tuple[Group, ...] = ()
    gaps: tuple[Gap, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    protections: tuple[Protection, ...] = ()
    arguments: tuple[Argument, ...] = ()
    notes: tuple[Note, ...] = ()
    citations: tuple[Citation, ...] = ()
    sources: tuple[Source, ...] = ()
    """What it cites, most cited first."""
    losses: tuple[Loss, ...] = ()
    """What its notes have lost; those of reading are the document's own."""
    ties: tuple[Tie, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()

    def records(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind that stands in `FIELDS`."""
        held: tuple[Record, ...] = getattr(self, FIELDS[kind])
        return held

    def reading(self) -> Reading:
        """The document with its passages and figures, as rules and comparisons read it."""
        return Reading(self.document, self.language, passages_of(self.document, self.language), self.figures)


FIELDS: Mapping[str, str] = {
    "law": "laws",
    "act": "acts",
    "emergency": "emergencies",
    "recommendation": "recommendations",
    "obligation": "obligations",
    "group": "groups",
    "gap": "gaps",
    "exposure": "exposures",
    "protection": "protections",
    "argument": "arguments",
}
"""The kinds of records beside figures, and the field of a Part that holds each."""


def document_bytes(document: Document) -> bytes:
    """A document as it is kept: the same document gives the same bytes."""
    return _packed(encoded(document))


def document_from(data: bytes) -> Document:
    """The document in these bytes. ValueError, KeyError, TypeError or OSError when they hold none."""
    return decoded(Document, json.loads(gzip.decompress(data)))


def part_bytes(part: Part) -> bytes:
    """A part as it is kept, without its document: the same part gives the same bytes."""
    known = {figure.id: figure for figure in part.figures}
    slim = replace(part, ties=tuple(_slim(tie, known) for tie in part.ties))
    tied = [[_id(m) if m.figure and m.figure == known.get(_id(m)) else None for m in t.members] for t in part.ties]
    values = {name: held for name, held in encoded(slim).items() if name != "document"}
    return _packed({"doc": part.document.path, **values, "tied": tied})


def part_from(data: bytes, document: Document) -> Part:
    """The part in these bytes, of a document. ValueError, KeyError, TypeError or OSError when they hold none."""
    values = json.loads(gzip.decompress(data))
    tied, doc = values.pop("tied"), values.pop("doc")
    part = decoded(Part, {**values, "document": _NO_DOCUMENT})
    known = {figure.id: figure for figure in part.figures}
    ties = (_whole(tie, ids, known) for tie, ids in zip(part.ties, tied, strict=True))
    return replace(part, document=replace(document, path=doc), ties=tuple(ties))


def _packed(values: object) -> bytes:
    return gzip.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(), 6, mtime=0)


_NO_DOCUMENT = {"path": "", "text": "", "format": "", "sha256": "", "reader": "", "blocks": ()}


def _id(member: Member) -> str:
    return member.figure.id if member.figure else ""


def _slim(tie: Tie, known: Mapping[str, Figure]) -> Tie:
    """Without the figures that the part holds anyhow: a tie may carry one that it read otherwise."""
    members = (replace(m, figure=None) if m.figure and m.figure == known.get(_id(m)) else m for m in tie.members)
    return replace(tie, members=tuple(members))


def _whole(tie: Tie, ids: list[str | None], known: Mapping[str, Figure]) -> Tie:
    pairs = zip(tie.members, ids, strict=True)
    return replace(tie, members=tuple(replace(m, figure=known[id]) if id else m for m, id in pairs))
