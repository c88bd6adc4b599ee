"""`tieout report suggest`: the evidence for each question of the terms of reference."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.options import OUT, WORKSPACE, opened


@click.command("suggest")
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@WORKSPACE
@click.option(
    "--terms", type=click.Path(path_type=Path, dir_okay=False), help="Terms of reference; those of the workspace else."
)
@click.option("--limit", type=click.IntRange(1), default=8, show_default=True, help="Sentences shown for a question.")
@click.option(
    "--format", type=click.Choice(["text", "md", "json"]), default="text", show_default=True, help="How to print it."
)
@click.option("--language", type=click.Choice(["en", "es"]), help="Language of questions and gap statements.")
@OUT
def command(
    items: Sequence[str], workspace: Path | None, terms: Path | None, limit: int, format: str, language: str | None,
    out: Path | None,
) -> None:  # fmt: skip
    """List quotations with their sources for ITEM (an id, a number or a chapter of the terms), or for every question.

    Where there is none, a gap statement is proposed. It writes no prose: that is yours.
    """
    from tieout.evidence.terms_of_reference import read_terms
    from tieout.report.draft import suggest
    from tieout.report.draft.evidence import Searched

    held = opened(workspace).public
    path = terms or (held.path.absolute().parent / held.scope.terms if held.scope.terms else None)
    if path is None:
        refuse(
            "no terms of reference are named; give --terms terms.md, or name them in tieout.toml ([workspace] terms)"
        )
    asked = read_terms(path)
    spoken = language or asked.language
    try:
        chosen = suggest.items(asked, items)
    except LookupError as fault:
        known = ", ".join(f"{item.number} {item.id}" for item in asked.items)
        refuse(f"{fault.args[0]}: no question of {path}; there are {known}")
    searched = Searched(held)
    found = [searched.answers(item, limit) for item in chosen]
    if format == "json":
        answer = json.dumps([suggest.record(one, held, spoken) for one in found], ensure_ascii=False, indent=1) + "\n"
    else:
        write = suggest.lines if format == "text" else suggest.markdown_of
        answer = "\n".join(line for one in found for line in write(one, held, spoken)) + "\n"
    deliver(answer, out)
