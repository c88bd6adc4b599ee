"""`tieout bench quality`: our records against the labelled documents of the shared folder.

The scorers are the shared folder's own tools; nothing is scored here.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from tieout.checks.check import Checked, read_files
from tieout.checks.request import Hints
from tieout.checks.run import run
from tieout.checks.wire import answer
from tieout.errors import UsageError
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.wire import figure_record

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set of labels: where they lie, which stretches they cover, and the hints a user would give."""

    name: str
    labels: str
    zones: str
    hints: Hints


SETS = (
    GoldSet("English", "gold/figures.jsonl", "gold/figures_zones.jsonl", Hints(country="PE", language="en")),
    GoldSet("Spanish", "gold_es/figures.jsonl", "gold_es/zones.jsonl", Hints(language="es")),
)

OWN = Path(__file__).parents[3] / "benchmarks" / "labels"
"""Labels of our own, beside the sources of a checkout; kept apart from the gold and never tuned on."""
OWN_SETS = (
    GoldSet("English, own labels", str(OWN / "en.jsonl"), str(OWN / "en_zones.jsonl"), Hints(language="en")),
    GoldSet("Spanish, own labels", str(OWN / "es.jsonl"), str(OWN / "es_zones.jsonl"), Hints(language="es")),
)


def quality(shared: Path, misses: int = 0) -> Iterator[str]:
    """Lines of the report: every set with its measures beside the trivial baseline, then ties and findings."""
    scorer = tool(shared, "score_figures")
    for gold in (*SETS, *(s for s in OWN_SETS if Path(s.labels).is_file())):
        labels, predicted, texts = _gather(shared, gold, scorer)
        measured, missed, extra, _ = scorer.score(labels, predicted)
        yield f"Figures, {gold.name}: {len(texts)} documents"
        yield scorer.table([("result", measured), ("trivial", scorer.trivial(labels, texts))])
        yield from _by_kind(labels, predicted, scorer)
        yield from _shown("missed", missed, misses)
        yield from _shown("not in the labels", extra, misses)
        yield ""
    yield from _ties_and_findings(shared)


def figure_measures(shared: Path, gold: GoldSet) -> dict[str, Any]:
    """The scorer's measures of one set, by name."""
    scorer = tool(shared, "score_figures")
    labels, predicted, _ = _gather(shared, gold, scorer)
    measures: dict[str, Any] = scorer.score(labels, predicted)[0]
    return measures


def tool(shared: Path, name: str) -> ModuleType:
    """One of the shared folder's scorers, as a module."""
    path = shared / "tools" / f"{name}.py"
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give the folder with the labelled documents as --shared")
    sys.path.insert(0, str(path.parent))
    try:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    return module


def documents(shared: Path, ids: Sequence[str]) -> list[Path]:
    """The files of labelled documents: seeds by their first three digits, others by their stem."""
    out = []
    for name in ids:
        seed = sorted((shared / "seeds").glob(f"{name}_*.txt")) if len(name) == 3 else []
        out.append(seed[0] if seed else shared / "docs" / f"{name}.txt")
    return out


def _gather(shared: Path, gold: GoldSet, scorer: ModuleType) -> tuple[Rows, Rows, dict[str, str]]:
    """(labels, our figures inside the labelled stretches, texts by document id)."""
    labels: Rows = scorer.load(shared / gold.labels)
    ids = sorted({str(row["doc"]) for row in labels})
    readings = _readings(documents(shared, ids), gold.hints)
    predicted = [figure_record(figure) for reading in readings for figure in reading.figures]
    inside: Rows = scorer.within(predicted, scorer.load(shared / gold.zones), ids)
    texts = {name: reading.document.text for name, reading in zip(ids, readings, strict=True)}
    return labels, inside, texts


def _readings(paths: Sequence[Path], hints: Hints) -> list[Reading]:
    readings, unreadable = read_files(paths, hints)
    if unreadable:
        raise UsageError(str(unreadable[0]))
    return readings


def _by_kind(labels: Rows, predicted: Rows, scorer: ModuleType) -> Iterator[str]:
    """Recall by kind of figure: how many labels there are, and how many are found."""
    _, missed, _, hit = scorer.score(labels, predicted)
    kinds = sorted({row["kind"] for row in labels})
    for kind in kinds:
        found = sum(gold["kind"] == kind for gold, _ in hit)
        lost = sum(row["kind"] == kind for row in missed)
        if found + lost:
            yield f"  {kind:<12}{found + lost:>5} labels, {found / (found + lost):.3f} found"


def _shown(title: str, rows: Rows, limit: int) -> Iterator[str]:
    for row in rows[:limit]:
        said = f"{row.get('text')!r} value={row.get('value')} unit={row.get('unit')}"
        yield f"  {title}: {row['doc']}:{row['start']} {said}"


def _ties_and_findings(shared: Path) -> Iterator[str]:
    """Ties and findings of the English documents, each document on its own."""
    ids = ["000", "001", "002", "003"]
    readings = _readings(documents(shared, ids), SETS[0].hints)
    extra = _readings(
        [shared / "docs" / f"usdos_{n}.txt" for n in ("2022_peru", "2023_ecuador", "2022_colombia")],
        Hints(language="en"),
    )
    read = (*readings, *extra)
    found = answer(Checked(read, run(ReadCorpus(read)), ()))
    relations, findings = tool(shared, "score_relations"), tool(shared, "score_findings")
    gold = [row for row in relations.load(shared / "gold" / "relations.jsonl") if row.get("scope") == "document"]
    yield "Ties, document scope"
    yield _measures(relations.score(gold, found["ties"])[0])
    problems = [row for row in relations.load(shared / "gold" / "findings.jsonl") if row["family"] in "AD"]
    alarms = [row for row in relations.load(shared / "gold" / "false_alarms.jsonl") if row["family"] in "AD"]
    raised = [f for f in found["findings"] if f["rule"][0] in "AD"]
    yield "Findings, families A and D"
    yield _measures(findings.score(problems, alarms, raised)[0])


def _measures(named: dict[str, Any]) -> str:
    return "\n".join(f"{name:<20}{_shown_value(value):>10}" for name, value in named.items())


def _shown_value(value: Any) -> str:
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"
