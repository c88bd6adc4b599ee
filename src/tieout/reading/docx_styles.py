"""What the paragraph styles of a DOCX are for: title, headings with their depth, captions, lists, contents."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tieout.reading.docx_xml import W, value
from tieout.reading.styles import style_part


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style means to us."""

    part: str = ""
    """`title`, `heading`, `caption`, `list`, `contents` or nothing."""
    level: int = 0


def styles_of(root: etree._Element | None) -> dict[str, Style]:
    """What each paragraph style means, by its id; one that says nothing means what the style it is based on means."""
    entries = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")} if root is not None else {}
    meanings: dict[str, Style] = {}
    for identity, style in entries.items():
        seen: set[str] = set()
        at: etree._Element | None = style
        own = Style()
        while at is not None and not own.part:
            own = _own_meaning(at)
            seen.add(at.get(W + "styleId", ""))
            base = value(at, "basedOn") or ""
            at = entries.get(base) if base not in seen else None
        meanings[identity] = own
    return meanings


def _own_meaning(style: etree._Element) -> Style:
    name = (value(style, "name") or style.get(W + "styleId") or "").strip()
    part, level = style_part(name)
    if part is not None:
        return Style(part, level)
    properties = style.find(W + "pPr")
    outline = value(properties, "outlineLvl")
    if outline is not None and outline.isdigit() and int(outline) < 9:
        return Style("heading", int(outline) + 1)
    numbering = properties.find(W + "numPr") if properties is not None else None
    return Style("list") if numbering is not None else Style()
