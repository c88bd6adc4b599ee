"""The marks that numbers of a report carry (`tieout_f_3fa1c09b2e_4_2568`), where a file keeps them. Their names are
known here as ours; what they say is read elsewhere (evidence/tag.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.reading.document import Span

PREFIX = "tieout_f_"
_MARKED = re.compile(rf"\[(?P<words>[^\[\]\n]{{1,80}})\]\{{#(?P<name>{PREFIX}\w{{1,80}})[^{{}}\n]{{0,200}}\}}")


def number_marks(text: str, start: int = 0) -> Iterator[Span]:
    """The numbers of a Markdown text that carry a mark, from `start` on, and the signs around them."""
    for found in _MARKED.finditer(text, start):
        low, high = found.span("words")
        yield Span("record", low, high, target=found["name"])
        yield Span("markup", found.start(), low)
        yield Span("markup", high, found.end())
