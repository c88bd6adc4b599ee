"""What documents hold for an indicator, links by id, and sources that point the other way than the score."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figures import reading_of
from tieout.index.change import Comparison, compare
from tieout.index.evidence import held, without_reason
from tieout.index.evidence_wire import held_lines, held_record
from tieout.index.frameworks import framework
from tieout.index.results import Results
from tieout.index.sheet import read_scores
from tieout.reading.read import read

TEXT = (
    "Police recorded 4,100 extortion complaints in 2021 and 6,200 extortion complaints in 2022.\n\n"
    "Extortion complaints rose by 51 percent.\n\nBakers sold 900 loaves in 2022.\n\n"
    "In Colombia, police recorded 8,000 extortion complaints in 2022.\n"
)
MADE = framework("oc-index-2023")
EXTORTION = MADE.indicator("extortion_protection_racketeering")
assert EXTORTION is not None


def reading(folder: Path) -> Reading:
    path = folder / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return reading_of(read(path, date="2023-02-01", country="PE", language="en"))


def scored(folder: Path, score: str, links: str = "", why: str = "") -> Results:
    path = folder / f"s{score}.csv"
    row = f"PER,{EXTORTION.id},{score},,,{why},{links}\nPER,prevention,3,,,,\n"  # type: ignore[union-attr]
    path.write_text("iso3,indicator,score,author,time,justification,links\n" + row, encoding="utf-8")
    return Results(read_scores(path, MADE))


def change(folder: Path, old: str, new: str) -> Comparison:
    return compare(scored(folder, old), scored(folder, new))


def test_figures_that_speak_of_the_indicator_in_the_country(tmp_path: Path) -> None:
    found = held(ReadCorpus((reading(tmp_path),)), scored(tmp_path, "5").book, "PER", EXTORTION)  # type: ignore[arg-type]
    assert [r.figure.value_text for r in found.reports] == ["4,100", "6,200", "51"]
    assert [r.direction for r in found.reports] == [None, "up", "up"]
    assert found.disagreement is None


def test_links_lead_to_figures_or_are_named_as_lost(tmp_path: Path) -> None:
    one = reading(tmp_path)
    id = one.figures[0].id
    results = scored(tmp_path, "5", f"{id} nowhere", "Counts rose")
    found = held(ReadCorpus((one,)), results.book, "PER", EXTORTION)  # type: ignore[arg-type]
    assert [r.figure.id for r in found.linked] == [id]
    assert found.lost == ("nowhere",)
    assert id not in [r.figure.id for r in found.reports]
    lines = "\n".join(held_lines(found, MADE.scale))
    assert "justification: Counts rose" in lines
    assert "not in the documents: nowhere" in lines
    assert held_record(found)["linked"][0]["sentence"].startswith("Police recorded 4,100")


@pytest.mark.parametrize(("old", "new", "said"), [("6", "5", "up"), ("5", "5", "up"), ("5", "6", None)])
def test_a_score_that_does_not_follow_is_worth_a_second_look(
    tmp_path: Path, old: str, new: str, said: str | None
) -> None:
    both = change(tmp_path, old, new)
    found = held(ReadCorpus((reading(tmp_path),)), both.new.book, "PER", EXTORTION, both)  # type: ignore[arg-type]
    assert found.disagreement == said
    assert any("second look" in line for line in held_lines(found, MADE.scale)) == (said is not None)


def test_scores_without_anything_behind_them_are_listed(tmp_path: Path) -> None:
    book = scored(tmp_path, "5", why="Counts rose").book
    assert without_reason(book) == [("PER", "prevention")]
