"""The notes, sources and claims of a page: numbered, and made into what its lists show, each leading to the others.

Sentences lead to their notes, notes to the sources they cite, claims to the passages they were held against. Nothing is
looked up; what the library does not hold is not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TypeVar

from markupsafe import Markup

from tieout.checks.claims import REASONS
from tieout.checks.voice import Voice
from tieout.reading.document import Document
from tieout.report.addresses import followable
from tieout.report.article import Article
from tieout.report.items import ClaimItem, NoteItem, Passage, Quote, SourceItem
from tieout.report.marking import Layer, Mark, marked
from tieout.report.placing import Placing
from tieout.report.words import Words
from tieout.sources.claims.claim import Claim, Place, Verdict
from tieout.sources.holdings import Held
from tieout.sources.note import Note
from tieout.sources.noted import Noted, name_of
from tieout.sources.read import SourcesOf

LISTED: tuple[Verdict, ...] = ("differs", "not_found", "widened", "supported")
"""The verdicts whose sentences are listed; of the others the page says how many there are."""
_LONGEST = 120
"""Characters of the words beside a note."""

T = TypeVar("T")
Where = Callable[[tuple[str, int, int]], str]


class Sourcing:
    """What a page knows of notes, sources and claims. Documents are named by their ordinals on the page."""

    def __init__(
        self,
        documents: Sequence[Document],
        sources: Mapping[str, SourcesOf],
        claims: Sequence[Claim],
        texts: Sequence[Held],
        words: Words,
    ) -> None:
        self.words = words
        self.voice = Voice(words.language)
        self.documents = {document.path: document for document in documents}
        self.ordinals = {document.path: str(number) for number, document in enumerate(documents, 1)}
        found = [(d.path, sources[d.path]) for d in documents if d.path in sources]
        self.notes = _numbered((path, note) for path, of in found for note in of.notes)
        self.sources = _numbered((path, source) for path, of in found for source in of.sources)
        self.claims = list(enumerate((c for c in claims if c.verdict in LISTED), 1))
        self.others = Counter(c.verdict for c in claims if c.verdict not in LISTED)
        self.lost = sum(note.lost for _, _, note in self.notes)
        self.texts = {held.document.path: held for held in texts}
        self._placing: dict[str, Placing] = {}
        self._note_numbers = {(path, note.id): number for number, path, note in self.notes}
        self._source_numbers = {(path, source.key): number for number, path, source in self.sources}
        noted = {path: Noted(of.notes) for path, of in found}
        self._behind = {
            number: noted[claim.doc].behind(claim.start, claim.end) if claim.doc in noted else []
            for number, claim in self.claims
        }

    def notes_of(self, path: str) -> list[tuple[int, Note]]:
        """The notes of a document with their numbers on the page."""
        return [(number, note) for number, doc, note in self.notes if doc == path]

    def claims_of(self, path: str) -> list[tuple[int, Claim]]:
        """The listed claims of a document with their numbers on the page."""
        return [(number, claim) for number, claim in self.claims if claim.doc == path]

    def where(self, path: str, start: int) -> str | None:
        """A place in a text of the library: what the text is called, and the line or page. None for other documents."""
        if path not in self.texts:
            return None
        if path not in self._placing:
            self._placing[path] = Placing(self.texts[path].document, self.words)
        return f"{name_of(self.texts[path])}, {self._placing[path].name(start)}"

    def note_items(self, articles: Mapping[str, Article], where: Where) -> list[NoteItem]:
        """The notes as listed."""
        claims: dict[tuple[str, str], list[tuple[int, Claim]]] = {}
        for number, claim in self.claims:
            for note in self._behind[number]:
                claims.setdefault((claim.doc, note.id), []).append((number, claim))
        return [
            NoteItem(
                number=number,
                note=note,
                supports=tuple(self._supports(path, note, articles[path], where)),
                body=None if note.start is None else articles[path].bodies.get(note.start),
                text=_short(note.text or "") if not note.citations else "",
                citations=tuple((c, self._source_numbers.get((path, c.source))) for c in note.citations),
                claims=tuple(claims.get((path, note.id), ())),
                docs=self.ordinals[path],
            )
            for number, path, note in self.notes
        ]

    def source_items(self) -> list[SourceItem]:
        """The sources as listed."""
        return [
            SourceItem(
                number=number,
                source=source,
                link=followable(source.url),
                notes=tuple((n, id) for id in source.notes if (n := self._note_numbers.get((path, id))) is not None),
                docs=self.ordinals[path],
            )
            for number, path, source in self.sources
        ]

    def claim_items(self, placed: frozenset[str], where: Where, *, quotes: bool) -> list[ClaimItem]:
        """The listed claims; without `quotes` their verdicts and places alone."""
        return [self._claim_item(number, claim, placed, where, quotes) for number, claim in self.claims]

    def _claim_item(self, number: int, claim: Claim, placed: frozenset[str], where: Where, quotes: bool) -> ClaimItem:
        place = (claim.doc, claim.start, claim.end)
        anchor = f"c{number}" if f"c{number}" in placed else None
        whole = Place(claim.doc, claim.start, claim.end, claim.text)
        own = _differing(whole, [d.claim for d in claim.differences])
        shown = claim.evidence if claim.reason != "no_passage" else ()
        sides = [d.source for d in claim.differences if d.source is not None]
        return ClaimItem(
            number=number,
            claim=claim,
            why=self._why(claim),
            quote=Quote("", where(place), anchor),
            html=own if quotes else Markup(),
            passages=tuple(self._passage(at, sides, quotes) for at in shown),
            notes=tuple((self._note_numbers[claim.doc, n.id], n.number) for n in self._behind[number]),
            docs=self.ordinals[claim.doc],
        )

    def _passage(self, at: Place, sides: Sequence[Place], quotes: bool) -> Passage:
        held = self.texts.get(at.doc)
        name = PurePath(at.doc).name if held is None or not quotes else name_of(held)
        place = (self.where(at.doc, at.start) or at.doc) if quotes else ""
        return Passage(name, _differing(at, sides) if quotes else Markup(), place.removeprefix(f"{name}, "))

    def _why(self, claim: Claim) -> str:
        said = dict.fromkeys(self.voice.put(REASONS[d.reason]) for d in claim.differences)
        return "; ".join(said) or self.words.name("claim_reason", claim.reason)

    def _supports(self, path: str, note: Note, article: Article, where: Where) -> Iterable[Quote]:
        """For each mark the words it supports, leading to the mark."""
        text = self.documents[path].text
        for place in note.places:
            words = _short(text[place.supports_start : place.supports_end], from_end=True)
            yield Quote(words, where((path, place.start, place.end)), article.marks.get(place.start))


def _numbered(rows: Iterable[tuple[str, T]]) -> list[tuple[int, str, T]]:
    return [(number, path, row) for number, (path, row) in enumerate(rows, 1)]


def _differing(whole: Place, parts: Sequence[Place]) -> Markup:
    """The words of a place with the parts that differ marked; a part that is the whole is not."""
    inside = {(p.start, p.end) for p in parts if p.doc == whole.doc and whole.start <= p.start < p.end <= whole.end}
    spans = sorted(inside - {(whole.start, whole.end)})
    marks = [Mark(start - whole.start, end - whole.start, n) for n, (start, end) in enumerate(spans)]
    layer = Layer.of(marks, lambda _, inner: f'<mark class="diff">{inner}</mark>')
    return Markup(marked(whole.text, 0, len(whole.text), [layer]))  # noqa: S704 -- escaped by `marked`


def _short(text: str, *, from_end: bool = False) -> str:
    """Words on one line, cut where they are many: the words right before a mark count most."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return "… " + line[-_LONGEST:].partition(" ")[2] if from_end else line[:_LONGEST].rpartition(" ")[0] + " …"
