"""Words as stems, numbers as digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.sources.stems import stem, words_of


@pytest.mark.parametrize(
    ("line", "digits"),
    [
        ("11 mil 333 personas", ["11333"]),
        ("8 mil personas", ["8000"]),
        ("11,333 people", ["11333"]),
        ("32 440 172 people", ["32440172"]),
        ("5.000 denuncias", ["5000"]),
        ("43.7 millones y 12", ["437", "12"]),
        ("in 2021, 45 boats", ["2021", "45"]),
    ],
)
def test_numbers_are_their_digits(line: str, digits: list[str]) -> None:
    assert [w.stem for w in words_of(line) if w.number] == digits


@pytest.mark.parametrize(("one", "other"), [("homicidio", "Homicidios"), ("city", "cities"), ("víctima", "victimas")])
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@given(st.text(max_size=200))
def test_words_lie_in_their_line_in_order(line: str) -> None:
    at = 0
    for word in words_of(line):
        assert at <= word.start < word.end <= len(line)
        at = word.end
