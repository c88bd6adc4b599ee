"""`tieout rules`: the rules, a line each."""

from __future__ import annotations

import click


@click.command("rules")
def command() -> None:
    """List the rules, a line each."""
    from tieout.checks.register import rules

    for rule in rules():
        click.echo(f"{rule.code}  {rule.severity:<8}{rule.name:<28}{rule.summary}")
