"""Frameworks: those that come with Tieout, users' files, and every mistake with its line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.made import SMALL, small
from tieout.errors import UsageError
from tieout.index.frameworks import copy_of, empty, framework, shipped
from tieout.index.mistake import MistakesError

SIZES = {"oc-index-2021": (10, 4, 12), "oc-index-2023": (15, 5, 12), "oc-index-2025": (15, 5, 12)}


def test_what_comes_with_tieout() -> None:
    assert list(shipped()) == ["oc-index-2021", "oc-index-2023", "oc-index-2025", "rule-of-law-example"]


@pytest.mark.parametrize("name", SIZES)
def test_the_structure_of_the_index(name: str) -> None:
    made = framework(name)
    sizes = tuple(len(made.leaves(d)) for d in ("criminal_markets", "criminal_actors", "resilience"))
    assert sizes == SIZES[name]
    assert len(made.leaves("criminality")) == sizes[0] + sizes[1]
    assert (made.id, made.edition) == (name, name[-4:])
    assert made.quadrants is not None


@pytest.mark.parametrize("name", [*SIZES, "rule-of-law-example"])
def test_every_text_is_there_in_both_languages(name: str) -> None:
    made = framework(name)
    for node in made.nodes:
        for text in (node.label, node.definition):
            assert text["en"].strip()
            assert text["es"].strip()
    labels = [i.label["es"] for i in made.indicators]
    assert len(labels) == len(set(labels))


def test_an_empty_framework_and_a_copy_are_sound(tmp_path: Path) -> None:
    for name, text in (("mine", empty("mine")), ("copy", copy_of("rule-of-law-example", "copy"))):
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        assert framework(str(path)).id == name
    with pytest.raises(UsageError, match="small letters"):
        empty("My Index")


def changed(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


MISTAKES = [
    ("not TOML", "id = ", "not TOML"),
    ("no scale", changed("[scale]\nlow = 1\nhigh = 10\nstep = 0.5\n", ""), r"\[scale\] is missing; add a table"),
    ("reversed scale", changed("low = 1\nhigh = 10", "low = 10\nhigh = 1"), "line 8: the scale ends at 1, before"),
    ("step", changed("step = 0.5", "step = 0.4"), r"line 9: no whole number of steps of 0\.4 .*; choose a step"),
    ("step as text", changed("step = 0.5", 'step = "half"'), "line 9: step is no number: 'half'; write a number"),
    ("missing text", changed('en = "Alpha", es = "Alfa"', 'en = "Alpha"'), "label lacks es; write"),
    ("unknown key", changed("higher_is", "higher_iz"), "unknown key 'higher_iz'; write higher_is"),
    ("unknown parent", changed('parent = "left"', 'parent = "lefd"'), "no dimension 'lefd'; write 'left'"),
    ("no parent", changed('id = "a"\nparent = "left"\n', 'id = "a"\n'), "an indicator without a parent"),
    ("twice", changed('id = "b"', 'id = "a"'), "the id 'a' stands twice; give every node its own id"),
    ("cycle", changed('id = "top"\n', 'id = "top"\nparent = "left"\n'), "left is above itself: a cycle; break it"),
    ("own parent", changed('id = "top"\n', 'id = "top"\nparent = "top"\n'), "top is above itself: a cycle"),
    ("weight 0", changed('id = "a"\n', 'id = "a"\nweight = 0\n'), "weight 0 is impossible; write a number above 0"),
    ("weight below 0", changed('id = "a"\n', 'id = "a"\nweight = -1\n'), "weight -1 is impossible"),
    ("no number", changed('id = "a"\n', 'id = "a"\nweight = nan\n'), "weight is no number"),
    ("aggregation", changed('higher_is = "worse"\n', 'higher_is = "worse"\naggregation = "arithmetic"\n'),
     "aggregation 'arithmetic' is not known; write 'arithmetic_mean'"),
    ("group", changed('"region"]', '"planet"]'), "no group 'planet'; write some of world, continent, region"),
    ("quadrant", changed('across = "top"', 'across = "tops"'), "across 'tops' is not known; write 'top'"),
    ("threshold", changed("up_high = 5.5", "up_high = 55"), "up_high 55 is off the scale"),
    ("empty dimension", changed('parent = "other"', 'parent = "right"'), "other has nothing under it; give it"),
    ("no edition", changed('"small" = "2024"', '"other" = "2024"'), "no edition has the id 'small'"),
    ("header", changed('headers = ["Beta avg."]', 'headers = ["ALPHA"]'), "'ALPHA' names a and b; name a column once"),
    ("based on nothing", changed('id = "small"', 'id = "small"\nbased_on = "nobody"'), "line 3: no framework 'nobody'"),
    ("based on itself", changed('id = "small"', 'id = "small"\nbased_on = "small.toml"'), "based on itself"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_mistakes_name_line_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(MistakesError, match=said) as fault:
        small(tmp_path, text)
    for mistake in fault.value.mistakes:
        assert mistake.file.endswith("small.toml")
        assert mistake.remedy


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("weight", "w").replace('parent = "right"', 'parent = "up"').replace("higher_is", "hi")
    with pytest.raises(MistakesError) as fault:
        small(tmp_path, text)
    assert len(fault.value.mistakes) > 3
    lines = [int(m.where.removeprefix("line ")) for m in fault.value.mistakes if m.where]
    assert lines == sorted(lines)


def test_a_framework_based_on_another_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    base = tmp_path / "base.toml"
    base.write_text(SMALL, encoding="utf-8")
    text = 'id = "next"\nbased_on = "base.toml"\nleave_out = ["b"]\n[editions]\n"next" = "2025"\n'
    (tmp_path / "next.toml").write_text(text, encoding="utf-8")
    made = framework(str(tmp_path / "next.toml"))
    assert [i.id for i in made.indicators] == ["a", "c", "d"]
    assert made.edition == "2025"
    (tmp_path / "next.toml").write_text(text.replace('"b"', '"x"'), encoding="utf-8")
    with pytest.raises(MistakesError, match=r"line 3: 'x' is not in base\.toml"):
        framework(str(tmp_path / "next.toml"))


def test_frameworks_based_on_each_other(tmp_path: Path) -> None:
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / f"{one}.toml").write_text(f'id = "{one}"\nbased_on = "{other}.toml"\n', encoding="utf-8")
    with pytest.raises(MistakesError, match="based on itself through"):
        framework(str(tmp_path / "a.toml"))


def test_no_such_framework() -> None:
    with pytest.raises(UsageError, match="did you mean oc-index-202"):
        framework("oc-index-2032")
    with pytest.raises(UsageError, match="known are"):
        framework("something")
