"""The Corpus: something that yields documents with their figures and passages. Rules read nothing else.

The protocol is small so that a single file, a folder and a stored workspace can each be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.reading.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with what was read from it. Figures are in text order."""

    document: Document
    language: str
    passages: Sequence[Passage]
    figures: Sequence[Figure]


class Corpus(Protocol):
    """What rules are run over."""

    def readings(self) -> Iterable[Reading]:
        """Every document with its figures and passages, in the order given by the user."""


@dataclass(frozen=True, slots=True)
class ReadCorpus:
    """A corpus held in memory."""

    documents: tuple[Reading, ...]

    def readings(self) -> Iterable[Reading]:
        return self.documents
