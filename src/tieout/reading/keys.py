"""Citations by key in a Markdown draft, as pandoc writes them: `[@hrw-2025, p. 4; @f:3fa1c09b2e]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.reading.document import Span

_GROUP = re.compile(r"\[[^\[\]@]{0,200}@[^\[\]]{1,1000}\](?![(:])")
_KEY = re.compile(r"(?<![\w.@])@(\w(?:[\w:.#$%&+?~/-]*\w)?)")


def citations(text: str, start: int = 0) -> Iterator[Span]:
    """The brackets from `start` on that cite by key, each with its keys as target, parted by blanks."""
    for group in _GROUP.finditer(text, start):
        keys = _KEY.findall(group[0])
        if keys:
            yield Span("citation", group.start(), group.end(), target=" ".join(keys))
