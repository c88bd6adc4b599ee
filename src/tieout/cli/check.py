"""`tieout check`: read documents, record their figures and recheck their arithmetic.

Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 nothing could be checked, or wrong usage;
3 some files could not be read (3 wins over 1).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import complain, deliver
from tieout.cli.options import FILES, HINTS, OUT, hints

if TYPE_CHECKING:
    from tieout.checks.check import Checked

LOUD = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""The severities that make `check` exit with 1, by the value of `--fail-on`."""


@click.command("check")
@FILES
@click.option(
    "--format",
    type=click.Choice(["text", "json", "html"]),
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
@HINTS
def command(
    files: Sequence[str],
    format: str,
    out: Path | None,
    fail_on: str,
    quotes: bool,
    date: str | None,
    country: str | None,
    language: str | None,
) -> None:
    """Read documents, record their figures and recheck their arithmetic."""
    from tieout.checks.check import check as check_files

    checked = check_files(files, hints(date, country, language))
    for fault in checked.unreadable:
        complain(str(fault))
    if not checked.readings:
        sys.exit(2)
    deliver(_answer(checked, format, quotes=quotes), out, files)
    sys.exit(_exit_code(checked, fail_on))


def _answer(checked: Checked, format: str, *, quotes: bool) -> str:
    if format == "json":
        import json

        from tieout.checks.wire import answer

        return json.dumps(answer(checked, quotes=quotes), ensure_ascii=False, indent=1) + "\n"
    if format == "html":
        from tieout.checks.lines import not_tied
        from tieout.report.page import page

        documents = [r.document for r in checked.readings]
        return page(
            checked.result,
            documents,
            {r.document.path: r.figures for r in checked.readings},
            quotes=quotes,
            unreadable=[*checked.unreadable, *not_tied(checked)],
        )
    from tieout.checks.lines import report

    return "\n".join(report(checked, quotes=quotes)) + "\n"


def _exit_code(checked: Checked, fail_on: str) -> int:
    if checked.unreadable:
        return 3
    return 1 if any(f.severity in LOUD[fail_on] for f in checked.result.findings) else 0
