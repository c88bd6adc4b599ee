"""Numerals: values written out in words or digits come back, and offsets lie in the line."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.language.habit import Habit
from tieout.language.numerals import numerals
from tieout.language.tables import table

HABITS = {"en": Habit(), "es": Habit(point_groups=True)}


def in_english(n: int) -> str:
    """A number below a million in English words."""
    data = table("en", "numerals")
    word: dict[int, str] = {
        value: word for part in ("tens", "small") for word, value in data[part].items() if word != "fourty"
    }
    if n in word:
        return word[n]
    if n < 100:
        return f"{word[n - n % 10]}-{word[n % 10]}"
    scale, name = (1000, "thousand") if n >= 1000 else (100, "hundred")
    rest = f" and {in_english(n % scale)}" if 0 < n % scale < 100 else f" {in_english(n % scale)}" if n % scale else ""
    return f"{in_english(n // scale)} {name}{rest}"


def in_spanish(n: int) -> str:
    """A number below a million in Spanish words, none that ends in one."""
    data = table("es", "numerals")
    word: dict[int, str] = {value: word for part in ("hundreds", "tens", "small") for word, value in data[part].items()}
    word[100] = "cien"
    if n in word:
        return word[n]
    if n < 100:
        return f"{word[n - n % 10]} y {word[n % 10]}"
    if n < 1000:
        return f"{'ciento' if n < 200 else word[n - n % 100]} {in_spanish(n % 100)}"
    thousands = "mil" if n < 2000 else f"{in_spanish(n // 1000)} mil"
    return f"{thousands} {in_spanish(n % 1000)}" if n % 1000 else thousands


@given(st.integers(min_value=0, max_value=999_999))
def test_english_words_come_back(n: int) -> None:
    text = in_english(n)
    assert [(found.value, found.start, found.end) for found in numerals(text, "en", HABITS["en"])] == [
        (Fraction(n), 0, len(text))
    ], text


def no_ones(n: int) -> bool:
    """Whether no group of three ends in one: `uno` is no numeral of its own."""
    return n % 10 != 1 and n // 1000 % 10 != 1


@given(st.integers(min_value=0, max_value=999_999).filter(no_ones))
def test_spanish_words_come_back(n: int) -> None:
    text = in_spanish(n)
    assert [(found.value, found.start, found.end) for found in numerals(text, "es", HABITS["es"])] == [
        (Fraction(n), 0, len(text))
    ], text


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["en", "es"]))
def test_grouped_digits_come_back(n: int, language: str) -> None:
    text = f"{n:,}".replace(",", "." if language == "es" else ",")
    assert [found.value for found in numerals(text, language, HABITS[language])] == [n]


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_decimals_come_back(whole: int, part: int) -> None:
    for language, mark in (("en", "."), ("es", ",")):
        (found,) = numerals(f"{whole}{mark}{part:02d}", language, HABITS[language])
        assert (found.value, found.decimals) == (Fraction(whole * 100 + part, 100), 2)


@given(st.text(alphabet="0123456789.,  abdehilmnoqrstuvyz-", max_size=120), st.sampled_from(["en", "es"]))
def test_numerals_lie_in_order_and_apart(text: str, language: str) -> None:
    end = 0
    for found in numerals(text, language, HABITS[language]):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize("language", ["en", "es"])
def test_endless_digits_are_no_number(language: str) -> None:
    assert not list(numerals("1" * 5000, language, HABITS[language]))
    assert not list(numerals("1,1" * 5000, language, HABITS[language]))
