"""The options that several commands share. No command is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import complain, refuse
from tieout.errors import TieoutError

if TYPE_CHECKING:
    from tieout.checks.request import Hints
    from tieout.workspace.workspace import Workspace

Command = Callable[..., None]


def options(*several: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, in the order given."""

    def add(command: Command) -> Command:
        for option in reversed(several):
            command = option(command)
        return command

    return add


FILES = click.argument("files", nargs=-1, required=True, metavar="FILES...", type=click.Path(readable=False))
HINTS = options(
    click.option("--date", help="Publication date of the documents: 2025-07-08, 2025-07 or 2025."),
    click.option("--country", help="Country the documents are about, ISO 3166-1: PE or PER."),
    click.option("--language", help="Language of the documents: en or es; detected when not given."),
)
OUT = click.option(
    "--out", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead of printing."
)
WORKSPACE = click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    help="The workspace (see `tieout build`); the nearest *.tieout when not given.",
)
WITHHOLD = click.option(
    "--withhold", is_flag=True, help="Leave out every passage that holds a protected name, instead of refusing."
)
SHARED = click.option(
    "--shared",
    type=click.Path(path_type=Path),
    default=Path("../shared"),
    show_default=True,
    help="Folder with gold/, gold_es/, seeds/, docs/ and tools/.",
)


def documents_of(files: Sequence[str]) -> list[str]:
    """The documents that the files and folders of a command line mean.

    The process that reads them is started here, ahead of what this one still has to load.
    """
    from tieout.reading.folder import documents_named
    from tieout.reading.limited import start_early

    documents = documents_named(files).files
    start_early(documents, "tieout.evidence.file")
    return [str(document) for document in documents]


def hints(
    date: str | None, country: str | None, language: str | None, origin: Mapping[str, str] | None = None
) -> Hints:
    """The user's hints, checked; a wrong one ends the run with code 2. `origin` names the settings file of those that
    are not from the command line."""
    from tieout.checks.request import Hints
    from tieout.language.countries import alpha2
    from tieout.language.edtf import bounds
    from tieout.language.tables import LANGUAGES

    def named(hint: str) -> str:
        return f"{origin[hint]}: {hint}" if origin and hint in origin else f"--{hint}"

    if language is not None and language not in LANGUAGES:
        refuse(f"{named('language')} {language}: only {' and '.join(LANGUAGES)} are read")
    if date is not None:
        try:
            bounds(date)
        except ValueError:
            refuse(f"{named('date')} {date}: not a date; write 2025-07-08, 2025-07 or 2025")
    code = alpha2(country) if country is not None else None
    if country is not None and code is None:
        refuse(f"{named('country')} {country}: not an ISO 3166-1 code, such as PE or PER")
    return Hints(date=date, country=code, language=language)


def opened(workspace: Path | None) -> Workspace:
    """The workspace that is named, or the nearest one; ends the run with code 2 when there is none."""
    from tieout.workspace.workspace import nearest, open_workspace

    try:
        found = workspace or nearest(Path.cwd())
        if workspace is None and Path.cwd() not in (found, found.parent):
            complain(f"reading {found}")
        return open_workspace(found)
    except TieoutError as fault:
        refuse(str(fault))
