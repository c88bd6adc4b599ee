"""Floors under the records: raised when passed, never lowered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.own_records import FIELDS, OWN_LANGUAGES, measured, voices
from tieout.bench.records import gold_measures, own_measures, own_recall, records

FLOORS = {
    "laws": {"f1": 0.92, "precision": 0.93, "number": 1.0},
    "emergencies": {"f1": 1.0, "place": 1.0, "emergency_start": 1.0, "emergency_end": 1.0},
    "recommendations": {"f1": 1.0, "addressee": 0.87},
    "groups": {
        "recall": 1.0,
        "areas": 0.8,
        "activities": 0.85,
        "parent": 1.0,
        "allies": 1.0,
        "rivals": 0.66,
        "mentions": 0.85,
    },
}
OWN_FLOORS = {"laws": 0.9, "recommendations": 0.93, "groups": 0.75}
KIND_FLOORS = {
    "exposure": {"precision": 0.95, "recall": 0.86, "exposed": 0.92, "harms": 0.94, "actors": 0.7},
    "protection": {"precision": 0.95, "recall": 0.95, "means": 0.95, "status": 0.98},
    "argument": {"precision": 0.9, "recall": 1.0, "role": 1.0},
    "act": {"precision": 0.91, "recall": 0.95, "kind": 1.0},
}


@pytest.mark.shared
@pytest.mark.parametrize("kind", FLOORS)
def test_labelled_records(shared: Path, kind: str) -> None:
    measured, missed, extra = gold_measures(shared, kind)
    below = {name: measured[name] for name, floor in FLOORS[kind].items() if measured[name] < floor}
    assert not below, (missed, extra)


@pytest.mark.shared
@pytest.mark.parametrize("kind", OWN_FLOORS)
@pytest.mark.parametrize("language", OWN_LANGUAGES)
def test_own_labels(shared: Path, kind: str, language: str) -> None:
    measured, missed, extra = own_measures(shared, kind, language)
    assert measured["f1"] >= OWN_FLOORS[kind], (missed, extra)


@pytest.mark.shared
@pytest.mark.parametrize("language", OWN_LANGUAGES)
def test_gap_statements_are_found(shared: Path, language: str) -> None:
    met, total = own_recall(shared, "gap", language)
    assert met == total > 0


@pytest.mark.shared
@pytest.mark.parametrize("kind", KIND_FLOORS)
def test_kinds_without_a_shared_scorer(shared: Path, kind: str) -> None:
    got = measured(shared, kind)
    values = {"precision": got.precision, "recall": got.recall, **{name: got.right(name) for name in FIELDS[kind]}}
    assert not {name: values[name] for name, floor in KIND_FLOORS[kind].items() if values[name] < floor}


@pytest.mark.shared
def test_voices_are_told_apart(shared: Path) -> None:
    right, total = voices(shared)
    assert right / total >= 0.96


@pytest.mark.shared
def test_the_report_names_every_kind(shared: Path) -> None:
    said = "\n".join(records(shared))
    assert all(kind in said for kind in FLOORS)
