"""Evidence: the passages of the library that a claim can rest on, with its numbers beside theirs.

It finds and aligns; what the two differ in, the comparisons say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieout.evidence.mention import Mention
from tieout.sources.claims.amount import agree, loosely, printed_alike, same_amount, same_unit
from tieout.sources.claims.line import Line
from tieout.sources.claims.quoting import holds, quotations
from tieout.sources.holdings import Held, Holdings
from tieout.sources.passages import Index, keys_of
from tieout.sources.stems import words_of

_CANDIDATES = 20
_NEAR = 0.6
"""What a key is worth that stands in the sentence beside, not in the sentence itself."""
_ALIGNED = 6.0
"""What a number that agrees adds to a passage's worth, in weights of keys."""
_FINALISTS = 3
"""Candidates whose numbers are read."""
_EXTRA = 2
_LEAST_SHARED = 2
_SAME_SEAT = 2
"""Words beside two numbers that must be alike for them to stand in one place of their sentences."""
_FAR = 3
"""Sentences apart from which on two passages are distant."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of the claim and the one of the evidence that agrees with it, None when none does."""

    mention: Mention
    line: Line | None
    found: Mention | None


@dataclass
class Evidence:
    """The best sentence for a claim, its neighbours, and further sentences that hold what it lacks."""

    claim: Line
    held: Held
    number: int
    line: Line
    near: Sequence[Line]
    extra: Sequence[tuple[int, Line]] = ()
    coverage: float = 0.0
    """The share of the claim's telling words and numbers that the evidence has, weighted by how telling they are."""

    @property
    def lines(self) -> list[Line]:
        """All sentences of the evidence, the best first."""
        return [self.line, *self.near, *(line for _, line in self.extra)]

    @cached_property
    def pairs(self) -> list[Pair]:
        """Each number of the claim with its counterpart; those in words quoted letter for letter need none."""
        return [self._pair(m) for m in self.claim.mentions if not self.is_quoted(m.start)]

    @cached_property
    def quoted(self) -> Sequence[tuple[int, int]]:
        """The stretches of the claim that are the source's words letter for letter."""
        text = self.claim.passage.text
        return [(start, end) for start, end in quotations(self.claim) if holds(self.held, text[start:end])]

    def is_quoted(self, at: int) -> bool:
        """Whether an offset of the claim lies in the source's own words."""
        return any(start <= at < end for start, end in self.quoted)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys of the evidence, its headings and its text's title."""
        return frozenset().union(*(line.keys for line in self.lines), self.held.head_keys, self._above)

    @cached_property
    def term_ids(self) -> frozenset[str]:
        return frozenset(key[1:] for key in self.keys if key[0] == "=")

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the text's own date and title print."""
        return frozenset(int(year) for year in _YEAR.findall(f"{self.held.head} {self.held.item.date or ''}"))

    @cached_property
    def _above(self) -> set[str]:
        headings = (self.held.passages[at].text for at in self.line.passage.headings)
        return keys_of([word for text in headings for word in words_of(text)])

    @property
    def same_language(self) -> bool:
        """Whether claim and evidence are in one language, so that words can be compared as printed."""
        return self.claim.language == self.line.language

    def _pair(self, mention: Mention) -> Pair:
        """The number of the evidence that agrees: of several the one among the same words, then with the same bound.

        None when another number stands among the same words in the best sentence: then that one is meant.
        """
        beside = self.claim.beside(mention.start, mention.end)

        def alike(line: Line, found: Mention) -> int:
            return len(beside & line.beside(found.start, found.end))

        def fitness(fit: tuple[Line, Mention]) -> tuple[bool, int, bool]:
            bound = fit[1].bound == mention.bound
            return bound and mention.bound != "exact", alike(*fit), bound

        for test in (same_amount, printed_alike, agree, loosely):
            for lines in ([self.line], self.lines[1:]):
                fits = [(line, m) for line in lines for m in line.mentions if test(mention, m)]
                if not fits:
                    continue
                line, found = max(fits, key=fitness)
                rival = self.rival(mention) if line is not self.line else None
                if rival is not None and alike(self.line, rival) > alike(line, found) + 1:
                    return Pair(mention, None, None)
                return Pair(mention, line, found)
        return Pair(mention, None, None)

    def rival(self, mention: Mention) -> Mention | None:
        """The number of the best sentence, the claim's nowhere, that stands among the words of this number."""
        beside = self.claim.beside(mention.start, mention.end)
        seats = [
            (len(beside & self.line.beside(m.start, m.end)), m)
            for m in self.line.mentions
            if same_unit(mention, m) and not any(same_amount(other, m) for other in self.claim.mentions)
        ]
        best = max(seats, key=lambda seat: (seat[0], seat[1].value == mention.value), default=None)
        return best[1] if best is not None and best[0] >= _SAME_SEAT else None

    def free(self) -> list[tuple[Line, Mention]]:
        """Numbers of the best sentence that no number of the claim agrees with."""
        taken = [pair.found for pair in self.pairs if pair.found is not None]
        return [(self.line, m) for m in self.line.mentions if m not in taken]


def evidence_for(claim: Line, holdings: Holdings, items: Collection[int] | None) -> Evidence | None:
    """The best evidence for a claim among some texts (all when None); None when no passage shares anything with it."""
    index = holdings.index
    needs = _needs(claim, index, publishers(holdings, items))
    found = index.search({key for need in needs for key in need.keys}, items, _CANDIDATES)
    if not found:
        return None
    worths = {n: _worth(index, n, needs, holdings.texts[index.units[n].item].head_keys) for n in found}
    finalists = sorted(found, key=lambda n: -worths[n])[:_FINALISTS]
    best = max(finalists, key=lambda n: worths[n] + _numbers_worth(claim, holdings, n))
    unit = index.units[best]
    evidence = Evidence(claim, holdings.texts[unit.item], best, holdings.line(best), holdings.near(best))
    evidence = _with_extra(evidence, holdings, unit.item)
    total = sum(need.weight for need in needs) or 1.0
    evidence.coverage = sum(need.weight for need in needs if need.keys & evidence.keys) / total
    return evidence


@dataclass(frozen=True, slots=True)
class Need:
    """A word, term or numeral of a claim: the keys of which a passage must have one, and how telling they are."""

    keys: frozenset[str]
    weight: float


def publishers(holdings: Holdings, items: Collection[int] | None) -> frozenset[str]:
    """The words of the names of the texts' publishers: a claim names its source, a passage does not name itself."""
    names = (holdings.texts[item].item.publisher or "" for item in items or ())
    return frozenset(w.root for name in names for w in words_of(name))


def _needs(claim: Line, index: Index, own: frozenset[str]) -> list[Need]:
    """What a passage must have. A word that names a term is met by the term in any form and language."""
    named: dict[int, list[str]] = {}
    sizes: dict[int, int] = {}
    for term in claim.terms:
        inside = [word.start for word in claim.words if term.start <= word.start < term.end]
        for start in inside:
            named.setdefault(start, []).append(f"={term.term.id}")
            sizes[start] = max(sizes.get(start, 1), len(inside))
    out: dict[frozenset[str], Need] = {}
    for word in claim.words:
        terms = named.get(word.start, [])
        if (word.name and word.root in own) or (word.root not in claim.keys and not terms):
            continue
        keys = frozenset(terms) | ({word.root} if word.root in claim.keys else frozenset())
        weight = max(index.weight(key) for key in terms or keys) / sizes.get(word.start, 1)
        out.setdefault(keys, Need(keys, weight))
    return list(out.values())


def _worth(index: Index, number: int, needs: Sequence[Need], head: frozenset[str]) -> float:
    """How much of the claim a sentence holds, what its neighbours and its text's title hold counting less."""
    here, beside = index.keys[number], index.around(number) | head
    return sum(n.weight if n.keys & here else _NEAR * n.weight if n.keys & beside else 0.0 for n in needs)


def _numbers_worth(claim: Line, holdings: Holdings, number: int) -> float:
    """What the numbers that agree add; those printed in digits are looked up, only those in words are read."""
    here, beside = holdings.index.keys[number], holdings.index.around(number)
    worth = 0.0
    for mention in claim.mentions:
        digits = {w.stem for w in claim.words if w.number and mention.start <= w.start < mention.end}
        if digits <= here and (digits or _has(holdings.line(number), mention)):
            worth += _ALIGNED
        elif digits and digits <= beside:
            worth += _NEAR * _ALIGNED
    return worth


def _with_extra(evidence: Evidence, holdings: Holdings, item: int) -> Evidence:
    """The evidence with further sentences of the same text for numbers that it lacks."""
    extra: list[tuple[int, Line]] = []
    for pair in evidence.pairs:
        if pair.found is not None or any(_has(line, pair.mention) for _, line in extra):
            continue
        best = _elsewhere(evidence, holdings, pair.mention, item)
        if best is not None and len(extra) < _EXTRA:
            extra.append((best, holdings.line(best)))
    if not extra:
        return evidence
    return Evidence(evidence.claim, evidence.held, evidence.number, evidence.line, evidence.near, extra)


def _elsewhere(evidence: Evidence, holdings: Holdings, mention: Mention, item: int) -> int | None:
    """The sentence of the same text that prints a number and shares most of the words beside it in the claim."""
    claim = evidence.claim
    digits = {w.stem for w in claim.words if w.number and mention.start <= w.start < mention.end}
    beside = {w.root for w in claim.words if abs(w.start - mention.start) < _BESIDE and not w.number}
    own = {word for word in digits if len(word) >= _OWN}
    printed = {n for key in digits for n in holdings.index.holding(key, [item])}
    worded = holdings.index.search(beside, [item], _CANDIDATES) if not digits else []
    best, most = None, -1.0
    for number in (*sorted(printed), *worded):
        if number == evidence.number:
            continue
        line = holdings.line(number)
        shared = [key for key in line.keys & claim.keys if key in beside]
        if (own or len(shared) >= _LEAST_SHARED) and _has(line, mention):
            worth = sum(holdings.index.weight(key) for key in shared)
            if worth > most:
                best, most = number, worth
    return best


_OWN = 4
"""Digits of a numeral that speaks for itself, whatever words stand beside it."""
_BESIDE = 60
"""Characters of the claim around a number whose words must be found with it."""


def _has(line: Line, mention: Mention) -> bool:
    return any(same_amount(mention, m) for m in line.mentions)


def distant(evidence: Evidence, number: int) -> bool:
    """Whether another sentence of the same text stands far from the best one."""
    return abs(number - evidence.number) > _FAR
