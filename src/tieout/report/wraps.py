"""The tags round a run of text under marks: those of findings, references, figures, notes and claims.

Each takes the run, the HTML of its inside, which is escaped already, and the records of its marks by number.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from tieout.checks.finding import SEVERITIES, Finding
from tieout.evidence.figure import Figure
from tieout.report.marking import Run
from tieout.report.words import Words
from tieout.sources.claims.claim import Claim


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that ties or findings point to: token `t3` for the third tie, `e3` for evidence of the third finding."""

    number: int
    doc: str
    start: int
    end: int
    tokens: tuple[str, ...]


def _anchors(prefix: str, run: Run) -> tuple[str, str]:
    """The id attribute of a run's element and, for further marks that open with it, empty elements with theirs."""
    opening = [mark.key for mark in run.opens()]
    extra = "".join(f'<span id="{prefix}{key}"></span>' for key in opening[1:])
    return (f' id="{prefix}{opening[0]}"' if opening else ""), extra


def _keys(run: Run) -> str:
    return " ".join(str(mark.key) for mark in run.marks)


def finding(run: Run, inner: str, findings: dict[int, Finding], words: Words) -> str:
    """The words of findings, with a badge where each ends."""
    anchor, extra = _anchors("w", run)
    worst = min((findings[mark.key].severity for mark in run.marks), key=SEVERITIES.index)
    badges = "".join(_badge(mark.key, findings[mark.key], words) for mark in run.closes())
    return f'{extra}<mark class="find {worst}" data-f="{_keys(run)}"{anchor}>{inner}</mark>{badges}'


def claim(run: Run, inner: str, claims: dict[int, Claim], words: Words) -> str:
    """A sentence held against the library, with a badge where it ends."""
    anchor, extra = _anchors("c", run)
    badges = "".join(_claim_badge(mark.key, claims[mark.key], words) for mark in run.closes())
    return f'{extra}<span class="said" data-c="{_keys(run)}"{anchor} tabindex="-1">{inner}</span>{badges}'


def _claim_badge(number: int, claim: Claim, words: Words) -> str:
    name = escape(" ".join((words("page", "sentence"), f"{number}:", words("claim", claim.verdict))))
    sign = words("claim_sign", claim.verdict)
    return (
        f'<a class="claim-badge {claim.verdict}" id="k{number}" href="#claim-{number}" aria-label="{name}">{sign}</a>'
    )


def supported(run: Run, inner: str) -> str:
    """What notes support."""
    return f'<span class="backed" data-m="{_keys(run)}">{inner}</span>'


def _badge(number: int, finding: Finding, words: Words) -> str:
    severity = finding.severity
    name = escape(f"{words('severity', severity)} {number}, {finding.rule} {finding.name}: {finding.message}")
    label = f"{words('letter', severity)}{number}"
    return (
        f'<a class="badge {severity}" id="b{number}" href="#finding-{number}" data-b="{number}" aria-label="{name}">'
        f"{label}</a>"
    )


def reference(run: Run, inner: str, references: dict[int, Reference]) -> str:
    """Words that ties or findings point to."""
    anchor, extra = _anchors("r", run)
    tokens = " ".join(token for mark in run.marks for token in references[mark.key].tokens)
    return f'{extra}<span class="ref" data-r="{tokens}"{anchor} tabindex="-1">{inner}</span>'


def figure(run: Run, inner: str, figures: dict[int, Figure]) -> str:
    """A figure."""
    anchor, extra = _anchors("g", run)
    kind = figures[run.marks[0].key].kind
    return f'{extra}<span class="fig k-{kind}" data-g="{_keys(run)}"{anchor} tabindex="-1">{inner}</span>'
