"""One cited item is given two dates.

A news item came out once: one of the dates is a slip, and with it the order of events. A page that is kept up to date
may be read on two days, and an item dated in one note and undated in another is untidy: both are an info.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import date_words, plain, words
from tieout.checks.sourcing.noted import citations, register
from tieout.checks.sourcing.words import pattern
from tieout.sources.citation import Citation
from tieout.sources.source import Source
from tieout.sources.words import fold

_FULL = 10
_DAYS = 10
_TELLING = 5
"""Words of a title that no two items of one publisher share."""


@rule(
    code="C306",
    name="two-dates",
    severity="warning",
    summary="one cited item with two dates",
    clause="R37 Same item cited the same way",
    bad=(
        "Raids rose.[^1] Ferries stopped.[^2]\n\n"
        "[^1]: Infobae, Raids on the rise in the northern ports, 8 July 2023.\n\n"
        "[^2]: Infobae, Raids on the rise in the northern ports, 9 July 2023."
    ),
    good=(
        "Raids rose.[^1] Ferries stopped.[^2]\n\n"
        "[^1]: Infobae, Raids on the rise in the northern ports, 8 July 2023.\n\n"
        "[^2]: Infobae, Raids on the rise in the northern ports, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each date of a source that is not its commonest one, at its first use."""
    sources = register(case)
    by_source: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations(case):
        if citation.source and not citation.refers:
            by_source[citation.source].append(citation)
    for key, group in by_source.items():
        source = sources.get(key)
        if source is not None and len(source.dates) > 1:
            yield from _differing(case, source, group)
        elif source is not None and source.dates:
            yield from _undated(case, group)


def _differing(case: Case, source: Source, group: list[Citation]) -> Iterator[Finding]:
    right = _right(group)
    rest: dict[str, Citation] = {}
    for citation in group:
        if citation.date and citation.date != right.date and citation.title:
            rest.setdefault(citation.date, citation)
    for day, citation in rest.items():
        if right.date is None or day.startswith(right.date) or right.date.startswith(day):
            continue
        severity = _severity(source, right, citation)
        if severity is None:
            continue
        at, other = date_words(case, citation), date_words(case, right)
        yield case.finding(
            "C306", "two-dates", severity, at, [other],
            stated=f"“{plain(at)}”", computed=f"another note dates the same item “{plain(other)}”",
        )  # fmt: skip


def _undated(case: Case, group: list[Citation]) -> Iterator[Finding]:
    dated = next((c for c in group if c.date), None)
    bare = next((c for c in group if not c.date and c.title and not c.accessed and not c.cited_in), None)
    if dated is None or bare is None or (dated.title and fold(dated.title) != fold(bare.title or "")):
        return
    at, other = words(case, bare), date_words(case, dated)
    stated = f"“{plain(at)}”"
    yield case.finding(
        "C306", "two-dates", "info", at, [other],
        stated=stated, computed=f"undated here; another note dates the same item “{plain(other)}”",
    )  # fmt: skip


def _right(group: list[Citation]) -> Citation:
    """The citation whose date most agree on; the address decides between equals."""
    counted = Counter(c.date for c in group if c.date)
    dated = [c for c in group if c.date and c.title] or [c for c in group if c.date]

    def rank(citation: Citation) -> tuple[bool, int]:
        return (_in_link(citation), counted[citation.date or ""])

    return max(dated, key=rank)


_DIGITS = re.compile(r"\d+")


def _in_link(citation: Citation) -> bool:
    """Whether the address holds the very day."""
    if not citation.url or not citation.date or len(citation.date) != _FULL:
        return False
    numbers = [int(n) for n in _DIGITS.findall(citation.url) if len(n) <= 4]
    day = [int(n) for n in citation.date.split("-")]
    return any(numbers[i : i + 3] == day for i in range(len(numbers) - 2))


def _severity(source: Source, one: Citation, other: Citation) -> Severity | None:
    """A warning for an item that came out once; None for items that may be two of one name."""
    from tieout.sources.register import bare_address

    title = one.title or ""
    same_title = fold(title) == fold(other.title or "")
    same_link = bool(one.url and other.url and bare_address(one.url) == bare_address(other.url))
    series = any(pattern(language, "issued_again").search(title) for language in ("en", "es"))
    if not same_title and not same_link:
        return None
    if series:
        return "info" if same_link else None
    to_the_day = len(one.date or "") == len(other.date or "") == _FULL
    telling = len(fold(title).split()) >= _TELLING
    news = source.kind == "press" and same_title and telling and to_the_day
    return "warning" if news and (_in_link(one) or _near(one.date, other.date)) else "info"


def _near(one: str | None, other: str | None) -> bool:
    """Within some days: the same page of months later was brought up to date."""
    return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days) <= _DAYS
