"""Running ties: counts that can only grow, because the later one holds the earlier, and series said to go one way.

January to September holds January to April; `rose every year` is said of each number in the row.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from tieout.evidence.figure import Figure
from tieout.language.edtf import before, bounds, is_date, sort_key
from tieout.language.periods import find_dates
from tieout.ties.alike import Field, clash, content, same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import Interval
from tieout.ties.judge import judge, tie_of
from tieout.ties.lists import listed
from tieout.ties.pairs import is_level
from tieout.ties.plain import bare, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Tie

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORTEST = 3
_BOTH: tuple[Field, ...] = ("place", "unit")
_ALL: tuple[Field, ...] = ("place", "authority", "unit")
_ACTS = frozenset({"arrest", "death", "case", "complaint", "incident", "operation", "investigation"})
"""What can only grow in number: done is done."""
_REACH = 3
"""A running count is taken up again within this many sentences."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each pair of counts from one start, and for each series with words for all of it."""
    for sentence in scene.sentences:
        yield from _growing(sentence, scene.language)
        yield from _so_far(sentence, scene.language)
        yield from _steady(sentence, scene.language)


def _growing(sentence: Sentence, language: str) -> Iterator[Tie]:
    """Neighbouring counts of one thing whose periods begin together and end one after the other."""
    if not any(_counts(s.figure) for s in sentence.seats):
        return
    near = [*_back(sentence, language), *_dated(sentence, language)]
    counts = [s.figure for s in near if _counts(s.figure)]
    own = {id(s.figure) for s in sentence.seats}
    for index, other in enumerate(counts):
        for one in reversed(counts[:index] if id(other) in own else []):
            early, late = sorted((one, other), key=lambda f: sort_key(f.period or ""))
            same_thing = content(early.measure) and content(early.measure) == content(late.measure)
            if same_thing and same_unit(one, other) and _nested(early, late):
                tie = _no_less(early, late)
                yield from [tie] if tie else []
                break


def _back(sentence: Sentence, language: str) -> list[Seat]:
    """The seats of the sentences just before that print a date of their own."""
    seats: list[Seat] = []
    for _ in range(_REACH):
        if sentence.before is None:
            break
        sentence = sentence.before
        seats[:0] = _dated(sentence, language)
    return seats


def _dated(sentence: Sentence, language: str) -> list[Seat]:
    """The seats of a sentence that prints a date of its own: other periods are only carried over."""
    return sentence.seats if sentence.seats and find_dates(sentence.text, language) else []


def _counts(figure: Figure) -> bool:
    return (
        figure.kind == "level" and figure.unit == "count" and figure.high is None and figure.where == "body"
        and "/" in (figure.period or "") and is_date(figure.period or "")
    )  # fmt: skip


def _nested(early: Figure, late: Figure) -> bool:
    (start, end), (other_start, other_end) = bounds(early.period or ""), bounds(late.period or "")
    return start == other_start and start is not None and end is not None and other_end is not None and end < other_end


def _no_less(early: Figure, late: Figure) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        low, high = look.plain(early), look.plain(late)
        return low, None if high is None else high.at_most()

    # Two authorities that agree on this bear each other out; that they count differently excuses only a misfit.
    fits = (early.value or 0) <= (late.value or 0)
    sign = "≤" if fits else ">"
    return judge(
        "order", (late, early), relation,
        stated=f"{words(late)} in {late.period}, a time that holds {early.period} with {words(early)}",
        computed=f"{bare(early)} {sign} {bare(late)}",
        explicit=True, reason=clash((early, late), *(_BOTH if fits else _ALL)),
    )  # fmt: skip


def _so_far(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`By 23 January, 3,178 people had been detained; by 10 February, the number was 4,734`: the later is no smaller.

    Only for acts and events that nothing undoes; of those who are held or displaced fewer may be left.
    """
    near = [s for s in [*_back(sentence, language)[-1:], *sentence.seats] if _is_tally(s.figure)]
    homes = [sentence.before, sentence] if sentence.before else [sentence]
    told = " ".join(home.text for home in homes if any(s in home.seats for s in near))
    for left, right in itertools.pairwise(near):
        early, late = left.figure, right.figure
        days = [_by(home, s, language) for home in homes for s in (left, right) if s in home.seats]
        if len(days) != 2 or days[0] is None or days[1] is None or not before(days[0], days[1]):
            continue
        same_thing = content(late.measure) <= content(early.measure)
        if same_thing and same_unit(early, late) and cue(language, "had_been").within(told):
            tie = _no_less(early, late)
            yield from [tie] if tie else []


def _is_tally(figure: Figure) -> bool:
    return figure.counting in _ACTS and figure.kind == "level" and figure.unit == "count" and figure.high is None


def _by(sentence: Sentence, seat: Seat, language: str) -> str | None:
    """The date up to which a count goes, when words such as `by` and the date stand before it in its clause."""
    start = max([sentence.start, *(s.end for s in sentence.seats if s.end <= seat.start)])
    lead = sentence.line[start : seat.start]
    dates = [d for d in find_dates(lead, language) if d.valid and d.edtf and is_date(d.edtf) and "/" not in d.edtf]
    if len(dates) != 1 or not cue(language, "up_to_date").within(lead[: dates[0].start]):
        return None
    return dates[0].edtf


def _steady(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`rose every year: 554 in 2019, 616 in 2020 and 668 in 2021`."""
    text = sentence.text
    up, down = cue(language, "rise").within(text), cue(language, "fall").within(text)
    levels = [s for s in sentence.seats if is_level(s)]
    if up == down or not levels:
        return
    verb = cue(language, "rise" if up else "fall").pattern.pattern
    colon = re.search(rf"(?:{verb}):", sentence.line[sentence.start : levels[0].start], re.IGNORECASE)
    if colon is None and not cue(language, "steady").within(text):
        return
    shortest = _SHORTEST if colon is None else 2
    for index in range(len(levels) - shortest + 1):
        run = _years(listed(sentence, levels[index], levels[index:]))
        if len(run) >= shortest and _plain(sentence, sorted(run, key=lambda s: s.start)):
            yield _series([s.figure for s in run], up=up)
            return


def _years(run: Sequence[Seat]) -> list[Seat]:
    """The run by time; empty when two numbers have one time or one of them has none."""
    if len({content(s.figure.measure) for s in run}) > 1:
        return []
    periods = [s.figure.period or "" for s in run]
    if len(set(periods)) < len(run) or not all(is_date(p) for p in periods) or clash([s.figure for s in run], "unit"):
        return []
    return sorted(run, key=lambda s: sort_key(s.figure.period or ""))


def _plain(sentence: Sentence, run: Sequence[Seat]) -> bool:
    """Nothing but what stands between the first two stands between the others: no new thing is named on the way."""
    first, *others = [{w.lower() for w in _WORD.findall(sentence.between(a, b))} for a, b in itertools.pairwise(run)]
    return all(words_between <= first for words_between in others)


def _series(figures: Sequence[Figure], *, up: bool) -> Tie:
    values = [f.value or 0 for f in figures]
    fits = all((a < b) if up else (a > b) for a, b in itertools.pairwise(values))
    return tie_of(
        "order", "holds" if fits else "breaks", figures,
        stated=f"a {'rise' if up else 'fall'} every time, {', '.join(words(f) for f in figures)}",
        computed=", ".join(f"{bare(a)} {_sign(a, b)} {bare(b)}" for a, b in itertools.pairwise(figures)),
    )  # fmt: skip


def _sign(one: Figure, other: Figure) -> str:
    return "<" if (one.value or 0) < (other.value or 0) else "≥"
