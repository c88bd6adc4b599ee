"""The front door: a path in, a Document out, whatever the format. What the file is, its content says before its name.

Every fault is one `UnreadableError`: which file, what is wrong, what to do. Readers are imported only when needed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tieout.errors import UnreadableError, UsageError
from tieout.reading.document import Document
from tieout.reading.limits import MAX_FILE_BYTES
from tieout.reading.sidecar import About, about, read_sidecar

FORMATS = "PDF, DOCX, HTML, Markdown or plain text"

_HEAD = 4096
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_WORKBOOK, _SLIDES = "a spreadsheet", "a slide show"

_MAGIC = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet table"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"%!PS", "a PostScript file"),
)
_PICTURE_REMEDY = "if it shows text, make a PDF of it and run OCR on that, for example with OCRmyPDF"
_CONVERT_REMEDY = "open it in Word or LibreOffice and save it as DOCX"
_OTHER_REMEDY = f"give {FORMATS}"


def read(
    path: str | Path, *, date: str | None = None, country: str | None = None, language: str | None = None
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
    reader = _reader_for(file)
    told = given.over(read_sidecar(file))
    try:
        document = reader(file)
    except MemoryError as error:
        raise UnreadableError(str(path), "reading it takes more memory than there is", "split it") from error
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


def _reader_for(path: Path) -> Callable[[Path], Document]:
    """The function that reads this file, by its first bytes and then its name."""
    head = _head(path)
    suffix = path.suffix.lower()
    if b"%PDF-" in head[:1024]:
        from tieout.reading.pdf import read_pdf

        return read_pdf
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        _check_zip(path)
        from tieout.reading.docx import read_docx

        return read_docx
    _refuse(path, head)
    if suffix in (".pdf", ".docx"):
        remedy = "get the file from its source again"
        raise UnreadableError(str(path), f"it is named {suffix} but is none; the file is damaged", remedy)
    if _HTML.match(head) or suffix in (".html", ".htm", ".xhtml"):
        from tieout.reading.html import read_html

        return _checked(read_html)
    if suffix in (".md", ".markdown"):
        from tieout.reading.markdown import read_markdown

        return _checked(read_markdown)
    from tieout.reading.text import read_text

    return _checked(read_text)


def _checked(reader: Callable[[Path], Document]) -> Callable[[Path], Document]:
    """A reader of text, whose bytes may turn out to be none."""

    def read_checked(path: Path) -> Document:
        try:
            return reader(path)
        except ValueError as error:
            raise UnreadableError(str(path), "it is no text", _OTHER_REMEDY) from error

    return read_checked


def _head(path: Path) -> bytes:
    """The first bytes of a file that is there, may be opened, and is neither empty nor huge."""
    name = str(path)
    try:
        if path.is_dir():
            raise UnreadableError(name, "it is a folder", "name the files in it")
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableError(name, "it is no ordinary file", "name a file")
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableError(name, "there is no such file", "check the name and the folder") from error
    except PermissionError as error:
        raise UnreadableError(name, "it may not be opened", "ask for permission to read it") from error
    except (OSError, ValueError) as error:
        raise UnreadableError(name, "it cannot be opened", "check the name and the disk") from error
    if not head.strip():
        raise UnreadableError(name, "the file is empty", "get it from its source again")
    if size > MAX_FILE_BYTES:
        raise UnreadableError(name, f"it is larger than {MAX_FILE_BYTES // 1_000_000} MB", "split it")
    return head


def _refuse(path: Path, head: bytes) -> None:
    """Raise for a file that is known to be something else."""
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_old_office(path)
    if _is_web_archive(head):
        raise UnreadableError(
            str(path), "it is a web archive (MHTML), which is not read yet", "save the page as HTML or PDF"
        )
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            remedy = _PICTURE_REMEDY if "picture" in kind else _OTHER_REMEDY
            remedy = _CONVERT_REMEDY if "RTF" in kind else remedy
            raise UnreadableError(str(path), f"it is {kind}, not a document", remedy)


def _is_web_archive(head: bytes) -> bool:
    return b"multipart/related" in head[:2000] and b"MIME-Version:" in head[:2000]


def _refuse_old_office(path: Path) -> None:
    data = path.read_bytes()
    name = str(path)
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError(name, "it is protected by a password", "save a copy without the password")
    if "WordDocument".encode("utf-16-le") in data:
        raise UnreadableError(name, "it is a Word file of the old format (.doc)", _CONVERT_REMEDY)
    if any(part.encode("utf-16-le") in data for part in ("Workbook", "Book")):
        raise UnreadableError(name, "it is a spreadsheet, which is not read yet", "export the table as PDF or HTML")
    raise UnreadableError(name, "it is an Office file of the old format", _CONVERT_REMEDY)


def _check_zip(path: Path) -> None:
    """Raise unless a zip file is a DOCX."""
    name = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        remedy = "get the file from its source again"
        raise UnreadableError(name, "the file is damaged or cut short", remedy) from error
    if any(part.startswith("word/") for part in names):
        return
    if any(part.startswith("xl/") for part in names):
        raise UnreadableError(
            name, "it is a spreadsheet (.xlsx), which is not read yet", "export the table as PDF or HTML"
        )
    if any(part.startswith("ppt/") for part in names):
        raise UnreadableError(name, "it is a slide show, which is not read", "export it as PDF")
    if "mimetype" in names or "content.xml" in names:
        raise UnreadableError(name, "it is an OpenDocument or EPUB file, which is not read yet", _CONVERT_REMEDY)
    raise UnreadableError(name, "it is a zip file, not a document", "unpack it and name the files in it")
