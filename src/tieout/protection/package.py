"""All the text in a file of any kind, hidden corners included, for looking whether a name stands in it.

Members of packages with their names, comments, properties and targets; pages, metadata, remarks and attachments of a
PDF; strings of a Parquet table; texts in pictures. It reads to say no: what cannot be looked into is refused.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from tieout.errors import ProtectedError

_DEEPEST, _LARGEST = 4, 1 << 30
_ROWS = 20_000
_APART = "\n" + 60 * "-" + "\n"
"""Between rows: longer than anything within a name."""
_PNG = b"\x89PNG\r\n\x1a\n"


def texts_in(data: bytes, depth: int = 0) -> Iterator[str]:
    """Every text in a file, as far as one can be read from it. ProtectedError when it cannot be looked into."""
    if depth > _DEEPEST:
        raise ProtectedError("a file within files within files cannot be searched for protected names")
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        yield from _zip(data, depth)
    elif data[:2] == b"\x1f\x8b":
        yield from texts_in(_unpacked(data), depth + 1)
    elif data[:4] == b"PAR1":
        yield from _parquet(data)
    elif b"%PDF-" in data[:1024]:
        yield from _pdf(data, depth)
    else:
        if data.startswith(_PNG):
            yield from _png(data)
        yield from _plain(data)


def _plain(data: bytes) -> Iterator[str]:
    """The bytes as text, in each way they may be meant."""
    try:
        yield data.decode("utf-8")
    except UnicodeDecodeError:
        yield data.decode("utf-8", "replace")
        yield data.decode("latin-1")
    if b"\0" in data:
        for coding in ("utf-16-le", "utf-16-be"):
            yield data.decode(coding, "replace")
            yield data[1:].decode(coding, "replace")


def _zip(data: bytes, depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(member.file_size for member in package.infolist()) > _LARGEST:
                raise ProtectedError("a package of more than 1 GB cannot be searched for protected names")
            yield package.comment.decode("utf-8", "replace")
            for member in package.infolist():
                yield member.filename
                yield member.comment.decode("utf-8", "replace")
                yield from texts_in(package.read(member), depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError) as fault:
        raise ProtectedError("a damaged or locked package cannot be searched for protected names") from fault


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as file:
            held = file.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise ProtectedError("a damaged package cannot be searched for protected names") from fault
    if len(held) > _LARGEST:
        raise ProtectedError("a package of more than 1 GB cannot be searched for protected names")
    return held


def _parquet(data: bytes) -> Iterator[str]:
    """The names of the columns, what is said of them, and the texts in each row, however deep they lie."""
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(data))
    yield "\n".join(_schema_texts(table.schema))
    for batch in table.to_batches(max_chunksize=_ROWS):
        rows = (", ".join(_strings(row)) for row in batch.to_pylist())
        yield _APART.join(dict.fromkeys(rows))


def _schema_texts(schema: Any) -> Iterator[str]:
    for about in (schema.metadata, *(field.metadata for field in schema)):
        for key, value in (about or {}).items():
            yield from (key.decode("utf-8", "replace"), value.decode("utf-8", "replace"))
    yield from (str(field) for field in schema)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    elif isinstance(value, dict):
        for held in value.values():
            yield from _strings(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _strings(held)


def _pdf(data: bytes, depth: int) -> Iterator[str]:
    import pypdfium2 as pdfium

    yield from _plain(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        raise ProtectedError("a damaged or locked PDF cannot be searched for protected names") from fault
    try:
        yield "\n".join(document.get_metadata_dict().values())
        yield "\n".join(bookmark.get_title() for bookmark in document.get_toc())
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            yield attachment.get_name()
            yield from texts_in(bytes(attachment.get_data()), depth + 1)
        last = ""
        for page in document:
            words = page.get_textpage().get_text_bounded()
            yield f"{last}\n{words}"  # A name may begin on one page and end on the next.
            last = words[-200:]
            yield "\n".join(_remarks(page))
    finally:
        document.close()


def _remarks(page: Any) -> Iterator[str]:
    """What the annotations of a page say, and where its links lead."""
    import ctypes

    import pypdfium2.raw as raw

    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        for key in (b"Contents", b"T", b"Subj", b"NM", b"RC", b"V", b"TU", b"DA"):
            size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
            if size > 2:
                held = ctypes.create_string_buffer(size)
                raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), size)
                yield held.raw[: size - 2].decode("utf-16-le", "replace")
        link = raw.FPDFAnnot_GetLink(annotation)
        if link:
            yield _address(page, link)
        raw.FPDFPage_CloseAnnot(annotation)


def _address(page: Any, link: Any) -> str:
    import ctypes

    import pypdfium2.raw as raw

    action = raw.FPDFLink_GetAction(link)
    if not action:
        return ""
    size = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    held = ctypes.create_string_buffer(max(size, 1))
    raw.FPDFAction_GetURIPath(page.pdf, action, held, size)
    return held.value.decode("utf-8", "replace")


def _png(data: bytes) -> Iterator[str]:
    """The packed texts of a picture; those that are not packed are found in its bytes."""
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        held = data[at + 8 : at + 8 + size]
        if kind in (b"zTXt", b"iTXt", b"iCCP", b"eXIf"):
            yield held.decode("utf-8", "replace")
            packed = held.find(b"x")
            while packed >= 0:
                try:
                    yield from _plain(zlib.decompressobj().decompress(held[packed:], _LARGEST))
                    break
                except zlib.error:
                    packed = held.find(b"x", packed + 1)
        at += 12 + size
