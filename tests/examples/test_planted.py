"""`tieout check` on the example corpus finds the fifteen planted mistakes and raises nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tieout.checks.check import Checked, check
from tieout.checks.request import Request

CORPUS = Path(__file__).resolve().parents[2] / "examples" / "peru"
PLANTED: list[dict[str, Any]] = tomllib.loads((CORPUS / "planted.toml").read_text(encoding="utf-8"))["planted"]


ALONE = [planted for planted in PLANTED if "against" not in planted]
"""Those that the documents alone prove."""
CITED = [planted for planted in PLANTED if "against" in planted]


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check([CORPUS / name for name in dict.fromkeys(planted["document"] for planted in PLANTED)])


def span_of(checked: Checked, planted: dict[str, Any]) -> tuple[str, int, int]:
    """Where a planted quote stands in the text as read, white space folded."""
    reading = next(r for r in checked.readings if Path(r.document.path).name == planted["document"])
    text, at = reading.document.text, -1
    pattern = " ".join(planted["quote"].split())
    folded: list[str] = []
    back: list[int] = []
    for i, char in enumerate(text):
        char = " " if char.isspace() or char == "\u2009" else char
        if not (char == " " and folded and folded[-1] == " "):
            folded.append(char)
            back.append(i)
    for _ in range(planted["occurrence"]):
        at = "".join(folded).index(pattern, at + 1)
    return reading.document.path, back[at], back[at + len(pattern) - 1] + 1


@pytest.mark.parametrize("planted", ALONE, ids=lambda p: f"{p['document']}-{p['kind']}")
def test_each_planted_mistake_is_found(checked: Checked, planted: dict[str, Any]) -> None:
    doc, start, end = span_of(checked, planted)
    loud = [f for f in checked.result.findings if f.severity != "info" and f.rule[0] == planted["family"]]
    places = [(f.doc, f.start, f.end) for f in loud] + [(e.doc, e.start, e.end) for f in loud for e in f.evidence]
    assert any(d == doc and s < end and start < e for d, s, e in places)


def test_nothing_else_is_raised(checked: Checked) -> None:
    loud = [f for f in checked.result.findings if f.severity != "info"]
    assert len(loud) == len(ALONE), [f"{f.rule} {f.message}" for f in loud]


@pytest.mark.parametrize("planted", CITED, ids=lambda p: f"{p['document']}-{p['kind']}")
def test_the_cited_text_proves_the_others(planted: dict[str, Any]) -> None:
    held = check(CORPUS / planted["document"], Request(against=CORPUS / planted["against"]))
    (found,) = [f for f in held.result.findings if f.rule.startswith("C35")]
    doc, start, end = span_of(held, planted)
    assert (found.doc, found.start, found.end, found.severity) == (doc, start, end, "error")
    assert [Path(e.doc).parent.name for e in found.evidence] == [planted["against"]] * len(found.evidence)
    loud = [f for f in held.result.findings if f.severity != "info"]
    assert len(loud) == sum(p["document"] == planted["document"] for p in PLANTED)


def test_there_is_plenty_to_read(checked: Checked) -> None:
    assert sum(len(r.figures) for r in checked.readings) >= 120
    assert all(len(r.figures) >= 50 for r in checked.readings)
    assert checked.result.verdicts()["holds"] >= 40


def test_what_stands_around_the_commentary_is_not_read(checked: Checked) -> None:
    reading = next(r for r in checked.readings if r.document.path.endswith("commentary.html"))
    texts = [figure.text for figure in reading.figures]
    assert not {"48 hours", "1.2 percent", "25,000", "25 000", "114"} & set(texts)
    assert reading.document.metadata["author"] == "Lucía Example"
    assert reading.document.metadata["outlet"] == "Andean Commentator (example)"
    assert reading.document.date == "2026-03-20"
    assert reading.document.title == "Peru counts its dead twice and its excuses once"
