"""The labelled report: all faults of sources, names, structure and places that can be proved, and no false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.quality import tool
from tieout.checks.check import check
from tieout.checks.request import Request
from tieout.checks.wire import answer

FAMILIES = "CNSG"
NOTED = ("es_onu_*.txt", "es_cvr_*.txt", "hrdag_*.txt", "padeci_*.txt", "un_upr_*.txt", "usdos_2022_*.txt")


@pytest.mark.shared
def test_the_labelled_faults_are_found_and_nothing_else(shared: Path) -> None:
    scorer = tool(shared, "score_findings")
    gold = [g for g in scorer.load(shared / "gold" / "findings.jsonl") if g["family"] in FAMILIES]
    alarms = scorer.load(shared / "gold" / "false_alarms.jsonl")
    seeds = sorted((shared / "seeds").glob("*.txt"))
    found = answer(check(seeds, Request(select=tuple(FAMILIES))))["findings"]
    measured, missed, hit, new = scorer.score(gold, alarms, found)
    assert measured["tier1"] == 1, missed
    assert not hit
    assert not new
    assert measured["tier1_info"] >= 0.7
    assert measured["too_long"] == 0


@pytest.mark.shared
def test_other_documents_are_left_alone(shared: Path) -> None:
    """None of the reports of others has a fault of these families that a careful reader found."""
    documents = sorted(path for kind in NOTED for path in (shared / "docs").glob(kind))
    loud = [f for f in check(documents, Request(select=tuple(FAMILIES))).result.findings if f.severity != "info"]
    assert not loud, [f"{f.rule} {f.doc} {f.message}" for f in loud]
