"""Which numerals of a line may be figures: none of dates, laws and names, no pronouns, ordinals or broken ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.language.exclusions import excluded, is_name_behind, is_pronoun
from tieout.language.hedges import hedge_before
from tieout.language.numerals import Numeral
from tieout.language.periods import find_dates
from tieout.language.units import unit_after

_YEAR = re.compile(r"\d{4}")
_NAME_BEFORE = re.compile(r"(?:[A-Z][A-Za-z]*|[A-Za-z]*[A-Z])[-–]\Z")
_LETTER_HYPHEN = re.compile(r"[^\W\d]-\Z")
_BROKEN_BEFORE = re.compile(r"\d[.,/:]\Z|[/#_]\Z")
_REACH = 12
_DASHED_DIGITS = 3
"""A number of so many digits behind a letter and a hyphen is no part of a name: the hyphen is a dash."""


def stretches_without_figures(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that laws, names, times and dates cover; of a relative date only its years."""
    yield from excluded(text, language)
    for date in find_dates(text, language):
        if date.kind != "relative":
            yield date.start, date.end
        else:
            for year in _YEAR.finditer(text, date.start, date.end):
                yield year.span()


def is_candidate(text: str, n: Numeral, language: str) -> bool:
    """Whether a numeral is free to be a figure by the characters at it: no part of a name (`F-16`), no pronoun."""
    return not (
        n.ordinal
        or _is_broken_off(text, n, language)
        or is_name_behind(text, n.end, language)
        or _is_glued(text, n, language)
        or (is_pronoun(text, n.start, n.end, language) and hedge_before(text, n.start, language) is None)
    )


def _is_broken_off(text: str, n: Numeral, language: str) -> bool:
    """Whether a number goes on before its numeral (`1/2`) or hangs on a word (`MS-13`, `A-3`)."""
    before = text[max(0, n.start - _REACH) : n.start]
    if _BROKEN_BEFORE.search(before):
        return True
    if not _LETTER_HYPHEN.search(before):
        return False
    short = n.end - n.start < _DASHED_DIGITS
    return _NAME_BEFORE.search(before) is not None or (short and not _is_measured(text, n.end, language))


def _is_measured(text: str, end: int, language: str) -> bool:
    """Whether a unit word stands behind a number, so that the hyphen before it is a dash (`sales-55 percent`)."""
    return text[end : end + 1] in (" ", "%") and unit_after(text, end, language) is not None


def _is_glued(text: str, n: Numeral, language: str) -> bool:
    """Whether letters that are no unit are printed against digits (`12b`)."""
    behind = text[n.end : n.end + 1]
    glued = behind.isalpha() or behind in ("/", "_")
    return n.form == "digits" and glued and unit_after(text, n.end, language) is None
