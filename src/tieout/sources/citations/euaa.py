"""The form of EUAA reports: `author, title, date, url, pages`. Italics are lost in text, so the comma is looked for."""

from __future__ import annotations

import re

from tieout.sources.citations.chicago import SYMBOL
from tieout.sources.citations.draft import Draft, Line
from tieout.sources.citations.guarded import guarded
from tieout.sources.citations.names import author_end, is_name, is_person, state_of
from tieout.sources.citations.tail import Tail
from tieout.sources.citations.title import titled
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import word

_COMMA = re.compile(r",(?=\s)")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])")
_LONGEST_TITLE = 320


def read(line: Line, start: int, tail: Tail, table: PublisherTable, draft: Draft) -> bool:
    """Fill the draft from `author, title`; False when the words before the tail are no such thing."""
    segments = _segments(line.text[start : tail.head])
    if not segments or not segments[0].strip():
        return False
    if len(segments) == 1:
        return _alone(segments[0].strip(), table, draft)
    if SYMBOL.fullmatch(segments[0].strip()):
        titled(draft, segments[0])
        return True
    if word("law").match(segments[0].strip()):
        titled(draft, ",".join(segments))
        return True
    count, draft.person = author_end(segments, table)
    author = ",".join(segments[:count]).strip()
    if not is_name(author.replace(",", "")) and table.named(author) is None:
        if not tail.closed or _is_prose(line.text[start : tail.head]):
            return False
        last = segments[-1].strip()
        if table.named(last):
            draft.author = last
            titled(draft, ",".join(segments[:-1]))
        else:
            titled(draft, ",".join(segments))
        return True
    draft.author = author
    rest = segments[count:]
    _take_container(draft, rest, table)
    titled(draft, ",".join(rest))
    return draft.title is not None


def _is_prose(words: str) -> bool:
    """Whether words are a sentence or more, not a title."""
    return len(words) > _LONGEST_TITLE or any(True for _ in guarded(words).finditer(_STOP))


def _segments(head: str) -> list[str]:
    guard = guarded(head)
    cuts = [c.start() for c in guard.finditer(_COMMA)]
    return [head[a:b] for a, b in zip([0, *(c + 1 for c in cuts)], [*cuts, len(head)], strict=True)]


def _alone(words: str, table: PublisherTable, draft: Draft) -> bool:
    """A citation that has only an author, or only a title."""
    if table.named(words) or state_of(words):
        draft.author = words
    else:
        titled(draft, words)
    return True


def _take_container(draft: Draft, rest: list[str], table: PublisherTable) -> None:
    """`Ruiz, Ana, Title, El Tiempo`: of a person's work the publisher at the end is no part of the title."""
    author = draft.author or ""
    unlisted = table.named(author) is None and state_of(author.partition(",")[0]) is None and " " in author
    person = draft.person or is_person(author) or unlisted
    last = rest[-1].strip()
    if len(rest) > 1 and person and table.named(last):
        draft.container = last
        rest.pop()
