"""`tieout completion`: the script that makes a shell complete commands, options and file names."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    from tieout.cli import app

    kind = get_completion_class(shell)
    assert kind is not None, shell
    click.echo(kind(app, {}, "tieout", "_TIEOUT_COMPLETE").source())
