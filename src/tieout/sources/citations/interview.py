"""Oral sources: `DPLF, interview with EUAA, 6 September 2023`; `Telephone interview with …`; `entrevista con …`."""

from __future__ import annotations

from tieout.sources.citations.draft import Draft, Line
from tieout.sources.citations.names import is_name
from tieout.sources.citations.tail import Tail
from tieout.sources.citations.title import titled
from tieout.sources.words import word

_EARLY = 90
"""The words that say so stand this near the head: further on they are a title's."""


def read(line: Line, start: int, tail: Tail, draft: Draft) -> bool:
    """Fill the draft from an oral source; False for all others, and for published ones (they have a link)."""
    text = line.text
    said = word("interview").search(text, start, min(len(text), start + _EARLY))
    if said is None or said.start() >= tail.head or tail.says_url:
        return False
    before = text[start : said.start()].rstrip()
    who = before.strip(" ,.;:")
    if who and not (before.endswith((",", ":", ";")) or is_name(who)):
        return False
    if tail.date_text is None and not who:
        return False
    draft.author = who or None
    draft.interview = True
    titled(draft, text[said.start() : tail.head])
    return draft.title is not None
