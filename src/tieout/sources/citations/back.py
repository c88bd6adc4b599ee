"""References back: `Ibid., p. 12`, `HRW, op. cit.`, `supra note 4`, `pp. 18-21 of the same source`."""

from __future__ import annotations

import re
from functools import cache

from tieout.sources.citations.draft import Draft, Line
from tieout.sources.citations.guarded import guarded
from tieout.sources.citations.title import titled
from tieout.sources.words import source

_LONGEST = 240
_AT = re.compile(r"[.,]?\s(?:at|en)\s(\d{1,4}(?:[–-]\d{1,4})?)(?!\w)")


def read(line: Line, start: int, end: int, draft: Draft) -> bool:
    """Fill the draft from a reference back; False when it is none."""
    text = line.text
    if end - start > _LONGEST:
        return False
    ibid = _ibid().match(text, start, end)
    if ibid:
        draft.back = "ibid"
        draft.pages = _at(text, ibid.end(), end)
        return True
    same = _same().search(text, start, end)
    if same:
        draft.back = "same"
        pages = _pages_of().search(text, start, same.start())
        draft.pages = pages["pin"].strip(" ,") if pages else None
        return True
    supra = _supra().search(text, start, end)
    if supra:
        draft.back, draft.back_note = "supra", supra["note"]
        draft.pages = _at(text, supra.end(), end)
        _author(draft, text[start : supra.start()])
        return True
    op_cit = _op_cit().search(text, start, end)
    if op_cit:
        draft.back = "op_cit"
        _author(draft, text[start : op_cit.start()])
        return True
    return False


def _at(text: str, start: int, end: int) -> str | None:
    """`at 45`: the page behind a reference back."""
    found = _AT.match(text, start, end)
    return found[1] if found else None


def _author(draft: Draft, before: str) -> None:
    """Author and short title in front of `op. cit.` and `supra`."""
    before = before.strip(" ,.;:(")
    guard = guarded(before)
    if guard.quoted:
        opens, closes = guard.quoted[0]
        draft.author = before[:opens].strip(" ,.") or None
        titled(draft, before[opens:closes])
        return
    author, _, title = before.partition(",")
    draft.author = author.strip() or None
    if title.strip():
        titled(draft, title)


@cache
def _ibid() -> re.Pattern[str]:
    return re.compile(rf"[\[(“]?{source('ibid')}(?!\w)", re.IGNORECASE)


@cache
def _same() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:of|in|from|de|en)\s)?{source('same')}(?!\w)", re.IGNORECASE)


@cache
def _supra() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){source('supra')}(?!\w)[.:]?\s?(?P<note>\d{{1,4}})?", re.IGNORECASE)


@cache
def _op_cit() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){source('op_cit')}(?!\w)", re.IGNORECASE)


@cache
def _pages_of() -> re.Pattern[str]:
    return re.compile(rf"(?P<pin>(?<!\w){source('pin')}\s?[\d][\d–, -]*)\s?\Z", re.IGNORECASE)
