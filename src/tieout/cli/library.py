"""`tieout library`: the cited texts at hand, stored whole. One command each to add, list and remove."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.options import OUT

LIBRARY = click.option(
    "--library",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("library"),
    show_default=True,
    help="Folder of the library.",
)


@click.group("library", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def command() -> None:
    """Keep the texts that a report cites, whole, to hold its sentences against."""


@command.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@LIBRARY
@click.option("--title", help="Title of the text, as a report cites it.")
@click.option("--publisher", help="Who published it.")
@click.option("--date", help="Date of publication: 2025-07-08, 2025-07 or 2025.")
@click.option("--url", help="Its address.")
@click.option("--country", help="Country it is about, ISO 3166-1 alpha-2.")
@click.option("--language", type=click.Choice(["en", "es"]), help="Its language; detected when not given.")
@click.option("--date-read", help="The day on which you got it: 2025-07-08.")
@click.option("--origin", help="Where the file came from; its path when not given.")
def add(files: Sequence[str], library: Path, **said: Any) -> None:
    """Store files whole, with their hash and what is said of them."""
    from dataclasses import replace

    from tieout.errors import TieoutError
    from tieout.language.edtf import is_date
    from tieout.sources.library import Item
    from tieout.sources.library import add as add_files

    for name in ("date", "date_read"):
        value = said[name]
        if value is not None and not is_date(value):
            refuse(f"--{name.replace('_', '-')} {value}: not a date; write 2025-07-08, 2025-07 or 2025")
    if len(files) > 1 and (said["title"] or said["url"]):
        refuse("--title and --url are of one text; add the files one by one")
    try:
        for item in add_files(library, files, replace(Item(""), **said)):
            click.echo(f"{item.id}  {item.file}")
    except TieoutError as fault:
        refuse(str(fault))


@command.command("list")
@LIBRARY
@click.option(
    "--format", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print."
)
@OUT
def list_(library: Path, format: str, out: Path | None) -> None:
    """List the texts of a library."""
    import json
    from dataclasses import asdict

    from tieout.errors import TieoutError
    from tieout.evidence.table import table_text
    from tieout.sources.library import open_library

    try:
        items = open_library(library).items
    except TieoutError as fault:
        refuse(str(fault))
    if format == "json":
        deliver(json.dumps([{"id": i.id, **asdict(i)} for i in items], ensure_ascii=False, indent=1) + "\n", out)
        return
    rows = [["id", "title", "publisher", "date", "file"]]
    rows += [[i.id, i.title or "", i.publisher or "", i.date or "", i.file] for i in items]
    deliver(table_text(rows), out)


@command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="NAMES...")
@LIBRARY
def remove(names: Sequence[str], library: Path) -> None:
    """Remove texts, by id or file name."""
    from tieout.errors import TieoutError
    from tieout.sources.library import remove as remove_texts

    try:
        for item in remove_texts(library, names):
            click.echo(f"removed {item.id}  {item.file}")
    except TieoutError as fault:
        refuse(str(fault))
