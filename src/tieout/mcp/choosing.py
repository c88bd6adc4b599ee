"""Which figures a question means: by what they count, where, when, and in which document. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from tieout.errors import UsageError
from tieout.evidence.concept import concept_of
from tieout.evidence.figure import Figure
from tieout.language import edtf
from tieout.language.countries import alpha2
from tieout.language.tables import LANGUAGES
from tieout.sources.stems import words_of

Test = Callable[[Figure], bool]

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-\w{1,6})?")


def test_of(measure: str | None, place: str | None, period: str | None) -> Test:
    """Whether a figure is meant. UsageError for a period that is none."""
    tests = [
        *([_measure(measure)] if measure else []),
        *([_place(place)] if place else []),
        *([_period(period)] if period else []),
    ]
    return lambda figure: all(test(figure) for test in tests)


def _measure(said: str) -> Test:
    """The concept that the words name in either language, or all of the words in what is counted."""
    concepts = {concept_of(said, language) for language in LANGUAGES} - {None}
    roots = {word.root for word in words_of(said)}

    def test(figure: Figure) -> bool:
        counted = f"{figure.measure or ''} {(figure.concept or '').replace('_', ' ')} {figure.counting or ''}"
        return figure.concept in concepts or roots <= {word.root for word in words_of(counted)}

    return test


def _place(said: str) -> Test:
    """A code means its place and those within it; a name is that of the figure's place."""
    code = said.upper() if _CODE.fullmatch(said) else ""
    country, dash, rest = code.partition("-")
    code = f"{alpha2(country)}{dash}{rest}" if alpha2(country) else ""
    roots = {word.root for word in words_of(said)}

    def test(figure: Figure) -> bool:
        own = figure.place_code or ""
        named = {word.root for word in words_of(figure.place or "")}
        return (bool(code) and (own == code or own.startswith(f"{code}-"))) or bool(named and roots <= named)

    return test


def _period(said: str) -> Test:
    if not edtf.is_date(said):
        raise UsageError(f"{said}: not a period; write 2024, 2024-03 or 2022-12/2023-06")
    return lambda figure: bool(figure.period and edtf.is_date(figure.period) and edtf.overlaps(figure.period, said))
