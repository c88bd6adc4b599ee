"""The date that ends a stretch of text."""

from __future__ import annotations

import pytest

from tieout.sources.citations.dates import date_ending


@pytest.mark.parametrize(
    ("text", "printed", "edtf"),
    [
        ("A Title, 15 February 2023", "15 February 2023", "2023-02-15"),
        ("A Title, February 2023", "February 2023", "2023-02"),
        ("A Title, 2023", "2023", "2023"),
        ("A Title, March 3, 2021", "March 3, 2021", "2021-03-03"),
        ("Un título, 3 de mayo de 2021", "3 de mayo de 2021", "2021-05-03"),
        ("Un título, 31 diciembre 2013", "31 diciembre 2013", "2013-12-31"),
        ("A Title, Wednesday 3 May 2023", "Wednesday 3 May 2023", "2023-05-03"),
        ("A Title, n.d.", "n.d.", None),
        ("Un título, s.f.", "s.f.", None),
        ("A Title, no date", "no date", None),
    ],
)
def test_dates_at_the_end(text: str, printed: str, edtf: str | None) -> None:
    found = date_ending(text, 0, len(text))
    assert found is not None
    assert (text[found.start :], found.edtf) == (printed, edtf)


@pytest.mark.parametrize(
    "text", ["A Title", "Report 2022/23", "Resolution 191-2021", "January – December 2022", "p. 1990.4"]
)
def test_no_date_at_the_end(text: str) -> None:
    found = date_ending(text, 0, len(text))
    assert found is None or found.edtf is None
