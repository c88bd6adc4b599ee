"""A figure is put in the mouth of an office, and the note cites only a newspaper.

The office may have said it otherwise, or of another time. Its own document is to be cited, or the relay named: `as
reported by`. An info, because newspapers are often all there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.backed import backed
from tieout.checks.sourcing.citing import plain, words
from tieout.checks.sourcing.origins import relayed


@rule(
    code="C312",
    name="relay-as-origin",
    severity="info",
    summary="a figure of a named office for which only a relay is cited",
    clause="R13 Go to the primary source",
    bad=(
        "According to the National Police, there were 412 raids.[^1]\n\n"
        "[^1]: Infobae, Piracy in the north, 8 July 2023."
    ),
    good=(
        "According to the National Police, as reported by Infobae, there were 412 raids.[^1]\n\n"
        "[^1]: Infobae, Piracy in the north, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Statements with figures of one named office and one press source that the text does not name."""
    figures = {(f.sentence_start, f.sentence_end) for f in case.reading.figures if f.where == "body"}
    starts = {start for start, _ in figures}
    for one in backed(case):
        if one.passage.view.offsets[one.sentence[0]] not in starts or not one.known:
            continue
        cited = list({c.source: c for c in one.citations}.values())
        if len(cited) != 1 or _names(one.said, cited[0].author):
            continue
        origin = relayed(case, one, cited)
        if origin is not None:
            relay = words(case, cited[0])
            yield case.finding(
                "C312", "relay-as-origin", "info", origin, [relay],
                stated=f"“{plain(origin)}”", computed=f"only a relay is cited: “{plain(relay)}”",
            )  # fmt: skip


def _names(sentence: str, author: str | None) -> bool:
    return bool(author) and (author or "").casefold() in sentence.casefold()
