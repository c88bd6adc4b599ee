"""Floors under the quality of reading: measured by the shared scorers, raised when passed, never lowered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.quality import OWN_SETS, SETS, figure_measures

FLOORS = {
    "English": {
        "precision": 0.99,
        "recall": 0.99,
        "span": 0.99,
        "unit": 0.98,
        "kind": 0.97,
        "bound": 0.99,
        "direction": 0.99,
        "direction_none": 0.99,
        "measure": 0.68,
        "place": 0.96,
        "place_other": 0.87,
        "period": 0.88,
        "period_null": 0.89,
        "base_period": 0.92,
        "authority": 0.72,
        "tuple": 0.62,
    },
    "Spanish": {
        "precision": 0.945,
        "recall": 0.97,
        "span": 0.99,
        "unit": 0.975,
        "kind": 0.96,
        "bound": 0.99,
        "direction": 0.95,
        "direction_none": 0.99,
        "measure": 0.61,
        "place": 0.95,
        "place_other": 0.92,
        "period": 0.73,
        "period_null": 0.92,
        "base_period": 0.75,
        "authority": 0.71,
        "tuple": 0.46,
    },
    "English, own labels": {
        "precision": 0.965,
        "recall": 0.975,
        "unit": 0.96,
        "kind": 0.92,
        "bound": 0.98,
        "measure": 0.57,
        "place": 0.83,
        "period": 0.65,
        "authority": 0.71,
    },
    "Spanish, own labels": {
        "precision": 0.94,
        "recall": 0.98,
        "unit": 0.97,
        "kind": 0.82,
        "bound": 0.98,
        "measure": 0.57,
        "place": 0.87,
        "period": 0.65,
        "authority": 0.43,
    },
}


@pytest.mark.shared
@pytest.mark.parametrize("name", list(FLOORS))
def test_figures_stay_above_their_floors(shared: Path, name: str) -> None:
    gold = next(s for s in (*SETS, *OWN_SETS) if s.name == name)
    measured = figure_measures(shared, gold)
    low = {key: (round(measured[key], 3), floor) for key, floor in FLOORS[name].items() if measured[key] < floor}
    assert not low, f"(measured, floor): {low}"
