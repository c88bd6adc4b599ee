"""Same ties: one quantity stated twice, and one limit stated as the highest here and as the lowest there."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, content, shared_words
from tieout.ties.cues import cue
from tieout.ties.judge import tie_of
from tieout.ties.plain import bare, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import SOFT
from tieout.ties.tie import Tie

_UP = frozenset({"at_least", "more_than"})
_DOWN = frozenset({"at_most", "less_than"})
_TELLING = 10
"""A smaller count is printed in too many titles to mean anything."""
_OWN = 100
_NEAR = 8
"""A limit is one limit within this many sentences."""


def propose(scene: Scene) -> Iterator[Tie]:
    """Restatements of one number for one measure; opposite bounds on one number."""
    yield from _restated(scene)
    yield from _misquoted(scene)
    yield from _limits(scene)
    yield from _noted(scene)


def _noted(scene: Scene) -> Iterator[Tie]:
    """A number of the text that the title of a work cited for it prints too (`más de 100`, for 117)."""
    for sentence in scene.sentences:
        if not sentence.seats:
            continue
        cited = [figure for label in dict.fromkeys(sentence.cited()) for figure in scene.noted.get(label, ())]
        for seat in sentence.seats:
            twins = [figure for figure in cited if _repeats(figure, seat.figure)]
            if twins:
                yield tie_of(
                    "same", "holds", (seat.figure, *twins),
                    stated=f"{words(seat.figure)}, and {', '.join(words(t) for t in twins)} in the works cited",
                    computed=f"{bare(seat.figure)} fits {' and '.join(words(t) for t in twins)}",
                )  # fmt: skip


def _repeats(noted: Figure, figure: Figure) -> bool:
    """The same number, or one that the note's bound allows; small counts are met by chance."""
    if noted.value is None or figure.value is None or noted.unit != figure.unit or noted.high or figure.high:
        return False
    if figure.unit == "count" and figure.value < _TELLING:
        return False
    if noted.value == figure.value:
        return True
    one, other = SOFT.plain(noted), SOFT.plain(figure)
    return noted.bound != "exact" and one is not None and other is not None and one.meets(other)


def _restated(scene: Scene) -> Iterator[Tie]:
    groups: dict[tuple[object, ...], list[tuple[Sentence, Figure]]] = defaultdict(list)
    for sentence, seat in scene.seats():
        figure = seat.figure
        if not figure.value or figure.where != "body" or figure.high is not None or figure.unit in ("years", "rank"):
            continue
        groups[(figure.value, figure.unit, figure.kind, figure.bound)].append((sentence, figure))
    for group in groups.values():
        for (home, one), (other_home, other) in itertools.pairwise(group):
            if home is not other_home and _one_quantity(one, other):
                yield tie_of(
                    "same", "holds", (one, other),
                    stated=f"{words(one)} {one.measure or ''}, stated twice".replace(" ,", ","),
                    computed=f"{words(one)} = {words(other)}",
                )  # fmt: skip


def _misquoted(scene: Scene) -> Iterator[Tie]:
    """`1,286 cases …. The 1,268 cases …`: taken up again with an article, one digit wrong or two exchanged."""
    for sentence in scene.sentences:
        earlier = sentence.before.seats if sentence.before else []
        for seat in sentence.seats:
            if not _is_telling(seat.figure) or not cue(scene.language, "definite").within(sentence.ahead(seat, 14)):
                continue
            twins = [s.figure for s in earlier if _is_telling(s.figure) and _one_thing(s.figure, seat.figure)]
            if len(twins) == 1 and slip_of_digits(twins[0], seat.figure):
                one = twins[0]
                yield tie_of(
                    "same", "breaks", (seat.figure, one),
                    stated=f"{words(one)} taken up as {words(seat.figure)}",
                    computed=f"{bare(one)} ≠ {bare(seat.figure)}",
                )  # fmt: skip


def _is_telling(figure: Figure) -> bool:
    whole = figure.value is not None and figure.value.denominator == 1 and figure.value > _OWN
    return (
        whole and figure.unit == "count" and figure.kind == "level" and figure.bound == "exact" and figure.high is None
    )


def _one_thing(one: Figure, other: Figure) -> bool:
    """One kind of thing, counted in one period: the words of the shorter measure are all in the longer."""
    mine, theirs = content(one.measure), content(other.measure)
    named = bool(mine and theirs) and (mine <= theirs or theirs <= mine)
    return named and one.counting == other.counting and one.period == other.period and clash((one, other)) is None


def slip_of_digits(one: Figure, other: Figure) -> bool:
    """True when one digit differs, or two neighbours are exchanged."""
    left, right = str(one.value), str(other.value)
    at = [i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    if len(left) != len(right):
        return False
    swapped = len(at) == 2 and at[1] == at[0] + 1 and left[at[0]] == right[at[1]] and left[at[1]] == right[at[0]]
    return len(at) == 1 or swapped


def _one_quantity(one: Figure, other: Figure) -> bool:
    """The records must say that it is the same thing: two telling words, and small numbers all of them.

    A number that is neither small nor round, of one kind of people or events in one stated period, speaks for itself.
    """
    telling = one.unit == "count" and (one.value or 0) > _OWN and (one.value or 0) % 10 != 0
    if telling and one.counting and one.period and (one.counting, one.period) == (other.counting, other.period):
        return clash((one, other)) is None
    shared = shared_words(one, other)
    whole = len(content(one.measure) | content(other.measure))
    needed = 2 if (one.value or 0) > 12 or one.unit != "count" else whole
    return shared >= max(2, needed) and clash((one, other)) is None


def _limits(scene: Scene) -> Iterator[Tie]:
    """`up to 500 percent` and, of the same thing, `upwards of 500 percent`."""
    numbered = list(enumerate(scene.sentences))
    bounded = [(at, s) for at, sentence in numbered for s in sentence.seats if s.figure.bound in _UP | _DOWN]
    for index, (at, one) in enumerate(bounded):
        for where, other in bounded[index + 1 :]:
            if where - at > _NEAR:
                break
            if _opposite(one, other) and shared_words(one.figure, other.figure):
                yield _limit(one.figure, other.figure)


def _opposite(one: Seat, other: Seat) -> bool:
    a, b = one.figure, other.figure
    if a.value is None or a.value != b.value or a.unit != b.unit or a.high is not None or b.high is not None:
        return False
    if a.value < 3 or a.unit in ("years", "months", "days", "hours", "share", "fold") or a.kind == "age":
        return False
    return (a.bound in _UP) != (b.bound in _UP)


def _limit(one: Figure, other: Figure) -> Tie:
    reason = clash((one, other))
    return tie_of(
        "same", "open" if reason else "breaks", (other, one), reason=reason,
        stated=f"{words(one)} and {words(other)}",
        computed="the highest of one statement is the lowest of the other",
    )  # fmt: skip
