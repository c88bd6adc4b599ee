"""How the notes of a DOCX are numbered: the running number that Word prints for each mark."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from tieout.reading.docx_xml import W, value


@dataclass(slots=True)
class Note:
    """A note that the text refers to."""

    part: str
    id: str
    label: str


@dataclass(slots=True)
class Numbering:
    """How the marks of footnotes or endnotes are printed."""

    format: str
    next: int = 1
    pending: list[Note] = field(default_factory=list)


def numbering_of(settings: etree._Element | None, document: etree._Element, name: str, usual: str) -> Numbering:
    """How notes are numbered: as the first section says, else the settings, else as Word does."""
    for root in (document, settings):
        properties = root.find(f".//{W}{name}") if root is not None else None
        format, start = value(properties, "numFmt"), value(properties, "numStart")
        if format or start:
            return Numbering(format or usual, int(start) if start and start.isdigit() else 1)
    return Numbering(usual)


def numeral(number: int, format: str) -> str:
    """A note's number as printed."""
    if format in ("lowerRoman", "upperRoman"):
        numeral = ""
        for value, sign in (
            (100, "c"),
            (90, "xc"),
            (50, "l"),
            (40, "xl"),
            (10, "x"),
            (9, "ix"),
            (5, "v"),
            (4, "iv"),
            (1, "i"),
        ):
            numeral += sign * (number // value)
            number %= value
        return numeral if format == "lowerRoman" else numeral.upper()
    if format in ("lowerLetter", "upperLetter"):
        letter = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letter if format == "lowerLetter" else letter.upper()
    return str(number)
