"""`tieout bench sources`: notes, citations and links against the labelled report, and citations in every form read.

The labelled report is scored by the shared folder's own tool; the notes in other forms are ours
(`data/citations.toml`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tieout.bench.pairs import pair_measures
from tieout.bench.quality import tool
from tieout.checks.check import check
from tieout.checks.request import Request
from tieout.checks.wire import answer as checked
from tieout.errors import UsageError
from tieout.reading.read import read
from tieout.sources.citations.cite import cite
from tieout.sources.citations.draft import Draft, Line
from tieout.sources.exports.wire import answer
from tieout.sources.publisher import shipped
from tieout.sources.read import sources_of

_DOCUMENT = "001_*.txt"
FAMILIES = "CNSG"
FIELDS = ("author", "title", "date", "pages", "url", "see_also")


def sources(shared: Path, show: int = 0) -> Iterator[str]:
    """Lines of the report."""
    measured, noted = note_measures(shared)
    yield "Notes and citations of the labelled report"
    yield from (f"  {name:16s}{_printed(value)}" for name, value in measured.items())
    yield from (f"  note {number}: {why}" for number, why in noted[:show])
    yield ""
    right, total, wrong = form_measures()
    yield f"Citations in {len(own_notes())} notes of other forms"
    for name in (*FIELDS, "all"):
        yield f"  {name:16s}{right[name] / total:.3f}"
    yield from (f"  {line}" for line in wrong[:show])
    yield ""
    yield "Findings of families C, N, S and G on the labelled reports"
    yield from (f"  {name:16s}{_printed(value)}" for name, value in finding_measures(shared).items())
    for title, measures in pair_measures(shared):
        yield ""
        yield title
        yield from (f"  {name:16s}{_printed(value)}" for name, value in measures.items())


def note_measures(shared: Path) -> tuple[Mapping[str, Any], list[tuple[int, str]]]:
    """The scorer's measures of the labelled report by name, and what it says of single notes."""
    scorer = tool(shared, "score_notes")
    found = next(iter(sorted((shared / "seeds").glob(_DOCUMENT))), None)
    if found is None:
        raise UsageError(f"{shared / 'seeds'}: no {_DOCUMENT}; give the folder with the labelled documents as --shared")
    gold = scorer.load(shared / "gold" / "footnotes.jsonl")
    kinds = scorer.load(shared / "gold" / "citations.jsonl")
    notes = answer(sources_of(read(found)))["notes"]
    measured, noted = scorer.score(gold, [n for n in notes if isinstance(n["number"], int)], kinds)
    return measured, noted


def finding_measures(shared: Path) -> Mapping[str, Any]:
    """The scorer's measures of the findings on sources, names, structure and places."""
    scorer = tool(shared, "score_findings")
    gold = [row for row in scorer.load(shared / "gold" / "findings.jsonl") if row["family"] in FAMILIES]
    alarms = scorer.load(shared / "gold" / "false_alarms.jsonl")
    found = checked(check(sorted((shared / "seeds").glob("*.txt")), Request(select=tuple(FAMILIES))))["findings"]
    measured: Mapping[str, Any] = scorer.score(gold, alarms, found)[0]
    return measured


@cache
def own_notes() -> tuple[Mapping[str, Any], ...]:
    """The notes in other forms, with the citations of each."""
    text = (files("tieout.bench") / "data" / "citations.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["note"])


def form_measures() -> tuple[dict[str, int], int, list[str]]:
    """How many citations are right in each field and in all, of how many, and what is wrong."""
    right = dict.fromkeys((*FIELDS, "all"), 0)
    total, wrong = 0, []
    for note in own_notes():
        drafts = cite(Line(note["text"]), shipped())
        total += max(len(note["citations"]), len(drafts))
        for stated, draft in zip(note["citations"], drafts, strict=False):
            good = [field for field in FIELDS if _same(stated, draft, field)]
            for field in good:
                right[field] += 1
            right["all"] += len(good) == len(FIELDS)
            wrong += [f"{field} {getattr(draft, field)!r}: {note['text']}" for field in FIELDS if field not in good]
        if len(note["citations"]) != len(drafts):
            wrong.append(f"{len(drafts)} citations for {len(note['citations'])}: {note['text']}")
    return right, total, wrong


def _same(stated: Mapping[str, Any], draft: Draft, field: str) -> bool:
    return (getattr(draft, field) or None) == (stated.get(field) or None)


def _printed(value: object) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
