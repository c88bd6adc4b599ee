"""Keys of a draft: what each stands for, and what is said of one that stands for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.draft.made import drafted, figure_id
from tieout.report.draft.citing import Bracket, Keys, brackets
from tieout.report.draft.draft import read_draft
from tieout.workspace.workspace import Workspace


def found(held: Workspace, folder: Path, text: str) -> tuple[list[Bracket], list[str]]:
    return brackets(read_draft(drafted(folder, f"## A\n\n{text}\n")), Keys(held))


def test_a_source_with_a_place_and_words_around(harbour: Workspace, tmp_path: Path) -> None:
    (bracket,), faults = found(harbour, tmp_path, "Thefts rose [see @yearbook-2024, pp. 3-4, table; -@letter-2024].")
    first, second = bracket.cited
    assert not faults
    assert first.entry is not None
    assert (first.entry.key, first.locator, first.before, first.behind) == (
        "yearbook-2024",
        "pp. 3-4",
        "see ",
        ", table",
    )
    assert second.bare


@pytest.mark.parametrize("digits", [10, 6])
def test_a_record_is_its_source_at_its_place(harbour: Workspace, tmp_path: Path, digits: int) -> None:
    id = figure_id(harbour, "412")
    (bracket,), faults = found(harbour, tmp_path, f"Thefts [@f:{id[:digits]}].")
    assert not faults
    (one,) = bracket.cited
    assert one.record is not None
    assert one.record.id == id
    assert one.entry is not None
    assert one.entry.key == "yearbook-2024"
    assert one.locator == "para. 1"


def test_records_of_every_kind_can_be_cited(harbour: Workspace, tmp_path: Path) -> None:
    (gap,) = harbour.records("gap")
    (bracket,), faults = found(harbour, tmp_path, f"Nothing is known [@g:{gap.id}].")
    assert not faults
    assert bracket.cited[0].record == gap


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("yearbok-2024", "the nearest are yearbook-2024"),
        ("nothing-like-it", "no source of the workspace has this key"),
        ("f:0000000000", "no record of the workspace has this id"),
        ("f:zzzzzz", "no id of a record"),
        ("f:12345", "give 6 or more"),
    ],
)
def test_unknown_keys_are_told_with_their_line(harbour: Workspace, tmp_path: Path, key: str, what: str) -> None:
    _, (fault,) = found(harbour, tmp_path, f"One line.\n\nThefts [@{key}].")
    assert what in fault
    assert "draft.md:13: " in fault


def test_an_id_that_two_records_begin_with(harbour: Workspace, tmp_path: Path) -> None:
    keys = Keys(harbour)
    keys._ids = ["aaaaaa1111", "aaaaaa2222"]
    _, (fault,) = brackets(read_draft(drafted(tmp_path, "A [@f:aaaaaa].\n")), keys)
    assert "f:aaaaaa1111, f:aaaaaa2222 begin so" in fault


def test_what_the_author_says_and_what_comments_say(harbour: Workspace, tmp_path: Path) -> None:
    (bracket,), faults = found(harbour, tmp_path, "24 more [@own, 412 less 388].\n\n<!-- [@nobody] -->")
    assert not faults
    assert bracket.own
    assert bracket.cited[0].behind == "412 less 388"
