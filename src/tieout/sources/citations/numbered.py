"""The forms of reference lists: `Author (2020). Title. Publisher.` and `Author. Title. Journal. 2020;12:45-67.`"""

from __future__ import annotations

import re

from tieout.sources.citations.dates import date_ending
from tieout.sources.citations.draft import Draft, Line
from tieout.sources.citations.guarded import guarded
from tieout.sources.citations.names import is_given, is_name, is_person
from tieout.sources.citations.tail import Tail
from tieout.sources.citations.title import titled
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import word

_IN_BRACKETS = (
    r"(?:(?P<year>(?:1[89]|20)\d\d)[a-z]?(?:,\s(?P<day>[^()]{1,30}))?"
    r"|[^()]{2,26}\s(?:1[89]|20)\d\d|n\. ?d\.|s\. ?f\.)"
)
_DATED = re.compile(rf"(?P<author>[^()]{{2,200}}?),?\s*\((?P<date>{_IN_BRACKETS})\)[.,:]?\s+(?P<title>\S.*)", re.DOTALL)
_STOP = re.compile(r"[.?!][”»’\"]?\s+(?=[^\W\d_a-z]|[“«‘\"¿¡\[]|\d)")
_VANCOUVER = re.compile(
    r"(?P<year>(?:1[89]|20)\d\d)(?:\s\w{3}(?:\s\d{1,2})?)?;\s?\d{1,4}(?:\([^()]{1,12}\))?(?::?\s?(?P<pages>[eE]?\d{1,6}(?:[–-]\d{1,6})?))?"
)
_PEOPLE = re.compile(
    r"(?:[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?,? (?:[A-Z]\.?[\s-]?){1,3}(?:,|;| and| &| y|$|(?=\.))\s?)+(?:et al)?"
)


_INITIAL_LAST = re.compile(r"(?:^|[\s.-])[^\W\d_]\.\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_HOUSE = re.compile(r"[^:]{2,40}:\s")
"""The city before a publishing house."""
AUTHOR_YEAR = re.compile(r"[^.;]{2,120}\.\s(?:1[89]|20)\d\d\.\s\S")
"""`Author. 2021. Title`: a reference, whatever stands at its end."""
_PEOPLE_FIRST = re.compile(rf"(?P<people>{_PEOPLE.pattern})\.\s+(?!and\b|y\b|&)(?=\S)")


def read(line: Line, start: int, tail: Tail, table: PublisherTable, draft: Draft) -> bool:
    """Fill the draft from a reference of one of these forms; False when it is none."""
    head = line.text[start : tail.head].strip()
    return _author_date(head, tail, table, draft) or _stopped(head, tail, table, draft)


def _author_date(head: str, tail: Tail, table: PublisherTable, draft: Draft) -> bool:
    found = _DATED.fullmatch(head)
    if found is None:
        return False
    author = found["author"].strip(" ,")
    if not _INITIAL_LAST.search(author):
        author = author.rstrip(".")
    if not is_name(re.sub(r"[,&;]", " ", author)) and table.named(author) is None:
        return False
    draft.author, draft.person = author, _PEOPLE.fullmatch(author) is not None
    if not _give_date(found, tail):
        return False
    parts = _parted(found["title"])
    titled(draft, parts[0])
    if len(parts) > 1:
        draft.container = _HOUSE.sub("", parts[1].strip(" .,")) or None
    return draft.title is not None


def _give_date(found: re.Match[str], tail: Tail) -> bool:
    """`(2021)`, `(2021, May 3)`, `(3 de mayo de 2021)`, `(n.d.)`; False when the brackets hold no date."""
    printed = found["date"]
    whole = printed
    if found["day"]:
        whole = f"{found['day']} de {found['year']}" if " de " in found["day"] else f"{found['day']}, {found['year']}"
    date = date_ending(whole, 0, len(whole))
    if found["year"] is None and (date is None or date.start):
        return False
    tail.date = date.edtf if date is not None and date.start == 0 else found["year"]
    tail.date_text = printed
    return True


def _stopped(head: str, tail: Tail, table: PublisherTable, draft: Draft) -> bool:
    """`Author. Title. …`: the first stop comes before the first comma, or the author is a list of people."""
    listed = _PEOPLE_FIRST.match(head)
    parts = [listed["people"], *_parted(head[listed.end() :])] if listed else _parted(head)
    if len(parts) < 2:
        return False
    author = parts[0].strip(" .")
    if _YEAR.fullmatch(parts[1].strip(" .")) and len(parts) > 2 and tail.date_text is None:
        tail.date = tail.date_text = parts.pop(1).strip(" .")
    people = (listed is not None and table.named(author) is None) or _is_person(author)
    if not people and ("," in author and table.named(author) is None):
        return False
    if not (people or table.named(author) or (is_name(author) and len(author.split()) <= 12)):
        return False
    draft.author, draft.person = author, people or is_person(author)
    titled(draft, parts[1])
    if draft.title is None:
        return False
    behind = [part.strip(" .") for part in parts[2:]]
    for part in behind:
        dated = _VANCOUVER.search(part)
        if dated:
            draft.journal, draft.pages = True, dated["pages"]
            if tail.date_text is None:
                tail.date = tail.date_text = dated["year"]
        elif tail.date_text is None and (day := date_ending(part, 0, len(part))) is not None:
            tail.date, tail.date_text = day.edtf, part[day.start :]
        elif draft.container is None and not word("law").match(part):
            draft.container = _HOUSE.sub("", part) or None
    return True


def _is_person(author: str) -> bool:
    """`Surname, Given`."""
    surname, comma, given = author.partition(",")
    return bool(comma) and is_name(surname) and is_given(given.strip())


def _parted(text: str) -> list[str]:
    """The parts of a text between full stops, those of initials and abbreviations not counted."""
    guard = guarded(text)
    parts, start = [], 0
    for stop in guard.finditer(_STOP):
        before = text[start : stop.start()].rsplit(None, 1)[-1:] or [""]
        if len(before[0].strip("([")) <= 1 or before[0].lower().strip("(") in _SHORT:
            continue
        parts.append(text[start : stop.start() + (text[stop.start()] != ".")])
        start = stop.end()
    return [*parts, text[start:]]


_SHORT = frozenset(
    {"no", "nº", "n", "vol", "art", "arts", "vs", "al", "ed", "eds", "dr", "st", "sr", "sra", "doc", "núm", "rev"}
)
