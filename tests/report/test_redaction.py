"""Taking a document's words out of messages."""

from __future__ import annotations

import pytest

from tieout.report.redaction import without_quotes


@pytest.mark.parametrize(
    ("sentence", "quotes", "expected"),
    [
        ("50 %, not 80 % as in “an increase of 80 %”", [], "50 %, not 80 % as in […]"),
        ("the text says «más de la mitad» here", [], "the text says […] here"),
        ("cut off: “it never ends", [], "cut off: […]"),
        ("over 8,000 dead are not 7,000", ["over 8,000 dead"], "[…] are not 7,000"),
        ("1,800 / 1,200 = 1.5", ["1,800", "1,200"], "1,800 / 1,200 = 1.5"),  # bare numbers are the arithmetic
        ("half of the towns", ["half", "half of the towns"], "[…]"),  # the longer first
    ],
)
def test_without_quotes(sentence: str, quotes: list[str], expected: str) -> None:
    assert without_quotes(sentence, quotes, "[…]") == expected
