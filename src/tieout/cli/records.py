"""`tieout records`: what some documents hold beside figures: laws, emergencies, recommendations, groups and more."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.answers import complain, deliver, refuse
from tieout.cli.asking import asked, limits_of
from tieout.cli.options import FILES, HINTS, OUT, hints
from tieout.cli.progress import progress

if TYPE_CHECKING:
    from tieout.evidence.records.record import Record

KINDS = ("law", "act", "emergency", "recommendation", "obligation", "group", "gap", "statement")


@click.command("records")
@FILES
@click.option("--kind", type=click.Choice(KINDS), required=True, help="Which records to print.")
@click.option("--term", "terms", multiple=True, help="For statements: a term they must answer; give one or more.")
@click.option(
    "--format",
    type=click.Choice(["jsonl", "table"]),
    default="table",
    show_default=True,
    help="How to print the records.",
)
@OUT
@HINTS
@click.pass_context
def command(
    context: click.Context, /, files: Sequence[str], kind: str, terms: Sequence[str], format: str, out: Path | None,
    **_: Any,
) -> None:  # fmt: skip
    """Print the records of one kind in some documents, in text order."""
    from tieout.checks.check import read_files
    from tieout.evidence.figures import setting_of
    from tieout.evidence.records.read import records_of

    if (kind == "statement") != bool(terms):
        refuse(
            "--kind statement needs --term, and --term is for statements: "
            "tieout records FILE --kind statement --term prisons"
        )
    values, settings = asked(context, files, leaving=["format", "kind", "terms"])
    known = hints(values["date"], values["country"], values["language"], values["origin"])
    with progress(files) as done:
        readings, unreadable = read_files(files, known, limits_of(settings), done)
    for fault in unreadable:
        complain(str(fault))
    if not readings:
        sys.exit(2)
    found = [one for r in readings for one in records_of(setting_of(r.document, r.language), kind, terms)]
    deliver(_printed(found, format), out, files)
    sys.exit(3 if unreadable else 0)


def _printed(found: Sequence[Record], format: str) -> str:
    from tieout.evidence.records.wire import json_lines, rows
    from tieout.evidence.table import table_text

    if format == "jsonl":
        return "".join(f"{line}\n" for line in json_lines(found))
    return table_text(rows(found)) if found else ""
