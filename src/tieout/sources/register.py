"""The register of sources: citations of one item joined, most cited first. By link and title, never by likeness.

Two dates or titles of one item stay visible in `Source.dates` and `.titles`: a slip, or a page that is updated.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from tieout.language.edtf import bounds, is_date
from tieout.language.tables import LANGUAGES, words
from tieout.sources.citation import Citation
from tieout.sources.owner import Owner
from tieout.sources.publisher import PublisherTable
from tieout.sources.source import Source
from tieout.sources.words import fold, word

_NEAR = 28
"""Days: two dates of one title further apart are two items (the bulletins of two months)."""
_NOISE = ("utm_", "fbclid", "gclid")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its owner and the id of the note it stands in (None in a bibliography)."""

    citation: Citation
    owner: Owner | None
    note: str | None
    text: str
    """The words of the citation."""


def register(cited: Sequence[Cited], table: PublisherTable) -> tuple[list[Source], list[str]]:
    """The sources, and the key of the source of each citation (empty for one that names no item)."""
    groups = _grouped(cited)
    sources: list[Source] = []
    keys = [""] * len(cited)
    taken: set[str] = set()
    for group in groups:
        source = _source([cited[i] for i in group], table, taken)
        taken.add(source.key)
        sources.append(source)
        for i in group:
            keys[i] = source.key
    order = {source.key: at for at, source in enumerate(sources)}
    sources.sort(key=lambda s: (-s.times_cited, order[s.key]))
    return sources, keys


def bare_address(url: str) -> str:
    """An address for comparing: no scheme, `www.`, closing slash, fragment or tracking."""
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
    except ValueError:
        return url
    query = "&".join(q for q in parts.query.split("&") if q and not q.startswith(_NOISE))
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def is_site(url: str) -> bool:
    """Whether an address is that of a whole site: many items may be cited by it."""
    return not re.search(r"[/?]", bare_address(url))


def _grouped(cited: Sequence[Cited]) -> list[list[int]]:
    """Indices of the citations of each item, in order of first citation."""
    parent = list(range(len(cited)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    by_link: dict[str, int] = {}
    by_title: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(cited):
        c = one.citation
        if not (c.title or c.url):
            continue
        if c.url and not (c.title and is_site(c.url)):
            first = by_link.setdefault(bare_address(c.url), i)
            parent[root(i)] = root(first)
        if c.title:
            name = (one.owner.key if one.owner else fold(c.author or ""), fold(c.title))
            for other in by_title[name]:
                if _same_item(c, cited[other].citation):
                    parent[root(i)] = root(other)
                    break
            by_title[name].append(i)
    groups: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(cited):
        if one.citation.title or one.citation.url:
            groups[root(i)].append(i)
    return sorted(groups.values(), key=lambda group: group[0])


def _same_item(one: Citation, other: Citation) -> bool:
    """Whether two citations with one title and one publisher cite one item."""
    if one.kind == "interview":
        return one.date == other.date
    if one.date == other.date or one.date is None or other.date is None:
        return True
    if not (is_date(one.date) and is_date(other.date)):
        return False
    (a, b), (c, d) = bounds(one.date), bounds(other.date)
    if None in (a, b, c, d):
        return False
    low, high = max(a or date.min, c or date.min), min(b or date.max, d or date.max)
    if one.url and other.url and bare_address(one.url) != bare_address(other.url):
        return False
    return (low - high).days <= _NEAR


def _source(group: Sequence[Cited], table: PublisherTable, taken: set[str]) -> Source:
    first = group[0].citation
    owner = next((one.owner for one in group if one.owner is not None), None)
    titles = _in_order(one.citation.title for one in group)
    dates = _in_order(one.citation.date for one in group)
    url = next((one.citation.url for one in group if one.citation.url), None)
    title = _commonest(one.citation.title for one in group)
    oral = first.kind == "interview"
    return Source(
        key=_key(owner, first, title, taken),
        publisher=owner.name if owner else None,
        publisher_key=owner.key if owner else None,
        kind="oral" if oral else owner.kind if owner else "unknown",
        language=language_of_title(title) or (owner.language if owner else None),
        country=owner.country if owner else None,
        title=title,
        date=_commonest(one.citation.date for one in group),
        url=url,
        funder=next((f for one in group if (f := _funder(one.text))), None),
        distributor=_distributor(group, url, owner, table),
        times_cited=sum(one.note is not None for one in group),
        notes=tuple(_in_order(one.note for one in group)),
        author=first.author,
        item=first.kind,
        dates=tuple(dates),
        titles=tuple(titles),
    )


def _key(owner: Owner | None, first: Citation, title: str | None, taken: set[str]) -> str:
    """A readable key: publisher, year and first words of the title."""
    who = (owner.key if owner else "").partition(":")[0] or "unknown"
    year = (first.date or "nd")[:4]
    words_of_title = "-".join(fold(title or first.url or "").split()[:4])
    key = base = "-".join(part for part in ("-".join(who.split()[:4]), year, words_of_title) if part)
    number = 2
    while key in taken:
        key = f"{base}-{number}"
        number += 1
    return key


def language_of_title(title: str | None) -> str | None:
    """The language of a title by its short words; None when they tell none, or two."""
    if not title:
        return None
    found = fold(title).split()
    counts: Mapping[str, int] = {code: sum(w in _folded(code) for w in found) for code in LANGUAGES}
    best = sorted(counts, key=lambda code: -counts[code])
    return best[0] if counts[best[0]] > (counts[best[1]] if len(best) > 1 else 0) else None


def _folded(code: str) -> frozenset[str]:
    return words(code, "detect")


def _funder(text: str) -> str | None:
    said = word("funder").search(text)
    if said is None:
        return None
    who = text[said.end() :].strip().split(",")[0].split(";")[0].split(".")[0].strip(" ()[]")
    return who or None


def _distributor(group: Sequence[Cited], url: str | None, owner: Owner | None, table: PublisherTable) -> str | None:
    """Who passed it on: the site of the link, or the one that the words name (`via ecoi.net`)."""
    site = table.at(url) if url else None
    if site is not None and site.distributes and not (owner and site.country and owner.country == site.country):
        return site.name
    for one in group:
        if one.citation.cited_in:
            continue
        folded = f" {fold(one.text)} "
        if " via " not in folded:
            continue
        for publisher in table.publishers:
            if publisher.distributes and f" via {fold(publisher.name)} " in folded:
                return publisher.name
    return None


def _in_order(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _commonest(values: Iterable[str | None]) -> str | None:
    """The value given most often, the first of those given equally often."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def with_key(citation: Citation, key: str) -> Citation:
    """The citation with the key of its source."""
    return replace(citation, source=key)
