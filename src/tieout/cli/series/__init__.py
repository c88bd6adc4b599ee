"""`tieout series`: what official tables say of windows of time. One file a command."""

from __future__ import annotations

from tieout.cli.lazy import LazyGroup

COMMANDS = {
    "windows": "tieout.cli.series.windows",
    "watch": "tieout.cli.series.watch",
}
"""Every command and the module it stands in, in the order of the help."""

command = LazyGroup(
    "series", COMMANDS, help="Compare windows of time, such as states of emergency, in official tables."
)
