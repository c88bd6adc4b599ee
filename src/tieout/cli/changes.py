"""`tieout changes`: a new edition of a report, or a newer workspace, against the old one; and a draft that rests on it.

Exit codes: 0; 1 when a sentence of a draft rests on what changed; 2 wrong usage; 3 a draft could not be read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import complain, deliver, refuse
from tieout.cli.asking import LANG
from tieout.cli.options import OUT

if TYPE_CHECKING:
    from tieout.changes.change import Changes
    from tieout.changes.resting import Resting
    from tieout.evidence.corpus import Reading
    from tieout.workspace.workspace import Workspace

_SIDE = click.Path(path_type=Path, exists=True)


@click.command("changes")
@click.argument("old", type=_SIDE)
@click.argument("new", type=_SIDE)
@click.option(
    "--draft",
    "drafts",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="A draft of yours: which of its sentences rest on what changed?",
)
@click.option("--all", "every", is_flag=True, help="Print what was added and gone of every kind, not the chief ones.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print the answer."
)
@OUT
@click.option("--quotes/--no-quotes", default=True, help="Leave the documents' words out of the answer.")
@LANG
def command(
    old: Path, new: Path, drafts: Sequence[Path], every: bool, format: str, out: Path | None, quotes: bool, lang: str
) -> None:
    """What changed between two editions of a report, or two workspaces."""
    from tieout.changes.opened import opened
    from tieout.changes.wire import answer
    from tieout.changes.workspaces import workspaces
    from tieout.checks.check import read_files
    from tieout.errors import TieoutError

    if not quotes and format == "text":
        refuse("--no-quotes is for --format json: the text is made of quotes")
    try:
        before, after = opened(old, new)
        changes = workspaces(before, after)
        readings, unreadable = read_files(drafts)
        found = [(reading, *_resting(reading, before, after, changes)) for reading in readings]
    except TieoutError as fault:
        refuse(str(fault))
    for unread in unreadable:
        complain(str(unread))
    if format == "json":
        import json

        rests = [one for _, rests, _ in found for one in rests]
        text = json.dumps(answer(changes, rests, quotes=quotes), ensure_ascii=False, indent=1) + "\n"
    else:
        text = "\n".join(_lines(changes, before, after, found, lang, every=every)) + "\n"
    deliver(text, out, [str(old), str(new), *map(str, drafts)])
    sys.exit(3 if unreadable else 1 if any(rests for _, rests, _ in found) else 0)


def _resting(reading: Reading, old: Workspace, new: Workspace, changes: Changes) -> tuple[list[Resting], int]:
    """The sentences of a draft that rest on what changed, and how many sentences it has."""
    from tieout.changes.resting import resting
    from tieout.changes.sentence import sentences_of

    return list(resting(reading, old, new, changes)), len(sentences_of(reading))


def _lines(
    changes: Changes, old: Workspace, new: Workspace, found: Sequence[tuple[Reading, list[Resting], int]], lang: str,
    *, every: bool,
) -> Iterator[str]:  # fmt: skip
    from tieout.changes.lines import lines, resting_lines
    from tieout.checks.places import Places
    from tieout.checks.voice import Voice

    voice = Voice(lang)
    yield from lines(changes, old, new, voice, every=every)
    for reading, rests, sentences in found:
        document = reading.document
        yield from resting_lines(rests, document.path, sentences, Places(document), voice)
