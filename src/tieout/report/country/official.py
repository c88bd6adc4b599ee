"""Official data beside what documents say: the series of a country by month, drawn under the topic that it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from tieout.index.framework import Framework
from tieout.language.tables import DEFAULT
from tieout.report.country.gather import BESIDE
from tieout.report.country.lexicon import Lexicon
from tieout.report.country.model import Country
from tieout.report.series.html import drawn
from tieout.report.series.timeline import Timeline, timeline_chart
from tieout.series.laws import Laws
from tieout.series.store import Store, Table
from tieout.series.total import members
from tieout.series.window import NOTHING_KNOWN

WIDE, NARROW = 760, 320


@dataclass(frozen=True, slots=True)
class Chart:
    """A series drawn for a wide page and a narrow one; the table it is from and its citation in words."""

    title: str
    wide: Markup
    narrow: Markup
    citation: str


def charts_of(folder: Path, country: Country, framework: Framework, language: str) -> dict[str, tuple[Chart, ...]]:
    """The charts by the id of their topic. Yearly tables and those that do not speak of the whole country have none."""
    lexicon = Lexicon(framework)
    shown = {topic.id for topic in country.topics}
    out: dict[str, tuple[Chart, ...]] = {}
    for number, (table, key) in enumerate(_series(Store(folder), country.code)):
        concept = table.spec.measures[key].concept
        for topic in lexicon.named(concept.replace("_", " "), DEFAULT) or (BESIDE + concept,):
            if topic in shown and (chart := _chart(table, key, country.code, language, f"o{number}")):
                out[topic] = (*out.get(topic, ()), chart)
    return out


def _series(store: Store, code: str) -> Iterator[tuple[Table, str]]:
    """The measures of the last vintage of each table by month or day."""
    latest = {table.spec.id: table for table in store.tables()}
    for table in latest.values():
        if table.spec.places.country == code and table.spec.step != "year" and members(table, code):
            yield from ((table, key) for key in table.loaded.measures)


def _chart(table: Table, key: str, place: str, language: str, name: str) -> Chart | None:
    line = Timeline(table, key, place, table.spec.coverage.start, table.spec.coverage.end, NOTHING_KNOWN, Laws())
    if not line.months():
        return None
    title = line.title(language)
    wide, narrow = (timeline_chart(line, language, width) for width in (WIDE, NARROW))
    return Chart(title, drawn(wide, title, name), drawn(narrow, title, f"{name}n"), table.citation())
