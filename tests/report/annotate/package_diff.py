"""What annotating did to a package: which parts differ, and the body without anchors and with its runs joined again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from tieout.reading.docx_xml import MC, W

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def entries(path: Path) -> dict[str, bytes]:
    """Every part of a package, in the order of the zip file."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def differing(before: Path, after: Path) -> set[str]:
    """The names of the parts that are not byte for byte the same."""
    old, new = entries(before), entries(after)
    assert list(new)[: len(old)] == list(old), "the order of the parts changed"
    return {name for name in new if new[name] != old.get(name)}


def own_ids(path: Path) -> list[str]:
    """The ids of the comments by Tieout."""
    root = etree.fromstring(entries(path)["word/comments.xml"])
    return [c.get(W + "id", "") for c in root if c.get(W + "author") == "Tieout"]


def said(path: Path) -> dict[str, list[str]]:
    """The lines of every comment, by id."""
    root = etree.fromstring(entries(path)["word/comments.xml"])
    found = {}
    for comment in root:
        paragraphs = comment.findall(W + "p")
        found[comment.get(W + "id", "")] = ["".join(t.text or "" for t in p.iter(W + "t")) for p in paragraphs]
    assert len(found) == len(root), "ids are not unique"
    return found


def marked(path: Path) -> dict[str, str]:
    """The words in the range of every comment, by id; notes as `^`, what is in a text box left out."""
    root = etree.fromstring(entries(path)["word/document.xml"])
    found: dict[str, str] = {}
    running: list[str] = []
    signs = {W + "tab": "\t", W + "br": "\n", W + "footnoteReference": "^", W + "endnoteReference": "^"}
    for element in root.iter():
        identity = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            assert identity not in found, "an id is used twice"
            running.append(identity)
            found[identity] = ""
        elif element.tag == W + "commentRangeEnd":
            running.remove(identity)
        elif next(element.iterancestors(W + "txbxContent", MC + "Fallback"), None) is None:
            words = element.text or "" if element.tag == W + "t" else signs.get(str(element.tag), "")
            for one in running:
                found[one] += words
    assert not running, "a range does not end"
    marks = [e.get(W + "id", "") for e in root.iter(W + "commentReference")]
    assert len(marks) == len(set(marks))
    assert set(found) <= set(marks), "a range without its mark"
    return found


def bare(document: bytes, own: list[str]) -> bytes:
    """The body in canonical form, without the anchors of some comments and with runs alike joined."""
    root = etree.fromstring(document)
    for element in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        if element.get(W + "id") in own:
            run = element.getparent()
            _drop(element)
            if element.tag == W + "commentReference" and run is not None and all(c.tag == W + "rPr" for c in run):
                _drop(run)
    for text in root.iter(W + "t"):
        text.attrib.pop(SPACE, "")
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if (
            before is not None
            and before.tag == run.tag
            and not (before.tail or "").strip()
            and _look(before) == _look(run)
        ):
            for child in list(run):
                if child.tag != W + "rPr":
                    before.append(child)
            _drop(run)
            for text in list(before.iter(W + "t")):
                upper = text.getprevious()
                if text.getparent() is before and upper is not None and upper.tag == W + "t":
                    upper.text = (upper.text or "") + (text.text or "")
                    _drop(text)
    return etree.tostring(root, method="c14n")


def _look(run: etree._Element) -> tuple[object, ...]:
    properties = run.find(W + "rPr")
    return sorted(run.attrib.items()), None if properties is None else etree.tostring(properties, method="c14n")


def _drop(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)
