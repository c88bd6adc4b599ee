"""Numbers of sections in headings: told from figures by the headings that count on."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.made import docx, p
from reading.sound import kinds
from tieout.evidence.figures import figures_of
from tieout.reading.numbered import section_numbers
from tieout.reading.read import read

CASES = [
    (["5.1 Overview", "5.2 Extortion"], [3, 3]),
    (["5 Crime", "5.1 Overview"], [0, 3]),
    (["5. Crime", "5.1. Overview"], [0, 4]),
    (["3.1 Courts", "3.1.1 Judges"], [3, 5]),
    (["5.1 Million People Flee"], [0]),  # Nothing counts on: it may be a figure.
    (["5.1 Million People Flee", "2.4 Million Go Hungry"], [0, 0]),
    (["5.1 million people flee", "5.2 More"], [0, 0]),
    (["Overview", "12 Killed in Attack"], [0, 0]),
    ([], []),
]


@pytest.mark.parametrize(("headings", "expected"), CASES)
def test_which_numbers_are_those_of_sections(headings: list[str], expected: list[int]) -> None:
    assert section_numbers(headings) == expected


def test_a_section_number_typed_by_hand_is_no_figure(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="H1"><w:name w:val="heading 2"/></w:style>'
    headings = [p(words, '<w:pStyle w:val="H1"/>') for words in ("5.1 Overview", "5.2 Extortion")]
    path = docx(tmp_path, headings[0] + p("Police counted 12 raids.") + headings[1] + p("None."), styles=styles)
    document = read(path)
    assert kinds(document)[0] == ("heading", "Overview")
    assert "5.1 Overview" in document.text
    assert [figure.text for figure in figures_of(document)] == ["12"]
