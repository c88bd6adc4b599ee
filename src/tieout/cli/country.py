"""`tieout country`: one country on one page, with the site that its quotes open in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tieout.cli.answers import complain, refuse
from tieout.cli.asking import LANG
from tieout.cli.options import WORKSPACE, opened
from tieout.errors import TieoutError


@click.command("country")
@click.argument("said", metavar="[COUNTRY]", required=False)
@WORKSPACE
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site; in the workspace when not given.",
)
@LANG
@click.option("--framework", help="Framework of the indicators: an id or a file; that of the workspace when not given.")
@click.option(
    "--scores",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Table of an index's scores; that of the workspace when not given.",
)
@click.option(
    "--previous", type=click.Path(path_type=Path, dir_okay=False), help="Scores of the edition before, for the changes."
)
@click.option(
    "--followup",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What became of recommendations; followup.toml beside the documents when not given.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="An older workspace: a page says what changed since.",
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
def command(
    said: str | None,
    workspace: Path | None,
    out: Path | None,
    lang: str,
    framework: str | None,
    scores: Path | None,
    previous: Path | None,
    followup: Path | None,
    since: Path | None,
    show: bool,
) -> None:
    """Write the site of a workspace: COUNTRY (PER, PE or Peru) on one page, every statement one click from its quote.

    Without COUNTRY it is the one the workspace was built for.
    """
    from tieout.report.country.site import Wanted, write_country

    held = opened(workspace)
    try:
        wanted = Wanted(said, lang, framework, scores, previous, followup, since)
        page = write_country(held, wanted, out)
    except TieoutError as fault:
        for line in str(fault).splitlines():
            complain(line)
        sys.exit(2)
    click.echo(page)
    if show and click.launch(str(page)) != 0:
        refuse(f"{page}: no browser could be opened; open the file yourself")
