"""The tokens of an RTF file: control words, signs, bytes of text, groups. And what bytes mean in which code page.

It knows the syntax alone, not what any control word does.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>.)|(?P<group>[{}])"
    r"|(?P<end>[\r\n\0]+)|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 437,
}  # fmt: skip
SYMBOLS = 2
"""The character set of fonts whose signs are no letters."""
_NAMED = {10000: "mac-roman", 65001: "utf-8", 1361: "johab"}


class Token(NamedTuple):
    """One token. `kind` is `word`, `sign`, `bytes`, `{` or `}`."""

    kind: str
    text: str = ""
    """The control word or sign; bytes as characters of Latin-1."""
    number: int | None = None


def tokens_of(source: str) -> Iterator[Token]:
    """The tokens of a file whose bytes are read as Latin-1. Binary stretches (`\\binN`) are passed over."""
    at, size = 0, len(source)
    while at < size:
        match = _TOKEN.match(source, at)
        if match is None:  # A backslash at the very end.
            return
        at = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield Token("bytes", match[0])
        elif kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            if match["word"] == "bin":
                at += max(0, number or 0)
            else:
                yield Token("word", match["word"], number)
        elif kind == "hex":
            yield Token("bytes", chr(int(match["hex"], 16)))
        elif kind == "group":
            yield Token(match[0])
        elif kind == "sign":
            yield Token("word", "par") if match["sign"] in "\r\n" else Token("sign", match["sign"])


def page_of_charset(charset: int) -> int | None:
    """The code page of a font's character set; None when the file's own is meant."""
    return _CHARSETS.get(charset)


def decoded(data: str, page: int) -> str:
    """Bytes, given as characters of Latin-1, in a code page. What is damaged becomes U+FFFD."""
    if data.isascii() and page not in (932, 1361):
        return data
    name = _NAMED.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        name = "cp1252"
    return data.encode("latin-1").decode(name, "replace")
