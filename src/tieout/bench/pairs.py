"""Labelled pairs of claim and passage: a report against the texts it cites, and claims across languages.

The pairs and their scorer stand in the shared folder; `docs/` there is the library.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tieout.bench.quality import documents, tool
from tieout.evidence.corpus import Reading
from tieout.evidence.figures import setting_of
from tieout.reading.read import read
from tieout.sources.claims.against import Against
from tieout.sources.claims.claim import Claim
from tieout.sources.holdings import Holdings, read_holdings
from tieout.sources.library import open_library


def pair_measures(shared: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The name and the scorer's measures of each set of pairs."""
    holdings = read_holdings(open_library(shared / "docs"))
    scorer = tool(shared, "score_pairs")
    gold = scorer.load(shared / "gold" / "evidence_pairs.jsonl")
    (report,) = documents(shared, ["001"])
    yield "A report against the texts it cites", scorer.score(gold, _judged(report, "en", holdings))[0]
    across = scorer.load(shared / "gold_es" / "pairs.jsonl")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "es"):
            path = Path(folder) / f"{language}.txt"
            claims = [row["claim"] for row in across if row["lang"].startswith(language)]
            path.write_text("\n\n".join(claims) + "\n", encoding="utf-8")
            found += _judged(path, language, holdings)
    yield "Claims across languages, every passage a candidate", scorer.score(across, found)[0]


def _judged(path: Path, language: str, holdings: Holdings) -> list[dict[str, Any]]:
    setting = setting_of(read(path, language=language, country="PE"), language)
    return [_row(c) for c in Against(holdings).claims(Reading(setting.document, language, setting.passages, []))]


def _row(claim: Claim) -> dict[str, Any]:
    evidence = [{"doc": e.doc, "start": e.start, "end": e.end} for e in claim.evidence]
    return {
        "doc": claim.doc, "start": claim.start, "end": claim.end, "text": claim.text, "verdict": claim.verdict,
        "evidence": evidence,
    }  # fmt: skip
