"""What the citation says does not agree with its own link: the number of a law, or the date.

Addresses of laws and of news hold numbers and days. When the words have another one, the words hold a slip, or the link
leads to another text. An address whose day is a few days off, or one on another publisher's site, is an info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import date_words, part, plain
from tieout.checks.sourcing.noted import citations
from tieout.sources.citation import Citation
from tieout.ties.tie import Member

_NUMBER = re.compile(r"(?<![\w-])(?P<first>\d{1,6})[-/](?P<second>\d{2,4})(?P<rest>(?:[-/][A-Z]{1,8})?)(?![\w-])")
_IN_LINK = re.compile(r"(?<![\d-])(?P<first>\d{1,6})-(?P<second>\d{2,4})(?:-(?P<rest>[A-Za-z]{1,8}))?(?![\d])")
_DAY = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
_SLACK = 3
"""Days between writing and publishing that mean nothing."""
_FULL = 10


@rule(
    code="C308",
    name="link-mismatch",
    severity="warning",
    summary="a law number or date that is not the one in the citation's own link",
    clause="R39 Number in title agrees with link",
    bad=(
        "The post was created.[^1]\n\n"
        "[^1]: Interior Ministry, Resolution No. 191-200-IN, 8 July 2021, "
        "https://gov.example.org/files/191-2021-IN.pdf"
    ),
    good=(
        "The post was created.[^1]\n\n"
        "[^1]: Interior Ministry, Resolution No. 191-2021-IN, 8 July 2021, "
        "https://gov.example.org/files/191-2021-IN.pdf"
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each citation whose link has another number or day."""
    seen: set[tuple[str, str]] = set()
    for citation in citations(case):
        if not citation.url or citation.refers:
            continue
        for at, severity, computed in _mismatches(case, citation):
            if (citation.url, at.text) not in seen:
                seen.add((citation.url, at.text))
                yield case.finding("C308", "link-mismatch", severity, at, stated=f"“{plain(at)}”", computed=computed)


def _mismatches(case: Case, citation: Citation) -> Iterator[tuple[Member, Severity, str]]:
    number = _other_number(citation)
    if number:
        said, linked = number
        yield part(case, citation, said), "warning", f"its link has {linked}"
    linked_day = _other_day(citation)
    if linked_day:
        day, severity = linked_day
        yield date_words(case, citation), severity, f"its link has the day {day.isoformat()}"


def _other_number(citation: Citation) -> tuple[str, str] | None:
    """(number in the words, number in the link) where they begin alike and differ: `191-200-IN`, `191-2021-IN`."""
    in_link = list(_IN_LINK.finditer(citation.url or ""))
    for said in _NUMBER.finditer(citation.title or ""):
        alike = [found for found in in_link if int(found["first"]) == int(said["first"])]
        letters = said["rest"].strip("-/").casefold()
        alike = [found for found in alike if not letters or (found["rest"] or "").casefold().startswith(letters[:2])]
        if alike and letters and not any(_one_year(found["second"], said["second"]) for found in alike):
            return said[0], alike[0][0]
    return None


def _one_year(one: str, other: str) -> bool:
    return one == other or (len(one) != len(other) and one[-2:] == other[-2:])


def _other_day(citation: Citation) -> tuple[date, Severity] | None:
    """The day in the link where it is not the citation's: a warning when one part of it was miswritten."""
    if citation.date is None or len(citation.date) != _FULL:
        return None
    found = _DAY.search(citation.url or "")
    if found is None:
        return None
    try:
        linked = date(int(found["y"]), int(found["m"]), int(found["d"]))
        stated = date.fromisoformat(citation.date)
    except ValueError:
        return None
    if abs((stated - linked).days) <= _SLACK:
        return None
    slipped = (stated.year != linked.year) + (stated.month != linked.month) + (stated.day != linked.day) == 1
    return linked, "warning" if slipped and stated < linked else "info"
