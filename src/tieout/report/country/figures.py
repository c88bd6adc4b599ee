"""The figures of a topic: one line a sentence, best first, a fact said again joined to where it is said best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tieout.evidence.figure import Figure
from tieout.index.evidence import changed, series_of
from tieout.language.edtf import last_year
from tieout.report.country.about import About
from tieout.report.country.joined import Joined
from tieout.report.country.model import Direction, Move, Said
from tieout.report.country.sentence import Sentence
from tieout.workspace.entry import Entry

Placed = tuple[Figure, Sentence]
Rank = tuple[int | str, ...]


def said_of(placed: Iterable[Placed], entries: Mapping[str, Entry], about: About, joined: Joined) -> tuple[Said, ...]:
    """The sentences with the figures of a topic, best first."""
    sentences: dict[tuple[str, str], list[Placed]] = {}
    for figure, sentence in placed:
        sentences.setdefault((sentence.doc, _line_of(figure, sentence)), []).append((figure, sentence))
    lines = [(min(_rank(f, entries, about) for f, _ in found), found) for found in sentences.values()]
    out: list[Said] = []
    known: dict[str, int] = {}
    for _, found in sorted(lines, key=lambda line: line[0]):
        figures, sentence = _once(found), found[0][1]
        facts = [joined.fact(figure.id) for figure in figures]
        shown = {known[fact] for fact in facts if fact in known}
        again = next((n for n in sorted(shown) if out[n].sentence.text.lower() == sentence.text.lower()), None)
        if again is None and facts and all(fact in known for fact in facts):
            again = min(shown)
        if again is not None:
            out[again] = Said(out[again].sentence, out[again].figures, (*out[again].also, sentence))
            continue
        known.update((fact, len(out)) for fact in facts)
        out.append(Said(sentence, figures))
    return tuple(out)


def direction_of(placed: Sequence[Placed]) -> Direction | None:
    """The way that figures of change, and counts of several years of one document, say the topic went."""
    by_doc: dict[str, list[Figure]] = {}
    for figure, _ in placed:
        by_doc.setdefault(figure.doc, []).append(figure)
    up: list[Move] = []
    down: list[Move] = []
    for figures in by_doc.values():
        for figure in figures:
            if way := changed(figure):
                (up if way == "up" else down).append(Move(figure))
        for series in series_of(figures):
            first, last = min(series, key=_when), max(series, key=_when)
            one, other = first.value, last.value
            if one is not None and other is not None and one != other and _when(first) < _when(last):
                (up if other > one else down).append(Move(last, first))
    if not up and not down:
        return None
    for moves in (up, down):
        moves.sort(key=lambda move: _when(move.figure), reverse=True)
    return Direction("mixed" if up and down else "up" if up else "down", tuple(up), tuple(down))


def _when(figure: Figure) -> str:
    return figure.period or ""


def _rank(figure: Figure, entries: Mapping[str, Entry], about: About) -> Rank:
    """Lower is better: the newest, in a sentence, of the whole country, its authority printed, the newest document."""
    year = (last_year(figure.period) if figure.period else None) or 0
    printed = figure.authority is not None and figure.basis.get("authority", "printed") == "printed"
    published = int((entries[figure.doc].date or "0")[:4])
    cell = figure.cell is not None
    return (-year, cell, not about.whole(figure), not printed, -published, figure.doc, figure.start)


def _line_of(figure: Figure, sentence: Sentence) -> str:
    """What stands in one line: the figures of a sentence, or those of a table that count the same."""
    return sentence.text if figure.cell is None else f"{figure.cell[0]}: {figure.measure}"


def _once(found: Sequence[Placed]) -> tuple[Figure, ...]:
    """The figures of a sentence in text order, each place once."""
    return tuple({figure.start: figure for figure, _ in sorted(found, key=lambda one: one[0].start)}.values())
