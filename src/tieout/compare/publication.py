"""A Publication: who put a document out, and when. Whoever gathered the documents knows it; nothing is guessed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tieout.evidence.corpus import Reading


@dataclass(frozen=True, slots=True)
class Publication:
    """One document as a source. What is not known is None."""

    doc: str
    """Its name in every record."""
    publisher: str | None = None
    date: str | None = None
    """EDTF."""
    title: str | None = None
    key: str | None = None
    """The short key it is cited by."""

    @property
    def label(self) -> str:
        """What it is called in a list: publisher and year, else its title, else its name."""
        year = self.date[:4] if self.date else None
        name = self.publisher or self.title or self.doc
        return f"{name} ({year})" if year else name


Publications = Mapping[str, Publication]
"""By the name that records carry (`Figure.doc`)."""


def publications(readings: Iterable[Reading]) -> dict[str, Publication]:
    """What the documents say of themselves."""
    return {
        reading.document.path: Publication(
            reading.document.path, _publisher(reading.document.metadata), reading.document.date, reading.document.title
        )
        for reading in readings
    }


def _publisher(metadata: Mapping[str, str]) -> str | None:
    return metadata.get("publisher") or metadata.get("author") or None
