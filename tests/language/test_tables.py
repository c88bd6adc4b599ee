"""Every pattern of the number tables matches an example, and every example is matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from time import process_time
from typing import Any

import pytest

from tieout.language.bases import bases
from tieout.language.changes import change_at, is_compared, is_compared_with_a_time, topic_of
from tieout.language.exclusions import excluded, is_name_behind, is_pronoun
from tieout.language.habit import Habit
from tieout.language.hedges import hedge_after, hedge_before
from tieout.language.multiples import multiples, times_compare
from tieout.language.numerals import numerals
from tieout.language.ranges import between_before, is_from_before, joint_between, moves
from tieout.language.ranks import out_of, ranks
from tieout.language.ratios import ratios
from tieout.language.shares import shares
from tieout.language.sharing import is_alone, is_bare_ending, is_difference, is_list, is_rise, is_second_change, is_span
from tieout.language.singles import singles
from tieout.language.tables import LANGUAGES, table
from tieout.language.units import difference_after, half_after, is_scaled, unit_after, unit_before, unit_named

BOTH = pytest.mark.parametrize("language", LANGUAGES)


def first_number(text: str, language: str) -> tuple[int, int]:
    """Where the number of an example stands; a fraction in words counts as one."""
    share = next(iter(shares(text, language)), None)
    if share is not None:
        return share.start, share.end
    number = next(iter(numerals(text, language, Habit(point_groups=language == "es"))), None)
    if number is not None:
        return number.start, number.end
    article = re.search(r"\b(?:a|un|una) (?=\w)", text)
    assert article is not None, f"no number in {text!r}"
    return article.start(), article.end() - 1


@BOTH
def test_numeral_examples_have_their_values(language: str) -> None:
    for example in table(language, "numerals")["examples"]:
        found = next(iter(numerals(example["text"], language, Habit(point_groups=language == "es"))))
        assert found.value == Fraction(example["value"]), example


@BOTH
def test_share_examples_have_their_values(language: str) -> None:
    for example in table(language, "shares")["examples"]:
        assert [s.value for s in shares(example["text"], language)] == [Fraction(example["value"])], example


def patterns_of(entry: dict[str, Any], *keys: str) -> list[str]:
    return [pattern for key in keys for pattern in entry.get(key, [])]


@BOTH
def test_hedges_and_their_examples(language: str) -> None:
    for entry in table(language, "hedges")["hedge"]:
        for example in entry["examples"]:
            start, end = first_number(example, language)
            unit = unit_after(example, end, language)
            before, after = (
                hedge_before(example, start, language),
                hedge_after(example, unit.end if unit else end, language),
            )
            found = before or after
            assert found is not None, example
            assert (found.bound, found.side) == (entry["bound"], entry.get("side")), example
        for example in entry.get("examples_not", ()):
            assert hedge_before(example, first_number(example, language)[0], language) is None, example
        for pattern in patterns_of(entry, "before", "after"):
            assert any(re.search(rf"(?:^|\W)(?:{pattern})(?:\W|$)", e, re.IGNORECASE) for e in entry["examples"]), (
                pattern
            )


@BOTH
def test_units_and_their_examples(language: str) -> None:
    for entry in table(language, "units")["unit"]:
        for example in entry["examples"]:
            start, end = first_number(example, language)
            unit = unit_before(example, start, language) or unit_after(example, end, language)
            assert unit is not None, example
            assert unit.code == entry["code"], example
        for pattern in patterns_of(entry, "before", "after"):
            assert any(re.search(pattern, e, re.IGNORECASE) for e in entry["examples"]), pattern


@BOTH
def test_bases_and_differences(language: str) -> None:
    data = table(language, "units")
    for example in data["per"]["examples"]:
        assert bases(example, language), example
    for example in data["half"]["examples"]:
        number = next(iter(numerals(example, language, Habit()))).end
        unit = unit_after(example, number, language)
        assert half_after(example, number, language) or (unit and half_after(example, unit.end, language)), example
    for example in data["difference"]["examples"]:
        number = max((n.end for n in numerals(example, language, Habit())), default=0)
        ends = {number, *(s.end for s in shares(example, language))}
        unit_ends = {u.end for e in ends if (u := unit_after(example, e, language))}
        assert any(difference_after(example, e, language) for e in ends | unit_ends), example


@BOTH
def test_multiples_and_their_examples(language: str) -> None:
    for entry in table(language, "multiples")["multiple"]:
        for example in entry["examples"]:
            assert [m.value for m in multiples(example, language)] == [Fraction(entry["value"])], example
        for pattern in patterns_of(entry, "change", "compare"):
            assert any(re.search(pattern, e, re.IGNORECASE) for e in entry["examples"]), pattern


@BOTH
def test_ranks_and_their_examples(language: str) -> None:
    data = table(language, "ranks")
    for entry in [*data["rank"], data["top"]]:
        for example in entry["examples"]:
            assert len(list(ranks(example, language))) == 1, example


def matched(patterns: list[str], examples: list[str]) -> None:
    """Every pattern finds one of the examples."""
    for pattern in patterns:
        assert any(re.search(pattern, example, re.IGNORECASE) for example in examples), pattern


@BOTH
def test_digits_and_what_stands_behind_them(language: str) -> None:
    rule = table(language, "numerals")["digits"]
    matched(rule["remainder"], rule["examples_remainder"])
    for key in ("decimal_before", "ordinal", "glued"):
        matched([rf"\d ?(?:{pattern})" for pattern in rule[key]], rule[f"examples_{key}"])
    habit = Habit(point_groups=language == "es")
    decimals = Habit(point_groups=language == "es", comma_decimals=True, point_decimals=True)
    for example in rule["examples_decimal_before"]:
        assert next(numerals(example, language, decimals)).decimals == 3, example
    for example in rule["examples_remainder"]:
        assert next(numerals(example, language, habit)).end == len(example), example
    for example in rule["examples_ordinal"]:
        assert next(numerals(example, language, habit)).ordinal, example
    for example in rule["examples_glued"]:
        assert list(numerals(example, language, habit)), example


@BOTH
def test_fractions_alone_and_what_follows_a_singular(language: str) -> None:
    data = table(language, "shares")
    one = [data["after_one"]] if "after_one" in data else []
    for rule in (data["alone"], data["after_singular"], *one, *data["ratio"]):
        for example in rule["examples"]:
            assert list(shares(example, language)), example
        for example in rule.get("examples_not", []):
            assert not list(shares(example, language)), example


@BOTH
def test_times_that_compare(language: str) -> None:
    rule = table(language, "multiples")["times"]
    matched([rf" {word}\b" for word in rule["compare"]], rule["examples"])
    for expected, examples in ((True, rule["examples"]), (False, rule["examples_not"])):
        for example in examples:
            unit = unit_after(example, next(numerals(example, language, Habit())).end, language)
            assert unit and times_compare(example, unit.end, language) is expected, example


@BOTH
def test_how_many_are_ranked(language: str) -> None:
    for example in table(language, "ranks")["out_of"]["examples"]:
        assert out_of(example, 0, language), example


@BOTH
def test_headers_that_name_a_unit_or_scale(language: str) -> None:
    rule = table(language, "units")["header"]
    matched(rule["percent"], rule["examples"])
    matched(rule["scaled"], rule["examples_scaled"])
    for example in rule["examples"]:
        unit = unit_named(example, language)
        assert unit and unit.code == "percent", example
    for example in rule["examples_scaled"]:
        assert is_scaled(example, language), example


@BOTH
def test_words_and_times_of_bases(language: str) -> None:
    rule = table(language, "units")["per"]
    printed = {base.base for example in rule["examples"] for base in bases(example, language)}
    assert set(rule["words"]) <= printed
    for beginning in rule["times"]:
        assert any(base.startswith(beginning) for base in printed), beginning


@BOTH
def test_ratios_and_singles(language: str) -> None:
    for example in table(language, "ratios")["examples"]:
        assert list(ratios(example, language, Habit(point_groups=language == "es"))), example
    rule = table(language, "singles")
    for example in rule["examples"]:
        assert list(singles(example, language)), example
    for example in rule["examples_not"]:
        assert not list(singles(example, language)), example
    matched([*rule["articles"], *rule["units"], *rule["later"]], rule["examples"])


@BOTH
def test_joints_of_ranges(language: str) -> None:
    data = table(language, "ranges")
    for joint in ("to", "to_measured", "and", "dash"):
        for example in data["joint"][f"examples_{joint}"]:
            first, *_, last = numerals(example, language, Habit())
            money = unit_before(example, last.start, language)
            assert joint_between(example, first.end, money.start if money else last.start, language) == joint, example
    for example in data["between"]["examples"]:
        assert between_before(example, language) is not None, example
    for example in data["from"]["examples"]:
        assert is_from_before(example, language), example
    for example in data["moves"]["examples"]:
        assert moves(example, language), example
    matched([*data["from"]["words"], *data["from"]["small"]], data["from"]["examples"])
    matched([rf"\b{stem}" for stem in data["moves"]["stems"]], data["moves"]["examples"])


@BOTH
def test_what_numbers_share(language: str) -> None:
    data = table(language, "sharing")
    readers = {"span": is_span, "list": is_list, "rise": is_rise, "second_change": is_second_change}
    for name, reader in readers.items():
        for example in data[name]["examples"]:
            assert reader(example, language), example
        matched(data[name]["patterns"], data[name]["examples"])
    for name, points in (("difference", False), ("difference_in_points", True)):
        for example in data[name]["examples"]:
            assert is_difference(example, language, points=points), example
        matched(data[name]["patterns"], data[name]["examples"])
    for example in data["alone"]["examples"]:
        assert is_alone(example, 0, language), example
    for example in data["bare_ending"]["examples"]:
        assert is_bare_ending(example, 0, language), example


@BOTH
def test_pronouns_and_names(language: str) -> None:
    rule = table(language, "exclusions")["pronoun"]
    for expected, key in ((True, "examples"), (False, "examples_counted")):
        for example in rule[key]:
            at = re.search("one", example, re.IGNORECASE)
            assert at and is_pronoun(example, at.start(), at.end(), language) is expected, example
    matched(rule["idioms"], rule["examples"])
    matched([rf"\b(?:{word}) " for word in rule["counts_before"]], rule["examples_counted"])
    name = table(language, "exclusions")["name"]
    for example in name["examples"]:
        assert is_name_behind(example, example.index("-"), language), example
    matched([f"-{word}" for word in name["behind"]], name["examples"])


@BOTH
def test_grammar_of_changes(language: str) -> None:
    data = table(language, "changes")
    for example in data["grammar"]["examples"]:
        start, end = first_number(example, language)
        unit = unit_after(example, end, language)
        assert change_at(example, start, unit.end if unit else end, language, measured=True), example
    for key in ("by", "of", "small", "over_object", "over_object_measured", "before_noun"):
        matched([rf"\b(?:{word})\b" for word in data["grammar"][key]], data["grammar"]["examples"])
    for example in data["than"]["examples"]:
        assert is_compared(example, 0, language), example
    for expected, key in ((True, "examples"), (False, "examples_not")):
        for example in data["than_time"][key]:
            assert is_compared_with_a_time(example, 0, language) is expected, example
    matched([*data["than_time"]["than"], *data["than_time"]["time"]], data["than_time"]["examples"])


@BOTH
def test_topics_of_change(language: str) -> None:
    rule = table(language, "changes")["topic"]
    for expected, key in ((True, "examples"), (False, "examples_not")):
        for example in rule[key]:
            *_, (start, end) = (found.span() for found in re.finditer(r"\d+(?:%| percent)", example))
            assert (topic_of(example, 0, start, end, language) is not None) is expected, example
    for key in ("before", "after"):
        matched([p for p in rule[key] if p != "(?!)"], rule["examples"])
    for pattern in [*rule["joints"], *rule["ends"]]:
        assert any(re.search(pattern, example) for example in rule["examples"]), pattern


HARD_LINES = [
    "1,",
    "1 ",
    "1-",
    "and ",
    "(",
    "one ",
    "per 100,000 ",
    "de ",
    "no one ",
    "art. 1 (a) ",
    "x",
    "é",
    "A/",
    "1",
]


@pytest.mark.parametrize("unit", HARD_LINES)
@BOTH
def test_long_lines_take_linear_time(language: str, unit: str) -> None:
    line = (unit * 20_000)[:20_000]
    for reader in (excluded, shares, multiples, ranks, bases, singles):
        assert least(partial(reader, line, language)) < 0.5, reader
    assert least(partial(numerals, line, language, Habit())) < 0.5


def least(read: Callable[[], Iterable[object]]) -> float:
    """Processor seconds of the quickest of three runs: a collection of garbage or a busy neighbour lengthens one."""
    taken = []
    for _ in range(3):
        started = process_time()
        list(read())
        taken.append(process_time() - started)
    return min(taken)


@BOTH
def test_exclusions_and_their_examples(language: str) -> None:
    for entry in table(language, "exclusions")["exclusion"]:
        flags = re.IGNORECASE if entry.get("any_case") else 0
        for example in entry["examples"]:
            assert re.search(entry["pattern"], example, flags), example
        for alternative in alternatives(entry["pattern"]):
            assert any(re.search(alternative, example, flags) for example in entry["examples"]), alternative


def alternatives(pattern: str) -> list[str]:
    """The outermost alternatives of a pattern."""
    parts, depth, in_set = [""], 0, False
    for token in re.findall(r"\\.|.", pattern):
        in_set = token != "]" if in_set else token == "["
        depth += 0 if in_set else (token == "(") - (token == ")")
        if token == "|" and depth == 0 and not in_set:
            parts.append("")
        else:
            parts[-1] += token
    return parts


@BOTH
def test_words_of_change_and_their_examples(language: str) -> None:
    for entry in table(language, "changes")["change"]:
        for pattern in patterns_of(entry, "verbs", "nouns", "more"):
            assert any(re.search(rf"(?:^|\W)(?:{pattern})(?:\W|$)", e, re.IGNORECASE) for e in entry["examples"]), (
                pattern
            )
