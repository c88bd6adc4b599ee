"""`tieout explain`: one rule's page of the manual."""

from __future__ import annotations

import click

from tieout.cli.answers import refuse
from tieout.errors import TieoutError


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Explain one rule, such as A101: what it checks, why, with a bad and a good example."""
    from tieout.checks.manual import explain

    try:
        page = explain(code.upper())
    except (KeyError, TieoutError):
        refuse(f"there is no rule {code}; `tieout rules` lists them")
    click.echo(page)
