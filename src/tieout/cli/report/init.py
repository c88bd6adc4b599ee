"""`tieout report init`: a new draft, with a heading for each chapter and its questions."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.cli.options import WORKSPACE
from tieout.errors import TieoutError

_DRAFT, _TERMS = "report.md", "terms.md"


@click.command("init")
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False))
@WORKSPACE
@click.option("--country", help="Country of the report, ISO 3166-1: PE or PER.")
@click.option("--period", help="Reference period, first and last: 2021-01/2025-06.")
@click.option("--terms", type=click.Path(path_type=Path, dir_okay=False), help="Terms of reference, a Markdown file.")
@click.option("--title", help="Title of the report.")
@click.option("--language", type=click.Choice(["en", "es"]), help="Language of the report.")
def command(
    folder: Path, workspace: Path | None, country: str | None, period: str | None, terms: Path | None,
    title: str | None, language: str | None,
) -> None:  # fmt: skip
    """Write report.md into DIR: a skeleton with the chapters and questions of the terms of reference.

    What no option says is taken from the workspace, or asked for at a terminal. Without terms a file to begin with is
    written too. Nothing that is there is overwritten.
    """
    from tieout.evidence.terms_of_reference import read_terms, terms_from
    from tieout.language.countries import alpha2
    from tieout.language.edtf import is_date
    from tieout.report.draft.skeleton import skeleton, starter, title_of

    known = _scope(workspace)
    terms = terms or known[2] or _asked_path("Terms of reference (a Markdown file; empty for one to begin with)")
    given = read_terms(terms) if terms else None
    country = country or known[0] or (given.country if given else None) or _asked("Country (ISO 3166-1, such as PE)")
    code = alpha2(country or "")
    if code is None:
        refuse(f"--country {country or ''}: not an ISO 3166-1 code, such as PE or PER")
    period = period or known[1] or (given.period if given else None) or _asked("Reference period (2021-01/2025-06)")
    if period and not is_date(period):
        refuse(f"--period {period}: not a period; write first and last, as in 2021-01/2025-06")
    spoken = language or (given.language if given else "en")
    files: dict[Path, str] = {}
    if given is None:
        files[folder / _TERMS] = starter(code, period or None, spoken)
        given, terms = terms_from(files[folder / _TERMS], str(folder / _TERMS)), folder / _TERMS
    seen = Path(os.path.relpath(terms or folder / _TERMS, folder)).as_posix()
    files[folder / _DRAFT] = skeleton(title or title_of(code, spoken), code, period or None, given, seen, spoken)
    _write(files)


def _write(files: dict[Path, str]) -> None:
    from tieout.report.atomic import write_text

    for path in files:
        if path.exists():
            refuse(f"{path}: it is there already; name another folder, or take it away first")
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_text(path, text)
            click.echo(str(path))
    except OSError as fault:
        refuse(f"{fault.filename}: cannot be written ({fault.strerror}); choose another place")


def _scope(workspace: Path | None) -> tuple[str | None, str | None, Path | None]:
    """Country, period and terms as the workspace has them: the one named, or the nearest if there is one."""
    from tieout.workspace.workspace import nearest, open_workspace

    try:
        held = open_workspace(workspace or nearest(Path.cwd()))
    except TieoutError as fault:
        if workspace is not None:
            refuse(str(fault))
        return None, None, None
    scope = held.scope
    return scope.country, scope.period, held.path.absolute().parent / scope.terms if scope.terms else None


def _asked(question: str) -> str | None:
    """The answer at a terminal; None elsewhere."""
    return click.prompt(question, default="", show_default=False) if sys.stdin.isatty() else None


def _asked_path(question: str) -> Path | None:
    said = _asked(question)
    return Path(said) if said else None
