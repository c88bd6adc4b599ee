"""`tieout bench compare`: relations between documents against labels, against our own judgement of what is found, and
how long it takes in many figures.

The judged comparisons are ours: each was read in its documents. One that nobody read counts as not judged.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from tieout.bench.quality import OWN, Rows, tool
from tieout.checks.check import Checked, read_files
from tieout.checks.run import run
from tieout.checks.wire import answer
from tieout.compare.comparison import Comparison
from tieout.compare.find import comparisons
from tieout.evidence.corpus import ReadCorpus, Reading

JUDGED = OWN / "comparisons.jsonl"
_MANY = 100_000
Spans = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on the four labelled documents and on all reference documents together."""

    right: int
    labelled: int
    breaks_on_open: int
    """Relations that nobody can decide and that we call broken: none may be."""
    found: int
    judged_right: int
    judged_wrong: int


def compare(shared: Path, figures: int = _MANY) -> Iterator[str]:
    """Lines of the report; `figures` is how many are compared for the time."""
    readings = _read(shared, "seeds", "docs")
    measured = measure(shared, readings)
    yield f"Relations between documents: {measured.right} of {measured.labelled} labels right"
    yield f"Called broken where the label says open: {measured.breaks_on_open}"
    unread = measured.found - measured.judged_right - measured.judged_wrong
    yield (
        f"Comparisons in {len(readings)} documents: {measured.found}; read by us and right {measured.judged_right}, "
        f"wrong {measured.judged_wrong}, not read {unread}"
    )
    many = _grown(readings, figures)
    start = time.perf_counter()
    found = comparisons(many, ties=(), notes=lambda _: ())
    seconds = time.perf_counter() - start
    count = sum(len(reading.figures) for reading in many.documents)
    yield f"{count:,} figures in {len(many.documents):,} documents: {len(found):,} comparisons in {seconds:.1f} s"


def measure(shared: Path, readings: Sequence[Reading] | None = None) -> Measured:
    """All numbers but the time. UsageError when the folder is not the shared one."""
    readings = readings or _read(shared, "seeds", "docs")
    scorer = tool(shared, "score_relations")
    seeds = [reading for reading in readings if Path(reading.document.path).parent.name == "seeds"]
    said = answer(Checked(tuple(seeds), run(ReadCorpus(tuple(seeds))), ()))["ties"]
    gold = [row for row in scorer.load(shared / "gold" / "relations.jsonl") if row["scope"] == "corpus"]
    scored = scorer.score(gold, said)[0]
    found = comparisons(ReadCorpus(tuple(readings)))
    judged = _judged()
    known = [judged.get(_spans(one)) for one in found]
    return Measured(
        _right(scorer, gold, said),
        len(gold),
        scored["breaks_on_open"],
        len(found),
        known.count(True),
        known.count(False),
    )


def _right(scorer: ModuleType, gold: Rows, ties: Rows) -> int:
    """How many labels are met by a tie of their verdict."""
    right = 0
    for verdict in sorted({row["verdict"] for row in gold}):
        rows, said = ([row for row in some if row["verdict"] == verdict] for some in (gold, ties))
        right += round(scorer.score(rows, said)[0]["found"] * len(rows))
    return right


def _read(shared: Path, *folders: str) -> list[Reading]:
    files = [path for folder in folders for path in sorted((shared / folder).glob("*.txt"))]
    return read_files(files)[0]


def _spans(one: Comparison) -> Spans:
    return frozenset((Path(m.doc).stem, m.start, m.end) for m in one.members)


def _judged() -> dict[Spans, bool]:
    """Members of a comparison to whether it is right, as we read it."""
    rows = (json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines())
    return {frozenset((doc, start, end) for doc, start, end in row["members"]): row["right"] for row in rows}


def _grown(readings: Sequence[Reading], figures: int) -> ReadCorpus:
    """The documents over and over under new names, until there are so many figures."""
    out: list[Reading] = []
    left = figures
    while left > 0:
        for reading in readings:
            name = f"{len(out)}-{Path(reading.document.path).name}"
            mine = [replace(figure, doc=name, id=f"{name}:{figure.id}") for figure in reading.figures]
            out.append(replace(reading, document=replace(reading.document, path=name), figures=mine))
            left -= len(mine)
            if left <= 0:
                break
    return ReadCorpus(tuple(out))
