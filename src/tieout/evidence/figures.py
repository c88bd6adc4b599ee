"""From a Document to its Figures: numbers are found passage by passage, then each context reader adds what it knows."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import replace

from tieout.evidence.attribution import AttributionReader, authority_of
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Anchor, Attribution, Basis, Figure, Where
from tieout.evidence.measure import MeasureContext, MeasureReader
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import mentions_of
from tieout.evidence.passage import Passage, Setting, passages_of
from tieout.evidence.period import PeriodContext, PeriodReader
from tieout.evidence.place import SURVEY, PlaceContext, PlaceReader, dominant_country, survey_of
from tieout.evidence.tables import Tables
from tieout.language.detect import language_of, passage_language
from tieout.language.habit import Habit, habit_of
from tieout.reading.document import Document

_AFFIX = 32
"""Characters of prefix and suffix kept with a record, to find it again after re-extraction."""

_HEARD = 3
"""Passages without figures that readers hear before one with figures; they remember no further back."""

_NOTE = 60
"""Characters that tell the language of a note."""

_WHERE: dict[str, Where] = {"cell": "table", "note": "note", "caption": "caption", "title": "title"}


def figures_of(document: Document, language: str | None = None) -> list[Figure]:
    """All figures of a document, in text order. `language` overrides the document's own and the detected one."""
    return read_figures(setting_of(document, language))


def reading_of(document: Document) -> Reading:
    """A document with its passages and figures, ready to be checked."""
    setting = setting_of(document)
    return Reading(document, setting.language, setting.passages, read_figures(setting))


def setting_of(document: Document, language: str | None = None) -> Setting:
    """What the readers of context need to know of a document: passages, language, country, date."""
    language = language or document.language or language_of(document.text)
    passages = passages_of(document, language)
    survey = survey_of(passages)
    country = document.country or dominant_country(passages, document.title, survey)
    return Setting(document, passages, language, country, document.date, notes={SURVEY: survey})


def read_figures(setting: Setting) -> list[Figure]:
    """The figures of a document whose setting is known."""
    habit = habit_of(setting.document.text, setting.language)
    readers, tables = _Readers(setting), Tables(setting.passages, setting.language)
    found: list[Figure] = []
    seen: Counter[str] = Counter()
    waiting: deque[Passage] = deque(maxlen=_HEARD)
    for passage in setting.passages:
        mentions = tables.read(passage, mentions_of(passage, *_manner(passage, setting, habit)))
        if mentions:
            for skipped in waiting:
                readers.skip(skipped)
            waiting.clear()
            found.extend(readers.figures(passage, mentions))
        else:
            waiting.append(passage)
    found.sort(key=lambda f: (f.start, f.end))
    return [_with_id(figure, setting.document, seen) for figure in found]


def _manner(passage: Passage, setting: Setting, habit: Habit) -> tuple[str, Habit]:
    """Language and habit to read a passage by: notes cite titles in other languages than the document's own, and a
    report may quote a paragraph, or be put together of two languages."""
    note = passage.block.kind == "note" and len(passage.text) > _NOTE
    language = language_of(passage.text) if note else passage_language(passage.text, setting.language)
    if language != setting.language:
        return language, habit_of(passage.text, language)
    return setting.language, habit


class _Readers:
    """The four context readers, called together in document order."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._measure = MeasureReader(setting)
        self._place = PlaceReader(setting)
        self._period = PeriodReader(setting)
        self._attribution = AttributionReader(setting)

    def skip(self, passage: Passage) -> None:
        """Let the readers that remember see a passage without figures."""
        self._place.read(passage, [])
        self._period.read(passage, [])

    def figures(self, passage: Passage, mentions: Sequence[Mention]) -> list[Figure]:
        contexts = zip(
            mentions,
            self._measure.read(passage, mentions),
            self._place.read(passage, mentions),
            self._period.read(passage, mentions),
            self._attribution.read(passage, mentions),
            strict=True,
        )
        return [self._figure(passage, *context) for context in contexts]

    def _figure(
        self,
        passage: Passage,
        mention: Mention,
        measure: MeasureContext | None,
        place: PlaceContext | None,
        period: PeriodContext,
        attribution: tuple[Attribution, ...],
    ) -> Figure:
        document = self._setting.document
        start, end = passage.view.span(mention.start, mention.end)
        first, last = passage.sentences[passage.sentence_at(mention.start)]
        sentence_start, sentence_end = passage.view.span(first, last)
        anchors: dict[str, tuple[Anchor, ...]] = {}
        basis: dict[str, Basis] = {}
        for name, context in (("measure", measure), ("place", place), ("period", period)):
            if context is not None and context.anchors:
                anchors[name] = tuple(context.anchors)
            if context is not None and context.basis is not None:
                basis[name] = context.basis
        block = passage.block
        return Figure(
            id="",
            doc=document.path,
            start=start,
            end=end,
            text=document.text[start:end],
            value=mention.value,
            value_text=mention.value_text,
            bound=mention.bound,
            unit=mention.unit,
            kind=mention.kind,
            high=mention.high,
            decimals=mention.decimals,
            side=mention.side,
            direction=mention.direction,
            measure=measure.measure if measure else None,
            concept=measure.concept if measure else None,
            counting=measure.counting if measure else None,
            denominator=mention.denominator,
            of=mention.of,
            place=place.place if place else None,
            place_code=place.code if place else None,
            period=period.period,
            base_period=period.base_period,
            attribution=attribution,
            authority=authority_of(attribution),
            anchors=anchors,
            basis=basis,
            where=_WHERE.get(block.kind, "body"),
            cell=None if block.table is None or block.kind != "cell" else (block.table, block.row or 0, block.col or 0),
            sentence_start=sentence_start,
            sentence_end=sentence_end,
            prefix=document.text[max(0, start - _AFFIX) : start],
            suffix=document.text[end : end + _AFFIX],
            ocr=document.is_ocr(start, end),
        )


def _with_id(figure: Figure, document: Document, seen: Counter[str]) -> Figure:
    """The figure with its identity: content hash of the document, normalised quote, which occurrence of it."""

    quote = " ".join(figure.text.split()).lower()
    seen[quote] += 1
    key = f"{document.sha256}\n{quote}\n{seen[quote]}"
    return replace(figure, id=hashlib.sha256(key.encode()).hexdigest()[:10])
