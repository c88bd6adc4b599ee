"""What all forms do with a title: quotation marks around it, a translation in brackets behind it."""

from __future__ import annotations

import re

from tieout.sources.citations.draft import Draft
from tieout.sources.words import whole

_QUOTED = re.compile(r"[“«‘\"'„](.*)[”»’\"'“]", re.DOTALL)
_BRACKET = re.compile(r"(?<=\S)\s+\[([^\[\]]{3,300})\]\Z")
_ENDS = " ,;:."
_PAIRS = (("“", "”"), ("«", "»"), ("‘", "’"), ('"', '"'), ("'", "'"), ("„", "“"))


def titled(draft: Draft, printed: str) -> None:
    """Give a draft its title as printed, without the quotation marks around all of it."""
    title = " ".join(printed.split()).strip(_ENDS if not printed.rstrip().endswith("..") else " ,;:")
    title = _unquoted(title)
    bracket = _BRACKET.search(title)
    if bracket and not whole("in_language").fullmatch(bracket[1]) and " " in bracket[1]:
        draft.translation = bracket[1]
    draft.title = title or None


def _unquoted(title: str) -> str:
    for opening, closing in _PAIRS:
        inner = title[1:-1]
        if (
            len(title) > 2
            and title[0] == opening
            and title[-1] == closing
            and opening not in inner
            and closing not in _closers(inner)
        ):
            return inner.strip().rstrip(",")
    return title


def _closers(inner: str) -> str:
    """The quotation marks inside a title that are no apostrophes."""
    return "".join(
        c for at, c in enumerate(inner) if not (c in "’'" and at + 1 < len(inner) and inner[at + 1].isalnum())
    )
