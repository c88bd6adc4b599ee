"""`tieout sources`: the notes of a document, what they cite, and the register of its sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.asking import LANG
from tieout.cli.options import HINTS, OUT, hints, options

if TYPE_CHECKING:
    from tieout.reading.document import Document
    from tieout.sources.read import SourcesOf

FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
PUBLISHERS = click.option(
    "--publishers",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A TOML file of publishers that adds to the shipped table and wins over it.",
)
GIVEN = options(PUBLISHERS, OUT, HINTS)


@click.command("sources")
@FILE
@click.option(
    "--format",
    type=click.Choice(["table", "json", "csl", "bibtex", "ris", "html"]),
    default="table",
    show_default=True,
    help="How to print the sources.",
)
@click.option("--quotes/--no-quotes", default=True, help="Leave the texts of notes out of the answer.")
@LANG
@GIVEN
def command(
    file: Path,
    format: str,
    quotes: bool,
    lang: str,
    publishers: Path | None,
    out: Path | None,
    date: str | None,
    country: str | None,
    language: str | None,
) -> None:
    """Print the notes of a document, what they cite, and the register of its sources."""
    document, found = read_sources(file, publishers, date, country, language)
    deliver(_answer(document, found, format, quotes=quotes, lang=lang), out, [str(file)])


def read_sources(
    file: Path, publishers: Path | None, date: str | None, country: str | None, language: str | None
) -> tuple[Document | None, SourcesOf]:
    """The document (None for a file of references) and its sources; an expected fault ends the run with code 2."""
    from tieout.errors import TieoutError
    from tieout.reading.limited import read_limited
    from tieout.reading.sidecar import About
    from tieout.sources.publisher import extended
    from tieout.sources.read import sources_of
    from tieout.sources.references import is_reference_file, references_in

    given = hints(date, country, language)
    try:
        table = extended(publishers) if publishers else None
        if is_reference_file(file):
            return None, references_in(file, table)
        document = read_limited(file, About(given.date, given.country, given.language))
        return document, sources_of(document, table)
    except TieoutError as fault:
        refuse(str(fault))


def _answer(document: Document | None, found: SourcesOf, format: str, *, quotes: bool, lang: str) -> str:
    if format == "json":
        from tieout.sources.exports.wire import answer

        return json.dumps(answer(found, quotes=quotes), ensure_ascii=False, indent=1) + "\n"
    if format == "csl":
        from tieout.sources.exports.csl import items

        return json.dumps(items(found.sources), ensure_ascii=False, indent=1) + "\n"
    if format == "bibtex":
        from tieout.sources.exports.bibtex import bibtex

        return bibtex(found.sources)
    if format == "ris":
        from tieout.sources.exports.ris import ris

        return ris(found.sources)
    from tieout.sources.exports.shares import shares

    parts = shares(document, found)
    if format == "html":
        from tieout.report.sources_page import page

        return page(document, found, parts, quotes=quotes, language=lang)
    from tieout.sources.exports.table import text

    return text(found, parts)
