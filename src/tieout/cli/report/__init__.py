"""`tieout report`: from a workspace to a report in which nothing stands without a source. One file a command."""

from __future__ import annotations

from tieout.cli.lazy import LazyGroup

COMMANDS = {
    "init": "tieout.cli.report.init",
    "suggest": "tieout.cli.report.suggest",
    "build": "tieout.cli.report.build",
}
"""Every command and the module it stands in, in the order of the help."""

command = LazyGroup("report", COMMANDS, help="Write a report on a workspace: nothing stands without a source.")
