"""`{tieout map="homicide PE 2024 rate"}`: one question of official tables to every region, with the table as source.

`series=` where several tables answer it, `data=` for the folder of tables when the workspace names none.
"""

from __future__ import annotations

from tieout.report.draft.blocks.chart import captioned, store
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling


def fill(block: Block, filling: Filling) -> str:
    """The map with its caption."""
    from tieout.report.series.map import map_spec, map_title
    from tieout.report.series.regions import regions_of
    from tieout.series.mapped import mapped
    from tieout.series.question import country_of, parse

    asked = parse(block.value)
    if asked.place != country_of(asked.place):
        raise filling.fault(block, f'{asked.place}: a map is of a country, as in map="homicide PE 2024 rate"')
    regions = regions_of(asked.place)
    found = list(mapped(store(block, filling).tables(), asked, regions.shapes, block.options.get("series")))
    if len(found) != 1:
        names = ", ".join(one.table.spec.name for one in found) or "no table"
        raise filling.fault(block, f"{block.value}: {names} can answer it; name one with series=…")
    (one,) = found
    address = filling.picture(map_spec(one, regions, filling.language))
    return f"![{captioned(map_title(one, filling.language), one.table.citation(), filling)}]({address}){{.chart}}"
