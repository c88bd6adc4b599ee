"""`tieout index`: a scored country index, exact. One file a command."""

from __future__ import annotations

from tieout.cli.lazy import LazyGroup

COMMANDS = {
    "frameworks": "tieout.cli.index.frameworks",
    "new": "tieout.cli.index.new",
    "validate": "tieout.cli.index.validate",
    "import": "tieout.cli.index.import_",
    "score": "tieout.cli.index.score",
    "rank": "tieout.cli.index.rank",
    "compare": "tieout.cli.index.compare",
    "robust": "tieout.cli.index.robust",
    "evidence": "tieout.cli.index.evidence",
    "profile": "tieout.cli.index.profile",
    "export": "tieout.cli.index.export",
}
"""Every command and the module it stands in, in the order of the help."""

command = LazyGroup("index", COMMANDS, help="Score countries on a framework: exact aggregates, ranks, pages.")
