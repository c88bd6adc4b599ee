"""The Desk: the workspace that an assistant may look into, without what is protected, and its words as quotes.

A workspace that is built anew while the server runs is opened anew.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from tieout.checks.places import Places
from tieout.compare.comparison import Comparison
from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.mcp.shapes import Check, FigureQuote, Finding, Quote
from tieout.mcp.words import harmless, quoted
from tieout.report.exports.standing import Standing, Standings
from tieout.report.exports.table import cite, exact
from tieout.sources.claims.against import Against
from tieout.workspace.compared import comparisons_of
from tieout.workspace.entry import Entry
from tieout.workspace.holdings import holdings_of
from tieout.workspace.manifest import NAME
from tieout.workspace.workspace import Workspace, open_workspace


class Desk:
    """One state of a workspace. What takes long is made when first asked for and kept."""

    def __init__(self, workspace: Workspace) -> None:
        self.guard = workspace.guard
        self.workspace: Workspace = workspace.public
        self._places: dict[str, Places] = {}
        self._standings: dict[str, Standings] = {}

    @cached_property
    def against(self) -> Against:
        """The documents as texts that sentences are held against."""
        return Against(holdings_of(self.workspace))

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The figures of several documents about one thing."""
        return comparisons_of(self.workspace)

    def words(self, kind: str, doc: str, start: int, end: int, record: str | None = None) -> Quote:
        """Words of a document as a quote; a sentence is cited by its document's key."""
        entry, part = self.workspace.by_doc[doc], self.workspace.part(doc)
        text, cut = quoted(part.document.text[start:end])
        page = self.page(doc, start)
        return Quote(
            cite=f"[@{cite(kind, record)}]" if record else _by_key(entry, page),
            kind=kind,
            quote=text,
            source=entry.key,
            title=harmless(entry.title),
            date=entry.date,
            page=page,
            start=start,
            end=end,
            sha256=entry.sha256,
            record=record,
            check=_check(self.standing(doc, start, end)),
            cut=cut,
        )

    def record(self, one: Figure | Record) -> Quote:
        """A record as a quote: a figure comes with its sentence."""
        if isinstance(one, Figure):
            return self.figure(one)
        return self.words(type(one).__name__.lower(), one.doc, one.start, one.end, one.id)

    def figure(self, figure: Figure) -> FigureQuote:
        """A figure with its sentence and all that was read of it."""
        start, end = min(figure.sentence_start, figure.start), max(figure.sentence_end, figure.end)
        sentence = self.words("figure", figure.doc, start, end, figure.id)
        return FigureQuote(
            **vars(sentence),
            words=harmless(figure.text),
            value=exact(figure.value),
            high=exact(figure.high),
            bound=figure.bound,
            unit=figure.unit,
            figure_kind=figure.kind,
            direction=figure.direction,
            measure=harmless(figure.measure),
            place=harmless(figure.place),
            place_code=figure.place_code,
            period=figure.period,
            authority=harmless(figure.authority),
        )

    def standing(self, doc: str, start: int, end: int) -> Standing:
        """What the checks say of some words."""
        if doc not in self._standings:
            self._standings[doc] = Standings(self.workspace.part(doc))
        return self._standings[doc].of(start, end)

    def page(self, doc: str, start: int) -> str | None:
        """The page on which some words stand, of a document that has pages."""
        if doc not in self._places:
            self._places[doc] = Places(self.workspace.part(doc).document)
        return self._places[doc].page(start)


class Desks:
    """The desk of a folder, made anew when the workspace in it was built anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state, self._desk = self._seen(), Desk(open_workspace(path))

    def now(self) -> Desk:
        """The desk of the workspace as it is now."""
        state = self._seen()
        if state != self._state:
            self._state, self._desk = state, Desk(open_workspace(self._path))
        return self._desk

    def _seen(self) -> tuple[int, int, int] | None:
        try:
            found = (self._path / NAME).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def _by_key(entry: Entry, page: str | None) -> str:
    return f"[@{entry.key}, p. {page}]" if page else f"[@{entry.key}]"


def _check(standing: Standing) -> Check:
    return Check(
        status=standing.status,
        ties_hold=standing.count("holds"),
        ties_break=standing.count("breaks"),
        ties_open=standing.count("open"),
        findings=[Finding(rule=f.rule, severity=f.severity, message=harmless(f.message)) for f in standing.findings],
    )
