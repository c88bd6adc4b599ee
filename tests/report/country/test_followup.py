"""Follow-up of recommendations: what the file may say, and which recommendation it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.errors import UsageError
from tieout.report.country.followup import Followed, matched, read_followup

GOOD = """
["3fa1c09b2e"]
status = "in_part"
date = 2025-06-30
note = "Bill before the committee."
by = "A. Analyst"

["77aa01"]
status = "done"
date = "2025-07"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "followup.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_is_read_in_order(tmp_path: Path) -> None:
    assert read_followup(written(tmp_path, GOOD)) == (
        Followed("3fa1c09b2e", "in_part", "2025-06-30", "Bill before the committee.", "A. Analyst"),
        Followed("77aa01", "done", "2025-07"),
    )


def test_without_a_file_nothing_is_recorded(tmp_path: Path) -> None:
    assert read_followup(tmp_path / "followup.toml") == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('["3fa1"]\nstatus = "open"', "is no id"),
        ('["zzzzzz"]\nstatus = "open"', "is no id"),
        ('["3fa1c0"]\nstatus = "perhaps"', "status must be one of"),
        ('["3fa1c0"]\nnote = "x"', "status must be one of"),
        ('["3fa1c0"]\nstatus = "done"\ndate = "2025-13"', "date must be"),
        ('["3fa1c0"]\nstatus = "done"\nwhy = "x"', "why says nothing"),
        ('["3fa1c0"]\nstatus = "done"\nnote = 5', "note must be text"),
        ('"3fa1c0" = "done"', "is no table"),
        ("[", "cannot be read"),
    ],
)
def test_a_mistake_is_one_line(text: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=fault):
        read_followup(written(tmp_path, text))


def test_it_names_a_recommendation_by_its_first_digits() -> None:
    followed = [Followed("3fa1c0", "done"), Followed("77AA01", "open"), Followed("000000", "open")]
    found, lost = matched(followed, ["3fa1c09b2e", "77aa01ffff", "3fb1c09b2e"])
    assert found == {"3fa1c09b2e": followed[0], "77aa01ffff": followed[1]}
    assert lost == ("000000",)


def test_a_key_that_names_several_is_lost() -> None:
    assert matched([Followed("3fa1c0", "done")], ["3fa1c09b2e", "3fa1c0aaaa"]) == ({}, ("3fa1c0",))
