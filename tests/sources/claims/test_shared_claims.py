"""The labelled pairs of claim and passage: the bars that are kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tieout.bench.quality import documents, tool
from tieout.evidence.corpus import Reading
from tieout.evidence.figures import setting_of
from tieout.reading.read import read
from tieout.sources.claims.against import Against
from tieout.sources.claims.claim import Claim
from tieout.sources.holdings import Holdings, read_holdings
from tieout.sources.library import open_library

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def holdings(shared: Path) -> Holdings:
    return read_holdings(open_library(shared / "docs"))


def judged(path: Path, language: str, holdings: Holdings) -> list[dict[str, Any]]:
    setting = setting_of(read(path, language=language, country="PE"), language)
    found = Against(holdings).claims(Reading(setting.document, language, setting.passages, []))
    return [_row(claim) for claim in found]


def _row(claim: Claim) -> dict[str, Any]:
    evidence = [{"doc": e.doc, "start": e.start, "end": e.end} for e in claim.evidence]
    return {
        "doc": claim.doc, "start": claim.start, "end": claim.end, "text": claim.text, "verdict": claim.verdict,
        "evidence": evidence,
    }  # fmt: skip


def test_a_report_against_the_texts_it_cites(shared: Path, holdings: Holdings) -> None:
    """All five hard faults, at least 4 of 10 softened claims, at most one of 14 sound ones."""
    gold = [json.loads(line) for line in (shared / "gold" / "evidence_pairs.jsonl").open(encoding="utf-8")]
    (report,) = documents(shared, ["001"])
    measured = tool(shared, "score_pairs").score(gold, judged(report, "en", holdings))[0]
    assert measured["hard"] == 1.0
    assert measured["soft"] >= 0.4
    assert measured["sound_flagged"] <= 1 / 14


def test_claims_across_languages(shared: Path, holdings: Holdings, tmp_path: Path) -> None:
    """English on Spanish sources and the reverse, without any note: every passage is a candidate."""
    gold = [json.loads(line) for line in (shared / "gold_es" / "pairs.jsonl").open(encoding="utf-8")]
    found = []
    for language in ("en", "es"):
        path = tmp_path / f"{language}.txt"
        path.write_text(
            "\n\n".join(g["claim"] for g in gold if g["lang"].startswith(language)) + "\n", encoding="utf-8"
        )
        found += judged(path, language, holdings)
    measured = tool(shared, "score_pairs").score(gold, found)[0]
    assert measured["faults"] >= 0.80
    assert measured["sound_flagged"] <= 0.08
