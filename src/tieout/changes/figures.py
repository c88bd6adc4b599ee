"""What became of the figures: in a sentence that both editions have, and of one thing counted in sentences rewritten.

A number for another time is an update, not a revision; what differs in unit, place or kind is not paired at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from tieout.changes.change import Change, Quote, State
from tieout.changes.sentence import Sentence
from tieout.evidence.figure import Figure
from tieout.sources.stems import words_of

_ALIKE = 0.6
"""The share of their words that two measures must have in common to be one."""
_SKIPPED = frozenset({"age", "threshold"})

By = Mapping[int, Sequence[Figure]]
"""The figures of an edition by the number of their sentence."""


def by_sentence(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> dict[int, list[Figure]]:
    """The figures of each sentence, in text order; those of headings and notes are left out."""
    out: dict[int, list[Figure]] = defaultdict(list)
    at = 0
    for figure in figures:
        while at < len(sentences) and sentences[at].end <= figure.start:
            at += 1
        number = at if at < len(sentences) and sentences[at].start <= figure.start else _find(figure, sentences)
        if number is not None and figure.where not in ("note", "title"):
            out[number].append(figure)
    return dict(out)


def _find(figure: Figure, sentences: Sequence[Sentence]) -> int | None:
    """The sentence of a figure where sentences do not stand in text order."""
    return next((n for n, s in enumerate(sentences) if s.start <= figure.start < s.end), None)


def in_one_sentence(old: Sequence[Figure], new: Sequence[Figure], sentence: str) -> Iterator[Change]:
    """The changes between the figures of one sentence in its two wordings."""
    rest = list(new)
    left = []
    for figure in old:
        same = next((f for f in rest if _says_the_same(figure, f)), None)
        if same is not None:
            rest.remove(same)
        else:
            left.append(figure)
    for figure in left:
        other = next((f for f in rest if _comparable(figure, f)), None)
        if other is not None:
            rest.remove(other)
            yield change(figure, other, sentence)
        else:
            yield Change("gone", "figure", quote(figure), None, sentence)
    yield from (Change("added", "figure", None, quote(f), sentence) for f in rest)


def across_sentences(
    old: Sequence[tuple[Figure, str]],
    new: Sequence[tuple[Figure, str]],
    there: Sequence[Figure],
    before: Sequence[Figure],
) -> Iterator[Change]:
    """The changes between figures of sentences that only one edition has. `there` are all figures of the newer one,
    `before` all of the older: what is said elsewhere with the same words for it is neither gone nor new."""
    known, earlier = _by_value(there), _by_value(before)
    rest = [(f, s) for f, s in new if not _restated(f, earlier)]
    for figure, sentence in old:
        if _restated(figure, known):
            continue
        other = next(((f, s) for f, s in rest if _comparable(figure, f) and _one_thing(figure, f)), None)
        if other is not None:
            rest.remove(other)
            yield change(figure, *other)
        else:
            yield Change("gone", "figure", quote(figure), None, sentence)
    yield from (Change("added", "figure", None, quote(f), s) for f, s in rest)


def change(old: Figure, new: Figure, sentence: str) -> Change:
    """One value in place of another, for the same time or another."""
    state: State = "updated" if old.period != new.period and old.period and new.period else "revised"
    return Change(state, "figure", quote(old), quote(new), sentence, computed(old, new))


def computed(old: Figure, new: Figure) -> str | None:
    """`412 -> 430 (+18, 4.4 %)`; None for vague numbers."""
    if old.value is None or new.value is None:
        return None
    difference = new.value - old.value
    said = f"{old.value_text} -> {new.value_text} ({'+' if difference > 0 else ''}{_plain(difference)}"
    if old.value and old.unit not in ("percent", "percentage_points"):
        return f"{said}, {float(difference / old.value * 100):+.1f} %)"
    return f"{said})"


def quote(figure: Figure) -> Quote:
    """The figure's own words."""
    return Quote(figure.doc, figure.start, figure.end, figure.text, figure.id)


def _plain(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.2f}".rstrip("0").rstrip(".")


def _says_the_same(one: Figure, other: Figure) -> bool:
    return (one.value, one.high, one.unit, one.bound) == (other.value, other.high, other.unit, other.bound)


def _comparable(one: Figure, other: Figure) -> bool:
    """Two numbers that may be values of one thing."""
    if one.kind in _SKIPPED or one.value is None or other.value is None:
        return False
    return (one.unit, one.kind, one.direction) == (other.unit, other.kind, other.direction)


def _one_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures surely count the same thing in the same place: both must say what and where."""
    if one.place_code != other.place_code or one.place_code is None or one.counting != other.counting:
        return False
    mine, theirs = _measure(one), _measure(other)
    return bool(mine and theirs) and len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _measure(figure: Figure) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(figure.measure or ""))


def _by_value(figures: Sequence[Figure]) -> dict[tuple[Fraction | None, str], list[Figure]]:
    out: dict[tuple[Fraction | None, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        out[figure.value, figure.unit].append(figure)
    return out


def _restated(figure: Figure, known: Mapping[tuple[Fraction | None, str], Sequence[Figure]]) -> bool:
    """Whether the same number stands elsewhere for what may be the same thing."""
    mine = _measure(figure)
    return any(not mine or mine & _measure(f) or not _measure(f) for f in known.get((figure.value, figure.unit), ()))
