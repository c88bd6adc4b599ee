"""Two editions of one report: what is paired; what is told as revised, updated, added or gone; what is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.changes.alignment import aligned
from tieout.changes.change import Change
from tieout.changes.editions import editions
from tieout.changes.sentence import sentences_of
from tieout.reading.read import read
from tieout.workspace.derive import derived
from tieout.workspace.part import Part

OLD = """# Port report

In 2023 the port police recorded 412 complaints of extortion in Piura. The prosecutor allegedly closed half of them.

Congress passed Law 31990 on plea agreements. Fishermen told us that nobody answers the emergency number at night.

The government should open a police post at the northern quay. Of the boats, 96 were burnt in 2022.
"""


def part(tmp_path: Path, name: str, text: str) -> Part:
    path = tmp_path / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return derived(read(path, country="PE"))


def found(tmp_path: Path, *swaps: tuple[str, str]) -> list[Change]:
    text = OLD
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    one, other = part(tmp_path, "old", OLD), part(tmp_path, "new", text)
    changes = list(editions(one, other))
    for change in changes:
        for quote, at in ((change.old, one), (change.new, other)):
            assert quote is None or at.document.text[quote.start : quote.end] == quote.text
    return changes


def told(changes: list[Change]) -> list[tuple[str, str, str | None]]:
    return [(c.state, c.kind, c.computed) for c in changes]


@pytest.mark.parametrize(
    ("swap", "expected"),
    [
        (("412", "430"), [("revised", "figure", "412 -> 430 (+18, +4.4 %)")]),
        (("412", "398"), [("revised", "figure", "412 -> 398 (-14, -3.4 %)")]),
        (("allegedly ", ""), [("revised", "statement", "without “allegedly”")]),
        (("nobody answers", "somebody answers"), [("revised", "statement", "without “nobody”; with “somebody”")]),
        (("Congress passed", "The president signed"), [("revised", "law", "passed, in_force -> signed")]),
    ],
)
def test_one_sentence_in_two_wordings(
    tmp_path: Path, swap: tuple[str, str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(found(tmp_path, swap)) == expected


def test_a_number_for_another_year_is_an_update_not_a_revision(tmp_path: Path) -> None:
    changes = found(tmp_path, ("In 2023 the port police recorded 412", "In 2024 the port police recorded 455"))
    assert ("updated", "figure", "412 -> 455 (+43, +10.4 %)") in told(changes)
    assert "revised" not in {change.state for change in changes if change.kind == "figure"}


def test_a_sentence_that_moved_is_no_change(tmp_path: Path) -> None:
    moved = "Of the boats, 96 were burnt in 2022.\n"
    assert found(tmp_path, (f" {moved}", "\n"), ("# Port report\n", f"# Port report\n\n{moved}")) == []


def test_white_space_and_case_are_no_change(tmp_path: Path) -> None:
    assert found(tmp_path, ("port police recorded", "port  police\nrecorded")) == []


def test_what_came_and_went_is_told_once(tmp_path: Path) -> None:
    changes = found(tmp_path, ("Of the boats, 96 were burnt in 2022.", "Three new lamps light the whole harbour wall."))
    assert [(c.state, c.kind) for c in changes if c.old] == [("gone", "figure")]
    assert [c.state for c in changes if c.new] == ["added"]


def test_a_figure_said_elsewhere_is_neither_new_nor_gone(tmp_path: Path) -> None:
    swap = "In 2023 the port police recorded 412 complaints of extortion in Piura."
    again = "Piura saw 412 complaints of extortion reach the desks of the port police over the whole of 2023."
    changes = found(tmp_path, (swap, ""), ("Of the boats", f"{again} Of the boats"))
    assert [c for c in changes if c.kind == "figure"] == []


def test_alignment_pairs_each_sentence_once(tmp_path: Path) -> None:
    one, other = part(tmp_path, "old", OLD * 3), part(tmp_path, "new", OLD * 2)
    pairs = aligned(sentences_of(one.reading()), sentences_of(other.reading()))
    assert len(set(pairs.values())) == len(pairs) == len(sentences_of(other.reading()))
