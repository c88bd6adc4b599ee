"""`tieout build`: a folder of documents into a workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import complain, refuse
from tieout.cli.asking import LANG
from tieout.errors import TieoutError, shown

if TYPE_CHECKING:
    from tieout.workspace.build import Built
    from tieout.workspace.engine import Runner
    from tieout.workspace.part import Lang


@click.command("build")
@click.argument("folder")
@click.option(
    "--out", "-o", type=click.Path(path_type=Path), help="The workspace, NAME.tieout; beside the folder when not given."
)
@click.option("--add", "onto", flag_value="add", help="Add this folder to a workspace of others.")
@click.option("--replace", "onto", flag_value="replace", help="Build the workspace anew, from this folder alone.")
@click.option(
    "--runner",
    type=click.Choice(["native", "ray"]),
    default="native",
    show_default=True,
    help="Where the work runs: on this machine, or on Ray.",
)
@click.option(
    "--publishers",
    type=click.Path(path_type=Path, dir_okay=False),
    help="TOML file of publishers that adds to the shipped table and wins over it.",
)
@LANG
def command(
    folder: str, out: Path | None, onto: str | None, runner: Runner, publishers: Path | None, lang: Lang
) -> None:
    """Read a folder of documents into a workspace: every record of all of them, and tables to query."""
    from tieout.protection.guard import Guard
    from tieout.protection.watch import watch
    from tieout.sources.publisher import extended, shipped
    from tieout.workspace.build import How, build, default_out

    try:
        table = extended(publishers) if publishers else shipped()
        how = How("add" if onto == "add" else "replace" if onto == "replace" else "", runner, lang, table)
        built = build(folder, out or default_out(folder), how)
    except TieoutError as fault:
        refuse(str(fault))
    watch(Guard(built.manifest.scope.protect))
    for note in built.notes:
        complain(note)
    for one in built.manifest.unread:
        complain(one.why)
    click.echo(_said(built))
    for entry in built.manifest.entries:
        if len(entry.paths) > 1:
            click.echo(f"  {shown(entry.paths[0])}, also as {shown(', '.join(entry.paths[1:]))}: kept once")
    if built.changed and (built.path / "site").is_dir():
        _outdate(built)
    sys.exit(3 if built.manifest.unread else 0)


def _outdate(built: Built) -> None:
    """The site was made from what the workspace held before; with a list of protected names it must not stay."""
    site = built.path / "site"
    if built.manifest.scope.protect:
        import shutil

        shutil.rmtree(site)
        complain(f"{site}: removed, because it may hold names that are protected now; make it anew with tieout country")
    else:
        complain(f"{site}: it shows what the workspace held before; make it anew with tieout country")


def _said(built: Built) -> str:
    """What was done, in two lines."""
    entries, unread = built.manifest.entries, built.manifest.unread
    files = sum(len(entry.paths) for entry in entries) + len(unread)
    kept = f"{_many(len(entries), 'document')} from {_many(files, 'file')}"
    lost = f", {len(unread)} not read" if unread else ""
    done = f"{built.read} read, {built.derived} derived" if built.changed else "nothing changed"
    return f"{built.path}: {kept}{lost}; {done}"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
