"""Raised digits: note marks, or the power of a measure (`km2`). It judges characters and writes nothing."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[0-9]{1,4}")
_NOTE_MARKS = re.compile(r"[\[(]?[0-9]{1,4}(?:[\s,;]{1,3}[0-9]{1,4})*[\])]?[.,;]?")
_POWER = re.compile(r"(?:\b(?:[kcdmhμ]?m|mi|ft|in|yd|CO)|\b10)$")
"""What a raised 2 or 3 (or a power of ten) belongs to."""


def note_numbers(before: str, raised: str) -> list[tuple[int, int]]:
    """Where note numbers stand in raised characters, given what stands before; empty when they are no marks."""
    if not _NOTE_MARKS.fullmatch(raised.strip()):
        return []
    if raised.strip().isdigit() and len(raised.strip()) <= 2 and _POWER.search(before[-8:]):
        return []
    return [match.span() for match in _NUMBER.finditer(raised)]
