"""Order ties: words of rise, fall or comparison against the two numbers (`fell from 200,000 to 104,000`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from tieout.evidence.figure import Figure
from tieout.ties.alike import same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import Interval
from tieout.ties.judge import judge, member_of, tie_of
from tieout.ties.lists import listed
from tieout.ties.pairs import Pair, is_level, pairs
from tieout.ties.plain import bare, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Member, Tie

_REACH = 160
_CLOSE = 60
"""A verb further away than this only confirms."""
_SHORTEST = 3
_CLAUSE = re.compile(r"[;:.]|, (?:and|but|while|whereas|y|pero|mientras) ")


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each `rose from … to …` and each `… below the average of …`."""
    for sentence in scene.sentences:
        for pair in pairs(sentence, scene.language):
            if pair.moved:
                yield from _moved(sentence, pair, scene.language)
            else:
                yield from _said(sentence, pair, scene.language)
        yield from _compared(sentence, scene.language)
        yield from _pronoun(sentence, scene.language)
        yield from _followed(sentence, scene.language)


def _followed(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`the highest rate, 20, followed by A (14.6), B (13) and C (11)`: a list from the highest down; never a break."""
    levels = [s for s in sentence.seats if is_level(s)]
    for index, first in enumerate(levels[:-1]):
        lead = sentence.between(first, levels[index + 1])
        led = cue(language, "followed_by").within(lead) or cue(language, "highest").within(sentence.ahead(first, 110))
        if not led:
            continue
        run = listed(sentence, first, levels[index:])
        values = [s.figure.value or 0 for s in run]
        if len(run) >= _SHORTEST and same_units(run) and all(a >= b for a, b in itertools.pairwise(values)):
            yield tie_of(
                "order", "holds", [s.figure for s in run],
                stated=f"a list from the highest down: {', '.join(words(s.figure) for s in run)}",
                computed=" ≥ ".join(bare(s.figure) for s in run),
            )  # fmt: skip
            return


def same_units(run: Sequence[Seat]) -> bool:
    """True when all numbers of a list are of one unit."""
    return all(same_unit(run[0].figure, seat.figure) for seat in run)


def _moved(sentence: Sentence, pair: Pair, language: str) -> Iterator[Tie]:
    """The verb nearest before the pair says which way."""
    first = min(pair.base.start, pair.end.start)
    lead = sentence.line[max(sentence.start, first - _REACH) : first]
    verbs = [(m.end(), word) for word in ("rise", "fall") for m in cue(language, word).pattern.finditer(lead)]
    last = max(pair.base.end, pair.end.end)
    if not verbs or cue(language, "to_more").within(sentence.line[last : sentence.end]):
        return
    at, word = max(verbs)
    base, end = pair.base.figure, pair.end.figure
    low, high = (base, end) if word == "rise" else (end, base)
    told = lead[at:].removeprefix(":")
    alone = len({w for _, w in verbs}) == 1 and len(told) <= _CLOSE and not _CLAUSE.search(told)
    tie = _less(low, high, (end, base), f"a {word} from {words(base)} to {words(end)}", explicit=alone)
    if tie:
        yield tie


def _said(sentence: Sentence, pair: Pair, language: str) -> Iterator[Tie]:
    """`6,662 in 2023, up from 5,388 in 2022`."""
    if pair.end.start > pair.base.start:
        return
    text = sentence.between(pair.end, pair.base)
    up, down = cue(language, "up_from").within(text), cue(language, "down_from").within(text)
    if up == down:
        return
    base, end = pair.base.figure, pair.end.figure
    low, high = (base, end) if up else (end, base)
    tie = _less(low, high, (end, base), f"{words(end)}, {'up' if up else 'down'} from {words(base)}", explicit=True)
    if tie:
        yield tie


def _compared(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`5.5 percent, below the regional average of 10.6`; `0.38, below the averages (0.41 and 0.47)`."""
    levels = [s for s in sentence.seats if is_level(s)]
    for left, right in itertools.pairwise(levels):
        text = sentence.between(left, right)
        below, above = cue(language, "below").within(text), cue(language, "above").within(text)
        if below == above or not same_unit(left.figure, right.figure) or len(text) > 110 or _CLAUSE.search(text):
            continue
        if cue(language, "compared").within(text):
            continue
        others = [right, *_listed(sentence, right)]
        for other in others[:1]:
            small, large = (left.figure, other.figure) if below else (other.figure, left.figure)
            rest = tuple(o.figure for o in others)
            word = "below" if below else "above"
            stated = f"{words(left.figure)} {word} {words(other.figure)}"
            tie = _less(small, large, (left.figure, *rest), stated, explicit=len(rest) == 1)
            if tie:
                yield tie


def _pronoun(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`It remained below the regional average of 10.6 percent`: the last level of the sentence before is meant."""
    levels = [s for s in sentence.seats if is_level(s)]
    earlier = [s for s in sentence.before.seats if is_level(s)] if sentence.before else []
    if not levels or not earlier or not same_unit(levels[0].figure, earlier[-1].figure):
        return
    text = sentence.line[sentence.start : levels[0].start]
    below, above = cue(language, "below").within(text), cue(language, "above").within(text)
    if below == above or len(text) > 70:
        return
    left, right = earlier[-1].figure, levels[0].figure
    small, large = (left, right) if below else (right, left)
    stated = f"{words(left)} {'below' if below else 'above'} {words(right)}"
    tie = _less(small, large, (left, right), stated, explicit=False)
    if tie:
        yield tie


def _listed(sentence: Sentence, first: Seat) -> list[Seat]:
    """Further numbers of the same comparison (`0.41 and 0.47`)."""
    after = sentence.following(first)
    if after and same_unit(first.figure, after.figure) and re.search(r"\b(?:and|y)\b", sentence.between(first, after)):
        return [after] if len(sentence.between(first, after)) < 60 else []
    return []


def _less(
    small: Figure, large: Figure, members: tuple[Figure | Member, ...], stated: str, *, explicit: bool
) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        low, high = look.plain(small), look.plain(large)
        return low, None if high is None else high.at_most()

    sign = "<" if (small.value or 0) < (large.value or 0) else ">" if (small.value or 0) > (large.value or 0) else "="
    line = f"{bare(small)} {sign} {bare(large)}"
    return judge("order", [m if isinstance(m, Member) else member_of(m) for m in members], relation,
                 stated=stated, computed=line, explicit=explicit)  # fmt: skip
