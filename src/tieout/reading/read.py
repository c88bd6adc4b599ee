"""The front door: a path in, a Document out, whatever the format.

Every fault is one `UnreadableError`: which file, what is wrong, what to do. Readers are imported only when needed.
Nothing here holds a reader to limits of time and memory: `limited` does, and is what commands call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from tieout.errors import UnreadableError, UsageError
from tieout.reading.document import Document
from tieout.reading.kinds import FORMATS, Kind, kind_of
from tieout.reading.limits import DEFAULT, Limits
from tieout.reading.sidecar import About, about, read_sidecar

READERS: dict[Kind, tuple[str, str]] = {
    "pdf": ("tieout.reading.pdf", "read_pdf"),
    "docx": ("tieout.reading.docx", "read_docx"),
    "odt": ("tieout.reading.odt", "read_odt"),
    "epub": ("tieout.reading.epub", "read_epub"),
    "xlsx": ("tieout.reading.xlsx", "read_xlsx"),
    "rtf": ("tieout.reading.rtf", "read_rtf"),
    "html": ("tieout.reading.html", "read_html"),
    "md": ("tieout.reading.markdown", "read_markdown"),
    "txt": ("tieout.reading.text", "read_text"),
}
"""Each kind of file, the module of its reader and the reader's name."""


def read(
    path: str | Path,
    *,
    date: str | None = None,
    country: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT,
) -> Document:
    """The document in a file.

    `date` (EDTF), `country` (ISO 3166-1 alpha-2) and `language` win over the sidecar `FILE.toml`, which wins over what
    the file says. Raises `UnreadableError` when the file cannot be read, `UsageError` when a given value is wrong.
    """
    try:
        given = about(date, country, language)
    except ValueError as error:
        raise UsageError(str(error)) from error
    file = Path(path)
    kind = kind_of(file, limits.file_mb * 1_000_000)
    told = given.over(read_sidecar(file))
    try:
        document = _read(kind, file, limits)
    except MemoryError as error:
        raise UnreadableError(str(path), "reading it takes more memory than there is", "split it") from error
    except RecursionError as error:
        what = "its parts are nested deeper than those of any document"
        raise UnreadableError(str(path), what, "get it from its source again, or save it as PDF") from error
    known = told.over(About(document.date, document.country, document.language, document.title))
    if not document.text.strip():
        raise UnreadableError(str(path), "it holds no text", "check that it is the right file")
    return replace(
        document,
        path=str(path),
        date=known.date,
        country=known.country,
        language=known.language,
        title=known.title,
    )


def _read(kind: Kind, path: Path, limits: Limits) -> Document:
    module, name = READERS[kind]
    reader: Callable[..., Document] = getattr(import_module(module), name)
    if kind == "pdf":
        return reader(path, limits)
    try:
        return reader(path)
    except ValueError as error:
        if kind not in ("html", "md", "txt"):
            raise
        raise UnreadableError(str(path), "it is no text", f"give {FORMATS}") from error
