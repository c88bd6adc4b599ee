"""Several outlets are cited for what one office said: they count as one source.

Newspapers that print the same release, a wire and those who took it over, one body under two names: three notes and
one origin. Honest as long as the text names the origin; it corroborates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.backed import backed
from tieout.checks.sourcing.citing import plain, words
from tieout.checks.sourcing.origins import relayed, same_release


@rule(
    code="C311",
    name="one-origin",
    severity="info",
    summary="several outlets cited for the word of one office",
    clause="R12 Round-tripping and false corroboration",
    bad=(
        "According to the National Police, piracy is on the rise.[^1]\n\n"
        "[^1]: Infobae, Piracy in the north, 8 July 2023; Expreso, Pirates again, 9 July 2023."
    ),
    good=(
        "Piracy is on the rise.[^1]\n\n"
        "[^1]: Infobae, Piracy in the north, 8 July 2023; Expreso, Pirates again, 9 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Statements of one named office with two or more press sources, and copies of one release in a note."""
    for one in backed(case):
        cited = list({c.source: c for c in one.citations}.values())
        if len(cited) < 2 or not one.known:
            continue
        origin = relayed(case, one, cited)
        copies = same_release(cited)
        proof = [words(case, c) for c in cited[:4]]
        if origin is not None and len({c.publisher for c in cited}) > 1:
            yield case.finding(
                "C311", "one-origin", "info", origin, proof,
                stated=f"“{plain(origin)}”", computed=f"{len(cited)} {_ONE}",
            )  # fmt: skip
        elif copies is not None:
            at, other = words(case, copies[1]), words(case, copies[0])
            yield case.finding("C311", "one-origin", "info", at, [other], stated=f"“{plain(at)}”", computed=_COPIES)


_ONE = "outlets relay one origin, which counts as one source"
_COPIES = "two outlets with nearly the same title on the same days: perhaps one release"
