"""Front matter: `key: value` lines between `---` (or `key = value` between `+++`) at the head of a file.

Only simple lines are read, no nested values. It says the title, date, country and language of a document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tieout.language.countries import alpha2
from tieout.language.edtf import is_date
from tieout.language.tables import LANGUAGES

_BLOCK = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)(?:\r?\n)(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*(?P<sign>[:=])\s*(?P<value>.*?)\s*")
_EDTF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says; `end` is the offset behind it."""

    end: int
    values: Mapping[str, str]

    @property
    def title(self) -> str | None:
        return self.values.get("title")

    @property
    def date(self) -> str | None:
        """The date as EDTF, when it is printed so (a time of day is left out)."""
        value = self.values.get("date", "")
        time = _TIME.fullmatch(value)
        value = time[1] if time else value
        return value if _EDTF.fullmatch(value) and is_date(value) else None

    @property
    def country(self) -> str | None:
        """The country as an ISO 3166-1 alpha-2 code, when it is given by a code of two or three letters."""
        return alpha2(self.values.get("country", ""))

    @property
    def language(self) -> str | None:
        """The language as its BCP 47 primary tag, when it is one that is read: `en-GB` gives `en`."""
        value = re.split(r"[-_]", self._language.lower())[0]
        return value if value in LANGUAGES else None

    @property
    def not_understood(self) -> list[str]:
        """The values that say nothing to a reader, as `key: value`; the lines are not passed over in silence."""
        given = {
            "date": (self.values.get("date"), self.date),
            "country": (self.values.get("country"), self.country),
            "language": (self._language, self.language),
        }
        return [f"{key}: {value}" for key, (value, read) in given.items() if value and read is None]

    @property
    def _language(self) -> str:
        return self.values.get("language") or self.values.get("lang") or ""


def front_matter(text: str) -> FrontMatter | None:
    """The front matter at the head of a text, or None. Every line of it must be a pair, a comment, or blank."""
    block = _BLOCK.match(text, 0, _LONGEST)
    if block is None:
        return None
    sign = "=" if block["fence"] == "+++" else ":"
    values: dict[str, str] = {}
    for line in block["body"].splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _PAIR.fullmatch(line)
        if pair is None or pair["sign"] != sign:
            if line[0] in " \t-[" or line.strip() in ("]", "}"):
                continue
            return None
        values.setdefault(pair["key"].strip().lower(), _unquoted(pair["value"]))
    return FrontMatter(block.end(), values) if values else None


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
