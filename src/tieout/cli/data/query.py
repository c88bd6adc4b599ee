"""`tieout data query`: a question to every table that can answer it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from tieout.cli.data.folder import DATA, STRICT, stop_if_set_aside


@click.command("query")
@click.argument("question")
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the answers.",
)
@STRICT
@DATA
def command(question: str, format: str, strict: bool, data: Path) -> None:
    """Ask, for example: "homicide PE-LAL 2023 2024 change". Each table and vintage answers for itself.

    A question has a measure, a place (ISO 3166), one period or two, and what to make of them: value (when nothing is
    said), change, difference, rate, share or rank.
    """
    from tieout.series.answers import lines, record
    from tieout.series.question import ask, parse
    from tieout.series.store import Store

    answers = list(ask(Store(data), parse(question)))
    stop_if_set_aside((answer.table for answer in answers), strict)
    if format == "json":
        click.echo(json.dumps([record(answer) for answer in answers], ensure_ascii=False, indent=1))
    else:
        for line in lines(answers):
            click.echo(line)
    sys.exit(0 if any(answer.value is not None for answer in answers) else 1)
