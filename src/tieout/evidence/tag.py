"""The mark a number carries out of the report: which record it rests on, and what it said when the report was built.

A Word document keeps it twice: as the name of a bookmark, which survives LibreOffice, and as the tag of a content
control, which survives Word. A bookmark's name may have 40 characters, letters, digits and underscores.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from tieout.evidence.figure import Figure

_TAG = re.compile(r"tieout_f_(?P<record>[0-9a-f]{10})_(?P<count>\d+)(?:_(?P<value>m?\d+(?:o\d+)?))?")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Tag:
    """What a mark says."""

    record: str
    value: Fraction | None
    """What the number was; None where it was too long to be kept, or no value."""


def tag(record: str, count: int, figure: Figure) -> str:
    """The mark of a number. `count` makes it the only one of its name in a document."""
    name = f"tieout_f_{record}_{count}"
    if figure.value is None or figure.high is not None:
        return name
    value = str(figure.value).replace("-", "m").replace("/", "o")
    whole = f"{name}_{value}"
    return whole if len(whole) <= _LONGEST else name


def read_tag(name: str) -> Tag | None:
    """What a name says; None when it is none of ours."""
    found = _TAG.fullmatch(name)
    if found is None:
        return None
    value = found["value"]
    return Tag(found["record"], Fraction(value.replace("m", "-").replace("o", "/")) if value else None)
