"""The numbers of sections that stand in headings: which of `5.1 Overview` is a number to cite and no figure.

A number with a decimal point could be a figure (`5.1 Million Flee`), so it is taken for a section's only where the
headings around it count on: one with the number before, behind, above or below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\s*(?P<number>[1-9]\d?(?:\.\d{1,2}){0,4})\.?(?=\s+[^\W\d_a-z])")

Section = tuple[int, ...]


def section_numbers(headings: Sequence[str]) -> list[int]:
    """How many characters at the head of each heading are its section's number, with the stop behind it; 0 for none.

    Only numbers of several parts are meant: a single number is left alone.
    """
    matches = [_NUMBER.match(heading) for heading in headings]
    sections = [tuple(map(int, match["number"].split("."))) if match else () for match in matches]
    known = set(sections)
    return [
        match.end() if match and len(section) > 1 and _is_counted(section, known) else 0
        for match, section in zip(matches, sections, strict=True)
    ]


def _is_counted(section: Section, known: set[Section]) -> bool:
    """Whether a heading with the number before or behind, the section around it or its first part is there."""
    head, last = section[:-1], section[-1]
    return bool({(*head, last - 1), (*head, last + 1), head, (*section, 1)} & known)
