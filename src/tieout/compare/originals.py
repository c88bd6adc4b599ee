"""Originals: how many independent sources stand behind some figures. Two relays of one original are one.

Who stands behind a figure is whom the text names for it, else whose work its note cites, else who published the
document, else the document itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from tieout.compare.comparison import Comparison
from tieout.compare.point import authority_of
from tieout.compare.publication import Publications
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Figure
from tieout.sources.note import Note
from tieout.sources.words import fold

Notes = Callable[[str], Iterable[Note]]
"""The notes of a document, by its name."""
Texts = Callable[[str], str]
"""The text of a document, by its name."""
_LONG = 50
_SAYING = frozenset({"agrees", "same_original"})


class Origins:
    """The originals of a corpus. The notes of a document are asked for when first needed."""

    def __init__(self, publishers: Publications, notes: Notes, texts: Texts) -> None:
        self._publishers, self._notes, self._texts = publishers, notes, texts
        self._cited: dict[str, list[tuple[int, int, str]]] = {}

    def count(self, figures: Sequence[Figure]) -> int:
        """How many independent originals there are behind figures that give one number."""
        seen: dict[str, str] = {}
        for figure in figures:
            key = self.of(figure)
            sentence = self._sentence(figure)
            if sentence:  # The same sentence in two documents is copied: whoever they name, they are one voice.
                key = seen.setdefault(sentence, key)
            seen.setdefault(key, key)
        return len(set(seen.values()))

    def of(self, figure: Figure) -> str:
        """The key of the original of a figure."""
        publication = self._publishers.get(figure.doc)
        publisher = publication.publisher if publication else None
        named = authority_of(figure.authority)
        return named or self._works(figure) or authority_of(publisher) or figure.doc

    def called(self, figure: Figure) -> str:
        """The original of a figure as a reader knows it."""
        key = self.of(figure)
        publication = self._publishers.get(figure.doc)
        publisher = publication.publisher if publication else None
        for name in (figure.authority, publisher, _names().get(key)):
            if name is not None and authority_of(name) == key:
                return name
        return key

    def _sentence(self, figure: Figure) -> str:
        """The letters of a figure's sentence, when they are too many to be met by chance."""
        text = self._texts(figure.doc)[figure.sentence_start : figure.sentence_end]
        letters = fold(text)
        return letters if len(letters) >= _LONG else ""

    def _works(self, figure: Figure) -> str | None:
        """The one publisher whose work the notes of a figure cite; None for none, and for several."""
        if figure.doc not in self._cited:
            self._cited[figure.doc] = _supports(self._notes(figure.doc))
        keys = {key for start, end, key in self._cited[figure.doc] if start <= figure.start < end}
        return keys.pop() if len(keys) == 1 else None


def _supports(notes: Iterable[Note]) -> list[tuple[int, int, str]]:
    """Stretches of running text with the publisher of each work that their note cites."""
    return [
        (place.supports_start, place.supports_end, _key(citation.publisher))
        for note in notes
        for place in note.places
        for citation in note.citations
        if citation.publisher and not citation.see_also
    ]


def notes_in(readings: Iterable[Reading]) -> Notes:
    """The notes of some documents, each read when it is asked for."""
    by_doc = {reading.document.path: reading.document for reading in readings}

    def notes(doc: str) -> Sequence[Note]:
        if not any(by_doc[doc].spans_of("note_mark")):
            return ()
        # Only now: a document without notes is compared without it.
        from tieout.sources.read import sources_of

        return sources_of(by_doc[doc]).notes

    return notes


@cache
def _key(publisher: str) -> str:
    """The key of a publisher as `authority_of` gives it for its name."""
    named = _names().get(publisher)
    return authority_of(named) or publisher


@cache
def _names() -> Mapping[str, str]:
    from tieout.sources.publisher import shipped

    return {publisher.key: publisher.name for publisher in shipped().publishers}


def originals(figures: Sequence[Figure], publishers: Publications, readings: Iterable[Reading] = ()) -> int:
    """How many independent originals stand behind figures that give one number; without their documents by what the
    figures and the publishers say alone."""
    held = tuple(readings)
    known = {reading.document.path for reading in held}
    notes, texts = notes_in(held), texts_in(held)
    return Origins(
        publishers, lambda d: notes(d) if d in known else (), lambda d: texts(d) if d in known else ""
    ).count(figures)


def texts_in(readings: Iterable[Reading]) -> Texts:
    """The texts of some documents."""
    by_doc = {reading.document.path: reading.document.text for reading in readings}
    return lambda doc: by_doc[doc]


def corroboration(found: Iterable[Comparison], figure_id: str) -> int:
    """How many independent originals give a figure's number: 1 when nobody else does."""
    giving = (c for c in found if c.relation in _SAYING and any(f.id == figure_id for f in c.figures))
    return max((c.originals for c in giving), default=1)
