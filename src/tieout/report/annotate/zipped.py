"""A zip file with some entries replaced or added: the others are carried over as they are packed, byte by byte.

It unpacks nothing, so it needs no limits of its own; it knows nothing of documents. Files above 4 GB are not written.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFERRED = 0x08
"""The flag that sizes follow the data; here they stand before it."""
_UTF8 = 0x800


def with_entries(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip file `data` with the entries in `changed` (by name): replaced in their place, new ones at the end.

    New entries bear the time of the first one, so the same input gives the same bytes.
    """
    out = io.BytesIO()
    directory: list[bytes] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = _distinct(archive.infolist())
        for info in infos:
            if info.filename in changed:
                _write(out, directory, _packed(info, changed[info.filename]))
            else:
                _write(out, directory, (info, _raw(data, info)))
        known = {info.filename for info in infos}
        for name, content in changed.items():
            if name not in known:
                info = zipfile.ZipInfo(name, infos[0].date_time if infos else (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                _write(out, directory, _packed(info, content))
        start, size = out.tell(), sum(map(len, directory))
        out.write(b"".join(directory))
        comment = archive.comment
        out.write(_END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), size, start, len(comment)) + comment)
    return out.getvalue()


def _distinct(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Of entries with one name the last, which is the one that is read."""
    return list({info.filename: info for info in infos}.values())


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """An entry as it is packed."""
    head = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
        raise zipfile.BadZipFile(f"no entry where the directory says: {info.filename}")
    *_, name, extra = _LOCAL.unpack(head)
    start = info.header_offset + _LOCAL.size + int(name) + int(extra)
    packed = data[start : start + info.compress_size]
    if len(packed) < info.compress_size:
        raise zipfile.BadZipFile(f"entry cut short: {info.filename}")
    return packed


def _packed(info: zipfile.ZipInfo, content: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    """An entry with new content, packed as the old one was, as far as zlib can."""
    info.CRC, info.file_size = zlib.crc32(content), len(content)
    if info.compress_type == zipfile.ZIP_STORED:
        packed = content
    else:
        info.compress_type = zipfile.ZIP_DEFLATED
        packer = zlib.compressobj(wbits=-15)
        packed = packer.compress(content) + packer.flush()
    info.compress_size = len(packed)
    return info, packed


def _write(out: io.BytesIO, directory: list[bytes], entry: tuple[zipfile.ZipInfo, bytes]) -> None:
    """Write one entry, and note its line for the directory."""
    info, packed = entry
    flags = info.flag_bits & ~_DEFERRED
    written = info.orig_filename
    if not written.isascii() and not flags & _UTF8:
        name = written.encode("cp437")
    else:
        name = written.encode()
    year, month, day, hour, minute, second = info.date_time
    time = hour << 11 | minute << 5 | second // 2
    date = (year - 1980) << 9 | month << 5 | day
    start = out.tell()
    common = (flags, info.compress_type, time, date, info.CRC, len(packed), info.file_size, len(name))
    out.write(_LOCAL.pack(b"PK\3\4", 20, *common, 0) + name + packed)
    directory.append(
        _CENTRAL.pack(
            b"PK\1\2", 20, info.create_system, 20, 0, *common, 0, len(info.comment), 0,
            info.internal_attr, info.external_attr, start,
        ) + name + info.comment
    )  # fmt: skip
