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
from tieout.series.total import Total
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
        [code, _name(one, code, language), "" if found.value is None else str(found.value), found.why or ""]
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
    moved = ", ".join(_name(one, code, language) for code in regions.moved)
    first = next(iter(one.known.values()))
    heads = [_head(total, one.question.place, language) for total in first.totals if one.question.make != "value"]
    return Item(
        spec.name,
        f"{spec.authority} · {spec.title}",
        drawn(map_spec(one, regions, language), title, name),
        " ".join([f"{spec.name}.", *([w("moved", places=moved)] if moved else []), outlines]),
        list(dict.fromkeys(note.said(language) for answer in one.answers.values() for note in answer.notes)),
        heads,
        [_row(_name(one, code, language), code, answer, len(heads), language) for code, answer in _ordered(one)],
        one.table.citation(),
        [total.sql for total in first.totals],
    )


def _head(total: Total, country: str, language: str) -> str:
    """What a total of an answer counts, and when: `inhabitants, 2024`."""
    label = total.table.spec.measures[total.measure].label(language)
    whole = (total.start.month, total.start.day, total.end.month, total.end.day) == (1, 1, 12, 31)
    year = whole and total.start.year == total.end.year
    where = f" ({place_name(country, language)})" if total.place == country else ""
    return f"{label}{where}, " + (str(total.start.year) if year else f"{total.start} – {total.end}")


def _ordered(one: Mapped) -> list[tuple[str, Answer]]:
    """The places from the highest value down, those without one last."""
    return sorted(
        one.answers.items(), key=lambda pair: (pair[1].value is None, -(pair[1].value or Fraction(0)), pair[0])
    )


def _name(one: Mapped, code: str, language: str) -> str:
    """A place's name; where no gazetteer has one, as the table prints it."""
    printed = next((name.title() for name, held in one.table.spec.places.names.items() if held == code), code)
    name = place_name(code, language)
    return printed if name == code else name


def _row(name: str, code: str, found: Answer, parts: int, language: str) -> Row:
    if found.value is None:
        return Row(name, code, "", [], phrase(found.why or "no answer", language))
    totals = [number(total.value or Fraction(0), language) for total in found.totals[:parts]]
    return Row(name, code, number(found.value, language), totals, "")
