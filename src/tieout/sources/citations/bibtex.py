"""Reads BibTeX and BibLaTeX files: entries with braces and quotation marks, `@string` short forms, LaTeX accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tieout.sources.citations.draft import Draft
from tieout.sources.citations.fields import Entry, draft_of

_ENTRY = re.compile(r"@(\w{2,40})\s*[{(]\s*")
_KEY = re.compile(r"([^\s,{}()=]{0,200})\s*,")
_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})\s*=\s*")
_BARE = re.compile(r"[^\s,{}()\"#]{1,200}")
_NOT_ITEMS = frozenset({"comment", "preamble", "string"})
_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "v": "\u030c"}
_ACCENT = re.compile(r"\\(['`^\"~]|[cv](?=[ {]))\s*\{?\\?([A-Za-z])\}?")
_SIGNS = {
    "\\&": "&",
    "\\%": "%",
    "\\$": "$",
    "\\#": "#",
    "\\_": "_",
    "~": "\u00a0",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    "\\textbackslash{}": "\\",
    "---": "—",
    "--": "–",
    "\\ss": "ß",
}
_TYPES = {
    "article": "article",
    "book": "book",
    "inbook": "book",
    "incollection": "book",
    "techreport": "report",
    "report": "report",
    "online": "webpage",
    "dataset": "statistic",
    "legislation": "law",
    "thesis": "book",
    "phdthesis": "book",
}


def read(text: str) -> Iterator[Draft]:
    """The items of a file, in order."""
    strings: dict[str, str] = {}
    for start, kind, body, end in _entries(text):
        values = _fields(body, strings)
        if kind == "string":
            strings.update(values)
        elif kind not in _NOT_ITEMS:
            yield draft_of(_entry(kind, values), start, end)


def _entries(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Start, kind, inside and end of each entry; one that is never closed ends the file."""
    at = 0
    while (head := _ENTRY.search(text, at)) is not None:
        end = _closed(text, head.end())
        if end is None:
            return
        kind = head[1].lower()
        key = _KEY.match(text, head.end()) if kind not in _NOT_ITEMS else None
        yield head.start(), kind, text[key.end() if key else head.end() : end], end + 1
        at = end + 1


def _closed(text: str, start: int) -> int | None:
    """Where the brace that is open at `start` is closed."""
    depth = 1
    for sign in re.finditer(r"\\.|[{}]", text[start:], re.DOTALL):
        if sign[0] == "{":
            depth += 1
        elif sign[0] == "}":
            depth -= 1
            if depth == 0:
                return start + sign.start()
    return None


def _fields(body: str, strings: dict[str, str]) -> dict[str, str]:
    values: dict[str, str] = {}
    at = 0
    while (name := _FIELD.search(body, at)) is not None:
        value, at = _value(body, name.end(), strings)
        values[name[1].lower()] = value
    return values


def _value(body: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    """A value and where it ends: parts in braces, quotation marks or bare, joined by `#`."""
    parts: list[str] = []
    while at < len(body):
        if body[at] == "{":
            end = _closed(body, at + 1)
            end = len(body) if end is None else end
            parts.append(_plain(body[at + 1 : end]))
        elif body[at] == '"':
            end = body.find('"', at + 1)
            end = len(body) if end < 0 else end
            parts.append(_plain(body[at + 1 : end]))
        else:
            bare = _BARE.match(body, at)
            if bare is None:
                break
            parts.append(strings.get(bare[0].lower(), bare[0]))
            end = bare.end() - 1
        at = end + 1
        joint = re.compile(r"\s*#\s*").match(body, at)
        if joint is None:
            break
        at = joint.end()
    return "".join(parts), at


def _plain(value: str) -> str:
    """A value without LaTeX: accents composed, braces gone."""
    accented = _ACCENT.sub(lambda m: unicodedata.normalize("NFC", m[2] + _ACCENTS[m[1]]), value)
    for sign, plain in _SIGNS.items():
        accented = accented.replace(sign, plain)
    return " ".join(accented.replace("{", "").replace("}", "").split())


def _entry(kind: str, values: dict[str, str]) -> Entry:
    month = values.get("month", "")
    date = values.get("date") or "-".join(part for part in (values.get("year", ""), _month(month)) if part)
    container = values.get("journaltitle") or values.get("journal") or values.get("institution")
    return Entry(
        kind=_TYPES.get(kind),
        authors=tuple(a.strip() for a in values.get("author", "").split(" and ") if a.strip()),
        title=values.get("title"),
        date=date or None,
        container=container or values.get("publisher") or values.get("organization"),
        pages=values.get("pages"),
        url=values.get("url") or (f"https://doi.org/{values['doi']}" if values.get("doi") else None),
        accessed=values.get("urldate"),
    )


def _month(month: str) -> str:
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    short = month.strip().lower()[:3]
    if short in names:
        return f"{names.index(short) + 1:02d}"
    return f"{int(month):02d}" if month.strip().isdigit() and 1 <= int(month) <= 12 else ""
