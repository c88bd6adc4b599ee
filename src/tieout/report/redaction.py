"""Taking a document's words out of the sentences that rules wrote about it, for output made without quotes.

Numbers stay: a finding without its arithmetic says nothing. Words between quotation marks and words a record quotes go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ('"', '"'), ("`", "`"))
_QUOTED = re.compile("|".join(f"{opening}[^{closing}]*(?:{closing}|\\Z)" for opening, closing in _PAIRS))
_LETTER = re.compile(r"[^\W\d_]")


def without_quotes(sentence: str, quotes: Iterable[str], instead: str) -> str:
    """The sentence with quoted stretches, and every one of `quotes` that holds a letter, replaced by `instead`."""
    for quote in sorted({q for q in quotes if _LETTER.search(q)}, key=lambda q: (-len(q), q)):
        sentence = sentence.replace(quote, instead)
    return _QUOTED.sub(instead, sentence)
