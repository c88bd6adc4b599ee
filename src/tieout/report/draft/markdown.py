"""Words of documents as Markdown that shows them and nothing else. Documents are hostile: every sign is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

WIDE = 1000
"""Characters of a line from which on pandoc gives the columns of a table their widths (`--columns`)."""

_SIGN = re.compile(r"([!-/:-@\[-`{-~])")


def words(text: str) -> str:
    """Words on one line, as they are."""
    return _SIGN.sub(r"\\\1", " ".join(text.split()))


def emphasis(text: str) -> str:
    """Words in italics."""
    return f"*{words(text)}*" if text.strip() else ""


def link(text: str, address: str) -> str:
    """Words that lead to a place in the report; `address` is one of ours."""
    return f"[{text}]({address})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "", widths: Sequence[int] = ()) -> str:
    """A table of cells that are Markdown already, as wide as the page when `widths` give the columns' shares of it;
    a share below zero is that of a column whose cells end at one line."""
    if widths:
        unit = WIDE // sum(map(abs, widths)) + 1
        rules = ["-" * (unit * abs(width)) + (":" if width < 0 else "") for width in widths]
    else:
        rules = ["---"] * len(head)
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join(rules)}|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + (f"\n\n: {caption}" if caption else "")
