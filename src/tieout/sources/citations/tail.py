"""The tail of a citation: what stands behind author and title, peeled off from the end one part after the other.

Date, link, pages, day of access, language: in any order, parted by commas, stops or brackets, as all forms have them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tieout.sources.citations.dates import date_ending
from tieout.sources.citations.draft import Line, Link
from tieout.sources.words import source, word

_SEPARATORS = " .,;:|"
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s?10\.)", re.IGNORECASE)
_DOI = re.compile(r"(?:doi:?\s?|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+)\Z", re.IGNORECASE)
_SITE = re.compile(
    r"(?<![\w@/.-])(?:[a-z0-9-]{1,60}\.){1,4}(?:org|com|net|int|gov|edu|info|[a-z]{2})/\S*\Z", re.IGNORECASE
)
"""An address printed without `https://`: only with a path, since `El Diario.pe` is a name."""
_NUMBER = r"(?:[A-Z]{0,2}-?\d[\w.()–-]{0,14}|[ivxlc]{1,6}(?![^\W\d_])|[A-Z](?!\w))"
_JOINT = r"(?:\s?[-–—,;&/]\s?|\s(?:and|to|y|e|a|al)\s)"
_AT = re.compile(r"(?P<gap>[,.;]\s)(?P<word>en|in|at|from)\Z", re.IGNORECASE)
_AFTER_BRACKET = re.compile(r"(?<=\))[,:]\s?(\d{1,4}(?:[-–]\d{1,4})?(?:,\s?\d{1,4}(?:[-–]\d{1,4})?)*)\Z")
_REACH = 200
_OPENS = "([<"


@dataclass(slots=True)
class Tail:
    """What was peeled off; `head` is where the author and title end."""

    head: int
    date: str | None = None
    date_text: str | None = None
    date_start: int | None = None
    date_lead: int | None = None
    """Where the words before it begin that belong to it (`last updated on`)."""
    pages_start: int | None = None
    pages_end: int | None = None
    url: str | None = None
    says_url: bool = False
    link_word: int | None = None
    accessed: str | None = None
    found: bool = False
    closed: bool = False
    """A link, pages or a day of access stands there: nothing but a citation ends so."""

    def pages(self, text: str) -> str | None:
        """Pages and the like, as printed."""
        if self.pages_start is None or self.pages_end is None:
            return None
        pages = text[self.pages_start : self.pages_end].strip(" ,;.")
        return pages[:-1] if pages.endswith(")") and pages.count("(") < pages.count(")") else pages


def tail_of(line: Line, start: int, end: int) -> Tail:
    """Peel off the tail of `line.text[start:end]`."""
    text = line.text
    tail = Tail(_stripped(text, start, end))
    steps = (_link, _accessed, _link_word, _pin, _part, _language, _edition, _amended, _date)
    while any(step(line, start, tail) for step in steps):
        tail.found = True
        tail.head = _stripped(text, start, tail.head)
    return tail


def _stripped(text: str, start: int, end: int) -> int:
    """The end without separators, and without an opening bracket whose content was peeled off."""
    while end > start and (text[end - 1] in _SEPARATORS or text[end - 1] in _OPENS):
        end -= 1
    return end


def _link(line: Line, start: int, tail: Tail) -> bool:
    """An address, or a link on the last words."""
    end = tail.head
    closed = end - 1 if line.text[end - 1 : end] in (")", ">", "]") else end
    for link in reversed(line.links):
        if link.end in (end, closed) and link.start >= start:
            bare = _ADDRESS.match(line.text, link.start) is not None
            if not bare and not _says_link(line.text, link):
                return False
            tail.url = link.target
            tail.says_url = tail.closed = True
            tail.head = link.start
            return True
        if link.end < end - 1:
            break
    doi = _DOI.search(line.text, max(start, end - _REACH), end)
    if doi:
        tail.url = f"https://doi.org/{doi[1]}"
        tail.says_url = tail.closed = True
        tail.head = doi.start()
        return True
    site = _SITE.search(line.text, max(start, end - _REACH), end)
    if site is not None:
        tail.url, tail.says_url, tail.closed, tail.head = site[0], True, True, site.start()
        return True
    return False


def _says_link(text: str, link: Link) -> bool:
    return _link_words().fullmatch(text, link.start, link.end) is not None


def _link_word(line: Line, start: int, tail: Tail) -> bool:
    """`url`, `available at`: the word that carries a link, or stands before one."""
    found = _link_word_ending().search(line.text, max(start, tail.head - 40), tail.head)
    if found is None and tail.url is not None and tail.date_text is None:
        found = _AT.search(line.text, max(start, tail.head - 10), tail.head)
    if found is None:
        return False
    # `here` and `link` are words of titles too, unless a comma parts them off or the address was just behind.
    parted = found["gap"].strip() != "" or found.start("word") == start
    if not parted and not (tail.url is not None or found["word"].lower() == "url"):
        return False
    tail.says_url = tail.closed = True
    if tail.url is None:
        tail.link_word = found.start("word")
        tail.url = next((k.target for k in line.links if k.start <= tail.link_word < k.end), None)
    tail.head = found.start("word")
    return True


def _accessed(line: Line, start: int, tail: Tail) -> bool:
    """`accessed 3 May 2021`, `(consultado el 3 de mayo de 2021)`."""
    end = tail.head
    inner = end - 1 if line.text[end - 1 : end] in (")", "]") else end
    if not word("accessed").search(line.text, max(start, end - _REACH), end):
        return False
    date = date_ending(line.text, start, inner)
    if date is None:
        return False
    said = _accessed_ending().search(line.text, max(start, date.start - 40), date.start)
    if said is None:
        return False
    tail.accessed = date.edtf
    tail.closed = True
    tail.head = said.start("word")
    return True


def _pin(line: Line, start: int, tail: Tail) -> bool:
    """`p. 4`, `paras. 12, 14`, `(section 1.d)`, `Arts. 3 y 4`; bare numbers only behind a closing bracket."""
    low, end = max(start, tail.head - _REACH), tail.head
    found = _pin_ending().search(line.text, low, end)
    if found is None:
        bare = _AFTER_BRACKET.search(line.text, low, end)
        if bare is None or tail.pages_start is not None:
            return False
        tail.pages_start, tail.pages_end, tail.head = bare.start(1), bare.end(1), bare.start()
        tail.closed = True
        return True
    bracketed = found["open"].strip()[-1:] in ("(", "[")
    if (line.text[end - 1] in ")]") != bracketed and line.text[end - 1] == "]":
        return False
    tail.pages_start = found.start("pin")
    if tail.pages_end is None:
        tail.pages_end = found.end("pin")
    tail.closed = True
    tail.head = found.start("pin")
    return True


def _part(line: Line, start: int, tail: Tail) -> bool:
    """`introduction`, where a date or link stands before it."""
    found = _part_ending().search(line.text, max(start, tail.head - 40), tail.head)
    if found is None or tail.date_text is not None:
        return False
    before = _stripped(line.text, start, found.start())
    if date_ending(line.text, start, before) is None and not _link_word_ending().search(line.text, start, before):
        return False
    tail.pages_start = found.start(1)
    tail.pages_end = found.end(1) if tail.pages_end is None else tail.pages_end
    tail.closed = True
    tail.head = found.start()
    return True


def _language(line: Line, start: int, tail: Tail) -> bool:
    """`[in Spanish]`, `(unofficial translation)`."""
    found = _language_ending().search(line.text, max(start, tail.head - 60), tail.head)
    if found is None or found.start() <= start:
        return False
    tail.head = found.start()
    return True


def _edition(line: Line, start: int, tail: Tail) -> bool:
    """`version 3.0`, where no date was found behind it."""
    found = _edition_ending().search(line.text, max(start, tail.head - 40), tail.head)
    if found is None or tail.date_text is not None or found.start() <= start:
        return False
    tail.head = found.start()
    return True


def _amended(line: Line, start: int, tail: Tail) -> bool:
    """`1991 (amended 2018)`: the bracket, when a date stands before it."""
    if tail.date_text is not None:
        return False
    found = _amended_ending().search(line.text, max(start, tail.head - 60), tail.head)
    if found is None or date_ending(line.text, start, _stripped(line.text, start, found.start())) is None:
        return False
    tail.head = found.start()
    return True


def _date(line: Line, start: int, tail: Tail) -> bool:
    """One date, parted off by a comma, a stop or a bracket."""
    text, end = line.text, tail.head
    inner = end - 1 if text[end - 1 : end] in (")", "]") else end
    if tail.date_text is not None or inner <= start:
        return False
    # A stop at the end of `n.d.` was taken off with the separators.
    date = date_ending(text, start, inner)
    if date is None:
        return False
    lead = _updated_ending().search(text, max(start, date.start - 40), date.start)
    first = lead.start("word") if lead else date.start
    before = text[start:first].rstrip()
    if before and before[-1] not in ',;.(:[–|?!”»"’':
        return False
    if inner != end and before[-1:] not in ("(", "["):
        return False
    tail.date, tail.date_start, tail.date_lead = date.edtf, date.start, first
    tail.date_text = text[date.start : inner] + (
        "." if text[inner : inner + 1] == "." and text[inner - 2 : inner] in (".d", ".f") else ""
    )
    tail.head = first
    return True


@cache
def _link_words() -> re.Pattern[str]:
    return re.compile(rf"\W*{source('link')}\W*", re.IGNORECASE)


@cache
def _link_word_ending() -> re.Pattern[str]:
    return re.compile(rf"(?P<gap>(?:^|[\s,;.:(\[|]){{1,4}})(?P<word>(?<!\w){source('link')})[:)\]]?\Z", re.IGNORECASE)


@cache
def _accessed_ending() -> re.Pattern[str]:
    return re.compile(rf"[\[(]?(?<!\w)(?P<word>{source('accessed')}):?,?(?: el| on| at)?\s*\Z", re.IGNORECASE)


@cache
def _pin_ending() -> re.Pattern[str]:
    one = rf"{source('pin')}\s?(?:no\.\s?)?{_NUMBER}"
    more = rf"(?:{_JOINT}(?:{source('pin')}\s?)?{_NUMBER}){{0,12}}"
    return re.compile(
        rf"(?P<open>^|[,;.:(\[»”\"]\s{{0,2}}|\s(?:at|en)\s|\s-\s)(?P<pin>(?<!\w){one}{more})[)\]]?\Z", re.IGNORECASE
    )


@cache
def _part_ending() -> re.Pattern[str]:
    return re.compile(rf",\s({source('part')})\Z", re.IGNORECASE)


@cache
def _language_ending() -> re.Pattern[str]:
    return re.compile(rf"[\[(]\s?{source('in_language')}[^\[\]()]{{0,30}}[\])]\Z", re.IGNORECASE)


@cache
def _edition_ending() -> re.Pattern[str]:
    return re.compile(rf",\s{source('edition')}\Z", re.IGNORECASE)


@cache
def _amended_ending() -> re.Pattern[str]:
    return re.compile(rf"[\[(]\s?{source('amended')}[^\[\]()]{{0,40}}[\])]\Z", re.IGNORECASE)


@cache
def _updated_ending() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>{source('updated')}):?\s\Z", re.IGNORECASE)
