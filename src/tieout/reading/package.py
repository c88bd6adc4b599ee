"""A zip package of XML parts (DOCX, ODT, EPUB, XLSX), opened with limits: no zip bombs, no entities, no network.

It knows parts and relationships, nothing of words or paragraphs.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from typing import NamedTuple

from lxml import etree

from tieout.errors import UnreadableError
from tieout.reading.limits import MAX_PACKAGE_BYTES, MAX_PART_BYTES, MAX_PART_RATIO, RATIO_FROM_BYTES

DAMAGED = "open it in Word or LibreOffice, which may repair it, and save it again as DOCX"

STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""The strict form of the format has other namespaces for the same elements."""


def out_of_memory(error: Exception) -> bool:
    """Whether lxml stopped because there was no more memory, which it calls a fault of syntax."""
    return bool(getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY)


_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What unpacking a damaged part raises."""


class Relation(NamedTuple):
    """What a relationship id of a part points at: another part, or an address outside the package."""

    kind: str
    """The last word of the relationship's type: `hyperlink`, `footnotes`, `officeDocument`, …"""
    target: str
    external: bool


class Package:
    """The parts of one zip package. `path` and `remedy` (for a damaged file) are only used in messages."""

    def __init__(self, path: str, data: bytes, remedy: str = DAMAGED) -> None:
        self.path, self._remedy = path, remedy
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise self._damaged() from error
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes | None:
        """The unpacked bytes of a part, None when there is no such part."""
        if name not in self.names:
            return None
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise UnreadableError(self.path, "it is protected by a password", "save a copy without the password")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except _FAULTS as error:
            raise self._damaged() from error
        # The sizes that the zip directory states may lie, so what was really unpacked is measured.
        swollen = len(data) > RATIO_FROM_BYTES and len(data) > MAX_PART_RATIO * max(1, info.compress_size)
        self._unpacked += len(data)
        if len(data) > MAX_PART_BYTES or swollen or self._unpacked > MAX_PACKAGE_BYTES:
            what = f"its part {name} unpacks to more than any report holds"
            raise UnreadableError(self.path, what, "this looks like a zip bomb; get the file from its source again")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root element of an XML part, None when there is no such part."""
        data = self.part(name)
        if data is None:
            return None
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if out_of_memory(error):
                raise MemoryError from error
            raise self._damaged() from error
        declared = root.getroottree().docinfo.internalDTD
        if declared is not None and any(True for _ in declared.iterentities()):  # type: ignore[union-attr]
            what = f"its part {name} declares entities, which no office program writes"
            raise UnreadableError(self.path, what, "this looks like an attack; get the file from its source again")
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """The relationships of a part (of the package itself for the name ""), by id; targets are part names."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for entry in root if root is not None else ():
            target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[entry.get("Id", "")] = Relation(entry.get("Type", "").rpartition("/")[2], target, external)
        return found

    def main_part(self) -> str | None:
        """The name of the part that holds the document's text."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self.names:
                return relation.target
        return "word/document.xml" if "word/document.xml" in self.names else None

    def _damaged(self) -> UnreadableError:
        return UnreadableError(self.path, "the file is damaged or cut short", self._remedy)
