"""`tieout index frameworks`: the frameworks that come with Tieout."""

from __future__ import annotations

import click

from tieout.cli.answers import print_lines


@click.command("frameworks")
def command() -> None:
    """List the frameworks that come with Tieout."""
    from tieout.index.frameworks import framework, shipped

    def lines() -> list[str]:
        made = [framework(name) for name in shipped()]
        return [f"{f.id:<22} {f.edition}  {len(f.indicators):>3} indicators  {f.title['en']}" for f in made]

    print_lines(lines)
