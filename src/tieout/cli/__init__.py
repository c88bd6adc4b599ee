"""The command line: a thin face. One file a command; it prints, and decides exit codes.

To add a command: a file here with `command`, a line in COMMANDS, a section in docs/commands.md.
"""

from __future__ import annotations

import os
import sys

import click

from tieout.cli.answers import refuse
from tieout.cli.lazy import LazyGroup

COMMANDS = {
    "check": "tieout.cli.check",
    "review": "tieout.cli.review",
    "figures": "tieout.cli.figures",
    "compare": "tieout.cli.compare",
    "records": "tieout.cli.records",
    "read": "tieout.cli.read",
    "sources": "tieout.cli.sources",
    "bibliography": "tieout.cli.bibliography",
    "library": "tieout.cli.library",
    "verify": "tieout.cli.verify",
    "build": "tieout.cli.build",
    "country": "tieout.cli.country",
    "query": "tieout.cli.query",
    "search": "tieout.cli.search",
    "rules": "tieout.cli.rules",
    "explain": "tieout.cli.explain",
    "data": "tieout.cli.data",
    "series": "tieout.cli.series",
    "changes": "tieout.cli.changes",
    "export": "tieout.cli.export",
    "mcp": "tieout.cli.mcp",
    "completion": "tieout.cli.completion",
    "index": "tieout.cli.index",
    "report": "tieout.cli.report",
    "bench": "tieout.cli.bench",
}
"""Every command and the module it stands in, in the order of the help."""

app = LazyGroup(
    "tieout",
    COMMANDS,
    help="Check country reports: every figure with its words, tied to the others by exact arithmetic. Offline.",
)
click.version_option(package_name="tieout", message="tieout %(version)s")(app)


def main() -> None:
    """Run the command line; expected faults are one line, never a traceback. Interrupted, it exits with 130."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (closed by the caller)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        _forget_output()
        sys.exit(0)
    except OSError as fault:
        _forget_output()
        what = "the answer cannot be written" if fault.filename is None else f"{fault.filename}: it cannot be used"
        refuse(f"{what} ({fault.strerror})")


def _forget_output() -> None:
    """Keep the interpreter from flushing what cannot be written when it ends."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
