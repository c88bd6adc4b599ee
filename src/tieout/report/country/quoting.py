"""Sentences as the page quotes them: the clean words with what matters marked, cut where they are long, and the
address that opens them in their document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.report.country.sentence import Sentence
from tieout.report.site.address import document_page, record_address
from tieout.report.site.quoted import Quotes, label_of
from tieout.workspace.workspace import Workspace

_LONGEST = 360
"""Characters of a quote; its document has the rest."""
_MOST = 0.8
"""Share of a sentence that may be marked: a mark on all of it says nothing."""
_LEAD = 120
"""Characters kept before what matters in a quote that is cut."""
_WORDS = 5
"""Words that name a sentence in an address, from its beginning and from its end."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote: its words as (text, whether they matter), and where it stands."""

    pieces: tuple[tuple[str, bool], ...]
    address: str
    source: str
    place: str
    lang: str


class Quoting:
    """Quotes of the sentences and records of one workspace."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self.workspace = workspace
        self.quotes = Quotes(workspace, lang)

    def sentence(self, sentence: Sentence, marked: Sequence[Figure | Record] = ()) -> Shown:
        """A sentence with the words of some records marked; without any it is found by its words."""
        address = self.address(marked[0]) if marked else self._found(sentence)
        return self.marked(sentence, [(one.start, one.end) for one in marked], address)

    def marked(self, sentence: Sentence, places: Iterable[tuple[int, int]], address: str) -> Shown:
        """A sentence with some words of the document marked, that opens at an address."""
        at = self.quotes.at(sentence.doc, sentence.start, sentence.end, address)
        text = sentence.passage.text[sentence.low : sentence.high]
        spans = [sentence.within(start, end) for start, end in places]
        spans = [(start, end) for start, end in spans if end - start < _MOST * len(text)]
        return Shown(tuple(_pieces(text, spans)), at.address, at.source, at.place, at.lang)

    def record(self, record: Figure | Record) -> Shown:
        """A record by its own words."""
        return self.words(record.doc, record.start, record.end, self.address(record))

    def words(self, doc: str, start: int, end: int, address: str) -> Shown:
        """Any words of a document."""
        at = self.quotes.at(doc, start, end, address)
        return Shown(((at.text, False),), at.address, at.source, at.place, at.lang)

    def address(self, record: Figure | Record) -> str:
        """Where a record is marked in its document."""
        return record_address(self.workspace.by_doc[record.doc], record.id)

    def source(self, doc: str) -> str:
        """What a document is called in few words."""
        return label_of(self.workspace.by_doc[doc])

    def _found(self, sentence: Sentence) -> str:
        """A sentence that is no record: its document, and its words for browsers to look for."""
        words = sentence.text.split()
        first, last = " ".join(words[:_WORDS]), " ".join(words[-_WORDS:])
        found = _escaped(sentence.text) if len(words) <= 2 * _WORDS else f"{_escaped(first)},{_escaped(last)}"
        return f"{document_page(self.workspace.by_doc[sentence.doc])}#:~:text={found}"


def _escaped(words: str) -> str:
    """Words for a text directive: its own signs (`-`, `,`, `&`) are escaped too."""
    return quote(words, safe="").replace("-", "%2D")


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterable[tuple[str, bool]]:
    low, high = _window(text, spans)
    at = low
    lead = "… " if low else ""
    for start, end in sorted(set(spans)):
        if start < at or end > high:
            continue
        if lead + text[at:start]:
            yield lead + text[at:start], False
        lead = ""
        yield text[start:end], True
        at = end
    tail = text[at:high].rstrip() + (" …" if high < len(text.rstrip()) else "")
    if lead + tail:
        yield lead + tail, False


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The ends of what is shown, at blanks."""
    if len(text) <= _LONGEST:
        return len(text) - len(text.lstrip()), len(text)
    first = min((start for start, _ in spans), default=0)
    low = 0 if first < _LONGEST - _LEAD else text.rfind(" ", 0, first - _LEAD) + 1
    blank = text.rfind(" ", low, low + _LONGEST)
    return low, blank if blank > low else low + _LONGEST
