"""Pages of a small index, made for tests: three countries, a justification, a link, the last edition."""

from __future__ import annotations

from pathlib import Path

from tieout.evidence.corpus import ReadCorpus
from tieout.evidence.figures import reading_of
from tieout.index.change import Comparison, compare
from tieout.index.evidence import Held, held
from tieout.index.frameworks import framework
from tieout.index.results import Results
from tieout.index.robustness import RankInterval, rank_intervals
from tieout.index.sheet import read_scores
from tieout.index.source import Source
from tieout.reading.read import read
from tieout.report.index.profile import profile_page
from tieout.report.index.ranking import ranking_page

SOURCE = Source("scores.csv", "ab" * 32)
HOSTILE = '<script>alert(1)</script> & "quotes"'
REPORT = "Police counted 410 killings in 2022 and 530 killings in 2023.\n"
SCORES = {
    "PER": ("Americas", (7, 6, 5, 6, 4, 3, 8, 5)),
    "ECU": ("Americas", (6, 6, 6, 5, 5, 4, 9, 4)),
    "UGA": ("Africa", (4, 5, 3, 4, 6, 5, 6, 3)),
}


def results(folder: Path, why: str = HOSTILE, links: str = "", less: float = 0) -> Results:
    """The rule-of-law example, scored; `less` is taken from every score but those at the end of the scale."""
    made = framework("rule-of-law-example")
    rows = ["iso3,region,indicator,score,author,time,justification,links"]
    for iso3, (region, scores) in SCORES.items():
        for indicator, score in zip(made.indicators, scores, strict=True):
            reason = why.replace('"', '""') if (iso3, indicator.id) == ("PER", "violence") else ""
            rows.append(f'{iso3},{region},{indicator.id},{score - less},Expert A,2024-05-02,"{reason}",{links}')
    path = folder / f"scores{less}.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return Results(read_scores(path, made))


def comparison(folder: Path) -> Comparison:
    """With an edition in which every score was a quarter lower."""
    return compare(results(folder, less=0.25), results(folder))


def intervals(made: Results) -> dict[str, RankInterval]:
    """Of the first aggregate, by country."""
    return dict(rank_intervals(made, "rule_of_law", replicates=200))


def evidence(folder: Path, made: Results) -> dict[str, Held]:
    """What a short report holds for violence."""
    path = folder / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    corpus = ReadCorpus((reading_of(read(path, country="PE", language="en")),))
    return {i.id: held(corpus, made.book, "PER", i) for i in made.framework.indicators}


def profile(folder: Path, language: str = "en") -> str:
    """Peru's page with everything on it."""
    both = comparison(folder)
    spans = {"rule_of_law": intervals(both.new)["PER"]}
    return profile_page(
        both.new, "PER", source=SOURCE, language=language, comparison=both, intervals=spans,
        evidence=evidence(folder, both.new), back="ranking.html",
    )  # fmt: skip


def ranking(folder: Path, language: str = "en") -> str:
    """The ranking with changes and intervals."""
    both = comparison(folder)
    links = {"PER": "profiles/PER.html"}
    spans = intervals(both.new)
    return ranking_page(both.new, source=SOURCE, language=language, comparison=both, intervals=spans, links=links)
