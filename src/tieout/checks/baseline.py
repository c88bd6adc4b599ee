"""The baseline: a file of findings that are known, so that only new ones make a check fail. Known ones stay in view.

One JSON object; its rows are imprints, which hold no words, with the quote and the message beside them for people to
read unless quotes are left out. Same findings, same bytes: there is no clock in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tieout.checks.finding import Finding, Stamp
from tieout.checks.imprint import Imprint, as_row, from_row, imprints, matched
from tieout.checks.result import Result
from tieout.errors import UsageError, writable
from tieout.evidence.corpus import Reading

_FORMAT = "tieout-baseline-1"
_AGAIN = "write it again with --write-baseline"


def baseline_text(findings: Iterable[Finding], readings: Sequence[Reading], *, quotes: bool = True) -> str:
    """The file for these findings, in text order of each document."""
    ordered = sorted(findings, key=lambda f: (f.doc, f.start, f.end, f.rule))
    rows = []
    for finding, entry in zip(ordered, imprints(ordered, readings), strict=True):
        said = {"text": finding.text, "message": finding.message} if quotes else {}
        rows.append({**as_row(entry), **said})
    return json.dumps({"format": _FORMAT, "findings": rows}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> list[Imprint]:
    """The known findings of a file; UsageError when there is none or it is no baseline."""
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise UsageError(f"{path}: the baseline cannot be read ({fault.strerror}); {_AGAIN}") from fault
    except ValueError as fault:
        raise UsageError(f"{path}: it is no baseline ({fault}); {_AGAIN}") from fault
    rows = whole.get("findings") if isinstance(whole, dict) and whole.get("format") == _FORMAT else None
    if not isinstance(rows, list):
        raise UsageError(f"{path}: it is no baseline of this version; {_AGAIN}")
    known = []
    for number, row in enumerate(rows, 1):
        try:
            known.append(from_row(row if isinstance(row, dict) else {}))
        except ValueError as fault:
            raise UsageError(f"{path}: finding {number}: {fault}; {_AGAIN}") from fault
    return known


def with_known(result: Result, readings: Sequence[Reading], known: Sequence[Imprint]) -> Result:
    """The result with known findings stamped, and how many of the baseline are gone from the files checked."""
    pairs = matched(known, imprints(result.findings, readings))
    findings = tuple(
        replace(f, stamps=(*f.stamps, Stamp("known"))) if index in pairs else f
        for index, f in enumerate(result.findings)
    )
    still = set(pairs.values()) | set(matched(known, imprints(result.silenced, readings)).values())
    stems = {Path(writable(r.document.path)).stem for r in readings}
    gone = sum(i not in still and Path(entry.doc).stem in stems for i, entry in enumerate(known))
    return replace(result, findings=findings, healed=gone)
