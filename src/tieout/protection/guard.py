"""The Guard: finds protected names in a text, however they are written, and says no. It never says which name.

Time grows with the text times the length of the list; what a name may be written like is in forms.py and fold.py.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieout.errors import ProtectedError, shown
from tieout.protection.fold import Folded, folds, mapped
from tieout.protection.forms import Form, forms_of

WITHHELD = "[withheld]"
"""What stands where a name stood."""

Span = tuple[int, int]
_FILLER = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?…](?:[\"'”’»)\]]|\[\^?[\w-]{1,8}\])*\s|\n\s*\n|\r\n\s*\r\n")
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A protected name in a text: `text[start:end]`. `entry` is its place in the list, from 1."""

    start: int
    end: int
    entry: int


class Guard:
    """The names of a list, ready to be sought. False when the list is empty."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words = tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
        self._forms = tuple(forms_of(word) for word in self.words)

    def __bool__(self) -> bool:
        return bool(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Guard) and other.words == self.words

    def __hash__(self) -> int:
        return hash(self.words)

    def __repr__(self) -> str:
        return f"<Guard: {len(self.words)} names>"

    def meets(self, text: str) -> bool:
        """Whether a protected name stands in a text."""
        return bool(self.hits(text))

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Every protected name in a text, in its order; names of one entry that touch are one hit."""
        wanted = self._suspects(text)
        if not wanted:
            return ()
        found = {hit for folded in mapped(text) for entry, form in wanted for hit in _found(folded, entry, form)}
        return tuple(sorted(_merged(found)))

    def refuse(self, data: str | bytes, where: str) -> None:
        """ProtectedError when a protected name stands in a text, in a file of any kind, or in `where`, its name."""
        if not self:
            return
        try:
            entries = self.entries(data)
        except ProtectedError as fault:
            raise ProtectedError(f"{shown(self.masked(where))}: {fault}; nothing was written") from fault
        if entries:
            raise ProtectedError(_line(shown(self.masked(where)), entries, "stands in it", "stand in it"))
        entries = {hit.entry for hit in self.hits(where)}
        if entries:
            raise ProtectedError(_line(shown(self.masked(where)), entries, "stands in its name", "stand in its name"))

    def entries(self, data: str | bytes) -> set[int]:
        """Which entries of the list stand in a text or in a file of any kind."""
        if isinstance(data, str):
            return {hit.entry for hit in self.hits(data)}
        from tieout.protection.package import texts_in

        return {hit.entry for text in texts_in(data) for hit in self.hits(text)}

    def masked(self, text: str) -> str:
        """The text with `[withheld]` for every protected name; tags between its letters stay."""
        for hit in reversed(_apart(self.hits(text))):
            tags = "".join(re.findall(r"<[^<>]*>", text[hit.start : hit.end]))
            text = text[: hit.start] + WITHHELD + tags + text[hit.end :]
        return text

    def covered(self, text: str, stretches: Sequence[Span] = ()) -> tuple[str, tuple[Span, ...]]:
        """The text, as long as before, with blanks behind `[withheld]` for every sentence that holds a protected name,
        and the places of those sentences. No sentence leaves the stretch it stands in, in order; one is all the text.
        """
        spans = tuple(_sentences(text, _apart(self.hits(text)), stretches or [(0, len(text))]))
        for start, end in spans:
            text = text[:start] + WITHHELD[: end - start].ljust(end - start) + text[end:]
        return text, spans

    @cached_property
    def _all(self) -> tuple[tuple[int, Form], ...]:
        return tuple((entry, form) for entry, forms in enumerate(self._forms, 1) for form in forms)

    def _suspects(self, text: str) -> list[tuple[int, Form]]:
        """The forms that may stand in the text: a quick look that most texts pass."""
        if not self.words or not text:
            return []
        readings = [(_FILLER.sub("", reading), reading) for reading in folds(text)]
        standing = {key for key in {form.key for _, form in self._all} if any(key in bare for bare, _ in readings)}
        return [
            (entry, form)
            for entry, form in self._all
            if form.key in standing and (form.capitals or any(form.pattern.search(reading) for _, reading in readings))
        ]


def _found(folded: Folded, entry: int, form: Form) -> Iterator[Hit]:
    text = folded.cased if form.capitals else folded.low
    at = 0
    while found := form.pattern.search(text, at):
        end = _end(folded.cased, found, form)
        if end and _begins(folded.cased, found, form):
            yield Hit(folded.starts[found.start()], folded.ends[end - 1], entry)
            at = found.end()
        else:
            at = found.start() + 1


def _begins(cased: str, found: re.Match[str], form: Form) -> bool:
    """Whether the name begins where a word does: it may be glued to others where its letters are many."""
    at = found.start()
    return not form.edged or at == 0 or _edge(cased[at - 1], cased[at]) or _sure(found, form)


def _end(cased: str, found: re.Match[str], form: Form) -> int:
    """Where the name ends, with the `s` of a plural; 0 when the word goes on."""
    at = found.end()
    if not form.edged or at == len(cased) or _edge(cased[at - 1], cased[at]):
        return at
    if form.several and cased[at] in "sS" and (at + 1 == len(cased) or _edge(cased[at], cased[at + 1])):
        return at + 1
    return at if _sure(found, form) else 0


def _sure(found: re.Match[str], form: Form) -> bool:
    return bool(form.joined) and found.end() - found.start() == form.joined


def _edge(before: str, behind: str) -> bool:
    """Whether a word may end between two signs: a letter does not follow a letter, save a capital a small one."""
    if before.isalpha() and behind.isalpha():
        return before.islower() and behind.isupper()
    return not (before.isdigit() and behind.isdigit())


def _merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Hits of one entry that touch or overlap, as one."""
    last: dict[int, Hit] = {}
    for hit in sorted(hits):
        known = last.get(hit.entry)
        if known and hit.start <= known.end:
            last[hit.entry] = Hit(known.start, max(known.end, hit.end), hit.entry)
        else:
            if known:
                yield known
            last[hit.entry] = hit
    yield from last.values()


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """Hits of whatever entries, none over another."""
    apart: list[Hit] = []
    for hit in sorted(hits):
        if apart and hit.start < apart[-1].end:
            apart[-1] = Hit(apart[-1].start, max(apart[-1].end, hit.end), hit.entry)
        else:
            apart.append(hit)
    return apart


def _sentences(text: str, hits: Iterable[Hit], stretches: Sequence[Span]) -> Iterator[Span]:
    """The sentences in which hits stand, in order, none twice."""
    last = 0
    for hit in hits:
        if hit.end <= last:
            continue
        low = max(last, hit.start - _LONGEST_SENTENCE, _around(stretches, hit.start, hit.start)[0])
        high = min(hit.end + _LONGEST_SENTENCE, _around(stretches, hit.end - 1, hit.end)[1])
        ends = [found.end() for found in _SENTENCE_END.finditer(text, low, hit.start)]
        start = ends[-1] if ends else low
        behind = _SENTENCE_END.search(text, hit.end - 1, high)
        end = behind.end() if behind else high
        start, last = hit.start - len(text[start : hit.start].lstrip()), hit.end + len(text[hit.end : end].rstrip())
        yield start, last


def _around(stretches: Sequence[Span], at: int, otherwise: int) -> Span:
    """The stretch that holds a place."""
    number = bisect_right(stretches, (at, sys.maxsize)) - 1
    if number >= 0 and stretches[number][0] <= at < stretches[number][1]:
        return stretches[number]
    return otherwise, otherwise


def _line(where: str, entries: set[int], one: str, many: str) -> str:
    listed = ", ".join(map(str, sorted(entries)))
    if len(entries) == 1:
        return f"{where}: a protected name {one} (entry {listed} of the list); nothing was written, take it out first"
    return (
        f"{where}: {len(entries)} protected names {many} (entries {listed} of the list); nothing was written, "
        "take them out first"
    )
