"""Hyphens at line ends."""

from __future__ import annotations

import pytest

from tieout.reading.hyphens import Hyphens

WORDS = Hyphens(["a well-known face", "government", "co-operate, cooperate"])

CASES = [
    ("govern-", "ment acts", ("govern\u00ad", "")),
    ("govern\ufffe", "ment acts", ("govern\u00ad", "")),
    ("govern\x02", "ment acts", ("govern\u00ad", "")),
    ("a well-", "known man", ("a well-", "")),
    ("they co-", "operate", ("they co\u00ad", "")),
    ("2019-", "2021", ("2019-", "")),
    ("Lima-", "Callao", ("Lima-", "")),
    ("half -", "more", ("half -", "\n")),
    ("no hyphen", "here", ("no hyphen", "\n")),
    ("mid\ufffedle", "x", ("mid-dle", "\n")),
    ("last-", None, ("last-", "")),
    ("", "x", ("", "\n")),
]


@pytest.mark.parametrize(("line", "below", "expected"), CASES)
def test_joined(line: str, below: str | None, expected: tuple[str, str]) -> None:
    assert WORDS.joined(line, below) == expected
