"""The comments of a DOCX that somebody wrote. They are not read as text: a draft may speak to Tieout in one."""

from __future__ import annotations

from lxml import etree

from tieout.reading.docx_xml import W

OWN = "Tieout"
"""The author of the comments that Tieout itself writes into a draft."""


def comments_of(root: etree._Element | None) -> dict[str, str]:
    """What each comment of the part says, by its id; those by Tieout are left out."""
    if root is None:
        return {}
    return {
        comment.get(W + "id", ""): " ".join(" ".join(map(_words, comment.iter(W + "p"))).split())
        for comment in root.iter(W + "comment")
        if comment.get(W + "author") != OWN
    }


def _words(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(W + "t"))
