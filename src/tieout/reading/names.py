"""The words that name the parts of a document (captions, contents, notes), in all languages at once.

A file is read before its language is known, so the tables of all languages are joined.
"""

from __future__ import annotations

import re
from functools import cache

from tieout.language.tables import LANGUAGES, table, words


@cache
def part_names(part: str) -> frozenset[str]:
    """The words of one part of the tables `structure` (`captions`, `contents`, `notes`, `parts`), in lower case."""
    return frozenset(word for language in LANGUAGES for word in table(language, "structure")[part]["words"])


@cache
def abbreviations() -> frozenset[str]:
    """Words that end with a stop without ending a sentence, in all languages, in lower case and without the stop."""
    return frozenset().union(*(words(language, "abbreviations") for language in LANGUAGES))


@cache
def caption_label() -> re.Pattern[str]:
    """The label at the head of a caption with what separates it from the words: `Table 3: `, `Gráfico 1. `."""
    heads = "|".join(re.escape(word) for word in sorted(part_names("captions"), key=len, reverse=True))
    number = r"(?:\d{1,3}(?:[.-]\d{1,2})?|[IVX]{1,5}|[A-Z]\d{0,2})"
    return re.compile(
        rf"(?:\*\*|_)?(?:{heads})\s+(?:n[.ºo°]{{1,2}}\s*)?{number}\s*(?:[:.–—-]+\s+|[:.]?$)", re.IGNORECASE
    )
