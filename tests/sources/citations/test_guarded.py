"""Quotation marks and brackets guard what stands inside them."""

from __future__ import annotations

import pytest

from tieout.sources.citations.guarded import guarded


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("HRW, “So, it ends”, 2020", ["“So, it ends”"]),
        ("Army’s wife, ‘a, b’, c", ["‘a, b’"]),
        ("A (B (C), D), E", ["(B (C), D)"]),
        ("Peru's day, 'one, two', three", ["'one, two'"]),
        ("never “closed, 2020", []),
        ("«uno, dos»", ["«uno, dos»"]),
        ("a ‘don’t go, stay’ b", ["‘don’t go, stay’"]),
        ("open ( bracket", []),
    ],
)
def test_guarded_stretches(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in guarded(text).stretches] == inside
