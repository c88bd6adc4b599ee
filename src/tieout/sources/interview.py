"""What a text states of its oral sources: that they agreed to be cited, and on which condition. In its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.reading.document import Document
from tieout.reading.view import silences_of, view_of
from tieout.sources.note import Note
from tieout.sources.source import Source
from tieout.sources.words import word

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
_RUNNING = frozenset({"paragraph", "list_item", "cell", "caption"})


def with_terms(document: Document, sources: Sequence[Source], notes: Sequence[Note]) -> list[Source]:
    """The sources, the oral ones with condition and consent as far as the text states them."""
    if not any(source.kind == "oral" for source in sources):
        return list(sources)
    consent = _stated_consent(document)
    return [
        replace(source, condition=_condition(document, source, notes), consent=consent)
        if source.kind == "oral"
        else source
        for source in sources
    ]


def _stated_consent(document: Document) -> str | None:
    """The sentence of the running text that says who agreed to be cited."""
    silences = silences_of(document)
    for found in word("consent").finditer(document.text):
        for block in document.blocks:
            if block.kind in _RUNNING and block.start <= found.start() < block.end:
                view = view_of(document, block, silences)
                return _sentence_at(view.text, view.find(found.start()))
    return None


def _condition(document: Document, source: Source, notes: Sequence[Note]) -> str | None:
    """The words on anonymity in the notes that cite the source, or in the text they support."""
    cited = set(source.notes)
    for note in notes:
        if note.id not in cited:
            continue
        said = _said(note.text or "")
        if said and note.text:
            return _sentence_at(note.text, said.start())
        if note.supports_start is not None and note.supports_end is not None:
            words = " ".join(document.text[note.supports_start : note.supports_end].split())
            said = _said(words)
            if said:
                return _sentence_at(words, said.start())
    return None


def _said(text: str) -> re.Match[str] | None:
    """The words of a text on anonymity, or on an identity that is withheld."""
    return word("anonymity").search(text) or word("withheld").search(text)


def _sentence_at(text: str, at: int) -> str:
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= at < sentence.end():
            return sentence[0].strip()
    return text.strip()
