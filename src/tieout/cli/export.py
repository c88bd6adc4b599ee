"""`tieout export`: what a workspace holds, for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.options import OUT, WITHHOLD, WORKSPACE, opened

KINDS = (
    "figures", "laws", "acts", "emergencies", "recommendations", "obligations", "groups", "gaps", "exposures",
    "protections", "arguments", "ties", "findings", "sources", "cited",
)  # fmt: skip
FORMATS = ("csv", "xlsx", "annotations", "csl", "bibtex", "ris", "ftm")


@click.command("export")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.option("--to", "format", type=click.Choice(FORMATS), required=True, help="What to write; xlsx wants --out.")
@OUT
@WORKSPACE
@click.option("--quotes/--no-quotes", default=True, help="Leave the documents' words out; places and numbers stay.")
@WITHHOLD
def command(kind: str, format: str, out: Path | None, workspace: Path | None, quotes: bool, withhold: bool) -> None:
    """Write all of a KIND that a workspace holds for another tool.

    KIND is figures, laws, acts, emergencies, recommendations, obligations, groups, gaps, exposures, protections or
    arguments; ties or findings; sources (the documents of the workspace) or cited (what these cite).
    """
    from tieout.errors import TieoutError
    from tieout.report.exports.export import export

    if format == "xlsx" and out is None:
        refuse(f"--to xlsx wants a place to write to: add --out {kind}.xlsx")
    held = opened(workspace)
    try:
        made = export(held.public if withhold else held, kind, format, quotes=quotes)
    except TieoutError as fault:
        refuse(str(fault))
    if format == "xlsx" and out is not None:
        _write(made, out)
    else:
        deliver(made.decode(), out)


def _write(made: bytes, out: Path) -> None:
    from tieout.report.atomic import write_bytes

    try:
        write_bytes(out, made)
    except OSError as fault:
        refuse(f"{out}: cannot be written ({fault.strerror}); choose another place")
