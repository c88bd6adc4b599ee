"""`{tieout abbreviations}`: the abbreviations of the report's text with what they stand for, where a text says so.

First the draft's own words are asked (`Ministry of Health (MINSA)`), then the sources it cites, then the register of
publishers. One that nobody spells out is told to the author and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.sourcing.glossary import uses
from tieout.report.draft import markdown
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling
from tieout.sources.publisher import shipped

_LONGEST = 12
"""Words of a name."""


def fill(block: Block, filling: Filling) -> str:  # noqa: ARG001 -- every block takes both
    """A table of two columns."""
    case = Case(filling.draft.reading, ())
    used = {short: places[0].start for short, places in uses(case).items()}
    rows = []
    for short in sorted(used):
        long = next(_expansions(short, filling), None)
        if long is None:
            place = filling.draft.place(used[short])
            filling.remarks.append(f"{place}: {short} is spelled out nowhere; it is not in the list of abbreviations")
        else:
            rows.append((markdown.words(short), markdown.words(long)))
    w = filling.words
    if not rows:
        return w("part", "none_short")
    return markdown.table((w("abbreviations", "short"), w("abbreviations", "long")), rows, widths=(1, 4))


def expansion(short: str, text: str) -> str | None:
    """What a text puts before an abbreviation in brackets, as far as its initials bear it out."""
    name = rf"((?:[^\W\d_][\w’'.-]*[ \n]+){{1,{_LONGEST}}})"
    for found in re.finditer(rf"{name}\({re.escape(short)}\)", text):
        words = found[1].split()
        starts = [k for k in range(len(words)) if words[k][0] == short[0] and words[k][0].isupper()]
        whole = [k for k in starts if "".join(w[0] for w in words[k:] if w[0].isupper()) == short]
        if starts:
            return " ".join(words[(whole or starts[-1:])[-1] :])
    return None


def _expansions(short: str, filling: Filling) -> Iterator[str]:
    texts = [filling.draft.text, *(filling.workspace.part(entry.doc).document.text for entry in filling.entries())]
    yield from (found for text in texts if (found := expansion(short, text)))
    known = shipped().named(short)
    if known is not None and known.name != short:
        yield known.name
