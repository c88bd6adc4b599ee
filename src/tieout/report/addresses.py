"""Which addresses a page may link to: those of the web. Documents are hostile: a `javascript:` address stays text."""

from __future__ import annotations

import re

_WEB = re.compile(r"https?://[^\s\"<>]+\Z", re.IGNORECASE)


def followable(address: str | None) -> str | None:
    """The address when a link may lead there, else None."""
    return address if address and _WEB.match(address) else None
