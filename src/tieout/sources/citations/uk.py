"""The form of the UK's country notes, its title a link: `Author, [Title](address) (section or page), date`."""

from __future__ import annotations

import re

from tieout.sources.citations.draft import Draft, Line, Link
from tieout.sources.citations.names import is_name
from tieout.sources.citations.tail import Tail
from tieout.sources.citations.title import titled
from tieout.sources.publisher import PublisherTable

_BRACKET = re.compile(r"[\s,’'”\"]*\(([^()]{1,80})\)")
_SEPARATORS = " ,.;:‘'“\""
_SHORTEST = 4
"""Characters of a linked title; shorter words (`url`, `here`) carry a link and are no title."""


def read(line: Line, start: int, tail: Tail, table: PublisherTable, draft: Draft) -> bool:
    """Fill the draft from a linked title with its author before it; False when no title is linked."""
    linked = [k for k in line.links if start < k.start and k.end <= tail.head and k.end - k.start >= _SHORTEST]
    if not linked or not _is_title(line.text, linked[0]):
        return False
    link = _whole(line, linked)
    author = line.text[start : link.start].strip(_SEPARATORS)
    if not author or not (is_name(author.replace(",", "")) or table.named(author)):
        return False
    behind = line.text[link.end : tail.head]
    bracket = _BRACKET.match(behind)
    if (behind[bracket.end() :] if bracket else behind).strip(" ,.;:’'”\"("):
        return False
    if bracket and tail.pages_start is None:
        draft.pages = bracket[1].strip()
    draft.author = author
    titled(draft, line.text[link.start : link.end])
    draft.url, draft.says_url = link.target, True
    return draft.title is not None


def _is_title(text: str, link: Link) -> bool:
    return text[link.start : link.end].lower() != link.target.lower() and not text.startswith("http", link.start)


def _whole(line: Line, links: list[Link]) -> Link:
    """A title may be linked in several stretches with one address."""
    first = links[0]
    end = first.end
    for link in links[1:]:
        if link.target == first.target and not line.text[end : link.start].strip():
            end = link.end
    return Link(first.start, end, first.target)
