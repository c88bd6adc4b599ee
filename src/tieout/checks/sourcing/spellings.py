"""Spellings: names of two words and more that a document prints in two forms, with their places, the rarer first.

Two forms are one name when they are alike but for accents and capitals, for a particle (`de`), or for one letter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from tieout.checks.case import Case
from tieout.checks.sourcing.citing import part
from tieout.checks.sourcing.likeness import distance_one
from tieout.checks.sourcing.noted import citations
from tieout.evidence.passage import Passage
from tieout.language.tables import LANGUAGES, words
from tieout.sources.words import fold
from tieout.ties.tie import Member

_WORD = r"[A-ZÁÉÍÓÚÑÜ][^\W\d_]+"
_PARTICLE = r"(?:de la|de los|de las|del|de|la|las|los|el|of the|of|y|da|do|al)"
_NAME = re.compile(rf"(?<![\w’'-]){_WORD}(?: (?:{_PARTICLE} )?{_WORD})+(?![\w’'-])")
_PARTICLES = frozenset(["de", "la", "los", "las", "del", "el", "of", "the", "y", "da", "do", "al"])
_LONG = 6
_RUNNING = frozenset({"paragraph", "list_item", "cell", "caption", "heading"})


def pairs(case: Case) -> Iterator[tuple[Member, Member]]:
    """(rarer form, commoner form) at their first uses."""
    forms: dict[str, list[tuple[Passage, int, int]]] = defaultdict(list)
    for passage in case.reading.passages:
        if passage.block.kind in _RUNNING and not passage.text.isupper():
            for found in _NAME.finditer(passage.text):
                for start, end in _names_in(found, passage):
                    forms[passage.text[start:end]].append((passage, start, end))
    told: set[frozenset[str]] = set()
    for one, other in _likely(forms):
        if frozenset((one, other)) in told:
            continue
        told.add(frozenset((one, other)))
        common, rare = sorted((one, other), key=lambda form: -len(forms[form]))
        if len(forms[common]) > len(forms[rare]) or len(forms[common]) > 1:
            yield _member(case, forms[rare][0]), _member(case, forms[common][0])


def authors(case: Case) -> Iterator[tuple[Member, Member]]:
    """(rarer form, commoner form) of authors of cited items that differ by one letter or an accent."""
    counted = Counter(c.author for c in citations(case) if c.author and not c.refers)
    first = {c.author: c for c in reversed(citations(case)) if c.author and not c.refers}
    near: dict[str, list[str]] = defaultdict(list)
    for author in counted:
        for key in {author[:_HEAD], author[-_HEAD:]}:
            near[fold(key)].append(author)
    told: set[frozenset[str]] = set()
    for group in near.values():
        for one, other in combinations(group, 2):
            if frozenset((one, other)) in told or counted[one] == counted[other] or not _one_author(one, other):
                continue
            told.add(frozenset((one, other)))
            rare, common = sorted((one, other), key=lambda author: counted[author])
            yield part(case, first[rare], rare), part(case, first[common], common)


_HEAD = 4
"""Letters at either end that two spellings of one author share."""


def _one_author(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    return min(len(a), len(b)) > _LONG and (a == b or distance_one(a, b)) and one.casefold() != other.casefold()


def _names_in(found: re.Match[str], passage: Passage) -> Iterator[tuple[int, int]]:
    """The name as printed, without a first word that has its capital from the sentence, and what stands behind `of`."""
    if found[0].isupper() or passage.block.kind == "heading":
        return
    (start, end), whole = found.span(), True
    first = found[0].partition(" ")[0]
    if start == 0 or passage.text[start - 2 : start - 1] in ".:;?!•":
        whole = fold(first) in _small()
        start += len(first) + 1
    if whole and " " in passage.text[start:end]:
        yield start, end
    for inner in _OF.finditer(passage.text, found.start(), end):
        if " " in passage.text[inner.end() : end]:
            yield inner.end(), end


_OF = re.compile(r" of (?:the )?")


@cache
def _small() -> frozenset[str]:
    return frozenset(w for code in LANGUAGES for w in words(code, "detect"))


def _likely(forms: dict[str, list[tuple[Passage, int, int]]]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that may be one name."""
    by_key: dict[str, list[str]] = defaultdict(list)
    near: dict[tuple[int, tuple[str, ...]], list[tuple[str, str]]] = defaultdict(list)
    for form in forms:
        telling = [w for w in fold(form).split() if w not in _PARTICLES]
        by_key[" ".join(telling)].append(form)
        if len(telling) > 1:
            for i, word in enumerate(telling):
                if len(word) >= _LONG:
                    near[i, tuple(telling[:i] + telling[i + 1 :])].append((word, form))
    for same in by_key.values():
        yield from (pair for pair in combinations(same, 2) if _one_name(*pair))
    for group in near.values():
        for (a, one), (b, other) in combinations(group, 2):
            if a != b and a[0] == b[0] and distance_one(a, b) and not _inflected(a, b):
                yield one, other


def _one_name(one: str, other: str) -> bool:
    """Forms that differ by more than `of` for `of the` in the middle of a phrase."""
    return len(one.split()) > 1 and len(other.split()) > 1 and one.replace(" the ", " ") != other.replace(" the ", " ")


def _inflected(a: str, b: str) -> bool:
    """Plurals, genders, and the forms of two languages are no slips."""
    return a.rstrip("aeos") == b.rstrip("aeos") or a.rstrip("n") == b.rstrip("n") or a[:-1] == b[:-1]


def _member(case: Case, at: Sequence[object]) -> Member:
    passage, start, end = at
    assert isinstance(passage, Passage) and isinstance(start, int) and isinstance(end, int)
    return case.words(passage, start, end)
