"""EDTF dates and periods as people write them, in English and Spanish: `31 March 2026`, `enero de 2023`."""

from __future__ import annotations

from tieout.language.edtf import ends

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}


def said(edtf: str, language: str) -> str:
    """A date or an interval in words; an open end is an ellipsis."""
    low, high = ends(edtf)
    return _day(low, language) if low == high else f"{_day(low, language)} – {_day(high, language)}"


def _day(date: str, language: str) -> str:
    if date == "..":
        return "…"
    year, *rest = date.split("-")
    months = _MONTHS[language if language in _MONTHS else "en"]
    named = [months[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return (" de " if language == "es" else " ").join([*day, *named, year])
