"""The helper that takes patterns apart."""

from __future__ import annotations

import pytest

from alternatives import alternatives, uncovered

CASES = [
    ("ship", ["ship"]),
    ("ships?|boat", ["ships?", "boat"]),
    ("s(?:ink|ank)|fell", ["s(?:ink)", "s(?:ank)", "fell"]),
    (r"(?:a|b)?c\|d", [r"(?:a)c\|d", r"(?:b)c\|d"]),
    ("[|(]x", ["[|(]x"]),
    ("(?:a(?:b|c)|d)e", ["(?:a(?:b))e", "(?:a(?:c))e", "(?:d)e"]),
]


@pytest.mark.parametrize(("pattern", "expected"), CASES)
def test_alternatives(pattern: str, expected: list[str]) -> None:
    assert list(alternatives(pattern)) == expected


def test_uncovered() -> None:
    assert uncovered("s(?:ink|inks)", ["it sinks"]) == ["s(?:ink)"]
