"""Which record stands behind each number of a draft: of what its sentence cites, the one that says the same number.

A number in digits whose sentence cites nothing, or whose sources hold no such number, is told with its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.report.draft.citing import Bracket, Cited
from tieout.report.draft.draft import Draft
from tieout.sources.stems import words_of
from tieout.ties.stated import hard
from tieout.workspace.workspace import Workspace

_RUNNING = frozenset({"paragraph", "list_item", "cell", "caption"})
_PERCENT = frozenset({"percent", "percentage_point"})
_CAPTION = re.compile(r"[ \t|]*\s*(?::|Table:|Tabla:)[^\n]*(?:\n[^\n]+)*")
_Within = Callable[[int, int], tuple[Bracket, ...]]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the draft: `text[start:end]` are its digits. `record` is None for what the author answers for."""

    figure: Figure
    start: int
    end: int
    record: Figure | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the draft (or a whole table) with what it cites. Offsets are the draft's."""

    start: int
    end: int
    text: str
    brackets: tuple[Bracket, ...]

    @property
    def cited(self) -> Iterator[Cited]:
        return (one for bracket in self.brackets for one in bracket.cited)


@dataclass(frozen=True, slots=True)
class Bound:
    """What was found of a draft's numbers."""

    numbers: tuple[Number, ...]
    unsourced: tuple[Number, ...]
    """Those whose sentence cites nothing."""
    unmatched: tuple[Number, ...]
    """Those that no source of their sentence has."""


def statements(draft: Draft, brackets: Sequence[Bracket]) -> list[Statement]:
    """The sentences of the running text with the brackets that stand in or right behind them, in text order."""
    starts = [bracket.start for bracket in brackets]

    def within(start: int, end: int) -> tuple[Bracket, ...]:
        return tuple(brackets[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)])

    out: list[Statement] = []
    tables: dict[int, list[Passage]] = defaultdict(list)
    notes = _notes(draft, within)
    for passage in draft.reading.passages:
        if passage.block.table is not None:
            tables[passage.block.table].append(passage)
        elif passage.block.kind in _RUNNING:
            out += _sentences(draft, passage, within, notes)
    for passages in tables.values():
        start, end = min(p.block.start for p in passages), max(p.block.end for p in passages)
        text = " ".join(p.text for p in passages)
        out.append(Statement(start, end, text, within(start, _with_caption(draft.text, end))))
    return sorted(out, key=lambda s: s.start)


def bound(draft: Draft, brackets: Sequence[Bracket], workspace: Workspace) -> Bound:
    """Every number of the draft's own text with its record."""
    found = statements(draft, brackets)
    starts = [statement.start for statement in found]
    evidence = _Evidence(workspace)
    numbers: list[Number] = []
    unsourced: list[Number] = []
    unmatched: list[Number] = []
    for figure in draft.reading.figures:
        index = bisect_right(starts, figure.start) - 1
        if index < 0 or figure.start >= found[index].end:
            continue
        statement = found[index]
        start, end = _digits(figure)
        record = evidence.behind(figure, statement)
        number = Number(figure, start, end, record)
        heading = draft.heading_at(figure.start)
        printed = any(c.isdigit() for c in draft.text[start:end])
        if not printed and (record is None or record not in [one.record for one in statement.cited]):
            continue  # `the two counts`: a word, no number that anybody looks up
        if record is not None or (printed and any(bracket.own for bracket in statement.brackets)):
            numbers.append(number)
        elif heading is not None and heading.own:
            continue
        elif statement.brackets:
            unmatched.append(number)
        else:
            unsourced.append(number)
    return Bound(tuple(numbers), tuple(unsourced), tuple(unmatched))


class _Evidence:
    """The figures of the sources, by what they say."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._by_value: dict[str, dict[object, list[Figure]]] = {}

    def behind(self, figure: Figure, statement: Statement) -> Figure | None:
        """The record that says a number: one that is cited by its id, else one near it, else the nearest in words of
        the sources cited."""
        cited = [one for one in statement.cited if one.entry is not None]
        named = [one.record for one in cited if isinstance(one.record, Figure)]
        for record in named:
            if _same(figure, record):
                return record
        for one in cited:
            assert one.entry is not None
            alike = [f for f in self._figures(one.entry.doc).get((figure.value, figure.high), ()) if _unit(figure, f)]
            if alike:
                return self._best(figure, alike, one, statement)
        return next((record for record in named if _within(figure, record)), None)

    def _figures(self, doc: str) -> dict[object, list[Figure]]:
        if doc not in self._by_value:
            held: dict[object, list[Figure]] = defaultdict(list)
            for figure in self._workspace.part(doc).figures:
                if figure.value is not None:
                    held[figure.value, figure.high].append(figure)
            self._by_value[doc] = held
        return self._by_value[doc]

    def _best(self, figure: Figure, alike: Sequence[Figure], cited: Cited, statement: Statement) -> Figure:
        """Of several records with one number: the nearest to the record cited, or the most like the sentence."""
        if cited.record is not None:
            at = cited.record.start
            return min(alike, key=lambda f: (abs(f.start - at), f.start))
        said = {word.root for word in words_of(statement.text)}
        text = self._workspace.part(alike[0].doc).document.text

        def shared(record: Figure) -> tuple[bool, int]:
            sentence = text[record.sentence_start : record.sentence_end]
            in_table = figure.where == record.where == "table"
            return in_table, len(said & {word.root for word in words_of(sentence)})

        return max(alike, key=lambda f: (shared(f), -f.start))


def _same(figure: Figure, record: Figure) -> bool:
    return (
        figure.value is not None
        and (figure.value, figure.high) == (record.value, record.high)
        and _unit(figure, record)
    )


def _within(figure: Figure, record: Figure) -> bool:
    """Whether a record that is cited by its id is what the words of a number allow: `more than 2,500` for 2,568."""
    allowed = hard(figure)
    return allowed is not None and record.value is not None and _unit(figure, record) and record.value in allowed


def _unit(one: Figure, other: Figure) -> bool:
    """Whether two numbers count in one unit; people are `count` in one sentence and `persons` in another."""
    return one.unit == other.unit or not ({one.unit, other.unit} & _PERCENT)


def _sentences(
    draft: Draft, passage: Passage, within: _Within, notes: Mapping[str, tuple[Bracket, ...]]
) -> Iterator[Statement]:
    starts = [passage.view.offsets[start] for start, _ in passage.sentences]
    marks = [span for span in draft.reading.document.spans_of("note_mark") if span.label in notes]
    for (first, last), start, end in zip(passage.sentences, starts, [*starts[1:], passage.block.end], strict=True):
        noted = (b for span in marks if start <= span.start < end for b in notes[span.label or ""])
        yield Statement(start, end, passage.text[first:last], (*within(start, end), *noted))


def _notes(draft: Draft, within: _Within) -> dict[str, tuple[Bracket, ...]]:
    """The brackets in the bodies of the author's own notes, by label."""
    blocks = (block for block in draft.reading.document.blocks if block.kind == "note")
    return {block.label or "": within(block.start, block.end) for block in blocks if within(block.start, block.end)}


def _with_caption(text: str, end: int) -> int:
    """Where the caption below a table ends."""
    found = _CAPTION.match(text, end)
    return found.end() if found else end


def _digits(figure: Figure) -> tuple[int, int]:
    """Where the number itself stands among a figure's words; all of them for a range."""
    if figure.high is not None or figure.value_text not in figure.text:
        return figure.start, figure.end
    start = figure.start + figure.text.index(figure.value_text)
    return start, start + len(figure.value_text)
