"""Bytes to text: UTF-8 or UTF-16 with or without a mark, else Windows-1252. Newlines are kept as they stand.

It does not mend anything: a character that was damaged before stays damaged, so that offsets are those of the file.
"""

from __future__ import annotations

import codecs
import re

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01
"""Share of control characters above which bytes are no text."""
_SAMPLE = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """The text of a file, without its byte order mark. Raises ValueError when the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding)
    wide = _wide_without_mark(data)
    if wide:
        return _checked(data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes Windows-1252 leaves open are kept as the control characters other tools make of them.
        text = data.decode("windows-1252", errors="replace") if _is_western(data) else data.decode("latin-1")
    return _reject_binary(text)


def _checked(data: bytes, encoding: str) -> str:
    try:
        return _reject_binary(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise ValueError(f"the bytes are not the {encoding} they say they are") from error


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: in western text every other byte is zero."""
    head = data[:_SAMPLE]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _is_western(data: bytes) -> bool:
    return not any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))


def _reject_binary(text: str) -> str:
    head = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(head))
    if "\x00" in head or controls > max(2, _MOST_CONTROLS * len(head)):
        raise ValueError("the bytes are no text (control characters)")
    return text
