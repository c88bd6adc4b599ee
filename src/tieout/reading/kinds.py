"""What a file is: its content says it before its name. Only the first bytes are looked at, and a zip's list of parts.

It reads no document; a file that is known to be something else is refused in one line.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Literal

from tieout.errors import UnreadableError

Kind = Literal["pdf", "docx", "odt", "epub", "xlsx", "rtf", "html", "md", "txt"]

FORMATS = "PDF, DOCX, ODT, RTF, EPUB, XLSX, HTML, Markdown or plain text"

_HEAD = 4096
_HTML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
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
    (b"%!PS", "a PostScript file"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MOST_PARTS = 50_000
_AGAIN = "get the file from its source again"
_PICTURE_REMEDY = "if it shows text, make a PDF of it and run OCR on that, for example with OCRmyPDF"
_CONVERT_REMEDY = "open it in Word or LibreOffice and save it as DOCX"
_SHEET_REMEDY = "open it in Excel or LibreOffice and save it as XLSX"
_OTHER_REMEDY = f"give {FORMATS}"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def kind_of(path: Path, most_bytes: int) -> Kind:
    """What a file is. Raises `UnreadableError` when it is not there, empty, larger than it may be, or no document."""
    head = _head(path, most_bytes)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _zip_kind(path)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    _refuse(path, head)
    suffix = path.suffix.lower()
    if suffix in (".pdf", ".docx", ".odt", ".epub", ".xlsx", ".rtf"):
        raise UnreadableError(str(path), f"it is named {suffix} but is none; the file is damaged", _AGAIN)
    return _text_kind(head, suffix)


def is_plain_text(path: Path) -> int | None:
    """The size of a file that is read as plain text or Markdown, by its first bytes; None for every other file."""
    try:
        if not path.is_file():
            return 0  # It is not read at all: the fault is told at once.
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        size = path.stat().st_size
    except (OSError, ValueError):
        return 0
    if b"%PDF-" in head[:1024] or head.startswith((*_ZIP, b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        return None
    return None if _text_kind(head, path.suffix.lower()) == "html" else size


def _text_kind(head: bytes, suffix: str) -> Kind:
    encoding = next((name for start, name in _WIDE if head.startswith(start)), "latin-1")
    words = head[: len(head) // 2 * 2].decode(encoding, "replace").removeprefix("ï»¿")
    if _HTML.match(words) or suffix in (".html", ".htm", ".xhtml"):
        return "html"
    return "md" if suffix in (".md", ".markdown") else "txt"


def _head(path: Path, most_bytes: int) -> bytes:
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
    if not head.strip() and size <= _HEAD:
        raise UnreadableError(name, "the file is empty", "get it from its source again")
    if size > most_bytes:
        raise UnreadableError(name, f"it is larger than {most_bytes // 1_000_000} MB", "split it")
    return head


def _refuse(path: Path, head: bytes) -> None:
    """Raise for a file that is known to be something else."""
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_old_office(path)
    if b"multipart/related" in head[:2000] and b"MIME-Version:" in head[:2000]:
        remedy = "save the page as HTML or PDF"
        raise UnreadableError(str(path), "it is a web archive (MHTML), which is not read yet", remedy)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            remedy = _PICTURE_REMEDY if "picture" in kind else _OTHER_REMEDY
            raise UnreadableError(str(path), f"it is {kind}, not a document", remedy)


def _refuse_old_office(path: Path) -> None:
    data = path.read_bytes()
    name = str(path)
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError(name, "it is protected by a password", "save a copy without the password")
    if "WordDocument".encode("utf-16-le") in data:
        raise UnreadableError(name, "it is a Word file of the old format (.doc)", _CONVERT_REMEDY)
    if any(part.encode("utf-16-le") in data for part in ("Workbook", "Book")):
        raise UnreadableError(name, "it is a spreadsheet of the old format (.xls)", _SHEET_REMEDY)
    raise UnreadableError(name, "it is an Office file of the old format", _CONVERT_REMEDY)


def _zip_kind(path: Path) -> Kind:
    """What kind of document a zip file is; raises when it is none."""
    name = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = set(archive.namelist())
            kind = archive.read("mimetype")[:100].decode("ascii", "replace").strip() if _is_small(archive) else ""
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(name, "the file is damaged or cut short", _AGAIN) from error
    except Exception as error:  # zlib.error and what else a broken part raises
        raise UnreadableError(name, "the file is damaged or cut short", _AGAIN) from error
    if len(parts) > _MOST_PARTS:
        raise UnreadableError(name, f"it holds {len(parts):,} parts, more than any document", _AGAIN)
    if any(part.startswith("word/") for part in parts):
        return "docx"
    if any(part.startswith("xl/") for part in parts):
        if "xl/workbook.bin" in parts:
            raise UnreadableError(name, "it is a binary spreadsheet (.xlsb), which is not read", _SHEET_REMEDY)
        return "xlsx"
    if any(part.startswith("ppt/") for part in parts):
        raise UnreadableError(name, "it is a slide show, which is not read", "export it as PDF")
    if kind == "application/epub+zip" or "META-INF/container.xml" in parts:
        return "epub"
    if kind.startswith(_OPEN_DOCUMENT + "spreadsheet"):
        raise UnreadableError(name, "it is an OpenDocument spreadsheet (.ods), which is not read", _SHEET_REMEDY)
    if kind.startswith(_OPEN_DOCUMENT) and not kind.startswith(_OPEN_DOCUMENT + "text"):
        raise UnreadableError(name, "it is an OpenDocument file that holds no text document", "export it as PDF")
    if kind.startswith(_OPEN_DOCUMENT) or "content.xml" in parts:
        return "odt"
    raise UnreadableError(name, "it is a zip file, not a document", "unpack it and name the files in it")


def _is_small(archive: zipfile.ZipFile) -> bool:
    """Whether the part that names the kind is there, and no bigger than such a name."""
    return "mimetype" in archive.namelist() and archive.getinfo("mimetype").file_size < 1000
