"""Page furniture: running heads and feet, page numbers, tables of contents. It is no part of the running text.

Only what is certain is taken: a page number stands beside a form feed or a running head, or such numbers rise through
the whole text; a running head is repeated beside page numbers or form feeds. A number alone may be a table's cell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from tieout.reading.lines import Line
from tieout.reading.shapes import LEADER, NUMBER_ALONE, ends_sentence

_PAGE_NUMBER = re.compile(r"(?<!\S)\d{1,4}(?!\S)")
_LEADING_NUMBER = re.compile(r"(\d{1,4})\s")
_ENTRY_NUMBER = re.compile(r"[\divxl]{1,4}(?:[–-]\d{1,4})?")
_HEAD_LENGTH = 110
_HEAD_REACH = 2
"""A running head stands at most this many lines from the page break."""
_LEADERS_APART = 8
_LEADERS_AT_LEAST = 3
_SHORT = 60


@dataclass(slots=True)
class Furniture:
    """Indices of the lines that are furniture, and the page number each page number line prints."""

    lines: set[int] = field(default_factory=set)
    pages: dict[int, str] = field(default_factory=dict)


def furniture_of(lines: Sequence[Line], contents: frozenset[str]) -> Furniture:
    """The furniture among the lines. `contents` are the words that head a table of contents, in lower case."""
    found = Furniture()
    numbers = {
        i: m[1] for i, line in enumerate(lines) if len(line.text) <= 9 and (m := NUMBER_ALONE.fullmatch(line.text))
    }
    _take_heads(lines, numbers, found)
    _take_numbers(lines, numbers, found)
    _take_contents(lines, contents, found)
    return found


def _take_heads(lines: Sequence[Line], numbers: dict[int, str], found: Furniture) -> None:
    """Short lines repeated beside page breaks or, in a text without these, beside numbers that stand alone."""
    feeds = [i for i, line in enumerate(lines) if line.feed]
    near = _near(feeds, _HEAD_REACH, _HEAD_REACH - 1) if feeds else _near(numbers, 1, 1)
    near = {i for i in near if i < len(lines) and i not in numbers and _may_head(lines[i].text)}
    elsewhere = Counter(line.text for i, line in enumerate(lines) if i not in near)
    pages = list(accumulate(int(line.feed) for line in lines))
    where: dict[str, list[int]] = defaultdict(list)
    for i in sorted(near):
        where[_PAGE_NUMBER.sub("#", lines[i].text).casefold()].append(i)
    for places in where.values():
        others = sum(elsewhere[text] for text in {lines[i].text for i in places})
        if len(places) < 2 or len(places) < 1.5 * others or not _counts_pages(lines, places, pages):
            continue
        if feeds or _rising([numbers[n] for i in places if (n := _number_beside(i, numbers)) is not None]):
            found.lines.update(places)


def _near(places: Iterable[int], before: int, behind: int) -> set[int]:
    """The indices at most so many lines before or behind the places."""
    return {i for place in places for i in range(max(0, place - before), place + behind + 1)}


def _may_head(text: str) -> bool:
    """Whether a line could be a running head at all: short, no end or middle of a sentence, no address."""
    return len(text) <= _HEAD_LENGTH and text[-1] not in ".,;" and not text[0].islower() and "://" not in text


def _counts_pages(lines: Sequence[Line], places: Sequence[int], pages: Sequence[int]) -> bool:
    """A head may begin with the page's number; notes like `3 Ibid.` begin with numbers that do not count pages."""
    leading = [(i, int(m[1])) for i in places if (m := _LEADING_NUMBER.match(lines[i].text))]
    return all(b[1] - a[1] == pages[b[0]] - pages[a[0]] for a, b in pairwise(leading))


def _number_beside(i: int, numbers: dict[int, str]) -> int | None:
    return next((k for k in (i + 1, i - 1) if k in numbers), None)


def _rising(values: Sequence[str]) -> bool:
    """Whether page numbers rise, as they do in one document (a few may be missing)."""
    numbers = [int(value) for value in values]
    return len(numbers) >= 2 and all(a < b for a, b in pairwise(numbers))


def _take_numbers(lines: Sequence[Line], numbers: dict[int, str], found: Furniture) -> None:
    """Page numbers: next to furniture or a form feed; else numbers between blank lines that rise throughout."""
    for i, number in numbers.items():
        line = lines[i]
        before_feed = i + 1 < len(lines) and lines[i + 1].feed
        beside_head = (i - 1 in found.lines and not line.feed) or (i + 1 in found.lines and not lines[i + 1].feed)
        if line.feed or before_feed or beside_head:
            found.pages[i] = number
    if not found.pages:
        alone = [i for i in numbers if lines[i].gap and (i + 1 == len(lines) or lines[i + 1].gap)]
        if len(alone) >= 3 and len(alone) == len(numbers) and _rising([numbers[i] for i in alone]):
            found.pages.update((i, numbers[i]) for i in alone)
    found.lines.update(found.pages)


def _take_contents(lines: Sequence[Line], contents: frozenset[str], found: Furniture) -> None:
    """Tables of contents: lines with dot leaders, and the short lines and numbers that stand among them."""
    leaders = [i for i, line in enumerate(lines) if _may_lead(line.text) and LEADER.search(line.text)]
    run: list[int] = []
    for i in [*leaders, len(lines) + 2 * _LEADERS_APART]:
        if run and i - run[-1] > _LEADERS_APART:
            if len(run) >= _LEADERS_AT_LEAST:
                _take_contents_run(lines, run[0], run[-1], contents, found)
            run = []
        run.append(i)


def _may_lead(text: str) -> bool:
    """A quick look before the pattern is tried."""
    return "..." in text or ". ." in text or "……" in text or "___" in text


def _take_contents_run(
    lines: Sequence[Line], first: int, last: int, contents: frozenset[str], found: Furniture
) -> None:
    for back in range(first, max(-1, first - 12), -1):
        if lines[back].text.strip("#* :").casefold() in contents:
            first = back
            break
    # The numbers of the last entry stand behind it, each on a line of its own.
    while last + 1 < len(lines):
        if _ENTRY_NUMBER.fullmatch(lines[last + 1].text):
            last += 1
        elif (
            last + 2 < len(lines)
            and len(lines[last + 1].text) < _SHORT
            and _ENTRY_NUMBER.fullmatch(lines[last + 2].text)
        ):
            last += 2
        else:
            break
    for i in range(first, last + 1):
        if len(lines[i].text) < _SHORT or LEADER.search(lines[i].text) or not ends_sentence(lines[i].text):
            found.lines.add(i)


def counts_of_repeats(lines: Sequence[Line]) -> Counter[str]:
    """How often each line stands in the text word for word: what is printed again and again is no heading."""
    return Counter(line.text for line in lines if len(line.text) <= _HEAD_LENGTH)
