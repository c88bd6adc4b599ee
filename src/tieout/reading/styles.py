"""The names of paragraph styles and what they mean, in all languages at once: a file may mix them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from tieout.language.tables import LANGUAGES, table

StylePart = Literal["heading", "title", "caption", "list", "contents"]

PARTS: tuple[StylePart, ...] = ("heading", "title", "caption", "list", "contents")


def style_part(name: str) -> tuple[StylePart | None, int]:
    """What a style of this name is for, and the depth that a heading's name states: `Título 2` is ("heading", 2)."""
    for part in PARTS:
        for pattern in _patterns(part):
            match = pattern.fullmatch(name.strip())
            if match:
                return part, int(match["level"]) if part == "heading" else 0
    return None, 0


@cache
def _patterns(part: StylePart) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(table(language, "styles")[part]["pattern"], re.IGNORECASE) for language in LANGUAGES)
