"""Floors under the quality of reading: measured by the shared scorers, raised when passed, never lowered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.quality import OWN_SETS, SETS, figure_measures

FLOORS = {
    "English": {
        "precision": 0.99,
        "recall": 0.99,
        "span": 0.98,
        "unit": 0.97,
        "kind": 0.96,
        "bound": 0.98,
        "direction": 0.98,
        "direction_none": 0.99,
        "measure": 0.65,
        "place": 0.95,
        "place_other": 0.85,
        "period": 0.85,
        "period_null": 0.85,
        "base_period": 0.90,
        "authority": 0.70,
        "tuple": 0.58,
    },
    "Spanish": {
        "precision": 0.94,
        "recall": 0.96,
        "span": 0.98,
        "unit": 0.96,
        "kind": 0.93,
        "bound": 0.98,
        "direction": 0.70,
        "direction_none": 0.99,
        "measure": 0.57,
        "place": 0.94,
        "place_other": 0.90,
        "period": 0.65,
        "period_null": 0.90,
        "authority": 0.68,
        "tuple": 0.40,
    },
    "English, own labels": {"precision": 0.95, "recall": 0.96, "unit": 0.94, "kind": 0.90, "bound": 0.97},
    "Spanish, own labels": {"precision": 0.92, "recall": 0.96, "unit": 0.96, "kind": 0.79, "bound": 0.97},
}


@pytest.mark.shared
@pytest.mark.parametrize("name", list(FLOORS))
def test_figures_stay_above_their_floors(shared: Path, name: str) -> None:
    gold = next(s for s in (*SETS, *OWN_SETS) if s.name == name)
    measured = figure_measures(shared, gold)
    low = {key: (round(measured[key], 3), floor) for key, floor in FLOORS[name].items() if measured[key] < floor}
    assert not low, f"(measured, floor): {low}"
