"""Names as tables write them, folded to what two spellings have in common. It knows no name itself."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(("and", "the", "of", "in", "y", "de", "del", "la", "las", "los", "el", "e"))


def key_of(name: str) -> str:
    """A name without case, accents, punctuation and small words: `Congo, Dem. Rep.` and `Congo, Dem, Rep,` are one."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    return " ".join(word for word in _WORD.findall(letters) if word not in _SMALL)
