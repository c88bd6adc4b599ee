"""Shares per publisher, kind, language and age, by chapter."""

from __future__ import annotations

from pathlib import Path

from tieout.reading.read import read
from tieout.sources.exports.shares import shares
from tieout.sources.exports.table import text
from tieout.sources.read import sources_of

REPORT = """---
date: 2023-06-30
---

# Report

## One

Twelve raids.[^1] Forty arrests.[^2]

## Two

Three deaths.[^3]

[^1]: HRW, The State of the Coast, 3 May 2023, p. 4
[^2]: HRW, The State of the Coast, 3 May 2023, p. 5
[^3]: Infobae, Los muertos de la costa, 3 May 2015, url
"""


def test_shares(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    document = read(path)
    found = sources_of(document)
    whole, one, two = shares(document, found)
    assert (whole.chapter, whole.total) == (None, 3)
    assert whole.publishers == {"Human Rights Watch": 2, "Infobae": 1}
    assert whole.kinds == {"ngo": 2, "press": 1}
    assert whole.languages == {"en": 2, "es": 1}
    assert whole.ages == {"under 1 year": 2, "5 to 10 years": 1}
    assert (one.chapter, one.total, two.chapter, two.total) == ("One", 2, "Two", 1)
    said = text(found, [whole, one, two])
    assert "Human Rights Watch 67%" in said and "Two: 1 citations" in said
