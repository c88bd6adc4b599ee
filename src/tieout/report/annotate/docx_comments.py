"""The comments of a DOCX: its part `comments.xml`, and the parts that say which comment answers which.

It reads which comments Tieout wrote earlier, adds, renews and removes them. Where they are anchored it does not know.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml import etree

from tieout.reading.docx_xml import W
from tieout.report.annotate.docx_anchors import drop
from tieout.report.annotate.remark import AUTHOR, INITIALS, key_in

EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Comments:
    """The comments of one document, by the root of their part. `styles` are the ids of Word's styles for comments."""

    def __init__(self, root: etree._Element, styles: Mapping[str, str]) -> None:
        self.root, self._styles = root, styles
        self._by_id = {comment.get(W + "id", ""): comment for comment in root.iter(W + "comment")}
        self._last = max((int(i) for i in self._by_id if _is_number(i)), default=-1)

    def __len__(self) -> int:
        return len(self._by_id)

    def reserve(self, identities: Collection[str]) -> None:
        """Never give these ids to new comments."""
        self._last = max([self._last, *(int(i) for i in identities if _is_number(i))])

    def own(self) -> Iterator[tuple[str, str]]:
        """Id and key of each comment that an earlier run wrote."""
        for identity, comment in self._by_id.items():
            key = key_in("\n".join(_lines(comment))) if comment.get(W + "author") == AUTHOR else None
            if key is not None:
                yield identity, key

    def add(self, lines: Sequence[str]) -> str:
        """Write a new comment; gives its id."""
        self._last += 1
        identity = str(self._last)
        attributes = {W + "id": identity, W + "author": AUTHOR, W + "initials": INITIALS}
        comment = etree.SubElement(self.root, W + "comment", attributes)
        comment.extend(self._paragraphs(lines))
        self._by_id[identity] = comment
        return identity

    def renew(self, identity: str, lines: Sequence[str]) -> bool:
        """Make a comment of an earlier run say `lines`; False when it does. What was typed behind them stays."""
        comment = self._by_id[identity]
        said = _lines(comment)
        if said[: len(lines)] == list(lines):
            return False
        paragraphs = comment.findall(W + "p")
        ends = [at for at, line in enumerate(said) if key_in(line)]
        old = paragraphs[: ends[-1] + 1 if ends else len(paragraphs)]
        new = self._paragraphs(lines)
        if old:
            # The last paragraph bears the name by which answers refer to the comment.
            new[-1].attrib.update(old[-1].attrib)
        for paragraph in old:
            drop(paragraph)
        for at, paragraph in enumerate(new):
            comment.insert(at, paragraph)
        return True

    def remove(self, identities: Collection[str]) -> set[str]:
        """Remove comments; gives the names of their paragraphs."""
        gone = [self._by_id.pop(identity) for identity in identities]
        names = {name for comment in gone for p in comment.iter(W + "p") if (name := p.get(_PARA_ID))}
        for comment in gone:
            drop(comment)
        return names

    def answered(self, extended: etree._Element | None) -> set[str]:
        """The ids of the comments that have answers, as the part `commentsExtended` says."""
        parents = {_value(e, "paraIdParent") for e in extended} if extended is not None else set()
        return {
            i for i, comment in self._by_id.items() for p in comment.iter(W + "p") if p.get(_PARA_ID, "-") in parents
        }

    def _paragraphs(self, lines: Sequence[str]) -> list[etree._Element]:
        """The lines as paragraphs: the first in bold, behind the mark that Word puts before a comment."""
        made = []
        for number, line in enumerate(lines):
            paragraph = etree.Element(W + "p")
            if "text" in self._styles:
                properties = etree.SubElement(paragraph, W + "pPr")
                etree.SubElement(properties, W + "pStyle").set(W + "val", self._styles["text"])
            if number == 0:
                mark = etree.SubElement(paragraph, W + "r")
                if "reference" in self._styles:
                    properties = etree.SubElement(mark, W + "rPr")
                    etree.SubElement(properties, W + "rStyle").set(W + "val", self._styles["reference"])
                etree.SubElement(mark, W + "annotationRef")
            run = etree.SubElement(paragraph, W + "r")
            if number == 0:
                etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
            text = etree.SubElement(run, W + "t")
            text.text = line
            text.set(_SPACE, "preserve")
            made.append(paragraph)
        return made


def comment_styles(styles: etree._Element | None) -> dict[str, str]:
    """The ids of Word's styles for comments, where the document has them: `text` and `reference` (the mark)."""
    found = {}
    for style in styles.iter(W + "style") if styles is not None else ():
        name = style.find(W + "name")
        family, _, kind = (name.get(W + "val", "") if name is not None else "").lower().partition(" ")
        if family == "annotation" and kind in ("text", "reference"):
            found[kind] = style.get(W + "styleId", "")
    return found


def forget(root: etree._Element, attribute: str, values: Collection[str], linked: str = "") -> set[str]:
    """Drop the entries whose `attribute` is among `values`; gives their `linked` attributes."""
    gone = [entry for entry in root if _value(entry, attribute) in values]
    for entry in gone:
        drop(entry)
    return {_value(entry, linked) for entry in gone}


def _value(element: etree._Element, name: str) -> str:
    """An attribute by its local name; these parts exist in several versions of their namespace."""
    return next((str(v) for k, v in element.attrib.items() if etree.QName(k).localname == name), "")


def _lines(comment: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in comment.findall(W + "p")]


def _is_number(identity: str) -> bool:
    return identity.isascii() and identity.isdigit() and len(identity) < 10
