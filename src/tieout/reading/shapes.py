"""The shapes that lines of extracted text can have: labels, bullets, leaders, ends of sentences, addresses.

Only patterns that hold in any language stand here; words (Table, Contents, Notes) come from the language tables.
"""

from __future__ import annotations

import re

BULLET = re.compile(r"(?:[•●▪■◦○‣⁃∙·►➢✓❖]|[-–*](?=\s))\s*")
LABEL = re.compile(
    r"(?:\((?P<round>\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})\)"
    r"|(?P<letter>[a-z]|[ivxl]{1,6})[.)]"
    r"|(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})[.)]"
    r"|(?P<section>[1-9]\d?(?:\.[1-9]\d?){1,4})(?=\s+[^\W\d_a-z])"
    r"|(?P<upper>[A-Z]|[IVXL]{1,6})\.)(?:\s+|$)"
)
"""A label at the head of a line: `(a)`, `a)`, `iv.`, `12.`, `116.107.`, `1.4.1`, `A.`, `II.`"""
COUNTED = re.compile(r"[^\W\d_a-z][^\W\d_]{2,15} \d{1,3}: ")
"""A line of a list that counts its items by name: `Chapter 3: `."""
ATX = re.compile(r"(#{1,6})[ \t]+(?=\S)")
NUMBER_ALONE = re.compile(r"[-–—\[(|]?\s*(\d{1,4})\s*[-–—\])|]?")
LEADER = re.compile(r"\.{4,}|(?:\.\s){4,}|…{2,}|_{6,}")
ENDS = re.compile(r"[.!?:;…][”’\"')\]»*_\s]*$")
LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»|\\^`{}]{1,2000}")
"""An address; none is longer than browsers take."""
_LINK_TAIL = ".,;:!?'’*_"


def link_end(text: str, start: int, end: int) -> int:
    """Where a link really ends: punctuation and an unpaired closing bracket behind it are the sentence's."""
    while end > start:
        last = text[end - 1]
        if (
            last in _LINK_TAIL
            or (last == ")" and text.count("(", start, end) < text.count(")", start, end))
            or (last == "]" and text.count("[", start, end) < text.count("]", start, end))
        ):
            end -= 1
        else:
            break
    return end


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, or a clause that a list follows."""
    return bool(ENDS.search(text[-12:]))
