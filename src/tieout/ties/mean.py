"""Mean ties: a score that is the mean of the scores listed under it, and an overall rate between its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, shared_words
from tieout.ties.cues import opposites
from tieout.ties.interval import Interval, point, total
from tieout.ties.judge import judge
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_share
from tieout.ties.stated import HARD, Look
from tieout.ties.tie import Tie

_FEWEST = 3
_BACK = 3
"""How many lone scores before a list may be its mean."""
_BLANK_LINE = re.compile(r"\n\s*\n")


def propose(scene: Scene) -> Iterator[Tie]:
    """Means of lists of scores (first of each list, or a lone score before it), means of two means, and mixtures."""
    yield from _scores(scene)
    for sentence in scene.sentences:
        yield from _mixtures(sentence, scene.language)


def _scores(scene: Scene) -> Iterator[Tie]:
    scores = [seat.figure for _, seat in scene.seats() if seat.figure.unit == "score" and seat.figure.decimals]
    blocks = _blocks(scene.document.text, scores)
    heads: list[Figure] = []
    for index, block in enumerate(blocks):
        if len(block) < _FEWEST:
            continue
        lone = [b[0] for b in blocks[max(0, index - _BACK) : index] if len(b) == 1]
        tries = [(block[0], block[1:]), *((head, block) for head in reversed(lone))]
        for head, items in tries:
            tie = _mean(head, items) if len(items) >= _FEWEST else None
            if tie:
                heads.append(head)
                yield tie
                break
    for one, other in zip(heads, heads[1:], strict=False):
        for block in blocks:
            if len(block) == 1 and block[0] not in heads and abs(block[0].start - one.start) < 2000:
                tie = _mean(block[0], [one, other])
                if tie:
                    yield tie


def _blocks(text: str, scores: Sequence[Figure]) -> list[list[Figure]]:
    """Scores that stand together: no blank line between them, or one table."""
    blocks: list[list[Figure]] = []
    for score in scores:
        last = blocks[-1][-1] if blocks else None
        if last is not None and _together(text, last, score):
            blocks[-1].append(score)
        else:
            blocks.append([score])
    return blocks


def _together(text: str, one: Figure, other: Figure) -> bool:
    if one.cell and other.cell:
        return one.cell[0] == other.cell[0]
    gap = text[one.end : other.start]
    return len(gap) < 120 and not _BLANK_LINE.search(gap)


def _mean(head: Figure, items: Sequence[Figure]) -> Tie | None:
    """Scores are printed as they are: only the mean was worked out."""
    values = [item.value for item in items if item.value is not None]
    if len(values) != len(items) or HARD.worked_out(head) is None:
        return None
    mean = sum(values, Fraction(0)) / len(values)

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        return look.worked_out(head), total([point(v) for v in values]).scaled(Fraction(1, len(values)))

    return judge(
        "mean", (head, *items), relation,
        stated=f"{words(head)} as the mean of {len(items)} scores",
        computed=f"{number(sum(values, Fraction(0)), 2)} / {len(items)} = {number(mean, 3)}",
        explicit=False,
    )  # fmt: skip


def _mixtures(sentence: Sentence, language: str) -> Iterator[Tie]:
    """An overall rate lies between those of the two halves of the people (`rural`, `urban`)."""
    near = [*(sentence.before.seats if sentence.before else []), *sentence.seats]
    shares = [s for s in near if is_share(s) and s.figure.high is None]
    for sides in opposites(language):
        halves = [[s for s in shares if _names(sentence, s, sides, side)] for side in range(2)]
        if len(halves[0]) != 1 or len(halves[1]) != 1:
            continue
        first, second = halves[0][0], halves[1][0]
        if first is second or not (first in sentence.seats or second in sentence.seats):
            continue
        for whole in (s for s in shares if s is not first and s is not second):
            if shared_words(whole.figure, first.figure) and shared_words(whole.figure, second.figure):
                tie = _between(whole.figure, first.figure, second.figure)
                if tie:
                    yield tie
                    break


def _names(sentence: Sentence, seat: Seat, sides: tuple[re.Pattern[str], ...], side: int) -> bool:
    """The words right at a share name this half and not the other."""
    home = sentence if seat in sentence.seats else sentence.before
    if home is None:
        return False
    following = home.following(seat)
    stop = min(following.start if following else home.end, seat.end + 60)
    preceding = max([home.start, *(s.end for s in home.seats if s.end <= seat.start)])
    text = f"{home.line[max(preceding, seat.start - 30) : seat.start]} {home.line[seat.end : stop]}"
    hits = [bool(pattern.search(text)) for pattern in sides]
    return hits[side] and not hits[1 - side]


def _between(whole: Figure, first: Figure, second: Figure) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        one, other = look.percent(first), look.percent(second)
        return look.percent(whole), None if one is None or other is None else one.hull(other)

    low, high = sorted((first, second), key=lambda f: f.value or Fraction(0))
    return judge(
        "mean", (whole, first, second), relation,
        stated=f"{words(whole)} overall, {words(first)} and {words(second)} in its parts",
        computed=f"{bare(low)} ≤ {bare(whole)} ≤ {bare(high)}",
        explicit=False, reason=clash((whole, first, second)),
    )  # fmt: skip
