"""`tieout bench plant-claims`: the bars that are kept, on a seed of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.plant_claims import outcomes, rates

pytestmark = pytest.mark.shared


def test_planted_claims(shared: Path) -> None:
    done, _, holdings = outcomes(shared, seed=2026, count=400)
    measured = rates(done)
    assert len(done) == 400
    assert len(holdings.index.units) > 10_000
    assert measured["numeric"] >= 0.90, measured
    assert measured["sound_flagged"] <= 0.04, measured
    assert measured["numeric"] > measured["corroborate_numeric"]


def test_the_same_seed_makes_the_same_claims(shared: Path) -> None:
    first, second = (outcomes(shared, seed=5, count=20)[0] for _ in range(2))
    assert [o.trial.text for o in first] == [o.trial.text for o in second]
