"""`tieout bench`: measure Tieout on labelled documents. One file a benchmark."""

from __future__ import annotations

from tieout.cli.lazy import LazyGroup

COMMANDS = {
    "quality": "tieout.cli.bench.quality",
    "sources": "tieout.cli.bench.sources",
    "records": "tieout.cli.bench.records",
    "speed": "tieout.cli.bench.speed",
    "plant": "tieout.cli.bench.plant",
    "series": "tieout.cli.bench.series",
    "report": "tieout.cli.bench.report",
    "index": "tieout.cli.bench.index",
    "workspace": "tieout.cli.bench.workspace",
    "search": "tieout.cli.bench.search",
    "compare": "tieout.cli.bench.compare",
    "plant-claims": "tieout.cli.bench.plant_claims",
}
"""Every benchmark and the module it stands in, in the order of the help."""

command = LazyGroup("bench", COMMANDS, help="Measure Tieout on labelled documents.")
