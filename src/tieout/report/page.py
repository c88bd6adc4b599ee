"""The HTML output of `tieout check`: one self-contained page, read without a network and without JavaScript.

Turns the result of a check into lists (findings, ties, figures, what was left out) and hands them with the set
documents to the template. Same input, same bytes: no clock, no random names. Documents are hostile: everything is
escaped, and a content security policy allows the page's own script and style by their hashes and nothing else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import get_args

from markupsafe import Markup

from tieout.checks.finding import SEVERITIES, Evidence, Finding
from tieout.checks.lines import not_checked, stamp_words
from tieout.checks.result import Result
from tieout.checks.voice import Voice
from tieout.evidence.figure import Figure, Kind
from tieout.reading.document import Document
from tieout.report.article import Article, article_of
from tieout.report.facts import facts_of
from tieout.report.html import asset, digest, environment
from tieout.report.items import DocumentItem, FigureItem, FindingItem, Quote, TieItem
from tieout.report.losses import loss_lines
from tieout.report.placing import Placing
from tieout.report.redaction import without_quotes
from tieout.report.sourcing import LISTED, Sourcing
from tieout.report.words import OWN, Words, words
from tieout.report.wraps import Reference
from tieout.sources.claims.claim import Claim
from tieout.sources.holdings import Held
from tieout.sources.read import SourcesOf
from tieout.sources.source import SourceKind
from tieout.ties.tie import Member, Tie, Verdict

KINDS: tuple[Kind, ...] = get_args(Kind)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
VERDICTS: tuple[Verdict, ...] = ("breaks", "open", "holds")

Place = tuple[str, int, int]
"""Path of a document, start, end."""


def page(
    result: Result,
    documents: Sequence[Document],
    figures: Mapping[str, Sequence[Figure]],
    *,
    quotes: bool = True,
    language: str = "en",
    unreadable: Sequence[object] = (),
    standing: Sequence[str] = (),
    sources: Mapping[str, SourcesOf] | None = None,
    claims: Sequence[Claim] = (),
    texts: Sequence[Held] = (),
) -> str:
    """The page for a check of `documents`. `figures` are those of each document by its path; `unreadable` are the files
    that could not be read at all, each shown as its `str`; `standing` are lines on what people said of the findings
    (known, dismissed, silenced). `sources` are the notes and sources of each document by its path, `claims` the
    sentences held against a library, `texts` the texts of that library. `quotes=False` leaves out everything a document
    says: its text, title, figures and sources, what ties claim, and the words quoted in messages."""
    unread = [str(file) for file in unreadable]
    sourcing = Sourcing(documents, sources or {}, claims, texts, words(language))
    return _Page(result, documents, figures, quotes, words(language), unread, standing, sourcing).render()


class _Page:
    """Numbers the records of one page in text order and makes its lists."""

    def __init__(
        self,
        result: Result,
        documents: Sequence[Document],
        figures: Mapping[str, Sequence[Figure]],
        quotes: bool,
        language: Words,
        unreadable: Sequence[str],
        standing: Sequence[str],
        sourcing: Sourcing,
    ) -> None:
        self.sourcing = sourcing
        self.words = language
        self.voice = Voice(language.language)
        self.standing = standing
        self.quotes = quotes
        self.documents = documents
        self.unreadable = unreadable
        self.not_checked = list(not_checked(result, [document.path for document in documents], self.voice))
        self.ordinals = {document.path: number for number, document in enumerate(documents, 1)}
        self.places = {document.path: Placing(document, language) for document in documents}
        by_place = self._order
        self.findings = list(enumerate(sorted(result.findings, key=lambda f: by_place((f.doc, f.start, f.end))), 1))
        self.ties = list(enumerate(sorted(result.ties, key=lambda t: by_place(_first(t))), 1))
        listed = [figure for document in documents for figure in figures.get(document.path, ())]
        self.figures = list(enumerate(sorted(listed, key=lambda f: by_place((f.doc, f.start, f.end))), 1))
        self.references = self._number_references()
        self.articles = [self._article(document) for document in documents] if quotes else []
        self.placed = frozenset[str]().union(*(article.placed for article in self.articles))

    def render(self) -> str:
        """The page's HTML."""
        style, script = asset(OWN, "page.css"), asset(OWN, "page.js")
        return (
            environment(OWN)
            .get_template("page.html")
            .render(
                w=self.words,
                quotes=self.quotes,
                style=Markup(style),  # noqa: S704 -- the package's own file
                script=Markup(script),  # noqa: S704 -- the package's own file
                style_hash=digest(style),
                script_hash=digest(script),
                names=self._names(),
                documents=[self._document_item(number, document) for number, document in enumerate(self.documents, 1)],
                findings=[self._finding_item(number, finding) for number, finding in self.findings],
                ties=[self._tie_item(number, tie) for number, tie in self.ties],
                figures=self._figure_items() if self.quotes else [],
                figure_count=len(self.figures),
                notes=self.sourcing.note_items(self._articles(), self._at) if self.quotes else [],
                sources=self.sourcing.source_items() if self.quotes else [],
                claims=self.sourcing.claim_items(self.placed, self._at, quotes=self.quotes),
                sourcing=self.sourcing,
                claim_verdicts=_tally(LISTED, (claim.verdict for _, claim in self.sourcing.claims)),
                source_kinds=_tally(SOURCE_KINDS, (source.kind for _, _, source in self.sourcing.sources)),
                severities=_tally(SEVERITIES, (finding.severity for _, finding in self.findings)),
                verdicts=_tally(VERDICTS, (tie.verdict for _, tie in self.ties)),
                kinds=_tally(KINDS, (figure.kind for _, figure in self.figures)),
                rules=sorted({(finding.rule, finding.name) for _, finding in self.findings}),
                tie_kinds=sorted({tie.kind for _, tie in self.ties}),
                unreadable=self.unreadable,
                standing=self.standing,
                not_checked=self.not_checked,
            )
        )

    def _order(self, place: Place) -> tuple[int, int, int]:
        """Text order: documents as given, then by place; what belongs to no document comes last."""
        path, start, end = place
        return self.ordinals.get(path, len(self.ordinals) + 1), start, end

    def _number_references(self) -> dict[Place, Reference]:
        """One reference for each place that ties or evidence point to, numbered in text order."""
        tokens: dict[Place, dict[str, None]] = {}
        for number, tie in self.ties:
            for member in tie.members:
                tokens.setdefault((member.doc, member.start, member.end), {})[f"t{number}"] = None
        for number, finding in self.findings:
            for evidence in finding.evidence:
                tokens.setdefault((evidence.doc, evidence.start, evidence.end), {})[f"e{number}"] = None
        ordered = sorted(tokens, key=self._order)
        return {place: Reference(n, *place, tuple(tokens[place])) for n, place in enumerate(ordered, 1)}

    def _article(self, document: Document) -> Article:
        path = document.path
        return article_of(
            document,
            self.ordinals[path],
            [(number, finding) for number, finding in self.findings if finding.doc == path],
            [reference for reference in self.references.values() if reference.doc == path],
            [(number, figure) for number, figure in self.figures if figure.doc == path],
            self.words,
            self.sourcing.notes_of(path),
            self.sourcing.claims_of(path),
        )

    def _document_item(self, number: int, document: Document) -> DocumentItem:
        path = document.path
        return DocumentItem(
            number=number,
            document=document,
            name=PurePath(path).name or path,
            title=document.title if self.quotes else None,
            html=self.articles[number - 1].html if self.quotes else None,
            figures=sum(figure.doc == path for _, figure in self.figures),
            findings=sum(finding.doc == path for _, finding in self.findings),
            losses=loss_lines(document.losses, self.places[path], lambda line: self._say(self.voice.put(line))),
        )

    def _finding_item(self, number: int, finding: Finding) -> FindingItem:
        said = [finding.text, *(evidence.text for evidence in finding.evidence)]
        # A message begins with what the text claims, in its words; the arithmetic alone can do without them.
        message = finding.message if self.quotes else finding.computed or finding.message
        computed = finding.computed if finding.computed and finding.computed not in message else None
        return FindingItem(
            number=number,
            finding=finding,
            message=self._say(message, said),
            computed=self._say(computed, said) if computed else None,
            quote=self._quote(finding.text, (finding.doc, finding.start, finding.end), f"w{number}"),
            evidence=self._referred(finding.doc, finding.evidence),
            docs=self._docs([finding.doc, *(evidence.doc for evidence in finding.evidence)]),
            stamps=tuple(stamp_words(stamp, self.voice, quotes=self.quotes) for stamp in finding.stamps),
        )

    def _tie_item(self, number: int, tie: Tie) -> TieItem:
        return TieItem(
            number=number,
            tie=tie,
            stated=tie.stated if self.quotes else "",
            computed=self._say(tie.computed, [member.text for member in tie.members]),
            members=self._referred("", tie.members),
            docs=self._docs([member.doc for member in tie.members]),
        )

    def _figure_items(self) -> list[FigureItem]:
        ties: dict[str, list[int]] = {}
        for number, tie in self.ties:
            for figure_id in dict.fromkeys(member.figure.id for member in tie.members if member.figure):
                ties.setdefault(figure_id, []).append(number)
        findings = self._findings_by_figure()
        return [
            FigureItem(
                number=number,
                figure=figure,
                quote=self._quote(figure.text, (figure.doc, figure.start, figure.end), f"g{number}"),
                facts=tuple(facts_of(figure, self.words)),
                ties=tuple(ties.get(figure.id, ())),
                findings=tuple(findings.get(number, ())),
                docs=self._docs([figure.doc]),
            )
            for number, figure in self.figures
        ]

    def _findings_by_figure(self) -> dict[int, list[int]]:
        """For the number of a figure, the numbers of the findings whose words it shares."""
        on: dict[int, list[int]] = {}
        starts = [self._order((figure.doc, figure.start, 0)) for _, figure in self.figures]
        for number, finding in self.findings:
            last = bisect_left(starts, self._order((finding.doc, finding.end, 0)))
            for figure_number, figure in reversed(self.figures[:last]):
                if figure.doc != finding.doc or figure.end <= finding.start:
                    break
                on.setdefault(figure_number, []).append(number)
        return on

    def _referred(self, home: str, pieces: Iterable[Evidence | Member]) -> tuple[Quote, ...]:
        """The places a tie or finding points to; a document is named where it is not that of the place before."""
        quotes = []
        for piece in pieces:
            place = (piece.doc, piece.start, piece.end)
            quotes.append(self._quote(piece.text, place, f"r{self.references[place].number}", home))
            home = piece.doc
        return tuple(quotes)

    def _quote(self, text: str, place: Place, anchor: str, home: str = "") -> Quote:
        return Quote(text if self.quotes else "", self._where(place, home), anchor if anchor in self.placed else None)

    def _articles(self) -> dict[str, Article]:
        return {document.path: article for document, article in zip(self.documents, self.articles, strict=True)}

    def _at(self, place: Place) -> str:
        return self._where(place, "")

    def _where(self, place: Place, home: str) -> str:
        """`line 3`, with the document's name when there are several (and it is not `home`), and with offsets when the
        text is not shown. A text of the library has the name it is known by."""
        path, start, end = place
        if self.quotes and path not in self.places and (known := self.sourcing.where(path, start)):
            return known
        several = len(self.documents) > 1 or path not in self.places
        where = [PurePath(path).name or path] if several and path != home else []
        if path in self.places:
            where.append(self.places[path].name(start))
        if not self.quotes:
            where.append(self.words("page", "characters", start=start, end=end))
        return ", ".join(where)

    def _docs(self, paths: Iterable[str]) -> str:
        """Numbers of documents as the page's filter reads them."""
        return " ".join(str(self.ordinals[path]) for path in dict.fromkeys(paths) if path in self.ordinals)

    def _names(self) -> str:
        names = [PurePath(document.path).name or document.path for document in self.documents]
        return ", ".join(names[:3]) + (f" + {len(names) - 3}" if len(names) > 3 else "")

    def _say(self, sentence: str, said: Iterable[str] = ()) -> str:
        """A sentence as this page may show it."""
        return sentence if self.quotes else without_quotes(sentence, said, self.words("page", "withheld"))


def _first(tie: Tie) -> Place:
    """Where a tie begins to be read: its first member in the order given."""
    return (tie.members[0].doc, tie.members[0].start, tie.members[0].end) if tie.members else ("", 0, 0)


def _tally(codes: Sequence[str], seen: Iterable[str]) -> list[tuple[str, int]]:
    """How often each code was seen, in the order of the codes, those never seen too."""
    counts = Counter(seen)
    return [(code, counts[code]) for code in codes]
