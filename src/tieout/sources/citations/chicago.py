"""Notes with the title in quotation marks, and books with `(City: Publisher, Year)`: Chicago, the UK form, HRW.

`Author, “Title,” Container, …`; `Author, 'Title' (section), …`; `Author, Title (City: House, 2020), 12`.
"""

from __future__ import annotations

import re
from functools import cache

from tieout.sources.citations.draft import Draft, Line
from tieout.sources.citations.guarded import guarded
from tieout.sources.citations.names import is_name, is_person
from tieout.sources.citations.tail import Tail
from tieout.sources.citations.title import titled
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import source

_HOUSE = re.compile(
    r"\s*\((?:(?P<city>[^():]{2,60}):\s)?(?P<house>[^():]{2,80}),\s(?P<year>(?:1[89]|20)\d\d)\)(?:,\s[^,()]{2,40})?\Z"
)
_JOURNAL = re.compile(
    r"(?P<name>[^\d()]{3,90}?)[\s,]+(?:vol\. ?)?(?P<volume>\d{1,3})"
    r"(?:[,:]?\s(?:no\.?|núm\.|n[.º°]+|issue)\s?[\d–-]{1,7}|\(\d{1,3}(?:[–-]\d{1,3})?\))?"
    r"(?:,?\s\((?:[^()]{0,20}\s)?(?P<year>(?:1[89]|20)\d\d)\))?"
    r"(?:[:,]\s?(?:pp?\. )?(?P<pages>\d{1,5}(?:[–-]\d{1,5})?))?",
    re.IGNORECASE,
)
_SEPARATORS = " ,.;:"
_GOES_ON = (":", "–", "—", "-", "|")
"""Signs behind the quotation that say that the title goes on."""
SYMBOL = re.compile(r"(?:UN Doc\. )?[A-Z]{1,6}(?:/[\w.-]{1,16}){2,8}", re.IGNORECASE)
"""The symbol of a document of the United Nations or the OAS: `A/HRC/49/50`."""
_BRACKET = re.compile(r",?\s*\(([^()]{1,60})\)")
"""The part of a document in brackets behind its title, as the UK form has it: `(People and Society)`."""
_YEAR_LAST = re.compile(r",\s(?:1[89]|20)\d\d\Z")
_PLACE_FIRST = re.compile(r"\A(?:in|en):? ", re.IGNORECASE)


def read(line: Line, start: int, tail: Tail, table: PublisherTable, draft: Draft) -> bool:
    """Fill the draft from a quoted title or a publishing house in brackets; False when there is neither."""
    return _quoted(line.text, start, tail, table, draft) or _housed(line.text, start, tail, draft)


def _quoted(text: str, start: int, tail: Tail, table: PublisherTable, draft: Draft) -> bool:
    head = text[start : tail.head]
    for opens, closes in guarded(head).quoted:
        author, behind = head[:opens].strip(_SEPARATORS), head[closes:].strip(_SEPARATORS)
        if behind and head[closes:].lstrip()[:1] in _GOES_ON:
            return False
        before = head[:opens].rstrip()
        # A colon parts a speaker from his words in a headline, unless the author is all that stands before it.
        if before and before[-1] not in ",." and not (before[-1] == ":" and "," not in before):
            return False
        if author and not (is_name(author.replace(",", "")) or table.named(author)):
            return False
        if behind and not _contains(draft, author, behind, head[closes - 2 : closes - 1], tail, table):
            return False
        bracket = _BRACKET.match(head, closes)
        if bracket and not behind.replace(bracket[0].strip(), "") and tail.pages_start is None:
            draft.pages = bracket[1]
        draft.author = author or None
        draft.person = is_person(author)
        titled(draft, head[opens:closes])
        if draft.author is None and draft.container and not draft.journal:
            draft.author = draft.container
        return draft.title is not None
    return False


def _contains(draft: Draft, author: str, behind: str, last: str, tail: Tail, table: PublisherTable) -> bool:
    """Whether the words behind the quoted title say where it appeared; if so the draft takes them."""
    if SYMBOL.fullmatch(behind):
        return True
    name = _YEAR_LAST.sub("", _release().sub("", _PLACE_FIRST.sub("", behind))).strip(_SEPARATORS)
    journal = _JOURNAL.fullmatch(name)
    if journal and is_name(journal["name"]):
        draft.container, draft.journal = journal["name"].strip(_SEPARATORS), True
        if tail.date_text is None and journal["year"]:
            tail.date = tail.date_text = journal["year"]
        draft.pages = journal["pages"]
        return True
    if name and table.named(name):
        draft.container = name
        return True
    first, _, rest = name.partition(",")
    if table.named(first) and is_name(rest or "X"):
        draft.container = first
        return True
    parted = last in (",", ".") or not author or is_person(author) or not table.named(author)
    if parted and is_name(name.replace(",", "")) and len(name.split()) <= 9:
        draft.container = name
        return True
    return not name


def _housed(text: str, start: int, tail: Tail, draft: Draft) -> bool:
    house = _HOUSE.search(text, start, tail.head)
    if house is None:
        return False
    author, comma, title = text[start : house.start()].partition(",")
    if not comma or not is_name(author):
        return False
    draft.author, draft.container = author.strip(), house["house"].strip()
    draft.person = is_person(draft.author)
    titled(draft, title)
    if tail.date_text is None:
        tail.date = tail.date_text = house["year"]
    return draft.title is not None


@cache
def _release() -> re.Pattern[str]:
    """`news release` behind a publisher's name, and what stands in brackets there."""
    return re.compile(rf"(?:,?\s|^){source('news_release')}\Z|\s*\([^()]*\)\Z", re.IGNORECASE)
