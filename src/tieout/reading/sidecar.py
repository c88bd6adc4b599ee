"""What a file does not say about itself: date, country, language, title and more, from `FILE.toml` beside it.

A sidecar for `report.docx` is `report.docx.toml`. It knows nothing of the document's text.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tieout.errors import UnreadableError

_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_KEYS = "date, country, language, title, publisher, author, url or key"


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a document from outside its text; None where nothing is said."""

    date: str | None = None
    """EDTF: `2025-07-08`, `2025-07` or `2025`."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    language: str | None = None
    """BCP 47, the language alone: `en`, `es`."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    key: str | None = None
    """What it is cited by in a workspace: `hrw-2025`."""

    def over(self, other: About) -> About:
        """These values, and those of `other` where nothing is said here."""
        return About(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))


def read_sidecar(path: Path) -> About:
    """What `FILE.toml` says about FILE; nothing when there is no such file, `UnreadableError` when it is wrong."""
    sidecar = path.with_name(path.name + ".toml")
    if not sidecar.is_file():
        return About()
    try:
        stated = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what = " ".join(str(error).split())
        raise UnreadableError(
            str(sidecar), f"it is no valid TOML ({what})", 'write lines such as country = "PE"'
        ) from error
    except OSError as error:
        raise UnreadableError(str(sidecar), "it cannot be opened", "check the permissions of the file") from error
    unknown = sorted(set(stated) - {f.name for f in fields(About)})
    if unknown:
        raise UnreadableError(str(sidecar), f"it sets {unknown[0]!r}, which is not known", f"set {_KEYS}")
    try:
        return about(**stated)
    except ValueError as error:
        raise UnreadableError(str(sidecar), str(error), "correct that line") from error


def about(
    date: Any = None, country: Any = None, language: Any = None, title: Any = None,
    publisher: Any = None, author: Any = None, url: Any = None, key: Any = None,
) -> About:  # fmt: skip
    """Checked values; ValueError says in a few words which one is wrong. Used for the command line too."""
    if isinstance(date, datetime.date):
        date = date.isoformat()[:10]
    if isinstance(date, int):
        date = str(date)
    country = country.upper() if isinstance(country, str) else country
    language = re.split("[-_]", language)[0].lower() if isinstance(language, str) else language
    checks = (
        ("date", date, _DATE, "a date such as 2025-07-08, 2025-07 or 2025"),
        ("country", country, _COUNTRY, "a code of two letters such as PE"),
        ("language", language, _LANGUAGE, "a code such as en or es"),
        ("key", key, _KEY, "a short name of small letters, digits, - and _, such as hrw-2025"),
    )
    for name, value, pattern, wanted in checks:
        if value is not None and not (isinstance(value, str) and pattern.fullmatch(value)):
            raise ValueError(f"{name} {value!r} is not {wanted}")
    for name, value in (("title", title), ("publisher", publisher), ("author", author), ("url", url)):
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{name} {value!r} is not text")
    return About(date, country, language, title, publisher, author, url, key)
