"""The parts of a report that Tieout writes: one file a kind, each a function from a Filling to Markdown.

To add one: a file here with `fill`, a line in KINDS, a row in docs/first-report.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from importlib import import_module

from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling

KINDS: Mapping[str, str] = {
    "searched": "tieout.report.draft.blocks.searched",
    "sources": "tieout.report.draft.blocks.sources",
    "abbreviations": "tieout.report.draft.blocks.abbreviations",
    "terms": "tieout.report.draft.blocks.terms",
    "quotations": "tieout.report.draft.blocks.quotations",
    "profile": "tieout.report.draft.blocks.profile",
    "chart": "tieout.report.draft.blocks.chart",
    "map": "tieout.report.draft.blocks.map",
    "compare": "tieout.report.draft.blocks.compare",
}
"""Every kind of block and the module that fills it."""

LAST = ("sources", "quotations")
"""Those filled after all others, whose words they gather."""


def fill(block: Block, filling: Filling) -> str:
    """The Markdown of a block. UsageError, with its line, for a kind that is none."""
    if block.kind not in KINDS:
        near = get_close_matches(block.kind, KINDS, 1)
        raise filling.fault(
            block, f"no such block; {f'did you mean {near[0]}?' if near else 'there are ' + ', '.join(KINDS)}"
        )
    made: Callable[[Block, Filling], str] = import_module(KINDS[block.kind]).fill
    return made(block, filling)
