"""`tieout search`: the passages of a workspace that answer some words, as ranked quotes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.answers import complain, deliver, refuse
from tieout.cli.asking import LANG
from tieout.cli.options import OUT, WORKSPACE, opened
from tieout.errors import TieoutError, shown

if TYPE_CHECKING:
    from tieout.workspace.search.hit import Hit
    from tieout.workspace.workspace import Workspace


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@WORKSPACE
@click.option(
    "--kind",
    type=click.Choice(["passage", "figure", "law", "group"]),
    default="passage",
    show_default=True,
    help="What to find.",
)
@click.option("--place", help="Only what names this place: La Libertad, or a code such as PE-LAL.")
@click.option("--period", help="Only what names a year of this time: 2023, 2023-05 or 2021/2023.")
@click.option("--language", type=click.Choice(["en", "es"]), help="Only documents in this language.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many quotes.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print the answer."
)
@OUT
@LANG
def command(
    words: Sequence[str],
    workspace: Path | None,
    format: str,
    out: Path | None,
    lang: str,
    **asked: Any,
) -> None:
    """Find words in a workspace, in English or Spanish; "a phrase" in quotation marks must stand as it is."""
    from tieout.workspace.search.search import search

    whole = opened(workspace)
    try:
        hits = search(whole, " ".join(words), **asked)
    except TieoutError as fault:
        refuse(str(fault))
    from tieout.checks.voice import Voice

    voice = Voice(lang)
    if whole.guard:
        complain(voice("search_withheld"))
    if not hits:
        complain(voice("search_nothing"))
    if format == "json":
        deliver(json.dumps([_wire(hit, whole.public) for hit in hits], ensure_ascii=False, indent=2) + "\n", out)
    elif hits:
        deliver("\n".join(_told(number, hit, whole.public, voice) for number, hit in enumerate(hits, 1)), out)


def _told(number: int, hit: Hit, workspace: Workspace, voice: Any) -> str:
    """One hit for people: where it stands, and its words."""
    entry = workspace.by_doc[hit.doc]
    known = [entry.title or hit.doc, entry.date, voice("page", n=hit.page) if hit.page else None]
    where = f"{', '.join(filter(None, known))} [{entry.key}, {hit.start}–{hit.end}]"
    called = f"{hit.label}: " if hit.label else ""
    return f"{number}. {shown(called + where)}\n   “{shown(' '.join(hit.text.split()))}”\n"


def _wire(hit: Hit, workspace: Workspace) -> dict[str, object]:
    entry = workspace.by_doc[hit.doc]
    return {**asdict(hit), "key": entry.key, "title": entry.title, "date": entry.date, "sha256": entry.sha256}
