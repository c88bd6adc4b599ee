"""One note cites the same item twice.

Two entries look like two sources and are one. Either the second was to be another item, and the reader misses it, or
it is to be taken out. Two places of one work (other pages, another article) are no repetition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain, words
from tieout.checks.sourcing.noted import notes
from tieout.checks.sourcing.words import pattern
from tieout.sources.citation import Citation
from tieout.sources.words import fold


@rule(
    code="C303",
    name="duplicate-citation",
    severity="warning",
    summary="one note that cites the same item twice",
    clause="R38 No citation twice in one note",
    bad=(
        "Raids rose in 2023.[^1]\n\n"
        "[^1]: Port Gazette, Raids on the rise, 8 July 2023; Port Gazette, Raids on the rise, 8 July 2023."
    ),
    good=(
        "Raids rose in 2023.[^1]\n\n"
        "[^1]: Port Gazette, Raids on the rise, 8 July 2023; Sea Times, Police at sea, 9 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """The second of two citations of one item in a note."""
    for note in notes(case):
        for first, again in _twice(note.citations):
            at, other = words(case, again), words(case, first)
            stated = f"“{plain(at)}”"
            yield case.finding("C303", "duplicate-citation", "warning", at, [other], stated=stated, computed=_TWICE)


_TWICE = "the note cites this item twice"


def _twice(citations: Sequence[Citation]) -> Iterator[tuple[Citation, Citation]]:
    seen: dict[tuple[str | None, ...], Citation] = {}
    for citation in citations:
        if citation.title is None or citation.refers or citation.kind in ("interview", "law") or _post(citation.title):
            continue
        key = (citation.publisher, fold(citation.title), citation.date, citation.pages)
        if key in seen and not _two_links(seen[key], citation):
            yield seen[key], citation
        seen.setdefault(key, citation)


def _post(title: str) -> bool:
    """A post, or a title of a word or two, which many items share."""
    return len(title.split()) < _TELLING or pattern("en", "post").search(title) is not None


_TELLING = 3


def _two_links(one: Citation, other: Citation) -> bool:
    return one.url is not None and other.url is not None and one.url != other.url
