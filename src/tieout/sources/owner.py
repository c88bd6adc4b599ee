"""Who published a cited item: the table first, then what the author's own words say, then the site of the link.

Nothing is guessed from likeness: a name that nothing tells is an owner of its own, of kind `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.language.places import Gazetteer
from tieout.sources.citations.draft import Draft
from tieout.sources.citations.names import state_of
from tieout.sources.publisher import Publisher, PublisherTable
from tieout.sources.source import SourceKind
from tieout.sources.words import fold, word

_BRACKET = re.compile(r"\s*\(([^()]{2,60})\)\Z")
_INSIDE = re.compile(r"(?:^|, )(?:in|en) (?P<name>[^,]+)\Z")
_ET_AL = re.compile(r",? et al\.?\Z", re.IGNORECASE)
_BY_NAME: tuple[SourceKind, ...] = ("academic", "press", "state", "company", "ngo")
"""Kinds that words in a name tell, in the order they are asked; each is a part of the tables of words."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A publisher as the register knows it."""

    key: str
    name: str
    kind: SourceKind
    country: str | None
    language: str | None = None
    listed: Publisher | None = None
    """Its line in the table."""


def owner_of(draft: Draft, table: PublisherTable) -> Owner | None:
    """The publisher of a cited item; None when neither author nor container nor link names one."""
    for name in _names(draft):
        found = _known(name, table)
        if found is not None:
            return found
    body = table.of_symbol(draft.title) if draft.author is None and draft.title else None
    if body is not None:
        return _owner(body)
    site = table.at(draft.url) if draft.url else None
    if site is not None and not site.distributes and (draft.person or draft.author is None):
        return _owner(site)
    stated = draft.container if draft.container and not draft.journal else draft.author
    return _unknown(_ET_AL.sub("", stated), draft) if stated else None


def _names(draft: Draft) -> Iterator[str]:
    """The names that may be the publisher's, the likeliest first."""
    for name in filter(None, (draft.container, draft.author)):
        bare = _ET_AL.sub("", name)
        yield bare
        bracket = _BRACKET.search(bare)
        if bracket:
            yield bare[: bracket.start()]
            yield bracket[1]
        inside = _INSIDE.search(bare)
        if inside:
            yield inside["name"]


def _known(name: str, table: PublisherTable) -> Owner | None:
    """The owner when the table has the name, or a state's name stands in it."""
    found = table.named(name)
    if found is not None:
        return _owner(found)
    state, comma, body = name.partition(",")
    code = state_of(state)
    if comma and code:
        last = table.named(body.rpartition(",")[2])
        if last is not None and last.country in (code, None):
            return _owner(last)
        return Owner(f"{code.lower()}:{fold(body)}", name.strip(), "state", code)
    if code and not comma:
        return Owner(code.lower(), Gazetteer.for_country(None).canonical(code, "en"), "state", code)
    if comma:
        first, last = table.named(state), table.named(body.rpartition(",")[2])
        if first is not None and first.kind == "intergovernmental":
            return _owner(last) if last is not None else Owner(fold(name), name.strip(), first.kind, None)
    return None


def _owner(publisher: Publisher) -> Owner:
    return Owner(publisher.key, publisher.name, publisher.kind, publisher.country, publisher.language, listed=publisher)


def _unknown(name: str, draft: Draft) -> Owner:
    plain: SourceKind = "unknown"
    if not (draft.person and name == draft.author):
        plain = next((kind for kind in _BY_NAME if word(kind).search(name)), plain)
    return Owner(fold(name), name, plain, None)
