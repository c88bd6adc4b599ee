"""Planted mistakes: sound ones can be true, planted ones cannot, wordings say all, and the rates keep their floors."""

from __future__ import annotations

import string
from decimal import Decimal
from random import Random

import pytest

from tieout.bench.plant import plant, planted_rates
from tieout.bench.planting.kind import Day, Kind
from tieout.bench.planting.statement import KINDS, LANGUAGES, statement, statements
from tieout.bench.planting.style import Slots, Style
from tieout.bench.planting.words import wordings, words

FLOORS = {"en": 0.97, "es": 0.97}
"""Of the planted mistakes of a language, at least so many are found: raised whenever they are passed."""
MOST_FLAGGED = 0.04
SEED = 20_240


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_sound_one_can_be_true_and_a_planted_one_cannot(kind: Kind) -> None:
    rng = Random(kind.name)
    for _ in range(60):
        assert kind.may_hold(kind.sound(rng))
        assert not kind.may_hold(kind.planted(rng))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_six_wordings_or_more_and_no_others_are_there(language: str) -> None:
    table = words(language)["kind"]
    assert set(table) == {kind.name for kind in KINDS}
    for kind in KINDS:
        assert len(set(wordings(language, kind.name))) >= 6, kind.name


AS_LISTS = {"parts": {"list", "bracketed", "bullets"}, "scores": {"list", "bracketed"}}
AS_LISTS |= {name: {"list"} for name in ("series", "listed", "ahead")}
UNSAID = {"about", "doc", "years", "y0", "y1", "y2", "y3", "n"}
"""Values that may stay unsaid: hedges, the document's own date, years beside a month, counts that nothing hangs on."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_wording_states_what_is_drawn(kind: Kind, language: str) -> None:
    """A wording that leaves a number out could be true although the numbers are not."""
    choices = {name: set(next(iter(ways.values()))) for name, ways in words(language)["choice"].items()}
    unsaid = UNSAID - {"n"} if kind.name == "GRIM" else UNSAID
    unsaid = unsaid | {"rate"} if kind.name == "conversion" else unsaid
    for wording in wordings(language, kind.name):
        used = {name.partition("[")[0] for _, name, _, _ in string.Formatter().parse(wording) if name}
        for name in set(kind.sound(Random(1))) - unsaid:
            assert used & (choices.get(name) or AS_LISTS.get(name) or {name}), f"{name} is not in {wording!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_can_be_filled_and_stands_in_its_document(language: str) -> None:
    rng = Random(5)
    for kind in KINDS:
        for planted in (False, True):
            made = statement(rng, kind, language, planted)
            assert made.text[made.start : made.end] == made.says
            assert "{" not in made.says
            assert made.says[0] in "|" or not made.says[0].islower()
            assert made.text.startswith("---\ndate: ")


def test_half_of_the_statements_are_sound_in_each_language() -> None:
    made = statements(3, 400)
    assert len(made) == 400
    for language in LANGUAGES:
        mine = [s for s in made if s.language == language]
        assert abs(2 * sum(s.planted for s in mine) - len(mine)) <= 8
    for kind in KINDS:
        assert {s.planted for s in made if s.kind is kind} == {True, False}


def test_the_same_seed_plants_the_same() -> None:
    assert [s.text for s in statements(9, 90)] == [s.text for s in statements(9, 90)]
    assert [s.text for s in statements(9, 90)] != [s.text for s in statements(10, 90)]


@pytest.mark.parametrize(
    ("style", "wording", "text"),
    [
        (Style("en", ",", ".", " percent", True), "{n} on {d:full}", "12,345 on 3 May 2021"),
        (Style("en", ",", ".", " percent", False), "{n:cap} on {d:full}", "12,345 on May 3, 2021"),
        (Style("es", ".", ",", "%", True), "{n}, {p:pct}, {d:month}", "12.345, 4,5%, mayo de 2021"),
        (Style("es", " ", ",", " %", True), "{n}, {p:pct}, el {d:full}", "12 345, 4,5 %, el 3 de mayo de 2021"),
        (Style("en", "", ".", "%", True), "{few:word,cap} of {n} and {m}, {r:th}", "Three of 12 345 and 1234, 22nd"),
    ],
)
def test_numbers_and_dates_in_the_habit_of_a_document(style: Style, wording: str, text: str) -> None:
    slots = {"n": 12345, "p": Decimal("4.5"), "d": Day(2021, 5, 3), "few": 3, "r": 22, "m": 1234}
    assert Slots(style).fill(wording, slots) == text


def test_the_product_keeps_its_floors() -> None:
    rates = planted_rates(SEED, 420)
    for language, floor in FLOORS.items():
        assert rates[language].recall >= floor, language
    assert rates["all"].alarm_rate <= MOST_FLAGGED


def test_the_report_lists_every_kind_and_what_went_wrong() -> None:
    lines = list(plant(SEED, 84, show=3))
    text = "\n".join(lines)
    assert all(kind.name in text for kind in KINDS)
    assert "planted found" in text
    assert sum(line.startswith("missed: ") for line in lines) <= 3
