"""Ties of figures to official tables: what each table and vintage computes, and whether the text's words allow it.

A tie breaks only when the text names the table's own authority, counts the same thing, and no vintage of it agrees.
Whatever else disagrees is open, with the reason; every table that was asked is named, those without an answer too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from tieout.checks.official.asked import question_of
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Figure
from tieout.series.answers import shown_with_unit
from tieout.series.number import shown
from tieout.series.question import Answer, Question, answer, country_of, measures_of
from tieout.series.store import Store, Table
from tieout.series.total import aside
from tieout.series.window import Window
from tieout.ties.interval import Interval, percent_change, point
from tieout.ties.judge import tie_of
from tieout.ties.stated import HARD, SOFT, Look
from tieout.ties.tie import Tie, TieSource, Verdict

REVISED = Fraction(2, 100)
"""How far a count of a past year moves when its table is revised: two vintages of Peru's police complaints differ by
1.6 percent in the extortion of 2023. A text within it rests on an earlier vintage."""
_SAME_THING = ({"complaint", "report"}, {"death", "victim", "person", "incident", "case"})
"""Counting units that may stand for each other."""
LOOSE = ("share", "rank")
"""Of what a text's share or rank is one, it seldom says whole: when it disagrees it may mean another whole."""
PERCENT, COUNT = "percent", "count"


@dataclass(frozen=True, slots=True)
class _Judged:
    """A table's answer and what it makes of the text's figure."""

    answer: Answer
    verdict: Verdict
    reason: str | None
    months: Answer | None = None
    """What it says by whole months, when it has nothing finer for the text's days."""


def data_ties(reading: Reading, store: Store) -> Iterator[Tie]:
    """A tie for each figure of a document and each table that counts its thing in its country."""
    asked = [(f, q) for f in reading.figures if f.where != "note" and (q := question_of(f, reading.language))]
    tables = store.tables()
    if not asked or not tables:
        return
    for figure, question in asked:
        yield from _ties_of(figure, question, tables)


def _ties_of(figure: Figure, question: Question, tables: Sequence[Table]) -> Iterator[Tie]:
    country = country_of(question.place)
    answers = [
        answer(table, key, fitting, tables)
        for table in tables
        if table.spec.places.country in (country, "001")
        for key in measures_of(table, question.measure)
        if (fitting := _fitting(table, key, question))
    ]
    judged = [_judged(figure, one) for one in answers]
    if question.guessed:
        judged = [
            replace(one, verdict="open", reason=one.reason if one.answer.value is None else "no_base") for one in judged
        ]
    judged = [replace(one, months=_by_months(one.answer, tables)) for one in judged]
    for _, group in groupby(judged, key=lambda one: one.answer.table.spec.id):
        vintages = list(group)
        agrees = any(one.verdict == "holds" for one in vintages)
        for one in vintages:
            outdone = agrees and one.verdict == "breaks"
            yield _tie(figure, replace(one, verdict="open", reason="revised") if outdone else one)


def _fitting(table: Table, key: str, question: Question) -> Question | None:
    """The question as this table can take it: a percentage is a value of a table of percentages (a poverty rate), and a
    share of the country in a table of counts; None when the table's unit is another."""
    unit, country = table.spec.measures[key].unit, table.spec.places.country
    if question.make == "share" and unit == PERCENT:
        return replace(question, make="value")
    if question.make in ("share", "rank"):
        return question if unit == COUNT and question.place != country != "001" else None
    if question.make == "value" and unit != COUNT:
        return None
    return question


def _judged(figure: Figure, found: Answer) -> _Judged:
    """One table alone: holds, breaks, or open and why."""
    spec = found.table.spec
    if found.value is None:
        return _Judged(found, "open", _code(found))
    if not _same_thing(figure, found):
        return _Judged(found, "open", "other_definition")
    stated = _stated(figure)
    if stated is None:
        return _Judged(found, "open", "no_value")
    if found.question.make in LOOSE and found.value not in stated:
        return _Judged(found, "open", "other_whole")
    names = figure.authority is not None and spec.names_authority(figure.authority)
    if figure.authority is not None and not names:
        return _Judged(found, "open", "other_authority")
    if found.value in stated:
        expected = _stated(figure, SOFT)
        surprise = expected is not None and not expected.meets(_revised(found))
        return _Judged(found, "open" if surprise else "holds", "soft_only" if surprise else None)
    if stated.meets(_revised(found)):
        return _Judged(found, "holds", "within_revision")
    return _Judged(found, "breaks", None) if names else _Judged(found, "open", "no_authority")


def _by_months(found: Answer, tables: Sequence[Table]) -> Answer | None:
    """The answer for the whole months that the periods touch, from a table that is too coarse for the days."""
    if found.table.spec.step != "month" or _code(found) != "step":
        return None
    windows = [Window(one.place, one.start, one.end).by_months() for one in found.totals]
    periods = tuple(f"{w.start:%Y-%m}/{w.end:%Y-%m}" for w in windows)
    asked = replace(found.question, periods=periods)
    stated = answer(found.table, found.totals[0].measure, asked, tables)
    return stated if stated.value is not None else None


def _code(found: Answer) -> str:
    whys = [one.why for one in found.totals if one.why]
    return whys[0] if whys else "no_answer"


def _stated(figure: Figure, look: Look = HARD) -> Interval | None:
    """What the words allow, in the answer's unit; a fall in percent is negative, twice as many is 100 percent more."""
    if figure.kind == "rank":
        return point(figure.value) if figure.value is not None else None
    if figure.kind == "share":
        plain = look.plain(figure)
        return plain.scaled(100) if plain is not None and figure.unit == "share" else plain
    if figure.kind not in ("change", "rate"):
        return look.plain(figure)
    stated = look.worked_out(figure)
    if stated is None:
        return None
    if figure.unit == "fold":
        return (stated - point(1)).scaled(100)
    return -stated if figure.direction == "decrease" else stated


def _revised(found: Answer) -> Interval:
    """The values that the table's own revisions make possible: every count may move by REVISED."""
    moved = Interval(1 - REVISED, 1 + REVISED)
    if found.question.make == "change":
        base, end = (moved.scaled(one.value or Fraction(0)) for one in found.totals)
        return percent_change(base, end)
    return moved.scaled(found.value or Fraction(0))


def _same_thing(figure: Figure, found: Answer) -> bool:
    theirs = found.table.spec.measures[found.totals[0].measure].counting
    if figure.counting is None or theirs is None or figure.counting == theirs:
        return True
    return any({figure.counting, theirs} <= same for same in _SAME_THING)


def _tie(figure: Figure, judged: _Judged) -> Tie:
    found = judged.answer
    spec = found.table.spec
    made = tie_of(
        "data",
        judged.verdict,
        [figure],
        stated=" ".join(figure.text.split()),
        computed=_computed(found) + (f"; by whole months {_computed(judged.months)}" if judged.months else ""),
        reason=judged.reason,
    )
    sql, notes = "; ".join(one.sql for one in found.totals), tuple(str(note) for note in found.notes)
    source = TieSource(spec.id, spec.vintage, spec.authority, sql, notes)
    name = _id(figure.id, spec.name, found.totals[0].measure)
    return replace(made, id=name, reason=judged.reason, source=source)


def _id(*parts: str) -> str:
    """A name that stays: the figure, the table, the measure."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]


def _computed(found: Answer) -> str:
    name = found.table.spec.name
    if found.value is None:
        return f"{name}: {found.why}"
    parts = ", ".join(f"{shown(one.value or Fraction(0))} ({one.start} to {one.end})" for one in found.totals)
    left = "".join(f"; {note}" for note in aside(found.table))
    return f"{name}: {shown_with_unit(found)} from {parts}{left}"
