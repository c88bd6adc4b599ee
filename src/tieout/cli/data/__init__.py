"""`tieout data`: official tables with their vintages. One file a command."""

from __future__ import annotations

from tieout.cli.lazy import LazyGroup

COMMANDS = {
    "add": "tieout.cli.data.add",
    "list": "tieout.cli.data.list",
    "query": "tieout.cli.data.query",
    "revisions": "tieout.cli.data.revisions",
}
"""Every command and the module it stands in, in the order of the help."""

command = LazyGroup("data", COMMANDS, help="Official tables with their vintages: add them, ask them.")
