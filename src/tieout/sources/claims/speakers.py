"""Speakers: who a text says counted a number, read only when asked for, by the reader of attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.evidence.attribution import AttributionReader
from tieout.evidence.figure import Attribution
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import mentions_of
from tieout.evidence.passage import Setting
from tieout.reading.document import Document
from tieout.sources.claims.line import Line


class Speakers:
    """Remembers what it has read; each passage is read by itself, so that the order of questions does not matter."""

    def __init__(self, documents: dict[str, Document]) -> None:
        self._documents = documents
        self._read: dict[tuple[str, int], list[tuple[Mention, Sequence[Attribution]]]] = {}

    def of(self, line: Line, mention: Mention) -> list[Attribution]:
        """Those whom the sentence itself names for a number, whoever counted before whoever said."""
        passage = line.passage
        key = (line.doc, passage.index)
        if key not in self._read:
            document = self._documents[line.doc]
            passage = replace(passage, index=0, headings=(), lead=None)
            setting = Setting(document, [passage], line.language, None, None)
            mentions = mentions_of(passage, line.language, line.habit)
            self._read[key] = list(zip(mentions, AttributionReader(setting).read(passage, mentions), strict=True))
        low, high = line.whole.start, line.whole.end
        for found, names in self._read[key]:
            if found.start == mention.start:
                return [n for n in names if low <= n.start < high and n.role in ("counted", "said")]
        return []
