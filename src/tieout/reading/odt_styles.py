"""What the styles of an ODT are for: headings, titles, captions, lists; raised and hidden text. It reads no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tieout.reading.styles import StylePart, style_part

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"

_SIGN = re.compile(r"_([0-9a-f]{2})_")
_MOST_PARENTS = 20


@dataclass(slots=True)
class Styles:
    """The styles of one document, by name."""

    raised: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    _parents: dict[str, str] = field(default_factory=dict)
    _levels: dict[str, int] = field(default_factory=dict)

    def part_of(self, name: str) -> tuple[StylePart | None, int]:
        """What a paragraph style is for, with a heading's depth: what its name says, or its parents' names."""
        for _ in range(_MOST_PARENTS):
            if not name:
                break
            part, level = style_part(_SIGN.sub(lambda sign: chr(int(sign[1], 16)), name))
            if part is not None:
                return part, level
            if self._levels.get(name):
                return "heading", self._levels[name]
            name = self._parents.get(name, "")
        return None, 0

    def add(self, style: etree._Element) -> None:
        """Take in one style."""
        name = style.get(STYLE + "name", "")
        self._parents[name] = style.get(STYLE + "parent-style-name", "")
        level = style.get(STYLE + "default-outline-level", "")
        if level.isdecimal() and len(level) < 3:
            self._levels[name] = int(level)
        properties = style.find(STYLE + "text-properties")
        if properties is None:
            return
        if properties.get(TEXT + "display") == "none":
            self.hidden.add(name)
        if (properties.get(STYLE + "text-position") or "").startswith("super"):
            self.raised.add(name)


def styles_of(*roots: etree._Element | None) -> Styles:
    """The styles in the parts of a document (`styles.xml`, `content.xml`)."""
    styles = Styles()
    for root in roots:
        for style in root.iter(STYLE + "style") if root is not None else ():
            styles.add(style)
    return styles
