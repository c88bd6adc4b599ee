"""`tieout index compare`: what changed between two editions."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import complain, deliver
from tieout.cli.index.options import FRAMEWORK, country, results
from tieout.cli.index.score import printed
from tieout.cli.options import OUT


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@FRAMEWORK
@click.option("--old-framework", help="Framework of the older edition, when it is another one.")
@click.option("--like-for-like", is_flag=True, help="Count the newer edition by the older composition.")
@click.option("--country", "said", help="This country alone.")
@click.option(
    "--format", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True, help="How to print it."
)
@OUT
def command(
    old: Path,
    new: Path,
    framework: str,
    old_framework: str | None,
    like_for_like: bool,
    said: str | None,
    format: str,
    out: Path | None,
) -> None:
    """Print the change of every aggregate and score from the table OLD to the table NEW."""
    from tieout.index.change import compare
    from tieout.index.wire import change_record, change_rows

    newer = results(framework, new)
    made = compare(results(old_framework or framework, old), newer, like_for_like=like_for_like)
    for note in made.notes:
        complain(note)
    code = country(newer, said) if said is not None else None
    if format == "json":
        import json

        decimals = newer.framework.decimals
        changes = [c for node in made.nodes() for c in made.changes(node) if code in (None, c.iso3)]
        record = {"notes": list(made.notes), "changes": [change_record(c, decimals) for c in changes]}
        deliver(json.dumps(record, ensure_ascii=False, indent=1) + "\n", out, [str(old), str(new)])
        return
    header, *body = change_rows(made)
    deliver(printed([header, *(r for r in body if code in (None, r[0]))], format), out, [str(old), str(new)])
