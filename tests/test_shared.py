"""Every reference document is checked without a crash, and every record quotes the text it points at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.checks.check import Checked, check


@pytest.fixture(scope="module")
def checked(shared: Path) -> Checked:
    folders = [shared / name for name in ("seeds", "docs", "pdf")]
    return check([p for folder in folders for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".pdf")])


@pytest.mark.shared
def test_all_are_read(checked: Checked) -> None:
    assert not checked.unreadable
    assert len(checked.readings) >= 50
    assert all(r.figures for r in checked.readings)


@pytest.mark.shared
def test_every_record_quotes_the_document(checked: Checked) -> None:
    texts = {r.document.path: r.document.text for r in checked.readings}
    for reading in checked.readings:
        for f in reading.figures:
            assert texts[f.doc][f.start : f.end] == f.text
            assert f.sentence_start <= f.start < f.end <= f.sentence_end + 1
    for finding in checked.result.findings:
        assert texts[finding.doc][finding.start : finding.end] == finding.text
        for place in finding.evidence:
            assert texts[place.doc][place.start : place.end] == place.text
    for tie in checked.result.ties:
        for member in tie.members:
            assert texts[member.doc][member.start : member.end] == member.text


@pytest.mark.shared
def test_identities_are_unique(checked: Checked) -> None:
    for reading in checked.readings:
        ids = [f.id for f in reading.figures]
        assert len(set(ids)) == len(ids)


@pytest.mark.shared
def test_a_second_run_says_the_same(shared: Path) -> None:
    path = next(iter(sorted((shared / "seeds").glob("000_*.txt"))))
    first, second = check(path), check(path)
    assert first.result == second.result
    assert first.readings[0].figures == second.readings[0].figures
