"""Choosing rules."""

from __future__ import annotations

import pytest

from tieout.checks.choice import chosen, codes_of, split
from tieout.checks.register import rules
from tieout.errors import UsageError


@pytest.mark.parametrize(
    ("word", "some"),
    [("A101", {"A101"}), ("a101", {"A101"}), ("change-mismatch", {"A101"}), ("D", {"D201", "D206"}), ("A10", {"A109"})],
)
def test_a_word_stands_for_codes(word: str, some: set[str]) -> None:
    assert some <= codes_of(word)


def test_a_family_is_all_of_it() -> None:
    assert codes_of("D") == {rule.code for rule in rules() if rule.code.startswith("D")}


@pytest.mark.parametrize(("word", "meant"), [("A1001", "A101"), ("change-mismach", "change-mismatch"), ("", "rules")])
def test_an_unknown_word_names_the_nearest(word: str, meant: str) -> None:
    with pytest.raises(UsageError, match=meant):
        codes_of(word)


def test_select_and_ignore() -> None:
    assert [r.code for r in chosen(["A101", "D201"], [])] == ["A101", "D201"]
    assert "A120" not in {r.code for r in chosen([], ["A120"])}
    assert [r.code for r in chosen(["D"], ["D20"])] == []
    assert [r.code for r in chosen(["D201"], ["D"])] == ["D201"]
    assert chosen([], []) == rules()


def test_words_are_split() -> None:
    assert split(["A101, D", "", "change-mismatch"]) == ("A101", "D", "change-mismatch")
