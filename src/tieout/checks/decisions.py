"""Decisions on findings: rows appended to a file beside the document (`draft.docx.review.jsonl`), never changed.

The last row about a finding counts. Rows find their finding by its imprint, so that they survive edits elsewhere.
Takes no clock: whoever decides says when.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from tieout.checks.finding import Finding, Stamp
from tieout.checks.imprint import Imprint, as_row, from_row, imprints, matched
from tieout.checks.result import Result
from tieout.errors import UsageError
from tieout.evidence.corpus import Reading

Choice = Literal["accepted", "dismissed", "later"]
CHOICES: tuple[Choice, ...] = get_args(Choice)


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided on a finding. `at` is a time as ISO 8601; a dismissal has a reason."""

    choice: Choice
    who: str
    at: str
    imprint: Imprint
    reason: str | None = None


def review_file(document: str) -> Path:
    """Where the decisions on a document are kept."""
    return Path(f"{document}.review.jsonl")


def row_of(decision: Decision, finding: Finding, *, quotes: bool = True) -> str:
    """A decision as a line of the file. Without `quotes` the words of the document are left out."""
    said = {"text": finding.text, "message": finding.message} if quotes else {}
    row = {
        "at": decision.at, "who": decision.who, "decision": decision.choice, "reason": decision.reason,
        **as_row(decision.imprint), **said,
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False) + "\n"


def read_decisions(path: Path) -> list[Decision]:
    """All rows of a file, oldest first; none when there is no file. UsageError names a line that is no decision."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as fault:
        why = getattr(fault, "strerror", None) or "no UTF-8"
        raise UsageError(f"{path}: the decisions cannot be read ({why}); put the file right or aside") from fault
    out = []
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                out.append(_decision(json.loads(line)))
        except (ValueError, AttributeError) as fault:
            raise UsageError(f"{path}:{number}: this is no decision ({fault}); put the line right or out") from fault
    return out


def _decision(row: Mapping[str, object]) -> Decision:
    choice, who, at, reason = (row.get(key) for key in ("decision", "who", "at", "reason"))
    known = next((c for c in CHOICES if c == choice), None)
    if known is None or not isinstance(who, str) or not isinstance(at, str):
        raise ValueError("it needs decision, who and at")
    return Decision(known, who, at, from_row(row), reason if isinstance(reason, str) else None)


def with_decisions(result: Result, readings: Sequence[Reading], decisions: Sequence[Decision]) -> Result:
    """The result with the decided findings stamped, each with the last decision on it."""
    stamps = decided(result.findings, readings, decisions)
    findings = (replace(f, stamps=(*f.stamps, stamps[i])) if i in stamps else f for i, f in enumerate(result.findings))
    return replace(result, findings=tuple(findings))


def decided(
    findings: Sequence[Finding], readings: Sequence[Reading], decisions: Sequence[Decision]
) -> dict[int, Stamp]:
    """The stamp of each decided finding, by its index: of the last row that was written about it."""
    last = list({decision.imprint: decision for decision in decisions}.values())[::-1]
    # An older row about the same fact in another state of the draft must not take the finding from a newer one.
    pairs = matched([decision.imprint for decision in last], imprints(findings, readings))
    return {index: Stamp(last[at].choice, last[at].reason, last[at].who, last[at].at) for index, at in pairs.items()}
