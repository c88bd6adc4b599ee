"""`tieout bench records`: laws, emergencies, recommendations and groups against the labelled documents.

The scorer is the shared folder's own tool; it has no gold for gaps, of which our own labels give the recall.
Labels of our own are reported apart, with precision only inside the stretches that were labelled whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tieout.bench.own_records import OWN_LANGUAGES, own_records, setting
from tieout.bench.quality import OWN, documents, tool
from tieout.evidence.records.read import records_of
from tieout.evidence.records.wire import record

Rows = list[dict[str, Any]]
KINDS = {"laws": "law", "emergencies": "emergency", "recommendations": "recommendation", "groups": "group"}
"""The scorer's names of kinds, and ours."""
_WHOLE = ("gold", "predicted", "precision", "recall", "f1")
"""What our labels measure: they give the fields of a record only in part."""
_SHARED_BY = 2
"""Characters by which a stretch may be passed: a closing mark."""


def records(shared: Path, show: int = 0) -> Iterator[str]:
    """Lines of the report."""
    yield "Records of the labelled documents"
    for kind in KINDS:
        measured, missed, extra = gold_measures(shared, kind)
        yield _line(kind, measured)
        yield from _shown(missed, extra, show)
    for language in OWN_LANGUAGES:
        if not _own(language).is_file():
            continue
        yield ""
        yield f"Own labels, {language}"
        for kind in KINDS:
            measured, missed, extra = own_measures(shared, kind, language)
            if measured["gold"]:
                yield _line(kind, {name: measured[name] for name in _WHOLE})
                yield from _shown(missed, extra, show)
        found, total = own_recall(shared, "gap", language)
        yield f"  {'gaps':<16}{total} labels, recall {found / total:.3f}"
    yield ""
    yield from own_records(shared)


def gold_measures(shared: Path, kind: str) -> tuple[Mapping[str, Any], Rows, Rows]:
    """The scorer's measures of one kind on the gold, what was missed, and what is not in it."""
    scorer = tool(shared, "score_records")
    labels: Rows = scorer.load(shared / "gold" / f"{kind}.jsonl")
    predicted = _predicted(shared, sorted({str(row["doc"]) for row in labels}), KINDS[kind])
    measured, missed, extra = scorer.score(kind, labels, predicted)
    return measured, missed, extra


def own_measures(shared: Path, kind: str, language: str) -> tuple[Mapping[str, Any], Rows, Rows]:
    """The same on our own labels."""
    scorer = tool(shared, "score_records")
    labels = [row for row in _rows(_own(language)) if row["kind"] == KINDS[kind]]
    for row in labels:
        for name in scorer.FIELDS[kind].split():
            row.setdefault(name, None)
    predicted = _predicted(shared, sorted({row["doc"] for row in labels}), KINDS[kind])
    inside = [one for one in predicted if kind == "groups" or _is_labelled(one, labels, KINDS[kind])]
    measured, missed, extra = scorer.score(kind, labels, inside)
    return measured, missed, extra


def own_recall(shared: Path, kind: str, language: str) -> tuple[int, int]:
    """How many of our labels of a kind meet a record, of how many."""
    labels = [row for row in _rows(_own(language)) if row["kind"] == kind]
    found = _predicted(shared, sorted({row["doc"] for row in labels}), kind)
    met = sum(any(one["doc"] == row["doc"] and _meets(one, row) for one in found) for row in labels)
    return met, len(labels)


def _predicted(shared: Path, ids: list[str], kind: str) -> Rows:
    """Our records of one kind, their documents named as in the labels."""
    out: Rows = []
    for name, path in zip(ids, documents(shared, ids), strict=True):
        out += [{**record(one), "doc": name} for one in records_of(setting(path), kind)]
    return out


def _is_labelled(one: Mapping[str, Any], labels: Rows, kind: str) -> bool:
    """Whether a record stands where everything is labelled, or on a label."""
    zones = [z for z in _rows(OWN / "records_zones.jsonl") if z["kind"] == kind and z["doc"] == one["doc"]]
    return any(z["start"] <= one["start"] and one["end"] <= z["end"] + _SHARED_BY for z in zones) or any(
        row["doc"] == one["doc"] and _meets(one, row) for row in labels
    )


def _meets(one: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return bool(row["start"] < one["end"] and one["start"] < row["end"])


def _own(language: str) -> Path:
    return OWN / f"records_{language}.jsonl"


def _rows(path: Path) -> Rows:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _line(kind: str, measured: Mapping[str, Any]) -> str:
    counted = f"{measured['gold']:>4} labels, {measured['predicted']:>4} found"
    rest = (f"{k} {v:.3f}" for k, v in measured.items() if isinstance(v, float))
    return f"  {kind:<16}{counted}: {', '.join(rest)}"


def _shown(missed: Rows, extra: Rows, show: int) -> Iterator[str]:
    for title, rows in (("missed", missed), ("not in the labels", extra)):
        for row in rows[:show]:
            yield f"    {title}: {row['doc']}:{row['start']} {str(row.get('text') or row.get('name') or '')[:90]!r}"
