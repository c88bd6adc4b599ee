"""The page of a map: one question to every region of a country, drawn, and as a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from tieout.report.charts import Spec
from tieout.report.series.html import drawn, rendered
from tieout.report.series.map_chart import map_chart
from tieout.report.series.regions import Regions
from tieout.report.series.words import Words
from tieout.series.mapped import Mapped
from tieout.series.question import Answer, Make
from tieout.series.sentence import place_name
from tieout.series.words import number, phrase

DIVERGING: tuple[Make, ...] = ("change", "difference")
"""What can be below zero: its shades turn there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its value and the totals it is made of, or why it has none."""

    name: str
    code: str
    value: str
    parts: list[str]
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """The map of one table."""

    title: str
    table: str
    chart: Markup
    caption: str
    notes: list[str]
    heads: list[str]
    rows: list[Row]
    citation: str
    queries: list[str]


def map_page(found: Sequence[Mapped], regions: Regions, language: str) -> str:
    """The page with a map for each table."""
    w = Words(language)
    items = [_item(one, regions, w, f"m{number}") for number, one in enumerate(found, 1)]
    country = place_name(found[0].question.place, language)
    return rendered("map.html", w, title=map_title(found[0], language), country=country, items=items)


def map_spec(one: Mapped, regions: Regions, language: str) -> Spec:
    """The map of one table as a spec of its own."""
    values = {code: found.value for code, found in one.known.items() if found.value is not None}
    return map_chart(regions, values, Words(language), diverging=one.question.make in DIVERGING)


def map_rows(one: Mapped, language: str) -> list[list[str]]:
    """The numbers behind a map as rows: code, name, exact value, why not."""
    return [
        [code, place_name(code, language), "" if found.value is None else str(found.value), found.why or ""]
        for code, found in _ordered(one)
    ]


def map_title(one: Mapped, language: str) -> str:
    """What a map shows, in words."""
    label = one.table.spec.measures[one.measure].label(language)
    periods = one.question.periods
    said = Words(language)(f"map_{one.question.make}", label=label, period=periods[-1], before=periods[0])
    return said[:1].upper() + said[1:]


def _item(one: Mapped, regions: Regions, w: Words, name: str) -> Item:
    language, spec = w.language, one.table.spec
    title = map_title(one, language)
    outlines = w("outlines_given", file=regions.file) if regions.file else w("outlines")
    moved = ", ".join(place_name(code, language) for code in regions.moved)
    first = next(iter(one.known.values()))
    heads = [f"{total.start} – {total.end}" for total in first.totals] if one.question.make != "value" else []
    return Item(
        title,
        f"{spec.name} · {spec.authority} · {spec.title}",
        drawn(map_spec(one, regions, language), title, name),
        " ".join([f"{spec.name}.", *([w("moved", places=moved)] if moved else []), outlines]),
        list(dict.fromkeys(note.said(language) for answer in one.answers.values() for note in answer.notes)),
        heads,
        [_row(code, answer, len(heads), language) for code, answer in _ordered(one)],
        one.table.citation(),
        [total.sql for total in first.totals],
    )


def _ordered(one: Mapped) -> list[tuple[str, Answer]]:
    """The places from the highest value down, those without one last."""
    return sorted(
        one.answers.items(), key=lambda pair: (pair[1].value is None, -(pair[1].value or Fraction(0)), pair[0])
    )


def _row(code: str, found: Answer, parts: int, language: str) -> Row:
    name = place_name(code, language)
    if found.value is None:
        return Row(name, code, "", [], phrase(found.why or "no answer", language))
    totals = [number(total.value or Fraction(0), language) for total in found.totals[:parts]]
    return Row(name, code, number(found.value, language), totals, "")
