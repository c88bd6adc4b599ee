"""Specs: those that come with Tieout are sound, and each mistake in a user's is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.errors import UsageError
from tieout.series.shipped import find_spec, shipped_names
from tieout.series.spec_file import read_spec

SOUND = """id = "made"
title = "Made"
authority = "Nobody"
vintage = "2025-01"

[columns]
date = "day"
place = "place"
value = "count"

[rows]
step = "day"

[place]
country = "PE"

[measures.homicides]
concept = "homicide"

[coverage]
from = 2020-01-01
to = 2024-12-31
"""
MISTAKES = [
    ('authority = "Nobody"\n', "", ": authority is missing"),
    ('vintage = "2025-01"', 'vintage = "January 2025"', ":4: vintage must be a name such as 2026-02"),
    ('step = "day"', 'step = "week"', ":12: [rows] step = 'week': write one of day, month, year"),
    ('step = "day"', 'steps = "day"', ":12: [rows] there is no steps; did you mean step?"),
    ('country = "PE"', 'country = "Peru"', ":15: [place] country = 'Peru': not an ISO 3166-1 code"),
    ("to = 2024-12-31", "to = 2019-12-31", ":22: [coverage] ends before it begins"),
    ("to = 2024-12-31", 'to = "2024"', ":22: [coverage] to must be a date"),
    ('date = "day"\n', "", ":6: [columns] needs either date or year"),
    ('value = "count"\n', "", ":6: [columns] names no value column"),
    ('concept = "homicide"', 'counting = "death"', "[measures.homicides] concept is missing"),
]


def test_the_sound_spec_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "spec.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert read_spec(path).name == "made@2025-01"


@pytest.mark.parametrize(("old", "new", "fault"), MISTAKES, ids=[fault for _, _, fault in MISTAKES])
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    path = tmp_path / "spec.toml"
    path.write_text(SOUND.replace(old, new), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_spec(path)
    assert fault in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_what_is_no_toml_and_what_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "spec.toml"
    with pytest.raises(UsageError, match="cannot be read"):
        read_spec(path)
    path.write_text("id =", encoding="utf-8")
    with pytest.raises(UsageError, match="is not TOML"):
        read_spec(path)


@pytest.mark.parametrize("name", shipped_names())
def test_a_shipped_spec_is_sound_and_named_as_its_file(name: str) -> None:
    spec = find_spec(name)
    assert spec.id == name
    assert spec.licence
    assert all(measure.labels.get("es") for measure in spec.measures.values())


def test_an_unknown_spec_names_those_that_are_shipped() -> None:
    with pytest.raises(UsageError, match="pe-population"):
        find_spec("nowhere")
