"""Floors under searching: raised when passed, never lowered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.search import labels, passages_of, quality, speed

FIRST, FEW = 31, 40


@pytest.mark.shared
def test_judged_passages_are_found(shared: Path) -> None:
    items = passages_of(shared)
    first, few, missed = quality(items)
    assert len(labels()) >= 40
    assert first >= FIRST, first
    assert few >= FEW, missed
    assert len(list(speed(items, 500))) == 3
