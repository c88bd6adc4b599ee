"""Citations as rules speak of them: their words, the words of a part of them, and what a source is called."""

from __future__ import annotations

import re

from tieout.checks.case import Case
from tieout.sources.citation import Citation
from tieout.ties.tie import Member

_LONGEST = 200


def words(case: Case, citation: Citation) -> Member:
    """The words of a citation, the first two hundred characters."""
    end = min(citation.end, citation.start + _LONGEST)
    return Member(case.path, citation.start, end, case.reading.document.text[citation.start : end])


def part(case: Case, citation: Citation, said: str | None) -> Member:
    """Words of a citation as it prints them; the whole of it where they do not stand in it as one stretch."""
    if said:
        pattern = r"\s+".join(map(re.escape, said.split()))
        found = re.compile(pattern).search(case.reading.document.text, citation.start, citation.end)
        if found:
            return Member(case.path, found.start(), found.end(), found[0])
    return words(case, citation)


def date_words(case: Case, citation: Citation) -> Member:
    """The words of a citation's date; the whole of it where none is printed."""
    if citation.date_start is None or citation.date_end is None:
        return words(case, citation)
    text = case.reading.document.text
    return Member(case.path, citation.date_start, citation.date_end, text[citation.date_start : citation.date_end])


def plain(member: Member, longest: int = 80) -> str:
    """Words on one line, cut with an ellipsis."""
    line = " ".join(member.text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
