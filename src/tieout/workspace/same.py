"""One text in several files: a press release as a web page and as a PDF. They are kept once, with all their names.

Two files hold the same text when their running text is the same letter for letter and digit for digit; line ends, case,
punctuation, notes and page furniture may differ. A text that was edited in one place is another text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tieout.workspace.identity import Known


def once(known: Iterable[Known]) -> list[Known]:
    """The documents, each text once: the first by name stands for the others, and has what the user says of any."""
    out: list[Known] = []
    seen: dict[str, int] = {}
    for one in known:
        at = seen.get(one.card.letters) if one.card.letters else None
        if at is None:
            if one.card.letters:
                seen[one.card.letters] = len(out)
            out.append(one)
        else:
            first = out[at]
            about = first.planned.about.over(one.planned.about)
            planned = replace(first.planned, about=about, paths=(*first.planned.paths, *one.planned.paths))
            out[at] = replace(first, planned=planned, same_text=(*first.same_text, *one.planned.paths))
    return out
