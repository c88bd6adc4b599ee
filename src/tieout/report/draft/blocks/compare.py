"""`{tieout compare="homicide" place=PE period=2024}`: what the sources of the workspace say of one thing, side by side.

Every number carries its record and every line its note; how they relate is said in a word. `limit=` for more lines.
"""

from __future__ import annotations

from tieout.language.edtf import is_date
from tieout.report.draft import markdown
from tieout.report.draft.citing import place_of
from tieout.report.draft.dates import said
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling

_LINES = 8


def fill(block: Block, filling: Filling) -> str:
    """A table: what is said, by whom, how it relates to the first of its group."""
    from tieout.compare.asking import Ask
    from tieout.compare.comparison import Comparison
    from tieout.compare.select import asked, beside
    from tieout.compare.words import relation_words
    from tieout.report.site.quoted import label_of
    from tieout.workspace.compared import comparisons_of

    workspace, w = filling.workspace, filling.words
    ask = Ask(block.value or None, block.options.get("place"), block.options.get("period"))
    found: list[Comparison] = list(asked(comparisons_of(workspace), beside(workspace.readings(), ask)))
    if not found:
        return w("chart", "none_compared")
    limit = block.options.get("limit", str(_LINES))
    if not limit.isdigit():
        raise filling.fault(block, f"limit={limit}: write a number")
    subjects = "; ".join(dict.fromkeys(one.subject.title for one in found[: int(limit)]))
    caption = markdown.words(w("chart", "compared", subject=subjects))
    rows = []
    for one in found[: int(limit)]:
        rows.append((f"*{relation_words(one.relation, filling.language)}*", "", "", ""))
        for member in one.members:
            entry = workspace.by_doc[member.doc]
            filling.cite([entry])
            place = place_of(workspace, entry.doc, member.start, filling.language)
            note = f"[@{{{entry.key}}}" + (f", {{{place}}}]" if place else "]")
            figure = member.figure
            when = said(figure.period, filling.language) if figure and figure.period and is_date(figure.period) else ""
            what = markdown.words(one.subject.title)
            rows.append((what, when, filling.number(member.text, figure), f"{markdown.words(label_of(entry))} {note}"))
    columns = [w("chart", key) for key in ("what", "when", "says", "who")]
    return markdown.table(columns, rows, caption, widths=(6, 4, -4, 8))
