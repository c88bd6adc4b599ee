"""`tieout verify`: hold a draft against the texts at hand, every one of which may be its source. A face of `tieout
check` for drafts without notes, a person's or a language model's.

Exit codes as of `tieout check`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tieout.cli.answers import complain, deliver
from tieout.cli.asking import LANG, held_at
from tieout.cli.check import LOUD
from tieout.cli.options import FILES, HINTS, OUT, hints


@click.command("verify")
@FILES
@click.option(
    "--against",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder of source texts, a library (see `tieout library`), or a workspace (see `tieout build`).",
)
@click.option(
    "--format",
    type=click.Choice(["text", "json", "jsonl", "sarif", "html"]),
    default="text",
    show_default=True,
    help="How to print the answer.",
)
@click.option("--all", "every", is_flag=True, help="Print the supported sentences too.")
@OUT
@click.option(
    "--fail-on",
    type=click.Choice(list(LOUD)),
    default="error",
    show_default=True,
    help="Exit with 1 on findings of this severity or above.",
)
@click.option("--quotes/--no-quotes", default=True, help="Leave the documents' words out of the answer.")
@LANG
@HINTS
def command(
    files: Sequence[str], against: Path, format: str, every: bool, out: Path | None, fail_on: str, quotes: bool,
    lang: str, **about: Any,
) -> None:  # fmt: skip
    """Hold every sentence of a draft against the texts at hand."""
    from tieout.checks.check import check
    from tieout.checks.claim_lines import report
    from tieout.checks.claims import RULES
    from tieout.checks.request import Request
    from tieout.checks.voice import Voice
    from tieout.report.formats import FORMATS

    request = Request(
        hints=hints(**about), lang=lang, select=RULES, against=against, holdings=held_at(against), complete=True
    )
    checked = check(files, request)
    for fault in checked.unreadable:
        complain(Voice(lang).fault(fault))
    if not checked.readings:
        sys.exit(2)
    if format == "text":
        text = "\n".join(report(checked, quotes=quotes, every=every, lang=lang)) + "\n"
    else:
        text = FORMATS[format](checked, quotes=quotes, lang=lang)
    deliver(text, out, files)
    loud = any(f.severity in LOUD[fail_on] and f.loud for f in checked.result.findings)
    sys.exit(3 if checked.unreadable else 1 if loud else 0)
