"""Words as alternatives of a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

NEVER = r"(?!)"
"""Matches nowhere: what an empty list of alternatives stands for."""


def either(words: Iterable[str]) -> str:
    """Plain words as alternatives, the longest first, so that no word hides one that begins with it."""
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word))) or NEVER


def any_of(patterns: Iterable[str]) -> str:
    """Patterns as alternatives, in their own order."""
    return "|".join(patterns) or NEVER
