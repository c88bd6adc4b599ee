"""`tieout bibliography`: the bibliography that a report should have, from what its notes cite."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.sources import FILE, GIVEN, read_sources

_FORMATS = ("md", "docx", "html", "text")


@click.command("bibliography")
@FILE
@click.option(
    "--format", type=click.Choice(_FORMATS), default="md", show_default=True, help="What to write; docx wants --out."
)
@click.option(
    "--style",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A CSL style file in place of the EUAA form.",
)
@GIVEN
def command(
    file: Path,
    format: str,
    style: Path | None,
    publishers: Path | None,
    out: Path | None,
    date: str | None,
    country: str | None,
    language: str | None,
) -> None:
    """Write the bibliography of a report from what its notes cite."""
    from tieout.errors import TieoutError
    from tieout.language.detect import language_of
    from tieout.sources.exports.bibliography import bibliography

    if format == "docx" and out is None:
        refuse("--format docx wants a place to write to: add --out bibliography.docx")
    document, found = read_sources(file, publishers, date, country, language)
    if not found.sources:
        refuse(f"{file}: it cites nothing that could be read, so it has no bibliography")
    spoken = language or (document.language or language_of(document.text) if document else "en")
    try:
        made = bibliography(found.sources, format, spoken, style)
    except TieoutError as fault:
        refuse(str(fault))
    if format == "docx" and out is not None:
        _write(made, out, file)
    else:
        deliver(made.decode(), out, [str(file)])
    for loss in found.losses:
        if loss.kind == "note_body":
            click.echo(f"tieout: not in it: {loss.message}", err=True)
    sys.exit(0)


def _write(made: bytes, out: Path, file: Path) -> None:
    from tieout.report.atomic import write_bytes

    if out.resolve() == file.resolve():
        refuse(f"{out}: it is the document; choose another place for the bibliography")
    try:
        write_bytes(out, made)
    except OSError as fault:
        refuse(f"{out}: cannot be written ({fault.strerror}); choose another place")
