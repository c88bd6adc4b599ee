"""What a number counts: the noun phrase of the text, near the number, before it, or carried over from the one before.

It reads the passage around a mention and nothing else; a phrase that is not printed is never made up, and where none is
found the answer is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieout.evidence.cell import CellMeasures
from tieout.evidence.concept import concept_of, counting_of
from tieout.evidence.figure import Anchor, Basis
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting
from tieout.evidence.sentence import SentenceMeasures, carries, family
from tieout.evidence.wording import Pieces

__all__ = ["MeasureContext", "MeasureReader", "concept_of", "counting_of"]


@dataclass(frozen=True, slots=True)
class MeasureContext:
    """What is counted, in the text's words; `anchors` are document offsets of those words."""

    measure: str
    anchors: tuple[Anchor, ...]
    basis: Basis
    counting: str | None = None
    """What one unit of the count is (`complaint`, `victim`, `person`), when the words say it."""
    concept: str | None = None
    """An id common to all languages (`homicide`, `poverty`), when the words name one."""


class MeasureReader:
    """Reads the measures of a document's mentions, passage by passage."""

    def __init__(self, setting: Setting) -> None:
        self._language = "es" if setting.language == "es" else "en"
        self._cells = CellMeasures(setting.passages, self._language)
        self._last: tuple[int, str, MeasureContext] | None = None

    def read(self, passage: Passage, mentions: Sequence[Mention]) -> list[MeasureContext | None]:
        """The measure of each mention (in text order), None where the text gives none.

        Passages come in reading order: a measure may be carried from the passage before.
        """
        if passage.block.kind == "cell":
            return [self._of_cell(passage, mention) for mention in mentions]
        out: list[MeasureContext | None] = []
        last = self._last[1:] if self._last is not None and self._near(passage, self._last[0]) else None
        whole = last[1] if last is not None and last[0] == "count" else None
        for bounds, group in _grouped(passage, mentions):
            sentence = SentenceMeasures(passage, bounds, group, self._language)
            for index, (mention, pieces) in enumerate(zip(group, sentence.measures(), strict=True)):
                context = self._context(passage, pieces) if pieces else None
                context = self._joined(whole, context) if index in sentence.parts else _resumed(context, out)
                if context is None and last is not None and carries(last[0], mention):
                    context = last[1]
                if context is not None:
                    last = (family(mention), context)
                    self._last = (passage.index, *last)
                    if last[0] == "count" and index not in sentence.parts:
                        whole = context
                out.append(context)
        return out

    def _joined(self, whole: MeasureContext | None, part: MeasureContext | None) -> MeasureContext | None:
        """A part with the whole it is a part of, named in an earlier sentence."""
        if whole is None or part is None:
            return part
        return self._named(f"{whole.measure} {part.measure}", (*whole.anchors, *part.anchors), "printed")

    @staticmethod
    def _near(passage: Passage, index: int) -> bool:
        return passage.index - index <= 1 and passage.block.kind not in ("heading", "title", "note")

    def _context(self, passage: Passage, pieces: Pieces) -> MeasureContext:
        words = " ".join(passage.text[start:end] for start, end in pieces)
        anchors = tuple(passage.view.span(start, end) for start, end in pieces)
        return self._named(words, anchors, "printed")

    def _named(self, words: str, anchors: tuple[Anchor, ...], basis: Basis) -> MeasureContext:
        return MeasureContext(
            words, anchors, basis, counting_of(words, self._language), concept_of(words, self._language)
        )

    def _of_cell(self, passage: Passage, mention: Mention) -> MeasureContext | None:
        """The measure of a number in a table."""
        named = self._cells.read(passage, mention)
        if not named:
            return None
        words = ": ".join(page.text[start:end] for page, (start, end) in named)
        anchors = tuple(page.view.span(start, end) for page, (start, end) in named)
        return self._named(words, anchors, "table")


def _grouped(passage: Passage, mentions: Sequence[Mention]) -> list[tuple[tuple[int, int], list[Mention]]]:
    """The mentions of a passage by sentence, with the sentence's bounds."""
    groups: dict[int, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(passage.sentence_at(mention.start), []).append(mention)
    return [(passage.sentences[number], group) for number, group in groups.items()]


def _resumed(context: MeasureContext | None, before: Sequence[MeasureContext | None]) -> MeasureContext | None:
    """A bare noun takes the fuller words it had earlier in the passage (`cases of abuse`, then `cases`)."""
    if context is None or " " in context.measure:
        return context
    head = context.measure.lower()
    fuller = (c for c in reversed(before) if c is not None and c.measure.lower().startswith(head + " "))
    return next(fuller, context)
