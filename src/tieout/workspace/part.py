"""A Part: everything that was read from one document, as it is kept in a workspace."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tieout.checks.finding import Finding
from tieout.checks.result import NotChecked
from tieout.checks.run import run
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figure import Figure
from tieout.evidence.figures import read_figures, setting_of
from tieout.evidence.passage import passages_of
from tieout.evidence.records.act import Act
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.evidence.records.obligation import Obligation
from tieout.evidence.records.read import READERS
from tieout.evidence.records.recommendation import Recommendation
from tieout.evidence.records.record import Record
from tieout.reading.document import Document, Loss
from tieout.sources.citation import Citation
from tieout.sources.note import Note
from tieout.sources.read import sources_of
from tieout.sources.source import Source
from tieout.ties.tie import Member, Tie
from tieout.workspace.codec import decoded, encoded


@dataclass(frozen=True, slots=True)
class Part:
    """One document with all its records, in text order."""

    document: Document
    language: str
    figures: tuple[Figure, ...]
    laws: tuple[Law, ...] = ()
    acts: tuple[Act, ...] = ()
    emergencies: tuple[Emergency, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    groups: tuple[Group, ...] = ()
    gaps: tuple[Gap, ...] = ()
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
}
"""The kinds of records beside figures, and the field of a Part that holds each."""


def derived(document: Document) -> Part:
    """All that the document yields by itself: records, sources, ties and findings. Pure but for package data."""
    setting = setting_of(document)
    reading = Reading(document, setting.language, setting.passages, read_figures(setting))
    cited, result = sources_of(document), run(ReadCorpus((reading,)))
    return Part(
        document,
        setting.language,
        tuple(reading.figures),
        **{FIELDS[kind]: tuple(read(setting)) for kind, read in READERS.items()},  # type: ignore[arg-type]
        notes=tuple(cited.notes),
        citations=tuple(cited.citations),
        sources=tuple(cited.sources),
        losses=tuple(cited.losses),
        ties=result.ties,
        findings=result.findings,
        not_checked=result.not_checked,
    )


def part_bytes(part: Part) -> bytes:
    """A part as it is kept: the same part gives the same bytes."""
    known = {figure.id: figure for figure in part.figures}
    slim = replace(part, ties=tuple(_slim(tie, known) for tie in part.ties))
    tied = [[_id(m) if m.figure and m.figure == known.get(_id(m)) else None for m in t.members] for t in part.ties]
    values = {**encoded(slim), "tied": tied}
    return gzip.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(), 6, mtime=0)


def part_from(data: bytes) -> Part:
    """The part in these bytes. ValueError, KeyError, TypeError or OSError when they hold none."""
    values = json.loads(gzip.decompress(data))
    tied = values.pop("tied")
    part = decoded(Part, values)
    known = {figure.id: figure for figure in part.figures}
    ties = (_whole(tie, ids, known) for tie, ids in zip(part.ties, tied, strict=True))
    return replace(part, ties=tuple(ties))


def read_part(path: Path) -> Part:
    """The part in a file."""
    return part_from(path.read_bytes())


def _id(member: Member) -> str:
    return member.figure.id if member.figure else ""


def _slim(tie: Tie, known: Mapping[str, Figure]) -> Tie:
    """Without the figures that the part holds anyhow: a tie may carry one that it read otherwise."""
    members = (replace(m, figure=None) if m.figure and m.figure == known.get(_id(m)) else m for m in tie.members)
    return replace(tie, members=tuple(members))


def _whole(tie: Tie, ids: list[str | None], known: Mapping[str, Figure]) -> Tie:
    pairs = zip(tie.members, ids, strict=True)
    return replace(tie, members=tuple(replace(m, figure=known[id]) if id else m for m, id in pairs))
