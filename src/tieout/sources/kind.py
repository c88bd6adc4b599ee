"""What kind of item a citation cites: an interview, a law, a statistic, news, a book, an article, a report, a page."""

from __future__ import annotations

from typing import cast, get_args

from tieout.sources.citation import CitationKind
from tieout.sources.citations.draft import Draft
from tieout.sources.owner import Owner
from tieout.sources.words import word

_KINDS = frozenset(get_args(CitationKind))
_FULL = 10
"""Characters of an EDTF day."""
_HOSTS_OF_FILM = ("youtube.com", "youtu.be", "vimeo.com")


def kind_of(draft: Draft, owner: Owner | None) -> CitationKind:
    """The kind of a cited item, by its own words first and its publisher second."""
    if draft.stated_kind in _KINDS:
        return cast(CitationKind, draft.stated_kind)
    title = draft.title or ""
    if draft.interview:
        return "interview"
    if draft.journal:
        return "article"
    if draft.url and any(host in draft.url for host in _HOSTS_OF_FILM):
        return "film"
    if owner is not None and (owner.kind == "press" or (owner.listed is not None and owner.listed.makes == "news")):
        return "news"
    if _is_law(title, owner):
        return "law"
    if _is_statistic(title, owner):
        return "statistic"
    if _is_book(draft, owner):
        return "book"
    if word("webpage").search(title):
        return "webpage"
    if word("report").search(title) or draft.pages or _is_research(owner):
        return "report"
    if owner is None:
        return "other"
    if draft.date_text is None or draft.date is None or len(draft.date) == _FULL:
        return "webpage"
    return "report"


def _is_law(title: str, owner: Owner | None) -> bool:
    return word("law").match(title) is not None and (owner is None or owner.kind in ("state", "unknown"))


def _is_statistic(title: str, owner: Owner | None) -> bool:
    if owner is not None and owner.listed is not None and owner.listed.makes == "statistics":
        return owner.kind in ("state", "intergovernmental")
    return word("statistic").search(title) is not None


def _is_book(draft: Draft, owner: Owner | None) -> bool:
    if draft.url or draft.says_url:
        return False
    housed = draft.container is not None and draft.container != draft.author
    return (housed and draft.person) or (
        owner is not None and owner.kind == "unknown" and draft.date is not None and len(draft.date) == 4
    )


def _is_research(owner: Owner | None) -> bool:
    return owner is not None and owner.listed is not None and owner.kind in ("ngo", "think_tank", "academic")
