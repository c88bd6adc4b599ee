"""The sentences of a document as two editions are held against each other: their words, numerals told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tieout.evidence.corpus import Reading
from tieout.evidence.passage import Passage
from tieout.sources.stems import words_of

_READ = frozenset({"paragraph", "list_item", "cell", "caption"})
"""Blocks whose sentences say something; headings and notes are not compared."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the running text. `start`, `end` are the document's offsets."""

    doc: str
    start: int
    end: int
    text: str
    """On one line."""
    exact: str
    """In lower case: equal for sentences that differ in white space and case alone."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its words, without numerals."""
        return frozenset(self.stems)

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """Each stem with the first word that has it, as printed."""
        out: dict[str, str] = {}
        for word in words_of(self.text):
            if not word.number:
                out.setdefault(word.stem, self.text[word.start : word.end])
        return out


def sentences_of(reading: Reading) -> list[Sentence]:
    """The sentences of a document, in order."""
    return [one for passage in reading.passages if passage.block.kind in _READ for one in _of(passage, reading)]


def _of(passage: Passage, reading: Reading) -> Iterator[Sentence]:
    for start, end in passage.sentences:
        text = passage.text[start:end].strip()
        if text:
            low, high = passage.view.span(start, end)
            yield Sentence(reading.document.path, low, high, text, text.lower())
