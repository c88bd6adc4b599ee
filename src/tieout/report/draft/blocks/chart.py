"""`{tieout chart=SERIES place=PE}`: a series of an official table by month, with the table as its source.

`measure=` where the table counts several things, `during=` for some of its days, `windows=` and `laws=` for files of
them, `data=` for the folder of tables when the workspace names none.
"""

from __future__ import annotations

from pathlib import Path

from tieout.report.draft import markdown
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling


def fill(block: Block, filling: Filling) -> str:
    """The chart with its caption."""
    from tieout.report.series.timeline import Timeline, timeline_chart
    from tieout.series.laws import Laws, read_laws
    from tieout.series.question import measures_of
    from tieout.series.window import NOTHING_KNOWN, parse_window, read_windows

    place = block.options.get("place") or filling.country(block)
    wanted = block.options.get("measure")
    meant = [
        (table, key)
        for table in store(block, filling).tables()
        for key in table.loaded.measures
        if block.value in (table.spec.id, table.spec.name) or key in measures_of(table, block.value)
        if (wanted is None or key in measures_of(table, wanted)) and table.spec.step != "year"
    ]
    if len({(table.spec.id, key) for table, key in meant}) != 1:
        found = ", ".join(f"chart={t.spec.id} measure={key}" for t, key in meant) or "no table counts it by month"
        raise filling.fault(block, f"{block.value or 'name a series'}: {found}")
    table, key = meant[-1]
    register = read_windows(_file(block, filling, "windows")) if "windows" in block.options else NOTHING_KNOWN
    laws = read_laws(_file(block, filling, "laws")) if "laws" in block.options else Laws()
    days = parse_window(block.options["during"], place) if "during" in block.options else None
    start, end = (days.start, days.end) if days else (table.spec.coverage.start, table.spec.coverage.end)
    line = Timeline(table, key, place, start, end, register, laws)
    if not line.months():
        raise filling.fault(block, f"{table.spec.name} has no months of {place} from {start} to {end}")
    address = filling.picture(timeline_chart(line, filling.language, WIDTH))
    return f"![{captioned(line.title(filling.language), table.citation(), filling)}]({address}){{.chart}}"


WIDTH = 560
"""Points: what the page of a report has."""


def store(block: Block, filling: Filling):  # type: ignore[no-untyped-def]
    """The tables that the block, or else the workspace, names."""
    from tieout.series.store import Store

    return Store(filling.option(block, "data", filling.workspace.scope.data))


def captioned(title: str, citation: str, filling: Filling) -> str:
    """A title and the table that is its source."""
    return f"{markdown.words(title)}. {filling.words('part', 'source')} {markdown.words(citation)}"


def _file(block: Block, filling: Filling, name: str) -> Path:
    return filling.near(block.options[name])
