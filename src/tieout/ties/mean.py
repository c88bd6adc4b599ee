"""Mean ties: a score that is the mean of the scores listed under it, and an overall rate between its parts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, content, shared_words
from tieout.ties.cues import cue, opposites
from tieout.ties.interval import Interval, point, total
from tieout.ties.judge import judge
from tieout.ties.lists import listed
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_share
from tieout.ties.stated import HARD, Look
from tieout.ties.tie import Tie

_FEWEST = 3
_BACK = 3
"""How many lone scores before a list may be its mean."""
_NEAR = 40
_PARTED = 5
_BLANK_LINE = re.compile(r"\n\s*\n")


def propose(scene: Scene) -> Iterator[Tie]:
    """Means of lists of scores (first of each list, or a lone score before it), means of two means, and mixtures."""
    yield from _scores(scene)
    for sentence in scene.sentences:
        yield from _mixtures(sentence, scene.language)
        yield from _said(sentence, scene.language)
        yield from _per_item(sentence, scene.language)


def _scores(scene: Scene) -> Iterator[Tie]:
    scores = [seat.figure for _, seat in scene.seats() if _is_score(seat.figure)]
    blocks = _blocks(scene.document.text, scores)
    heads: list[Figure] = []
    for index, block in enumerate(blocks):
        if len(block) < _FEWEST:
            continue
        lone = [b[0] for b in blocks[max(0, index - _BACK) : index] if len(b) == 1]
        tries = [(block[0], block[1:]), *((head, block) for head in reversed(lone))]
        for head, items in tries:
            tie = mean_tie(head, items) if len(items) >= _FEWEST else None
            if tie:
                heads.append(head)
                yield tie
                break
    for one, other in itertools.pairwise(heads):
        for block in blocks:
            if len(block) == 1 and block[0] not in heads and abs(block[0].start - one.start) < 2000:
                tie = mean_tie(block[0], [one, other])
                if tie:
                    yield tie


def _is_score(figure: Figure) -> bool:
    """A bare decimal: a score is often printed with nothing that calls it one."""
    return figure.unit in ("score", "count") and figure.decimals > 0 and figure.high is None


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


def mean_tie(head: Figure, items: Sequence[Figure], *, explicit: bool = False) -> Tie | None:
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
        explicit=explicit,
    )  # fmt: skip


def _said(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`the average of the three scores (5.00, 6.00 and 7.00) is 6.00`: the words themselves make it a mean."""
    scores = [s for s in sentence.seats if _is_score(s.figure)]
    if len(scores) < _FEWEST:
        return
    for claim, items in ((scores[-1], scores[:-1]), (scores[0], scores[1:])):
        if listed(sentence, items[0], items) == items and _called_mean(sentence, claim, items, language):
            tie = mean_tie(claim.figure, [s.figure for s in items], explicit=True)
            if tie:
                yield tie
                return


def _per_item(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`46 attacks with 171 victims, an average of 3.7 victims per attack`: one count by the other."""
    for seat in sentence.seats:
        figure = seat.figure
        told = cue(language, "per_item").pattern.match(sentence.after(seat))
        if told is None or figure.unit != "count" or figure.value is None:
            continue
        if not cue(language, "mean_of").within(sentence.ahead(seat, 25)):
            continue
        counts = [(s, sentence.after(s, 40).lower()) for s in sentence.seats if s is not seat and _is_whole(s.figure)]
        tops = [s for s, after in counts if _counts_of(told["top"], after)]
        bottoms = [s for s, after in counts if _counts_of(told["bottom"], after) and s not in tops]
        if len(tops) == len(bottoms) == 1:
            tie = _ratio(figure, tops[0].figure, bottoms[0].figure)
            yield from [tie] if tie else []


def _is_whole(figure: Figure) -> bool:
    return figure.kind == "level" and figure.unit == "count" and not figure.decimals and bool(figure.value)


def _counts_of(noun: str, after: str) -> bool:
    """The words after a number begin with the noun, in whatever number."""
    words_after = after.split()
    stem = noun.lower().removesuffix("s")
    return bool(words_after) and words_after[0].strip(",.;:()").startswith(stem[: max(4, len(stem) - 1)])


def _ratio(claim: Figure, top: Figure, bottom: Figure) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        over, under = look.rounded(top), look.rounded(bottom)
        return look.worked_out(claim), None if over is None or under is None else over / under

    result = (top.value or Fraction(0)) / (bottom.value or Fraction(1))
    return judge(
        "mean", (claim, top, bottom), relation,
        stated=f"{words(top)} / {words(bottom)} as {words(claim)}",
        computed=f"{bare(top)} / {bare(bottom)} = {number(result, 2)}",
        explicit=True, reason=clash((top, bottom), "period"),
    )  # fmt: skip


def _called_mean(sentence: Sentence, claim: Seat, items: list[Seat], language: str) -> bool:
    """The word for a mean stands between the claim and its list, or before a list that `is` the claim."""
    if claim.start < items[0].start:
        return cue(language, "mean_of").within(sentence.between(claim, items[0]))
    gap = sentence.between(items[-1], claim)
    before = cue(language, "mean_of").within(sentence.line[sentence.start : items[0].start])
    return cue(language, "mean_of").within(gap) or (before and cue(language, "is").within(gap))


def _mixtures(sentence: Sentence, language: str) -> Iterator[Tie]:
    """An overall rate lies between those of the two halves of the people (`rural`, `urban`)."""
    near = [*(sentence.before.seats if sentence.before else []), *sentence.seats]
    shares = [s for s in near if is_share(s) and s.figure.high is None]
    for sides in opposites(language):
        halves = _halves(sentence, sides, language)
        if halves is None:
            continue
        first, second = halves
        for whole in (s for s in shares if s is not first and s is not second):
            said = _one_statement(sentence, whole, first, second, language)
            said = said or _in_halves(sentence, whole, first, second, language)
            shared = shared_words(whole.figure, first.figure) and shared_words(whole.figure, second.figure)
            if said or shared:
                tie = _between(whole.figure, first.figure, second.figure, explicit=said)
                if tie:
                    yield tie
                    break


def _halves(sentence: Sentence, sides: tuple[re.Pattern[str], ...], language: str) -> tuple[Seat, Seat] | None:
    """Two neighbouring shares of which one is that of each half.

    The half is named before both (`rural areas 41 percent, urban areas 24`), after both (`65 percent of urban and 95
    percent of rural workers`), or both are named first (`in rural and urban areas 14.6 and 2.6, respectively`).
    """
    shares = [s for s in sentence.seats if is_share(s) and s.figure.high is None]
    overall = cue(language, "overall")
    neighbours = [(a, b) for a, b in itertools.pairwise(shares) if not overall.within(sentence.between(a, b))]
    for first, second in neighbours:
        if _two(sides, _before(sentence, first), sentence.between(first, second)):
            return first, second
    for first, second in neighbours:
        after = sentence.after(second, 40)
        if _two(sides, sentence.between(first, second), after):
            return first, second
        before = _before(sentence, first)
        if cue(language, "respectively").within(after) and all(side.search(before) for side in sides):
            return first, second
    return None


def _before(sentence: Sentence, seat: Seat) -> str:
    """The words before a seat, up to the number before it."""
    ends = [s.end for s in sentence.seats if s.end <= seat.start]
    return sentence.line[max([sentence.start, seat.start - 60, *ends]) : seat.start]


def _two(sides: tuple[re.Pattern[str], ...], one: str, other: str) -> bool:
    """Each text names one half, and not the same."""
    first, second = _side(one, sides), _side(other, sides)
    return first is not None and second is not None and first != second


def _side(text: str, sides: tuple[re.Pattern[str], ...]) -> int | None:
    """Which half the words name, None for neither or both."""
    hits = [index for index, side in enumerate(sides) if side.search(text)]
    return hits[0] if len(hits) == 1 else None


def _one_statement(sentence: Sentence, whole: Seat, first: Seat, second: Seat, language: str) -> bool:
    """`10 percent nationwide, 15 in rural areas and 8 in urban areas`: three rates, and a word for all of them.

    Halves that sum to 100 are parts of one whole, not rates.
    """
    if [s for s in sentence.seats if is_share(s)] not in ([whole, first, second], [first, second, whole]):
        return False
    together = (first.figure.value or Fraction(0)) + (second.figure.value or Fraction(0))
    gap = sentence.between(whole, first) if whole.end <= first.start else sentence.between(second, whole)
    near = sentence.ahead(whole, 40) if second.end <= whole.start else gap
    if cue(language, "overall").within(near) and len(gap) <= _NEAR * 2:
        return cue(language, "where_people_live").within(sentence.text)
    named = cue(language, "overall").within(sentence.text) or (
        len(gap) <= _NEAR and cue(language, "broken_down").within(gap)
    )
    return cue(language, "where_people_live").within(sentence.text) and named and abs(together - 100) > _PARTED


def _in_halves(sentence: Sentence, whole: Seat, first: Seat, second: Seat, language: str) -> bool:
    """`28 percent were poor. In rural areas 41 percent were poor, in urban areas 24`: the one share of the sentence
    before is that of all, when the halves are rates of the same thing and the places are named first."""
    home = sentence.before
    if home is None or [s for s in home.seats if is_share(s)] != [whole]:
        return False
    opened = cue(language, "where_people_live").within(sentence.line[sentence.start : first.start])
    together = (first.figure.value or Fraction(0)) + (second.figure.value or Fraction(0))
    alike = content(whole.figure.measure) and content(whole.figure.measure) == content(first.figure.measure)
    named = cue(language, "where_people_live").within(home.text)
    return bool(opened and alike) and not named and abs(together - 100) > _PARTED


def _between(whole: Figure, first: Figure, second: Figure, *, explicit: bool) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        one, other = look.percent(first), look.percent(second)
        return look.percent(whole), None if one is None or other is None else one.hull(other)

    low, high = sorted((first, second), key=lambda f: f.value or Fraction(0))
    return judge(
        "mean", (whole, first, second), relation,
        stated=f"{words(whole)} overall, {words(first)} and {words(second)} in its parts",
        computed=f"{bare(low)} ≤ {bare(whole)} ≤ {bare(high)}",
        explicit=explicit, reason=clash((whole, first, second), "period", "authority"),
    )  # fmt: skip
