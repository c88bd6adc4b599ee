"""Share ties: a stated share against its part and its whole (`more than half: 1,125 of 2,126`)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import Interval, share, total
from tieout.ties.judge import judge
from tieout.ties.lists import listed
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look, in_full
from tieout.ties.tie import Tie

_FAR = 90
"""A share and its part and whole are one statement within this many characters."""
_FACTOR = 8
_OUT = 0.4
_POINT = 0.006
"""Half a percentage point and a little more: what a share below two percent may be out by."""
_AMOUNTS = frozenset({"level", "money", "rate"})


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each share whose part and whole stand in its sentence, or its whole in the one before."""
    for sentence in scene.sentences:
        for seat in sentence.seats:
            if is_share(seat) and not cue(scene.language, "no_share").within(sentence.after(seat)):
                yield from _ties(sentence, seat, scene.language)


def is_share(seat: Seat) -> bool:
    """A percentage or fraction of something (not a change)."""
    figure = seat.figure
    return (
        figure.unit in ("percent", "share") and figure.kind in ("share", "rate", "level") and figure.value is not None
    )


def is_amount(seat: Seat) -> bool:
    """A count or sum that can be a part or a whole."""
    figure = seat.figure
    return (
        figure.kind in _AMOUNTS and figure.value is not None and figure.high is None
        and figure.unit not in ("percent", "share", "fold", "score") and figure.value > 0
    )  # fmt: skip


def _ties(sentence: Sentence, claim: Seat, language: str) -> Iterator[Tie]:
    amounts = [s for s in sentence.seats if is_amount(s) and not _is_name(sentence, s, language)]
    stated = _printed_pair(sentence, claim, amounts, language)
    if stated:
        part, whole = stated
        touching = cue(language, "put_otherwise").all_of(sentence.between(_last(stated), claim))
        explicit = touching or _same_matter(claim.figure, part.figure, whole.figure)
        tie = share_of(claim.figure, part.figure, whole.figure, explicit=explicit)
        if tie:
            yield tie
            return
    twice = _in_brackets(sentence, claim, language)
    if twice:
        yield twice
        return
    mainly = _mainly(sentence, claim, amounts, language)
    if mainly:
        yield mainly
        return
    before = [s for s in sentence.before.seats if is_amount(s)] if sentence.before else []
    if not sentence.crowded:
        yield from _inferred(claim, amounts, before)


def _in_brackets(sentence: Sentence, claim: Seat, language: str) -> Tie | None:
    """`one in five women (32 percent)`: the words and the percentage in brackets after them say one share twice."""
    other = sentence.following(claim)
    if claim.figure.unit != "share" or other is None or not is_share(other) or other.figure.unit != "percent":
        return None
    gap = sentence.between(claim, other)
    bracketed = cue(language, "in_brackets").within(gap) and sentence.after(other).lstrip().startswith(")")
    if not bracketed or len(gap) > _FAR:
        return None

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        return look.percent(claim.figure), look.percent(other.figure)

    return judge(
        "share", (claim.figure, other.figure), relation,
        stated=f"{words(claim.figure)} ({words(other.figure)})",
        computed=f"{number((claim.figure.value or Fraction(0)) * 100)} percent, against {bare(other.figure)}",
        explicit=True,
    )  # fmt: skip


def _last(pair: tuple[Seat, Seat]) -> Seat:
    return max(pair, key=lambda seat: seat.start)


def _is_name(sentence: Sentence, seat: Seat, language: str) -> bool:
    """`Department 25`, `el distrito 17`: the number is the name of a place or a text."""
    return seat.figure.bound == "exact" and cue(language, "label").within(sentence.ahead(seat))


def _same_matter(claim: Figure, part: Figure, whole: Figure) -> bool:
    """A share that is out by more than a factor is one of other numbers (`one of the papers, 65 percent of the …`)."""
    result = (part.value or Fraction(0)) / (whole.value or Fraction(1))
    stated = (claim.value or Fraction(0)) / (100 if claim.unit == "percent" else 1)
    return stated / _FACTOR <= result <= stated * _FACTOR


def _printed_pair(sentence: Sentence, claim: Seat, amounts: list[Seat], language: str) -> tuple[Seat, Seat] | None:
    """Part and whole that the sentence relates in so many words.

    `1,125 of 2,126` beside the only share of the sentence; `180, roughly a quarter of the 703`.
    """
    shares = [s for s in sentence.seats if is_share(s)]
    pairs = [
        (part, whole)
        for part, whole in itertools.pairwise(amounts)
        if same_unit(part.figure, whole.figure) and cue(language, "of").within(sentence.between(part, whole))
    ]
    if len(pairs) == 1 and len(shares) == 1 and _joined(sentence, claim, *pairs[0], language):
        return pairs[0]
    if len(shares) != 1:
        return None
    named = _of_opening(sentence, claim, amounts, language)
    if named:
        return named
    following = sentence.following(claim)
    before = [s for s in amounts if s.end <= claim.start]
    if following and before and is_amount(following) and same_unit(before[-1].figure, following.figure):
        gap = sentence.between(claim, following)
        close = (
            claim.start - before[-1].end <= 25
            and not sentence.between(before[-1], claim).strip(" ,–—-(").count(" ") > 1
        )
        if close and len(gap) < 60 and cue(language, "of_the").within(gap) and "," not in gap:
            return before[-1], following
    return None


def _of_opening(sentence: Sentence, claim: Seat, amounts: list[Seat], language: str) -> tuple[Seat, Seat] | None:
    """`Of the 1,240 detained, 310 (25 percent) …`, `1,240 were detained, of whom 310, or 25 percent, …`."""
    before = [s for s in amounts if s.end <= claim.start]
    after = sentence.following(claim)
    if len(before) == 1 and after in amounts and sentence.between(claim, after).strip() == "(":
        which = cue(language, "of_which").within(sentence.between(before[0], claim))
        return (after, before[0]) if which and same_unit(before[0].figure, after.figure) else None
    if len(before) == 1 and sentence.before and cue(language, "of_them_opening").within(sentence.text):
        earlier = [s for s in sentence.before.seats if is_amount(s)]
        close = cue(language, "set_off").within(sentence.between(before[0], claim))
        plain = len(earlier) == 1 and close and same_unit(earlier[0].figure, before[0].figure)
        return (before[0], earlier[0]) if plain and sentence.following(before[0]) is claim else None
    if len(before) != 2 or sentence.following(before[1]) is not claim:
        return None
    whole, part = before
    if not same_unit(whole.figure, part.figure) or cue(language, "own_whole").within(sentence.after(claim)):
        return None
    gap = sentence.between(part, claim)
    if len(gap) > _FAR or not cue(language, "set_off").within(gap):
        return None
    opened = cue(language, "of_opening").within(sentence.line[sentence.start : whole.start])
    lead = sentence.between(whole, part)
    return (part, whole) if opened or cue(language, "of_which").within(lead) else None


def _joined(sentence: Sentence, claim: Seat, part: Seat, whole: Seat, language: str) -> bool:
    """The share and `P of W` are one statement: nothing but a comma, a dash or a bracket parts them."""
    if sentence.following(part) is not whole or not cue(language, "bare_of").within(sentence.between(part, whole)):
        return False
    if claim.end <= part.start:
        gap = sentence.between(claim, part)
        between = [s for s in sentence.seats if claim.end <= s.start < part.start]
        if ";" in gap or any(s.figure.value != whole.figure.value for s in between):
            return False
        return len(gap) <= _FAR and cue(language, "set_off").within(gap)
    gap = sentence.between(whole, claim)
    if ";" in gap or sentence.following(whole) is not claim:
        return False
    close = len(gap) <= _FAR and cue(language, "set_off").within(gap)
    return close and _stands_alone(sentence, claim, gap, language)


def _stands_alone(sentence: Sentence, claim: Seat, gap: str, language: str) -> bool:
    """The share says nothing new of its own: it is called another word for the pair, or ends with its mark.

    `12 of 96, or 12.5 percent`, `12 of 96 (12.5 percent)`; but `30 of 120 hostages, 10 percent of them children`.
    """
    after = sentence.after(claim)
    if cue(language, "own_whole").within(after):
        return False
    return cue(language, "that_is").within(gap) or cue(language, "closed").within(after)


def _mainly(sentence: Sentence, claim: Seat, amounts: list[Seat], language: str) -> Tie | None:
    """`a third of its 32 million people live there, particularly in A (11), B (1)`: the named places cannot hold
    more."""
    wholes = [s for s in amounts if s.end <= claim.start]
    rest = [s for s in amounts if s.start >= claim.end]
    if not wholes or len(rest) < 2:
        return None
    words_between = sentence.between(claim, rest[0])
    if not cue(language, "mainly").within(words_between) or len(words_between) > 120:
        return None
    parts = listed(sentence, rest[0], rest)
    whole = wholes[-1].figure
    if len(parts) < 2 or any(not same_unit(whole, p.figure) for p in parts):
        return None
    named = [p.figure for p in parts]

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        stated, all_of_it, sums = look.percent(claim.figure), look.rounded(whole), [look.rounded(f) for f in named]
        if stated is None or all_of_it is None or any(s is None for s in sums):
            return None, None
        return stated, share(total([s for s in sums if s]), all_of_it).at_least()

    result = sum((f.value or Fraction(0) for f in named), Fraction(0)) / (whole.value or Fraction(1)) * 100
    return judge(
        "share", (claim.figure, whole, *named), relation,
        stated=f"{words(claim.figure)} of {words(whole)}, mainly {', '.join(words(f) for f in named)}",
        computed=f"({' + '.join(bare(f) for f in named)}) / {bare(whole)} = {number(result)} percent",
        explicit=True,
    )  # fmt: skip


def _inferred(claim: Seat, amounts: list[Seat], before: list[Seat]) -> Iterator[Tie]:
    """Part and whole that the text only sets near: kept when they reconcile, otherwise nothing is said."""
    pairs = [(part, whole) for part in amounts if _near(part, claim, 80) for whole in [*before, *amounts]]
    pairs += [(part, whole) for part in before for whole in amounts if 0 <= whole.start - claim.end < 60]
    for part, whole in pairs:
        small, large = part.figure, whole.figure
        if part is whole or not same_unit(small, large) or (small.value or 0) >= (large.value or 0):
            continue
        if not _may_be(claim.figure, small, large):
            continue
        tie = share_of(claim.figure, small, large, explicit=False)
        if tie:
            yield tie
            return


def _may_be(claim: Figure, part: Figure, whole: Figure) -> bool:
    """A quick look before the exact one: no rounding puts a plain share further out than `_OUT` of it."""
    if claim.bound not in ("exact", "about") or part.bound != "exact" or whole.bound != "exact":
        return True
    stated = float(claim.value or 0) / (100 if claim.unit == "percent" else 1)
    result = float(part.value or 0) / float(whole.value or 1)
    return abs(result - stated) <= max(_OUT * stated, _POINT)


def _near(one: Seat, other: Seat, reach: int) -> bool:
    return max(one.start, other.start) - min(one.end, other.end) <= reach


def share_of(claim: Figure, part: Figure, whole: Figure, *, explicit: bool) -> Tie | None:
    """The tie of a share with its part and whole; None where nothing relates them."""

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        low, high = look.rounded(part), look.rounded(whole)
        return look.percent(claim), None if low is None or high is None else share(low, high)

    def printed(look: Look) -> tuple[Interval | None, Interval | None]:
        low, high = look.plain(part), look.plain(whole)
        return look.percent(claim), None if low is None or high is None else share(low, high)

    result = (part.value or Fraction(0)) / (whole.value or Fraction(1)) * 100
    return judge(
        "share", (claim, part, whole), relation, printed=printed if in_full(part, whole) else None,
        stated=f"{words(claim)}: {words(part)} of {words(whole)}",
        computed=f"{bare(part)} / {bare(whole)} = {number(result)} percent",
        explicit=explicit, reason=clash((part, whole), "period", "authority"),
    )  # fmt: skip
