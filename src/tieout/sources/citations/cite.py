"""All citations of a note's line: parted, each read by the form it has. What has no form of a citation is none."""

from __future__ import annotations

from tieout.reading.shapes import LINK, link_end
from tieout.sources.citations import back, chicago, euaa, interview, numbered, uk
from tieout.sources.citations.draft import Draft, Line, Link
from tieout.sources.citations.names import is_name
from tieout.sources.citations.split import Chunk, chunks
from tieout.sources.citations.tail import Tail, tail_of
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import word

_SHORT_LINK = 3


def cite(line: Line, table: PublisherTable) -> list[Draft]:
    """The citations of a line, in order."""
    line = with_addresses(line)
    return [draft for chunk in chunks(line, table) if (draft := _draft(line, chunk, table)) is not None]


def with_addresses(line: Line) -> Line:
    """A line whose bare addresses are links too."""
    known = {link.start for link in line.links}
    covered = [(link.start, link.end) for link in line.links]
    bare = [
        Link(m.start(), end, line.text[m.start() : end])
        for m in LINK.finditer(line.text)
        if (end := link_end(line.text, m.start(), m.end())) - m.start() > 8
        and m.start() not in known
        and not any(a <= m.start() < b for a, b in covered)
    ]
    return Line(line.text, sorted([*line.links, *bare])) if bare else line


def _draft(line: Line, chunk: Chunk, table: PublisherTable) -> Draft | None:
    tail = tail_of(line, chunk.start, chunk.end)
    draft = Draft(chunk.start, chunk.end, see_also=chunk.see_also)
    if back.read(line, chunk.start, chunk.end, draft):
        return _finished(line, draft, tail)
    cited_in = word("cited_in").search(line.text, chunk.start, tail.head)
    if cited_in and _relays(line, chunk.start, cited_in.start()):
        return _relayed(line, chunk, cited_in.start(), cited_in.end(), table)
    head = line.text[chunk.start : tail.head].strip(" ,.;:")
    if not head:
        return _finished(line, draft, tail) if tail.url or tail.says_url else None
    if not tail.found and not _is_short_form(head, table) and not numbered.AUTHOR_YEAR.match(head):
        return None
    if interview.read(line, chunk.start, tail, draft):
        return _finished(line, draft, tail)
    forms = (uk.read, chicago.read, numbered.read, euaa.read)
    if any(form(line, chunk.start, tail, table, draft) for form in forms):
        return _finished(line, draft, tail) if _is_citation(line, draft, tail, table) else None
    # A sentence with a link: somebody's item, of which the words say nothing more.
    return _finished(line, Draft(tail.head, chunk.end, see_also=chunk.see_also), tail) if tail.says_url else None


def _relays(line: Line, start: int, at: int) -> bool:
    """Whether `cited in` at an offset parts one item from another: a whole item stands before it, parted off."""
    before = line.text[start:at].rstrip()
    return before[-1:] in (",", ";", "(", ".") and "," in before[:-1] and tail_of(line, start, at).found


def _relayed(line: Line, chunk: Chunk, at: int, behind: int, table: PublisherTable) -> Draft | None:
    """`X, Title, date, as cited in Y, …`: the item is X's, seen in Y's; where X's own words say little, Y's stand."""
    own = tail_of(line, chunk.start, at)
    draft = _draft(line, Chunk(chunk.start, at, chunk.see_also), table) if own.found else None
    rest = _draft(line, Chunk(behind, chunk.end, chunk.see_also), table)
    if draft is None:
        if rest is not None:
            rest.start = chunk.start
        return rest
    draft.cited_in = line.text[behind : chunk.end].strip(" ,.;:)") or None
    if rest is not None:
        draft.url = draft.url or rest.url
        draft.says_url = draft.says_url or rest.says_url
        draft.link_word = draft.link_word if draft.link_word is not None else rest.link_word
    draft.end = chunk.end
    return draft


def _is_short_form(head: str, table: PublisherTable) -> bool:
    """`HRW, World Report`: without date and link only a known author with a title is a citation."""
    author, comma, title = head.partition(",")
    return bool(comma) and len(head) < 200 and table.named(author) is not None and is_name(title)


def _is_citation(line: Line, draft: Draft, tail: Tail, table: PublisherTable) -> bool:
    """Whether what was read is a citation: a sentence with a date at its end is none."""
    if tail.closed or draft.journal or draft.container:
        return draft.title is not None or tail.says_url
    if tail.date_text is not None:
        return draft.title is not None and (draft.author is not None or chicago.SYMBOL.match(draft.title) is not None)
    return _is_short_form(line.text[draft.start : tail.head], table)


def _finished(line: Line, draft: Draft, tail: Tail) -> Draft:
    draft.date, draft.date_text = tail.date, tail.date_text
    if tail.date_text is not None:
        # The forms that find the date elsewhere than at the end know its words only.
        at = line.text.find(tail.date_text, draft.start, draft.end) if tail.date_start is None else tail.date_start
        draft.date_start = at if at >= 0 else None
    draft.pages = tail.pages(line.text) or draft.pages
    draft.url, draft.says_url = tail.url or draft.url, tail.says_url or draft.says_url
    draft.link_word, draft.accessed = tail.link_word, tail.accessed
    if draft.url is None:
        worded = [
            k for k in line.links if draft.start <= k.start and k.end <= draft.end and k.end - k.start >= _SHORT_LINK
        ]
        if worded:
            draft.url, draft.says_url = worded[0].target, True
    while draft.end > draft.start and line.text[draft.end - 1] in " ,;":
        draft.end -= 1
    return draft
