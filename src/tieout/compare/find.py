"""Finding comparisons over a corpus: pairs, and what several figures of several documents say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tieout.compare.attitudes import attitudes
from tieout.compare.chains import chains
from tieout.compare.comparison import RELATIONS, Comparison
from tieout.compare.groups import groups
from tieout.compare.originals import Notes, Origins, notes_in, texts_in
from tieout.compare.pairs import pairs
from tieout.compare.parts import parts
from tieout.compare.point import Point, points
from tieout.compare.publication import Publications, publications
from tieout.compare.rates import people, rates
from tieout.compare.trends import trends, trends_in
from tieout.evidence.corpus import Corpus, Reading
from tieout.ties.find import find_ties
from tieout.ties.tie import Tie


def comparisons(
    corpus: Corpus,
    publishers: Publications | None = None,
    ties: Iterable[Tie] | None = None,
    notes: Notes | None = None,
) -> tuple[Comparison, ...]:
    """All comparisons between the documents of a corpus, by subject, then by relation, then by text order.

    `publishers` add to what the documents say of themselves; `ties` within the documents and their `notes` are read
    anew when not given.
    """
    readings = list(corpus.readings())
    if len(readings) < 2:
        return ()
    known = {**publications(readings), **(publishers or {})}
    origins = Origins(known, notes or notes_in(readings), texts_in(readings))
    found = [point for order, reading in enumerate(readings) for point in points(reading, order)]
    paired = pairs(found, known)
    together = (
        *groups(paired, origins),
        *chains(found, origins),
        *rates(found, people(readings), origins),
        *parts(_ties(readings) if ties is None else ties, paired, origins),
        *attitudes(_with_sentences(readings, found), origins),
        *trends(
            (trend for order, reading in enumerate(readings) for trend in trends_in(reading, order)), found, origins
        ),
    )
    out: dict[frozenset[tuple[str, int, int]], Comparison] = {}
    for one in together:
        out.setdefault(frozenset((m.doc, m.start, m.end) for m in one.members), one)
    return tuple(sorted(out.values(), key=_order))


def _ties(readings: Iterable[Reading]) -> Iterator[Tie]:
    for reading in readings:
        yield from find_ties(reading.document, reading.language, reading.passages, reading.figures)


def _with_sentences(readings: Sequence[Reading], found: Iterable[Point]) -> Iterator[tuple[Point, str]]:
    for point in found:
        figure = point.figure
        yield point, readings[point.order].document.text[figure.sentence_start : figure.sentence_end]


def _order(one: Comparison) -> tuple[str, str, str, int, str, int, str]:
    subject, first = one.subject, one.members[0]
    where = subject.place_code or subject.place or ""
    return subject.topic, where, subject.unit, RELATIONS.index(one.relation), first.doc, first.start, one.id
