"""Fingerprints of what makes records: what another Tieout read or derived is read or derived anew.

`reader_print` covers the readers of files, `rules_print` the package's own source and data behind every record. So a
change of a table of words derives anew, and reads nothing again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_READING = ("reading",)
_RULES = ("language", "evidence", "sources", "ties", "checks", "index", "workspace/part.py", "workspace/derive.py")
_TABLES = ("workspace/rows", "workspace/making.py")
_LIBRARIES = ("lxml", "lxml-html-clean", "markdown-it-py", "openpyxl", "pypdfium2", "trafilatura", "ocrmypdf")
"""What readers read with; OCRmyPDF need not be there."""


@cache
def reader_print() -> str:
    """Of the code that reads files, and of the libraries it uses."""
    return _short(_hash(_READING), *map(_version, _LIBRARIES))


@cache
def rules_print() -> str:
    """Of the code and tables that derive records from a document."""
    return _hash(_RULES)


@cache
def rows_print() -> str:
    """Of the code that makes rows of tables from records."""
    return _hash(_TABLES)


def key(*parts: str) -> str:
    """The name of something that follows from these parts alone."""
    return _short(*parts)


def _hash(places: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for place in places:
        whole = _PACKAGE / place
        for path in sorted(whole.rglob("*")) if whole.is_dir() else [whole]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{path.stat().st_size}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return library


def _short(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:20]
