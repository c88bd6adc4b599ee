"""Which line of a TOML file a key stands on, so that a mistake can name it. It reads shapes, not values."""

from __future__ import annotations

import re
from collections import Counter

_ARRAY = re.compile(r"\s*\[\[\s*([\w.-]+)\s*\]\]")
_TABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*(\"[^\"]+\"|[\w-]+)(?:\.[\w-]+)*\s*=")

Place = tuple[str, int, str]
"""Table (empty at the top), which of its name (from 0), key (empty for the table's own line)."""


def lines_of(text: str) -> dict[Place, int]:
    """The line (from 1) of every table and key."""
    out: dict[Place, int] = {}
    seen: Counter[str] = Counter()
    table, ordinal = "", 0
    for line, words in enumerate(text.splitlines(), 1):
        if array := _ARRAY.match(words):
            table, ordinal = array[1], seen[array[1]]
            seen[table] += 1
            out[table, ordinal, ""] = line
        elif single := _TABLE.match(words):
            table, ordinal = single[1], 0
            out[table, ordinal, ""] = line
        elif key := _KEY.match(words):
            out.setdefault((table, ordinal, key[1].strip('"')), line)
    return out
