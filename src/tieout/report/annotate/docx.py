"""Writes remarks into a DOCX as Word comments. Only comments and their anchors change; all else stays, byte by byte.

Word shows no comment inside notes and text boxes (it drops the anchor), so such a remark stands at the mark of the note
or at the box, and says which words it means. Comments of an earlier run are known by author, key and place.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.docx import runs
from tieout.reading.package import DAMAGED, STRICT, Package
from tieout.report.annotate import docx_anchors as anchors
from tieout.report.annotate.docx_comments import EMPTY, Comments, comment_styles, forget
from tieout.report.annotate.docx_story import Spot, Story
from tieout.report.annotate.outcome import Outcome, Unplaced
from tieout.report.annotate.remark import Remark, quoted
from tieout.report.annotate.zipped import with_entries
from tieout.report.words import Words

MOST_COMMENTS = 32_767
"""Word opens no file with more comment ranges ([MS-OI29500] 2.1.315)."""

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def annotated_docx(
    document: Document, data: bytes, remarks: Sequence[Remark], words: Words, *, quotes: bool = True
) -> Outcome:
    """The DOCX `data` with a comment for each remark, in text order."""
    desk = _Desk(document, data)
    outcome = desk.write(remarks, words, quotes)
    signed = any(name.startswith("_xmlsignatures/") for name in desk.package.names)
    try:
        changed = with_entries(data, desk.changed) if desk.changed else data
    except (zipfile.BadZipFile, ValueError, OverflowError) as error:
        raise UnreadableError(document.path, "the file is damaged or cut short", DAMAGED) from error
    return replace(outcome, data=changed, signed=signed and bool(desk.changed))


class _Desk:
    """One package on the desk: its parts that change, as trees until they are packed."""

    def __init__(self, document: Document, data: bytes) -> None:
        self.document = document
        self.package = package = Package(document.path, data)
        self.main = package.main_part() or ""
        self.relations = package.relations(self.main)
        self.changed: dict[str, bytes] = {}
        spans = runs(Path(document.path))
        self.roots = {
            part: root for part in {s.part for s in spans} | {self.main} if (root := package.xml(part)) is not None
        }
        self.story = Story(document, self.main, self.roots, spans)
        self.styles = comment_styles(self._root(self._related("styles")))
        self.part = self._related("comments")
        root = self._root(self.part)
        self.comments = Comments(root if root is not None else etree.fromstring(EMPTY), self.styles)

    def write(self, remarks: Sequence[Remark], words: Words, quotes: bool) -> Outcome:
        """Bring the comments up to date; gives the outcome, still without its bytes."""
        body = self.roots[self.main]
        spots = [self.story.spot(r.finding.start, r.finding.end) for r in remarks]
        nodes = {spot.node for spot in spots if spot is not None and spot.node is not None}
        begins = anchors.begins(body, self.story.tokens | nodes)
        self.comments.reserve(begins)
        old: dict[tuple[str, etree._Element | None], list[str]] = {}
        for identity, key in self.comments.own():
            old.setdefault((key, begins.get(identity)), []).append(identity)
        new: list[tuple[Remark, Spot]] = []
        kept, renewed, unplaced = 0, False, list[Unplaced]()
        for remark, spot in zip(remarks, spots, strict=True):
            token = self.story.token(spot) if spot is not None else None
            same = old.get((remark.key, token)) if token is not None else None
            if spot is None:
                unplaced.append(Unplaced(remark.finding, "no_words"))
            elif same:
                kept += 1
                renewed |= self.comments.renew(same.pop(0), remark.lines(self._where(remark, spot, words, quotes)))
            else:
                new.append((remark, spot))
        stale = {identity for left in old.values() for identity in left}
        answered = stale & self.comments.answered(self._root(self._related("commentsExtended")))
        self._remove(stale - answered)
        room = max(0, MOST_COMMENTS - len(self.comments))
        unplaced.extend(Unplaced(remark.finding, "too_many") for remark, _ in new[room:])
        for remark, spot in new[:room]:
            identity = self.comments.add(remark.lines(self._where(remark, spot, words, quotes)))
            anchors.insert(*self.story.bounds(spot), identity, self.styles.get("reference"))
        if new[:room] or stale - answered:
            self._store(self.main, body)
        if new[:room] or stale - answered or renewed:
            self._store_comments()
        pending = any(loss.kind == "tracked_changes" for loss in self.document.losses)
        counts = len(new[:room]), kept, len(stale - answered), len(answered)
        return Outcome(b"", *counts, pending, unplaced=tuple(unplaced))

    def _where(self, remark: Remark, spot: Spot, words: Words, quotes: bool) -> str | None:
        """The line that says which words are meant, when the comment does not stand at them."""
        if spot.hint is None:
            return None
        start = remark.finding.start
        label = next((b.label for b in self.document.blocks if b.kind == "note" and b.start <= start < b.end), None)
        where = words("annotate", spot.hint, label=label or "?")
        return f"{where}: {quoted(remark.finding.text)}" if quotes else f"{where}."

    # -- parts -----------------------------------------------------------------------------------------------------

    def _related(self, kind: str) -> str | None:
        """The part that the main part relates to as `kind`, None when there is none."""
        return next((r.target for r in self.relations.values() if r.kind == kind and not r.external), None)

    def _root(self, part: str | None) -> etree._Element | None:
        return self.package.xml(part) if part is not None else None

    def _remove(self, identities: set[str]) -> None:
        """Remove comments with their anchors, and what other parts say of them."""
        if not identities:
            return
        anchors.remove(self.roots[self.main], identities)
        names = self.comments.remove(identities)
        self._forget("commentsExtended", "paraId", names)
        lasting = self._forget("commentsIds", "paraId", names, "durableId")
        self._forget("commentsExtensible", "durableId", lasting)

    def _forget(self, kind: str, attribute: str, values: set[str], linked: str = "") -> set[str]:
        part = self._related(kind)
        root = self._root(part)
        if root is None or part is None or not values:
            return set()
        found = forget(root, attribute, values, linked)
        if found:
            self._store(part, root)
        return found

    def _store_comments(self) -> None:
        """Store the part of the comments; a new one is made known to the package."""
        if self.part is None:
            folder = posixpath.dirname(self.main)
            self.part = _free(posixpath.join(folder, "comments.xml"), self.package.names)
            self._relate(posixpath.basename(self.part))
        self._declare(self.part)
        self._store(self.part, self.comments.root)

    def _relate(self, target: str) -> None:
        folder, base = posixpath.split(self.main)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        root = self.package.xml(name)
        if root is None:
            root = etree.fromstring(_NO_RELATIONS)
        number = next(n for n in range(1, len(self.relations) + 2) if f"rIdTieout{n}" not in self.relations)
        entry = etree.SubElement(root, root.tag.replace("Relationships", "Relationship"))
        entry.attrib.update({"Id": f"rIdTieout{number}", "Type": _TYPE, "Target": target})
        self._store(name, root)

    def _declare(self, part: str) -> None:
        name = "[Content_Types].xml"
        root = self.package.xml(name)
        if root is None or any((e.get("PartName") or "").lower() == f"/{part}".lower() for e in root):
            return
        entry = etree.SubElement(root, root.tag.replace("Types", "Override"))
        entry.attrib.update({"PartName": f"/{part}", "ContentType": _CONTENT})
        self._store(name, root)

    def _store(self, part: str, root: etree._Element) -> None:
        data = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
        if any(strict in (self.package.part(self.main) or b"") for strict, _ in STRICT):
            for strict, usual in STRICT:
                data = data.replace(usual, strict)
        self.changed[part] = data


def _free(name: str, taken: frozenset[str]) -> str:
    """`comments.xml`, or with a number when a part that is none of the comments has that name."""
    stem, _, ending = name.rpartition(".")
    names = [name, *(f"{stem}{n}.{ending}" for n in range(1, len(taken) + 2))]
    lower = {other.lower() for other in taken}
    return next(free for free in names if free.lower() not in lower)
