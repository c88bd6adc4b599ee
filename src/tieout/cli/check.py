"""`tieout check`: read documents, record their figures and recheck their arithmetic.

Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 nothing could be checked, or wrong usage;
3 some files could not be read (3 wins over 1).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.annotating import ANNOTATE, refuse_at_once, write_annotated
from tieout.cli.answers import complain, deliver, refuse
from tieout.cli.asking import CHOOSING, asked, request_of
from tieout.cli.options import FILES, HINTS, OUT, documents_of
from tieout.cli.progress import progress
from tieout.protection.watch import masked

if TYPE_CHECKING:
    from tieout.checks.check import Checked

LOUD = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""The severities that make `check` exit with 1, by the value of `--fail-on`."""


@click.command("check")
@FILES
@click.option(
    "--format",
    type=click.Choice(["text", "json", "jsonl", "sarif", "html"]),
    default="text",
    show_default=True,
    help="How to print the answer.",
)
@OUT
@click.option(
    "--fail-on",
    type=click.Choice(list(LOUD)),
    default="error",
    show_default=True,
    help="Exit with 1 on findings of this severity or above.",
)
@click.option("--quotes/--no-quotes", default=True, help="Leave the documents' words out of the answer.")
@ANNOTATE
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of official tables (see `tieout data`) to hold figures against.",
)
@click.option(
    "--scores",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Table of an index's scores (see `tieout index`) to hold profiles against; needs --framework.",
)
@click.option("--framework", help="Framework of the scores: an id such as oc-index-2023, or a TOML file.")
@click.option(
    "--against",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of cited texts, a library (see `tieout library`) or a workspace, to hold sentences against.",
)
@click.option("--complete", is_flag=True, help="That library holds all that may be cited: other citations are faults.")
@click.option(
    "--protect",
    "names",
    type=click.Path(path_type=Path, dir_okay=False),
    help="List of names, one a line, that must not stand in the documents; the answer does not show them.",
)
@HINTS
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what is found now to this file, as known findings.",
)
@CHOOSING
@click.pass_context
def command(context: click.Context, /, files: Sequence[str], out: Path | None, annotate: Path | None, **_: Any) -> None:
    """Read documents, record their figures and recheck their arithmetic."""
    documents = documents_of(files)
    from tieout.checks.check import check
    from tieout.checks.voice import Voice
    from tieout.report.formats import FORMATS

    refuse_at_once(annotate, documents, out)
    values, settings = asked(context, files)
    if values["complete"] and not values["against"]:
        refuse("--complete: say which library holds all that may be cited, with --against")
    if values["write_baseline"] and values["baseline"] and not values["baseline"].exists():
        values["baseline"] = None  # The first run writes the file that later ones read.
    request, quotes = request_of(values, settings), values["quotes"]
    with progress(documents, request.lang) as done:
        checked = check(files, request, done)
    for fault in checked.unreadable:
        complain(Voice(request.lang).fault(fault))
    if not checked.readings:
        sys.exit(2)
    deliver(masked(FORMATS[values["format"]](checked, quotes=quotes, lang=request.lang)), out, documents)
    if annotate is not None:
        write_annotated(checked, annotate, request.lang, quotes=quotes)
    if values["write_baseline"] is not None:
        _write_baseline(checked, values["write_baseline"], documents, quotes=quotes)
    sys.exit(_exit_code(checked, "never" if values["write_baseline"] else values["fail_on"]))


def _write_baseline(checked: Checked, path: Path, files: Sequence[str], *, quotes: bool) -> None:
    """What is found now, save what somebody dismissed, as known findings."""
    from tieout.checks.baseline import baseline_text

    standing = [f for f in checked.result.findings if not any(s.standing == "dismissed" for s in f.stamps)]
    deliver(baseline_text(standing, checked.readings, quotes=quotes), path, files)


def _exit_code(checked: Checked, fail_on: str) -> int:
    if checked.unreadable:
        return 3
    return 1 if any(f.severity in LOUD[fail_on] and f.loud for f in checked.result.findings) else 0
