"""The labelled pairs of claim and passage: the bars that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tieout.bench.pairs import pair_measures

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def measured(shared: Path) -> list[Mapping[str, Any]]:
    return [measures for _, measures in pair_measures(shared)]


def test_a_report_against_the_texts_it_cites(measured: list[Mapping[str, Any]]) -> None:
    """All five hard faults, at least 4 of 10 softened claims, at most one of 14 sound ones."""
    assert measured[0]["hard"] == 1.0
    assert measured[0]["soft"] >= 0.4
    assert measured[0]["sound_flagged"] <= 1 / 14


def test_claims_across_languages(measured: list[Mapping[str, Any]]) -> None:
    """English on Spanish sources and the reverse, without any note: every passage is a candidate."""
    assert measured[1]["faults"] >= 0.80
    assert measured[1]["sound_flagged"] <= 0.08
