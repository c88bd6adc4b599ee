"""Where one citation of a note ends and the next begins; sentences and lead-ins (`see also:`) in front of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tieout.reading.names import abbreviations, caption_label
from tieout.sources.citations.draft import Line
from tieout.sources.citations.guarded import Guarded, guarded
from tieout.sources.citations.names import is_name
from tieout.sources.citations.tail import Tail, tail_of
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import source, word

_PART = re.compile(r";(?=\s|$)|\.(?=\s+[^\W\d_a-z]|\s+[“«‘\"(]|\s+(?:and|y)\s)|,?\s(?:and|y)(?=\s[A-Z]{1,6}/[A-Z\d])")
"""A semicolon, a stop, or the `and` between two documents known by their symbols."""
_STOP = re.compile(r"[.!?][”’»\"]?\s+(?=[^\W\d_]|[“‘«\"¿¡])")
_SHORT = re.compile(r"(?:^|[\s(])([^\W\d_]{1,6})\Z")
_INITIALS = 6
_AND = re.compile(r"(?:and|y)\s(?=[^\W\d_a-z])")
_LABEL = re.compile(r"\[\d{1,4}\]:?\s+|(?<![\w.])\d{1,3}\.\s+(?=[^\W\d_a-z])")
"""The number of a reference in a list."""
_LEAD = 220
"""Characters of the words that lead to a source (`For a full list of these measures, see:`)."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words of one citation, or of a sentence that cites nothing."""

    start: int
    end: int
    see_also: bool


def chunks(line: Line, table: PublisherTable) -> Iterator[Chunk]:
    """The stretches of a note's line that hold a citation each, lead-ins left out."""
    guard = guarded(line.text)
    start = _caption_end(line.text)
    also = False
    for cut in [*guard.finditer(_PART), None]:
        end = cut.start() if cut else len(line.text)
        if end <= start:
            continue
        if cut is not None and not _parts(line, start, cut, table):
            continue
        chunk = _without_lead(line, guard, start, end)
        yield Chunk(chunk.start, chunk.end, chunk.see_also or also)
        start = cut.end() if cut else end


def _caption_end(text: str) -> int:
    """Behind the label of a caption (`Map 1: `) or the number of a reference that a note can begin with."""
    label = caption_label().match(text) or _LABEL.match(text)
    return label.end() if label else 0


def _parts(line: Line, start: int, cut: re.Match[str], table: PublisherTable) -> bool:
    """Whether a semicolon or stop ends a citation: what stands before it must be whole."""
    text = line.text
    if cut[0] == ".":
        if _is_abbreviated(text, cut.start()) or _goes_on().match(text, cut.end()):
            return False
        tail = tail_of(line, start, cut.start())
        return tail.closed or _is_dated_item(text, start, tail)
    if _goes_on().match(text, cut.end()):
        return False
    tail = tail_of(line, start, cut.start())
    if tail.found or word("interview").search(text, start, cut.start()) or _back().match(text, start):
        return True
    ahead = text[cut.end() : cut.end() + 120].strip().partition(",")
    return "," in text[start : cut.start()] and bool(ahead[1]) and table.named(ahead[0]) is not None


def _is_dated_item(text: str, start: int, tail: Tail) -> bool:
    """Whether `author, title, date` stands there; a date in brackets may have its title behind it."""
    if tail.date_text is None or text[tail.head : (tail.date_lead or 0)].endswith("("):
        return False
    first, comma, title = text[start : tail.head].partition(",")
    said = word("interview").search(text, start, tail.head)
    return bool(comma) and (said is not None or (is_name(first) and len(title.strip()) > _INITIALS))


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether a stop belongs to an abbreviation or initial: `No.`, `et al.`, `J.`"""
    found = _SHORT.search(text, max(0, stop - 8), stop)
    if found is None:
        return False
    return len(found[1]) == 1 or found[1].lower() in abbreviations() or found[1].lower() == "al"


def _without_lead(line: Line, guard: Guarded, start: int, end: int) -> Chunk:
    """A chunk without the sentences and the words `see also:` in front of its citation."""
    text = line.text
    also = False
    while True:
        while start < end and text[start] in " ,.;:–-":
            start += 1
        joint = _AND.match(text, start, end)
        start = joint.end() if joint else start
        lead = _lead().match(text, start, min(end, start + _LEAD))
        if lead is not None and lead.end() < end:
            said = text[start : lead.end()]
            also = also or word("more").search(said) is not None
            start = lead.end()
            item = _item().match(text, start, end)
            if item:
                start = _name_start(text, item.end(), end)
            continue
        behind = _behind_sentence(text, guard, start, end)
        if behind is None:
            return Chunk(start, end, also)
        start = behind


def _behind_sentence(text: str, guard: Guarded, start: int, end: int) -> int | None:
    """Where the citation begins behind a sentence; None when no sentence stands in front of it."""
    if start >= end:
        return None
    first = next((c.start() for c in guard.finditer(_COMMA, start, end)), end)
    if is_name(text[start:first]) or text[start] in "“«‘\"'" or _back().match(text, start):
        return None
    stop = next((s.start() for s in guard.finditer(_STOP, start, end) if not _is_abbreviated(text, s.start())), end)
    if is_name(text[start:stop]):
        return None
    for at in _sentence_starts(text, guard, start, end):
        comma = next((c.start() for c in guard.finditer(_COMMA, at, end)), -1)
        if _lead().match(text, at, min(end, at + _LEAD)) or (comma > at and is_name(text[at:comma])):
            return at
        if text[at] in '“«‘"' and comma > at:
            return at
    return None


def _sentence_starts(text: str, guard: Guarded, start: int, end: int) -> list[int]:
    """Where sentences begin behind a stop, also one inside the quotation marks that end there."""
    found = [s.end() for s in guard.finditer(_STOP, start, end) if not _is_abbreviated(text, s.start())]
    found += [
        closes + 1
        for opens, closes in guard.quoted
        if start <= opens and closes < end and text[closes - 2] in ".!?" and text[closes] == " "
    ]
    return sorted(found)


_COMMA = re.compile(r",(?=\s)")


def _name_start(text: str, start: int, end: int) -> int:
    """`Venezuelan journalist Ana Ruiz, …`: where the name begins, behind the last small word before the comma."""
    stop = text.find(",", start, end)
    if stop < 0:
        return start
    small = None
    for found in re.finditer(r"\S+", text[start:stop]):
        if found[0][0].islower() and not whole_connector(found[0]):
            small = found.end()
    return start + small + 1 if small is not None else start


def whole_connector(printed: str) -> bool:
    """Whether a word only joins the words of a name."""
    return re.fullmatch(source("connector"), printed, re.IGNORECASE) is not None


@cache
def _lead() -> re.Pattern[str]:
    """Words that lead to a source: at the head, or behind a clause of plain words (`For a list, see: `)."""
    see = rf"{source('see')}"
    return re.compile(
        rf"(?:(?:and|y|but|pero)\s)?(?:(?:{see})(?!\w)[,:]?\s+|(?:for|para|on|sobre|more|más|further|additional)\s[^;]{{3,160}}?(?:,|\.|\()?\s*(?<!\w)(?:{see})(?!\w)[,:]?\s+)",
        re.IGNORECASE,
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"{source('item')}\s", re.IGNORECASE)


@cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"(?:{source('ibid')}|{source('supra')}|{source('op_cit')})(?!\w)", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    """What goes on with the same citation behind a stop or semicolon: a link, pages, the day of access."""
    return re.compile(
        rf"\s*[\[(<]?(?:https?://|www\.|doi|{source('link')}(?!\w)|{source('accessed')}(?!\w)|{source('pin')}\s?[\divx]|\d)",
        re.IGNORECASE,
    )
