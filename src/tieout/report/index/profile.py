"""The profile of one country: scores and ranks, indicators with what stands behind them, where it stands among all.

One self-contained HTML page that needs no network and no JavaScript. It says nothing of its own: numbers come from the
results, words from the framework, the scores and `words.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePath

from markupsafe import Markup

from tieout.index.change import Comparison
from tieout.index.countries import name_of
from tieout.index.evidence import Held, Report
from tieout.index.framework import Dimension, Indicator
from tieout.index.results import Rank, Results
from tieout.index.robustness import RankInterval
from tieout.index.scale import plain, shown
from tieout.index.source import Source
from tieout.report.charts import inlined
from tieout.report.index.charts import PAGE_WIDTH, quadrant_chart
from tieout.report.index.html import rendered
from tieout.report.index.words import Words, words

_REPORTS = 6
"""Sentences shown of what else the documents say; how many more there are is said."""
_BAR = 100
"""Width of a bar in its own units."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A change as printed: `+0.22`, its sense in words, and `up`, `down` or `same` for its sign."""

    text: str
    sign: str
    since: str


@dataclass(frozen=True, slots=True)
class Line:
    """One aggregate: its value, change, ranks in words, and what stands under it."""

    id: str
    label: str
    kind: str
    value: str
    moved: Moved | None
    ranks: tuple[str, ...]
    sense: str
    interval: str | None
    strip: tuple[float, float, float] | None
    """Low end, high end and rank of the interval, in percent from the first place to the last."""
    parts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of the evidence: its words, the document, the ids of its figures."""

    sentence: str
    document: str
    ids: str


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator."""

    id: str
    label: str
    kind: str
    score: str
    bar: float
    was: float | None
    before: str | None
    moved: Moved | None
    definition: str
    question: str
    justification: str
    scored: str
    linked: tuple[Quoted, ...]
    lost: str
    also: tuple[Quoted, ...]
    more: int
    disagrees: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The indicators right under one dimension."""

    line: Line
    rows: tuple[Row, ...]


def profile_page(
    results: Results,
    iso3: str,
    *,
    source: Source,
    language: str = "en",
    comparison: Comparison | None = None,
    intervals: Mapping[str, RankInterval] | None = None,
    evidence: Mapping[str, Held] | None = None,
    back: str | None = None,
) -> str:
    """The page of a country of the results.

    `comparison` is with the last edition, `intervals` are by aggregate, `evidence` is by indicator; `back` is the
    address of the ranking.
    """
    made = _Profile(results, iso3, words(language), comparison, intervals or {}, evidence or {})
    return made.render(source, back)


class _Profile:
    def __init__(
        self,
        results: Results,
        iso3: str,
        w: Words,
        comparison: Comparison | None,
        intervals: Mapping[str, RankInterval],
        evidence: Mapping[str, Held],
    ) -> None:
        self.results, self.iso3, self.w = results, iso3, w
        self.framework = results.framework
        self.country = results.book.countries[iso3]
        self.name = self.country.name if w.language == "en" else name_of(iso3, w.language)
        self.comparison, self.intervals, self.evidence = comparison, intervals, evidence

    def render(self, source: Source, back: str | None) -> str:
        framework, scores = self.framework, self.results.book.scores
        tops = [d for d in framework.dimensions if d.parent is None]
        shelves = [Shelf(self._line(d), rows) for d in framework.dimensions if (rows := tuple(self._rows(d)))]
        given = [s for i in framework.indicators if (s := scores.get((self.iso3, i.id)))]
        bare = sum(not s.justification and not s.links for s in given)
        return rendered(
            "profile.html",
            self.w,
            country=self.name,
            iso3=self.iso3,
            title=self.w.of(framework.title),
            edition=framework.edition,
            groups=[self.w.title(g) for g in (self.country.continent, self.country.region) if g],
            tops=[self._line(d) for d in tops],
            shelves=shelves,
            quadrant=self._quadrant(),
            bare=(bare, len(given)),
            justified=bare < len(given),
            alike=self.comparison is None or self.comparison.alike,
            like_for_like=self.comparison is not None and self.comparison.like_for_like,
            before=self.comparison.old.framework.edition if self.comparison else "",
            scale=framework.scale,
            plain=plain,
            first=framework.first,
            replicates=replicates(self.intervals.values()),
            source=source,
            back=back,
        )

    def _line(self, dimension: Dimension) -> Line:
        w = self.w
        span = self.intervals.get(dimension.id)
        total = len(self.results.ranks(dimension.id))
        places = [(span.low - 1, span.high - 1, span.rank - 1)] if span else []
        return Line(
            id=dimension.id,
            label=w.of(dimension.label),
            kind=dimension.higher_is,
            value=self.results.shown(self.iso3, dimension.id) or w("page", "missing"),
            moved=self._moved(dimension.id),
            ranks=tuple(self._ranks(dimension.id)),
            sense=w("page", dimension.higher_is),
            interval=self._interval(span) if span else None,
            strip=next(((100 * a / total, 100 * (b + 1) / total, 100 * (r + 0.5) / total) for a, b, r in places), None),
            parts=tuple(self._line(d) for d in self.framework.dimensions if d.parent == dimension.id),
        )

    def _interval(self, span: RankInterval) -> str:
        if span.low == span.high:
            return self.w("page", "interval_sure", low=span.low)
        return self.w("page", "interval", low=span.low, high=span.high)

    def _ranks(self, dimension: str) -> Sequence[str]:
        out = []
        for within in self.framework.within:
            rank = self.results.ranks(dimension, within).get(self.iso3)
            if rank is not None:
                out.append(self._rank(rank, within))
        return out

    def _rank(self, rank: Rank, within: str) -> str:
        place = self.w.ordinal(rank.rank)
        key = "rank_world" if within == "world" else "rank_group"
        said = self.w("page", key, place=place, of=rank.of, group=self.w.place(rank.group))
        if rank.equal:
            said += f" ({self.w('page', 'equal' if rank.equal == 1 else 'equal_many', n=rank.equal)})"
        return said

    def _moved(self, node: str) -> Moved | None:
        """The change of a node since the last edition; None when it is not known."""
        change = self.comparison.change(self.iso3, node) if self.comparison else None
        if self.comparison is None or change is None or change.change is None:
            return None
        return moved(change.change, self.framework.decimals, self.comparison.old.framework.edition, self.w)

    def _rows(self, dimension: Dimension) -> Sequence[Row]:
        return [self._row(i) for i in self.framework.indicators if i.parent == dimension.id]

    def _row(self, indicator: Indicator) -> Row:
        w, scale = self.w, self.framework.scale
        score = self.results.book.scores.get((self.iso3, indicator.id))
        value = None if score is None else scale.value(score.steps)
        old = self.comparison.old.book.value(self.iso3, indicator.id) if self.comparison else None
        held = self.evidence.get(indicator.id)
        edition = self.comparison.old.framework.edition if self.comparison else ""
        unscored = self.comparison is not None and old is None and value is not None
        signed = [part for part in (score.author, score.time) if part] if score else []
        shown_already = {report.sentence for report in held.linked} if held else set()
        also = _quoted([r for r in held.reports if r.sentence not in shown_already] if held else ())
        return Row(
            id=indicator.id,
            label=w.of(indicator.label),
            kind="worse" if self.framework.worse(indicator) else "better",
            score=w("page", "missing") if value is None else shown(value, self.framework.decimals),
            bar=_along(value, scale.low, scale.high),
            was=None if old is None else _along(old, scale.low, scale.high),
            before=w("page", "new_in", edition=edition) if unscored else None,
            moved=None if old is None or value is None else moved(value - old, self.framework.decimals, edition, w),
            definition=w.of(indicator.definition),
            question=w.of(indicator.question),
            justification=score.justification if score else "",
            scored=w("page", "scored_by", author=", ".join(signed)) if signed else "",
            linked=_quoted(held.linked if held else ()),
            lost=w("page", "lost", ids=", ".join(held.lost)) if held and held.lost else "",
            also=also[:_REPORTS],
            more=max(0, len(also) - _REPORTS),
            disagrees=w("page", f"disagrees_{held.disagreement}") if held and held.disagreement else None,
        )

    def _quadrant(self) -> tuple[Markup, str] | None:
        """The scatter with the country marked, and the same in words; None where there are no quadrants."""
        quadrants, quadrant = self.framework.quadrants, self.results.quadrant(self.iso3)
        if quadrants is None or quadrant is None:
            return None
        w = self.w
        labels = {d.id: w.of(d.label) for d in self.framework.dimensions}
        across, up = labels[quadrants.across], labels[quadrants.up]
        levels = [w("level", level) for level in quadrant.split("-")]
        said = w(
            "page", "quadrant_said",
            across=across, up=up.lower(), x=self.results.shown(self.iso3, quadrants.across),
            y=self.results.shown(self.iso3, quadrants.up), n=self.results.quadrants()[quadrant],
            name=w("page", "quadrant_name", across=across.lower(), up=up.lower(), x=levels[0], y=levels[1]),
            high=" / ".join(dict.fromkeys(shown(h, 2) for h in (quadrants.across_high, quadrants.up_high))),
        )  # fmt: skip
        label = w("page", "quadrant_chart", across=across.lower(), up=up.lower(), country=self.name)
        chart = inlined(quadrant_chart(self.results, w, self.iso3, named=self.name, width=PAGE_WIDTH), label, "q")
        return Markup(chart), said  # noqa: S704 -- drawn by vl-convert from escaped texts


def moved(change: Fraction, decimals: int, edition: str, w: Words) -> Moved:
    """A change with its sign printed; one that rounds to nothing says so."""
    text = shown(change, decimals)
    if not any(c in "123456789" for c in text):
        return Moved(
            "0" if decimals == 0 else f"0.{'0' * decimals}", "same", w("page", "change_since", edition=edition)
        )
    sign = "down" if text.startswith("-") else "up"
    text = f"−{text[1:]}" if sign == "down" else f"+{text}"
    return Moved(text, sign, w("page", "change_since", edition=edition))


def replicates(intervals: Iterable[RankInterval]) -> str:
    """How many replicates stand behind some intervals, as printed; empty for none."""
    count = max((interval.replicates for interval in intervals), default=0)
    return f"{count:,}".replace(",", "\u202f") if count else ""


def _along(value: Fraction | None, low: Fraction, high: Fraction) -> float:
    """How far a score lies along the scale, in units of a bar."""
    return 0.0 if value is None else round(float((value - low) / (high - low)) * _BAR, 2)


def _quoted(reports: Sequence[Report]) -> tuple[Quoted, ...]:
    """One quote a sentence, with the ids of all its figures."""
    ids: dict[tuple[str, str], list[str]] = {}
    for report in reports:
        ids.setdefault((report.sentence, report.figure.doc), []).append(report.figure.id)
    return tuple(Quoted(said, PurePath(doc).name or doc, ", ".join(found)) for (said, doc), found in ids.items())
