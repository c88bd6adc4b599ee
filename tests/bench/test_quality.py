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
        "kind": 0.94,
        "bound": 0.99,
        "direction": 0.72,
        "direction_none": 0.99,
        "measure": 0.60,
        "place": 0.95,
        "place_other": 0.92,
        "period": 0.68,
        "period_null": 0.92,
        "authority": 0.70,
        "tuple": 0.44,
    },
    "English, own labels": {
        "precision": 0.96,
        "recall": 0.97,
        "unit": 0.95,
        "kind": 0.92,
        "bound": 0.98,
        "measure": 0.57,
        "place": 0.82,
        "period": 0.64,
        "authority": 0.70,
    },
    "Spanish, own labels": {
        "precision": 0.93,
        "recall": 0.97,
        "unit": 0.97,
        "kind": 0.80,
        "bound": 0.98,
        "measure": 0.57,
        "place": 0.86,
        "period": 0.64,
    },
}


@pytest.mark.shared
@pytest.mark.parametrize("name", list(FLOORS))
def test_figures_stay_above_their_floors(shared: Path, name: str) -> None:
    gold = next(s for s in (*SETS, *OWN_SETS) if s.name == name)
    measured = figure_measures(shared, gold)
    low = {key: (round(measured[key], 3), floor) for key, floor in FLOORS[name].items() if measured[key] < floor}
    assert not low, f"(measured, floor): {low}"
