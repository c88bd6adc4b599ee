"""`--annotate`: the checked draft, copied with its findings at their words. The work is done in `report.annotate`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import complain, refuse
from tieout.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from tieout.checks.check import Checked

ANNOTATE = click.option(
    "--annotate",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a copy of a DOCX or PDF draft with each finding at its words: Word comments, PDF highlights.",
)


def refuse_at_once(target: Path | None, files: Sequence[str], out: Path | None) -> None:
    """End the run with code 2 when `--annotate` cannot be done, before anything is read."""
    if target is None or not files:
        return
    place = os.path.realpath(target)
    if len(files) != 1:
        refuse(f"--annotate {target}: give one draft at a time; {len(files)} files were named")
    if place == os.path.realpath(files[0]):
        refuse(f"--annotate {target}: it is the draft itself; choose another place for the annotated copy")
    if out is not None and place == os.path.realpath(out):
        refuse(f"--annotate {target}: --out names the same file; choose another place for one of them")
    if target.suffix.lower() not in (".docx", ".pdf"):
        refuse(f"--annotate {target}: the copy is a .docx of a DOCX draft, or a .pdf of a PDF; name it so")
    if not Path(place).parent.is_dir():
        refuse(f"--annotate {target}: there is no such folder; choose another place for the annotated copy")


def write_annotated(checked: Checked, target: Path, lang: str, *, quotes: bool) -> None:
    """Write the annotated copy, and say on standard error what went into it and what did not."""
    from tieout.checks.voice import Voice
    from tieout.report.annotate.annotate import annotate
    from tieout.report.words import words

    try:
        if len(checked.readings) != 1:
            refuse(f"--annotate {target}: give one draft at a time; {len(checked.readings)} documents were read")
        document = checked.readings[0].document
        found, texts = checked.result.findings, checked.texts
        outcome = annotate(document, found, target, quotes=quotes, language=lang, texts=texts)
    except UnreadableError as fault:
        refuse(Voice(lang).fault(fault))
    except UsageError as fault:
        refuse(str(fault))
    except OSError as fault:
        refuse(f"{target}: cannot be written ({fault.strerror}); choose another place")
    for line in outcome.lines(str(target), words(lang)):
        complain(line)
