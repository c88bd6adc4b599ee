"""How the numbers of a workbook look: number formats of percentages, decimals, thousands, money, dates.

A format that is not understood shows the number as it is stored, and says so. It knows nothing of cells and sheets.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 49: "@",
    **dict.fromkeys((14, 15, 16, 17, 27, 30, 31, 36, 50, 57), "yyyy-mm-dd"),
    **dict.fromkeys((19, 21, 45, 46, 47), "h:mm:ss"), 18: "h:mm", 20: "h:mm", 22: "yyyy-mm-dd hh:mm",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 48: "##0.0E+0",
}  # fmt: skip
_SIGN_OF_MONEY = re.compile(r"\[\$([^\]-]*)(?:-[0-9A-Fa-f]+)?\]")
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|[_*].')
_NUMBER = re.compile(r"(?P<head>[^#0?]*)(?P<whole>[#0?,]*[#0?])(?P<point>\.(?P<decimals>[0#?]+))?(?P<tail>[^#0?]*)")
_DIGITS = 15
"""Excel stores and shows no more digits of a number."""
_LONGEST = 100
_MOST_DAYS = 2_958_465
"""31 December 9999."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The number formats of one workbook, in the order that cells name them by."""

    codes: tuple[str, ...]
    since_1904: bool

    def shown(self, stored: str, style: int) -> tuple[str, bool]:
        """How a stored number looks, and whether its format was understood."""
        try:
            value = Decimal(repr(float(stored)))
        except (ValueError, InvalidOperation):
            return " ".join(stored.split()), False
        if not value.is_finite():
            return stored.strip(), False
        code = self.codes[style] if 0 <= style < len(self.codes) else "General"
        text = self._formatted(value, code)
        return (text, True) if text is not None else (plain(value), False)

    def _formatted(self, value: Decimal, code: str) -> str | None:
        section = _section(code, value)
        if section in ("General", "@", ""):
            return plain(value)
        if _is_date(section):
            return _date(value, section, since_1904=self.since_1904)
        return _number(value, section, signed=";" not in code)


def formats_of(styles: etree._Element | None, *, since_1904: bool) -> Formats:
    """The formats that the styles of a workbook name."""
    if styles is None:
        return Formats((), since_1904)
    own = {entry.get("numFmtId"): entry.get("formatCode", "") for entry in styles.iter(f"{_S}numFmt")}
    cells = styles.find(f"{_S}cellXfs")
    names = [entry.get("numFmtId", "0") for entry in cells] if cells is not None else []
    codes = (own.get(n) or _BUILT_IN.get(int(n) if n.isdecimal() and len(n) < 6 else 0, "General") for n in names)
    return Formats(tuple(codes), since_1904)


def plain(value: Decimal) -> str:
    """A number with the digits that Excel keeps, and no more than it needs."""
    if value == value.to_integral_value() and abs(value) < 10**_DIGITS:
        return str(int(value))
    rounded = Decimal(f"{value:.{_DIGITS - 1}e}").normalize()
    text = f"{rounded:f}"
    return text if len(text) <= _LONGEST else str(rounded)


def _section(code: str, value: Decimal) -> str:
    """The part of a format that is meant for this value: positive, negative or zero."""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code[: 4 * _LONGEST])
    if value < 0 and len(sections) > 1:
        return sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _is_date(section: str) -> bool:
    bare = _IN_BRACKETS.sub("", _QUOTED.sub("", section)).replace("General", "").lower()
    return bool(re.search(r"[ymdhs]", bare)) and not re.search(r"[#0?]", re.sub(r"s\.0+", "s", bare))


def _date(value: Decimal, section: str, *, since_1904: bool) -> str | None:
    """A date as ISO 8601 writes it: the year, the month or the day, as far as the format goes."""
    if not 0 <= value <= _MOST_DAYS:
        return None
    days = value + 1462 if since_1904 else value
    # Excel counts a 29 February 1900 that never was.
    start = datetime.datetime(1899, 12, 30 if days >= 60 else 31)  # noqa: DTZ001 (workbooks know no time zone)
    at = start + datetime.timedelta(seconds=int((days * 86_400).to_integral_value(ROUND_HALF_UP)))
    bare = _QUOTED.sub("", section).lower()
    clock = at.strftime("%H:%M:%S" if "s" in bare else "%H:%M")
    if not re.search(r"[yd]", bare) and "h" in bare:
        return clock
    if "d" in bare:
        return at.strftime("%Y-%m-%d") + (f" {clock}" if "h" in bare else "")
    if "m" in bare:
        return at.strftime("%Y-%m") if "y" in bare else None
    return at.strftime("%Y") if "y" in bare else None


def _number(value: Decimal, section: str, *, signed: bool) -> str | None:
    """A number in a format of digits, with a percent sign, a currency or words around it."""
    bare = _IN_BRACKETS.sub("", _SIGN_OF_MONEY.sub(lambda m: f'"{m[1]}"', section))
    words = [m[1] or m[2] or "" for m in _QUOTED.finditer(bare)]
    marked = _QUOTED.sub("\x00", bare)
    parts = _NUMBER.fullmatch(marked)
    if parts is None or "/" in parts["tail"] or "e" in parts["tail"].lower():
        return None
    percent = marked.count("%")
    # Commas right behind the digits leave out thousands.
    value /= Decimal(1000) ** (len(parts["tail"]) - len(parts["tail"].lstrip(",")))
    value *= Decimal(100) ** percent
    decimals = parts["decimals"] or ""
    rounded = (
        abs(value).quantize(Decimal(1).scaleb(-min(len(decimals), 30)), ROUND_HALF_UP) if abs(value) < 10**20 else None
    )
    if rounded is None:
        return None
    digits = f"{rounded:,f}" if "," in parts["whole"] else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    for _ in range(optional):
        digits = digits[:-1] if "." in digits and digits.endswith("0") else digits
    fill = iter(words)
    head, tail = (re.sub("\x00", lambda _: next(fill, ""), parts[name]) for name in ("head", "tail"))
    sign = "-" if value < 0 and signed and rounded else ""
    return " ".join(f"{sign}{head}{digits.rstrip('.')}{tail.lstrip(',')}".split())
