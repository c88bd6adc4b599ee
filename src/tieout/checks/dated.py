"""Ties of dates: what a rule of family D finds between two places of the text, as a tie like those of figures.

Office, sources and the report's own period are known to the checks only, so these ties cannot be proposed where the
others are. Warnings whose source may know a part of the time are open, not broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tieout.checks.finding import Evidence, Finding
from tieout.checks.voice import Voice
from tieout.language.periods import find_dates
from tieout.ties.judge import tie_of
from tieout.ties.tie import Member, Tie

_PAIRED = frozenset({"D203", "D204", "D205"})
_IN_PART = "no source can cover all of it, the latest is of"
"""How D205 says so."""
PARTLY = "partly_covered"


def dated_ties(findings: Iterable[Finding], language: str, lang: str = "en") -> Iterator[Tie]:
    """A tie for each error or warning that holds one date against another; open where it is only a warning that a
    source covers a part of the time. `language` is the document's, `lang` that of the findings."""
    in_part = Voice(lang).put(_IN_PART)
    for finding in findings:
        if finding.rule in _PAIRED and finding.severity != "info" and finding.evidence:
            ends = [Evidence(finding.doc, finding.start, finding.end, finding.text), *finding.evidence]
            partly = finding.severity == "warning" and (finding.computed or "").startswith(in_part)
            yield tie_of(
                "order", "open" if partly else "breaks", [_date(end, language) for end in ends],
                stated=" ".join(finding.text.split()), computed=finding.computed or finding.message,
                reason=PARTLY if partly else None,
            )  # fmt: skip


def _date(end: Evidence, language: str) -> Member:
    """The one date that the words hold, or all of them."""
    dates = list(find_dates(end.text, language))
    start, stop = (dates[0].start, dates[0].end) if len(dates) == 1 else (0, len(end.text))
    return Member(end.doc, end.start + start, end.start + stop, end.text[start:stop])
