"""`tieout series`: what official tables say of windows of time. One file a command."""

from __future__ import annotations

from tieout.cli.lazy import LazyGroup

COMMANDS = {
    "windows": "tieout.cli.series.windows",
    "map": "tieout.cli.series.map",
    "timeline": "tieout.cli.series.timeline",
    "watch": "tieout.cli.series.watch",
}
"""Every command and the module it stands in, in the order of the help."""

command = LazyGroup(
    "series",
    COMMANDS,
    help="Official tables over time and space: windows such as emergencies, maps, timelines, alarms.",
)
