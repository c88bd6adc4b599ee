"""Granularity ties (GRIM): can a whole number out of the stated N give this percentage?

59.2 percent of 84 cannot be: 49 give 58.3, 50 give 59.5. It says something only when one more of N moves the
percentage by more than its last digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash
from tieout.ties.cues import cue
from tieout.ties.judge import tie_of
from tieout.ties.lists import listed
from tieout.ties.parting import exclude
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_share
from tieout.ties.stated import HARD, SOFT, Look
from tieout.ties.tie import Tie, Verdict

_LARGEST = 2000
"""A base beyond this is tried for no hint."""
_SMALLEST = 5
_FAR = 80
_FURTHER = 160
"""A sentence that opens with its base may take longer to come to the percentage."""
_FEW = 100
"""Of so few, a share in words is that of a whole number of them."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each count whose percentages stand in its sentence (or, when they fit, in the next)."""
    for sentence in scene.sentences:
        yield from _of_these(sentence, scene.language)
        shares = [s for s in sentence.seats if _is_fine(s)]
        if not shares:
            continue
        here = [s for s in sentence.seats if _is_base(s)]
        before = [s for s in sentence.before.seats if _is_base(s)] if sentence.before else []
        yield from _ties(sentence, shares, here, before, scene.language)


def possible(percent: Figure, count: int, *, cut_off: bool = True) -> bool:
    """True when some whole number out of `count` prints as this percentage, rounded or (if allowed) cut off."""
    value, step = percent.value or Fraction(0), Fraction(1, 10**percent.decimals)
    low, high = value - step / 2, value + (step if cut_off else step / 2)
    first = -(-low * count // 100)
    return first * 100 < high * count


def bases(percents: list[Figure]) -> list[int]:
    """The smallest counts that all the percentages fit when rounded, at most three: a hint at the true base."""
    found = []
    for count in range(_SMALLEST, _LARGEST):
        if all(possible(p, count, cut_off=False) for p in percents):
            found.append(count)
            if len(found) == 3:
                break
    return found


def _ties(sentence: Sentence, shares: list[Seat], here: list[Seat], before: list[Seat], language: str) -> Iterator[Tie]:
    if cue(language, "weighted").within(sentence.text):
        return
    for base in here:
        telling = [s for s in shares if _tells(s.figure, base.figure)]
        if not telling:
            continue
        direct = _named_base(sentence, telling, base, alone=len(here) == 1, language=language)
        bad = [s for s in telling if not possible(s.figure, int(base.figure.value or 0))]
        all_bad = len(here) == 1 and len(bad) > 1 and len(bad) == len(telling)
        listing = all_bad and _lists(sentence, base, telling, language)
        if not bad and (len(telling) > 1 or direct):
            yield _tie(base.figure, [s.figure for s in telling], "holds")
        elif direct and any(s in bad for s in direct):
            yield _tie(base.figure, [s.figure for s in direct if s in bad], "breaks")
        elif listing:
            yield _tie(base.figure, [s.figure for s in bad], "breaks")
    if here:
        return
    for base in before:
        telling = [s for s in shares if _tells(s.figure, base.figure)]
        if len(telling) > 1 and all(possible(s.figure, int(base.figure.value or 0)) for s in telling):
            yield _tie(base.figure, [s.figure for s in telling], "holds")
            return
        bad = [s for s in telling if not possible(s.figure, int(base.figure.value or 0))]
        if len(before) == 1 and len(bad) > 1 and cue(language, "of_them_opening").within(sentence.text):
            yield _tie(base.figure, [s.figure for s in bad], "breaks")


def _of_these(sentence: Sentence, language: str) -> Iterator[Tie]:
    """`19 were killed, almost half of these in the north`: some whole number is that share; never a break."""
    for seat in sentence.seats:
        if seat.figure.unit != "share" or not cue(language, "of_them").within(sentence.after(seat)):
            continue
        here = [s for s in sentence.seats if s.end <= seat.start]
        earlier = here or (sentence.before.seats if sentence.before else [])
        base = next((s for s in reversed(earlier) if _is_base(s)), None)
        if base is None or (base.figure.value or 0) > _FEW:
            continue
        count = int(base.figure.value or 0)
        fitting = [n for n in range(1, count + 1) if _is_share_of(seat.figure, n, count, HARD)]
        if any(_is_share_of(seat.figure, n, count, SOFT) for n in fitting):
            shown = ", ".join(f"{n} of {count} = {number(Fraction(n * 100, count))} percent" for n in fitting[:3])
            yield tie_of(
                "percent_of_count", "holds", (base.figure, seat.figure),
                stated=f"{words(seat.figure)} of {words(base.figure)}", computed=shown,
            )  # fmt: skip


def _is_share_of(share: Figure, part: int, count: int, look: Look) -> bool:
    stated = look.percent(share)
    return stated is not None and Fraction(part * 100, count) in stated


def _tie(base: Figure, percents: list[Figure], verdict: Verdict) -> Tie:
    count = int(base.value or 0)
    reason = clash((base, *percents), "period", "authority")
    shown = "; ".join(_nearest(p, count) for p in percents)
    hint = bases(percents) if verdict == "breaks" and len(percents) > 1 else []
    tail = f"; together they fit {', '.join(str(n) for n in hint)}" if hint else ""
    return tie_of(
        "percent_of_count", "open" if verdict == "breaks" and reason else verdict,
        (base, *percents), reason=reason,
        stated=f"{' and '.join(words(p) for p in percents)} of {words(base)}",
        computed=f"{shown}{tail}",
    )  # fmt: skip


def _nearest(percent: Figure, count: int) -> str:
    exact = (percent.value or Fraction(0)) * count / 100
    low = exact.__floor__()
    sides = [n for n in (low, low + 1) if n <= count]
    if possible(percent, count):
        near = min(sides, key=lambda n: abs(n - exact))
        return f"{near} of {count} = {number(Fraction(near * 100, count), 2)} percent"
    given = " and ".join(f"{n} of {count} = {number(Fraction(n * 100, count), 2)}" for n in sides)
    return f"{given}, never {bare(percent)} percent"


def _is_fine(seat: Seat) -> bool:
    figure = seat.figure
    return is_share(seat) and figure.unit == "percent" and figure.bound == "exact" and figure.high is None


def _is_base(seat: Seat) -> bool:
    figure = seat.figure
    return (
        figure.kind == "level" and figure.unit == "count" and figure.bound == "exact" and figure.high is None
        and figure.value is not None and figure.value.denominator == 1 and _SMALLEST <= figure.value < _LARGEST
    )  # fmt: skip


def _tells(percent: Figure, base: Figure) -> bool:
    """One more of the base moves the percentage by more than its last digit, so that a misfit means something."""
    return Fraction(100) / (base.value or 1) > Fraction(2, 10**percent.decimals) and percent.decimals > 0


def _lists(sentence: Sentence, base: Seat, percents: list[Seat], language: str) -> bool:
    """The percentages are of the base and of nothing else: it opens the sentence, a colon or a bracket follows it, or
    it counts those who were asked. An earlier count alone is no base (`after 31 arrests, 43.3 percent of judges …`)."""
    first = percents[0]
    if first.start <= base.end or any(cue(language, "own_whole").within(sentence.after(s)) for s in percents):
        return False
    opened = cue(language, "of_opening").within(sentence.line[sentence.start : base.start])
    lead = sentence.between(base, first)
    return opened or any(cue(language, name).within(lead) for name in ("of_which", "asked", "broken_down"))


def _named_base(sentence: Sentence, percents: list[Seat], base: Seat, *, alone: bool, language: str) -> list[Seat]:
    """The percentages whose base the text names: the first with those listed after it, or the halves of one count."""
    named = [s for s in percents if _of_base(sentence, s, base, language)]
    first = percents[0]
    halves = alone and base.end < first.start <= base.end + _FAR and ":" not in sentence.between(base, first)
    if not named and halves and exclude(sentence, percents, language, direct=True):
        return percents
    if named and named[0] is first and first.start > base.end:
        run = [s for s in listed(sentence, first, percents) if s in percents]
        own = [s for s in run if cue(language, "own_whole").within(sentence.after(s))]
        named = named if own else run
    return named


def _of_base(sentence: Sentence, percent: Seat, base: Seat, language: str) -> bool:
    """`59.2 percent of the 84 …`, `Of the 84 …, 59.2 percent …`: the base is named as such."""
    if sentence.following(base) is percent and percent.start - base.end < _FURTHER:
        opened = cue(language, "of_opening").within(sentence.line[sentence.start : base.start])
        lead = sentence.between(base, percent)
        return (opened and "," in lead) or cue(language, "of_which").within(lead)
    if percent.end > base.start or sentence.following(percent) is not base:
        return False
    gap = sentence.between(percent, base)
    return cue(language, "of").within(gap) and len(gap) < 40
