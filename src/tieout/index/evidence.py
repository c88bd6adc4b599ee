"""What documents hold for one indicator of one country, and whether it points the way the score went.

It reads a Corpus (files today, a workspace later) and judges no score: a score that falls while every source reports a
rise is worth a second look, and that is all it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tieout.evidence.corpus import Corpus, Reading
from tieout.evidence.figure import Figure
from tieout.index.change import Comparison
from tieout.index.countries import alpha2_of
from tieout.index.framework import Indicator
from tieout.index.scores import Book, Score

Direction = Literal["up", "down", "same"]
_FEWEST = 2
"""Directions that sources must report, all alike, before they are held against a score."""


@dataclass(frozen=True, slots=True)
class Report:
    """A figure that speaks of the indicator, with the sentence it stands in. `direction` is what it says of time."""

    figure: Figure
    sentence: str
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The evidence for one score: the linked records that were found, links that lead nowhere, what else is said."""

    indicator: Indicator
    score: Score | None
    linked: tuple[Report, ...]
    lost: tuple[str, ...]
    reports: tuple[Report, ...]
    change: Fraction | None = None
    """Of the score since the last edition, None when that is not known."""
    worse: bool = True
    """A higher score is worse: a rise of counts should raise it."""

    @property
    def disagreement(self) -> Direction | None:
        """The one direction that all sources report, where the score went the other way (or stayed); else None."""
        said = [report.direction for report in self.reports if report.direction in ("up", "down")]
        if self.change is None or not self.worse or len(said) < _FEWEST or len(set(said)) > 1:
            return None
        return said[0] if self.change == 0 or (self.change > 0) != (said[0] == "up") else None


def held(corpus: Corpus, book: Book, iso3: str, indicator: Indicator, comparison: Comparison | None = None) -> Held:
    """All that a corpus holds for one indicator of one country, linked records first."""
    score = book.scores.get((iso3, indicator.id))
    links = score.links if score else ()
    linked: dict[str, Report] = {}
    reports: list[Report] = []
    for reading in corpus.readings():
        code, pattern = alpha2_of(iso3), pattern_of(indicator, reading.language)
        speaking = [f for f in reading.figures if _of_country(f, reading, code) and _speaks(f, reading, pattern)]
        risen, mine = compared(speaking), {f.id for f in speaking}
        for figure in (f for f in reading.figures if f.id in mine or f.id in links):
            report = Report(figure, _sentence(figure, reading), changed(figure) or risen.get(figure.id))
            if figure.id in links:
                linked.setdefault(figure.id, report)
            else:
                reports.append(report)
    change = comparison.change(iso3, indicator.id) if comparison else None
    return Held(
        indicator,
        score,
        tuple(linked[link] for link in links if link in linked),
        tuple(link for link in links if link not in linked),
        tuple(reports),
        change.change if change else None,
        book.framework.worse(indicator),
    )


def without_reason(book: Book, iso3: str | None = None) -> list[tuple[str, str]]:
    """(country, indicator) of the scores that have neither a justification nor a link, in the framework's order."""
    order = {indicator.id: n for n, indicator in enumerate(book.framework.indicators)}
    bare = [key for key, score in book.scores.items() if not score.justification and not score.links]
    return sorted((key for key in bare if iso3 in (None, key[0])), key=lambda key: (key[0], order[key[1]]))


def _speaks(figure: Figure, reading: Reading, pattern: re.Pattern[str]) -> bool:
    """The figure's measure, or else its sentence, names the indicator."""
    if figure.kind in ("score", "rank", "age") or figure.where == "note":
        return False
    said = figure.measure or reading.document.text[figure.sentence_start : figure.sentence_end]
    return pattern.search(said) is not None


def pattern_of(indicator: Indicator, language: str) -> re.Pattern[str]:
    """Any of the words by which texts of a language speak of an indicator; its label where it has none."""
    label = re.escape(indicator.label.get(language, indicator.label["en"]))
    words = "|".join(indicator.words.get(language) or (label,))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _of_country(figure: Figure, reading: Reading, code: str | None) -> bool:
    """The figure's place is in the country; where it has none, the document is about it."""
    about = reading.document.country == code
    if figure.place_code is None:
        return about
    if re.fullmatch(r"[A-Z]{2}(?:-.+)?", figure.place_code):
        return figure.place_code[:2] == code
    return about


def _sentence(figure: Figure, reading: Reading) -> str:
    return " ".join(reading.document.text[figure.sentence_start : figure.sentence_end].split())


def changed(figure: Figure) -> Direction | None:
    """The way that a figure of change says something went."""
    if figure.kind != "change" or figure.direction is None:
        return None
    return "up" if figure.direction == "increase" else "down"


def compared(figures: Sequence[Figure]) -> dict[str, Direction]:
    """The way a measure went in one document, at its last figure: its values in the first and the last year given."""
    out: dict[str, Direction] = {}
    for series in series_of(figures):
        first, last = min(series, key=_year), max(series, key=_year)
        one, other = first.value, last.value
        if _year(first) < _year(last) and one is not None and other is not None:
            out[last.id] = "same" if one == other else "up" if other > one else "down"
    return out


def series_of(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Bare counts of whole years that have measure, unit and place in common."""
    groups: dict[tuple[str, str, str | None], list[Figure]] = {}
    for figure in figures:
        whole = figure.period is not None and re.fullmatch(r"\d{4}", figure.period)
        if whole and figure.measure and figure.kind == "level" and figure.bound == "exact" and figure.high is None:
            groups.setdefault((figure.measure.lower(), figure.unit, figure.place), []).append(figure)
    yield from (series for series in groups.values() if len(series) > 1)


def _year(figure: Figure) -> str:
    return figure.period or ""
