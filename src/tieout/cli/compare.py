"""`tieout compare`: one thing counted by several sources, side by side with their words.

Exit codes: 0; 2 wrong usage, or nothing could be read; 3 some files could not be read.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.answers import complain, deliver, refuse
from tieout.cli.asking import LANG, asked, limits_of
from tieout.cli.options import HINTS, OUT, WORKSPACE, documents_of, hints
from tieout.cli.progress import progress
from tieout.errors import TieoutError

if TYPE_CHECKING:
    from tieout.compare.asking import Ask
    from tieout.compare.comparison import Comparison
    from tieout.compare.publication import Publications
    from tieout.evidence.corpus import Reading


@click.command("compare")
@click.argument("words", nargs=-1, metavar="[MEASURE] [FILES...]", type=click.Path(readable=False))
@click.option("--place", help="Only figures of this place: its name, or an ISO 3166 code such as PE or PE-LIM.")
@click.option("--period", help="Only figures of this time: 2023, 2023-05 or 2021/2023.")
@WORKSPACE
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print the answer."
)
@OUT
@LANG
@HINTS
@click.pass_context
def command(context: click.Context, /, words: Sequence[str], out: Path | None, **_: Any) -> None:
    """Show what several sources say of one thing, and how their numbers relate.

    MEASURE is what is counted, in English or Spanish (`extortion complaints`); all that several sources count when not
    given. FILES are documents or folders; without any, the nearest workspace is read.
    """
    files = [word for word in words if Path(word).exists()]
    measure = " ".join(word for word in words if word not in files) or None
    if measure and any(mark in measure for mark in ("/", "\\", ".txt", ".pdf", ".docx", ".html", ".md")):
        refuse(f"{measure}: there is no such file")
    if files and context.params["workspace"]:
        refuse("--workspace: give either files or a workspace")
    ask = _ask(measure, context.params["place"], context.params["period"])
    if files:
        read, failed = _read(context, files)
        found, known, readings = _in_files(read)
    else:
        failed = False
        found, known, readings = _in_workspace(context.params["workspace"])
    deliver(_told(found, known, readings, ask, context.params["format"], context.params["lang"]), out, files)
    sys.exit(3 if failed else 0)


def _ask(measure: str | None, place: str | None, period: str | None) -> Ask:
    from tieout.compare.asking import Ask
    from tieout.language.edtf import is_date

    if period is not None and not is_date(period):
        refuse(f"--period {period}: not a period; write 2023, 2023-05 or 2021/2023")
    return Ask(measure, place, period)


def _read(context: click.Context, files: Sequence[str]) -> tuple[list[Reading], bool]:
    documents = documents_of(files)
    from tieout.checks.check import read_files

    values, settings = asked(context, files, leaving=["format"])
    given = hints(values["date"], values["country"], values["language"], values["origin"])
    with progress(documents, values["lang"]) as done:
        readings, unreadable = read_files(files, given, limits_of(settings), done)
    for fault in unreadable:
        complain(str(fault))
    if not readings:
        sys.exit(2)
    return readings, bool(unreadable)


def _in_workspace(given: Path | None) -> tuple[tuple[Comparison, ...], Publications, list[Reading]]:
    from tieout.workspace.compared import comparisons_of, publications_of
    from tieout.workspace.workspace import nearest, open_workspace

    try:
        workspace = open_workspace(given if given is not None else nearest(Path.cwd())).public
        return comparisons_of(workspace), publications_of(workspace), list(workspace.readings())
    except TieoutError as fault:
        refuse(str(fault))


def _in_files(readings: list[Reading]) -> tuple[tuple[Comparison, ...], Publications, list[Reading]]:
    from tieout.compare.find import comparisons
    from tieout.compare.publication import publications
    from tieout.evidence.corpus import ReadCorpus

    return comparisons(ReadCorpus(tuple(readings))), publications(readings), readings


def _told(
    found: Sequence[Comparison], known: Publications, readings: Sequence[Reading], ask: Ask, format: str, lang: str
) -> str:
    from tieout.compare.select import asked as chosen
    from tieout.compare.select import beside

    everything = (ask.measure, ask.place, ask.period) == (None, None, None)
    figures = [] if everything else beside(readings, ask)
    wanted = found if everything else chosen(found, figures)
    if format == "json":
        import json

        from tieout.compare.wire import comparison_record
        from tieout.evidence.wire import figure_record

        record = {
            "figures": [figure_record(one.figure) for one in figures],
            "comparisons": [comparison_record(one) for one in wanted],
        }
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    from tieout.checks.telling import own_words
    from tieout.checks.voice import Voice
    from tieout.compare.lines import Listing
    from tieout.compare.words import said

    voice = Voice(lang)
    documents = {reading.document.path: reading.document for reading in readings}
    listing = Listing(documents, known, lambda line, ends: voice.put(line, own_words(ends, "computed")), lang)
    text = "".join(f"{line}\n" for line in listing.lines(wanted, figures)).rstrip("\n")
    empty = said("none" if everything else "nothing", lang)
    return f"{text or empty}\n"
