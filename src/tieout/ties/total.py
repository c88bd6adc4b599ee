"""Total ties: parts against their total. `including` makes the parts a bound, `made up of` an equality.

Parts may overlap (women, children), so parts that sum to more than the total break nothing unless the words exclude each
other; one part that is larger than the total always does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, same_unit, shared_words
from tieout.ties.cues import cue, opposites
from tieout.ties.interval import Interval, point, total
from tieout.ties.judge import judge
from tieout.ties.lists import listed
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_amount, is_share
from tieout.ties.stated import Look
from tieout.ties.tie import Tie


def propose(scene: Scene) -> Iterator[Tie]:
    """Ties of totals with the parts listed after (or before) them, of single parts, and of lists of percentages."""
    for sentence in scene.sentences:
        amounts = [s for s in sentence.seats if is_amount(s)]
        yield from _within(sentence, amounts, scene.language)
        yield from _across(sentence, amounts, scene.language)
        yield from _percents(sentence, scene.language)


def _within(sentence: Sentence, amounts: list[Seat], language: str) -> Iterator[Tie]:
    """The total and its parts stand in one sentence."""
    taken: set[int] = set()
    for index, whole in enumerate(amounts[:-1]):
        if index in taken:
            continue
        rest = amounts[index + 1 :]
        lead = sentence.between(whole, rest[0])
        if not same_unit(whole.figure, rest[0].figure) or len(lead) > 220:
            continue
        parts = [s for s in listed(sentence, rest[0], rest) if same_unit(s.figure, whole.figure)]
        if cue(language, "of").within(lead) and (whole.figure.value or 0) <= (rest[0].figure.value or 0) * 2:
            yield from _some([_bound(rest[0].figure, [whole.figure], explicit=True)])
            continue
        exact = cue(language, "made_of").within(lead) or _colon(lead)
        some = cue(language, "including").within(lead)
        found = _ties(sentence, whole, parts, language, exact=exact and not some, some=some)
        if found:
            yield found
            taken.update(range(index, index + len(parts) + 1))
    for index in range(2, len(amounts)):
        last = amounts[index]
        if cue(language, "total_of").within(sentence.ahead(last, 24)):
            parts = [s for s in listed(sentence, amounts[0], amounts[:index]) if same_unit(s.figure, last.figure)]
            if len(parts) == index:
                yield from _some([_sum(last.figure, [p.figure for p in parts], explicit=True)])


def _ties(
    sentence: Sentence, whole: Seat, parts: list[Seat], language: str, *, exact: bool, some: bool
) -> Tie | None:
    figures = [p.figure for p in parts]
    if len(figures) > 1:
        equal = _sum(whole.figure, figures, explicit=exact and _closed(sentence, parts))
        if equal:
            return equal
    if not some and not exact and not _kin(whole.figure, figures):
        return None
    if some and len(figures) > 1 and _exclude(sentence, parts, language):
        return _bound(whole.figure, figures, explicit=True)
    largest = max(figures, key=lambda f: f.value or Fraction(0))
    together = _bound(whole.figure, figures, explicit=False)
    return together or (_bound(whole.figure, [largest], explicit=True) if some else None)


def _across(sentence: Sentence, amounts: list[Seat], language: str) -> Iterator[Tie]:
    """`Of these, 27 …`: the total stands in the sentence before."""
    before = sentence.before
    if before is None or not amounts:
        return
    opening = sentence.text[: max(40, amounts[0].start - sentence.start)]
    wholes = [s for s in before.seats if is_amount(s) and same_unit(s.figure, amounts[0].figure)]
    if not wholes:
        return
    parts = listed(sentence, amounts[0], amounts)
    figures = [p.figure for p in parts]
    for whole in wholes:
        tie = _sum(whole.figure, figures, explicit=False) if len(parts) > 1 else None
        if tie:
            yield tie
            return
    if cue(language, "including").within(opening):
        yield from _some([_bound(wholes[0].figure, figures, explicit=False)])


def _sum(whole: Figure, parts: Sequence[Figure], *, explicit: bool) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        sums = [look.plain(f) for f in parts]
        return look.plain(whole), None if any(s is None for s in sums) else total([s for s in sums if s])

    result = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    return judge(
        "total", (whole, *parts), relation,
        stated=f"{words(whole)} in {len(parts)} parts",
        computed=f"{' + '.join(bare(f) for f in parts)} = {number(result)}, against {bare(whole)}",
        explicit=explicit, reason=clash((whole, *parts)),
    )  # fmt: skip


def _bound(whole: Figure, parts: Sequence[Figure], *, explicit: bool) -> Tie | None:
    """The parts are some of the total: together (or the one) no more than it."""

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        all_of_it, sums = look.plain(whole), [look.plain(f) for f in parts]
        if all_of_it is None or any(s is None for s in sums):
            return None, None
        return total([s for s in sums if s]), all_of_it.at_most()

    result = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    sign = "≤" if result <= (whole.value or 0) else ">"
    left = f"{' + '.join(bare(f) for f in parts)} = {number(result)}" if len(parts) > 1 else bare(parts[0])
    return judge(
        "total", (whole, *parts), relation,
        stated=f"{', '.join(words(f) for f in parts)} of {words(whole)}",
        computed=f"{left} {sign} {bare(whole)}",
        explicit=explicit, reason=clash((whole, *parts), periods=True),
    )  # fmt: skip


def _percents(sentence: Sentence, language: str) -> Iterator[Tie]:
    """Percentages in a row are at most 100 together where the words say that they part one whole."""
    shares = [s for s in sentence.seats if is_share(s) and s.figure.unit == "percent"]
    index = 0
    while index < len(shares):
        run = listed(sentence, shares[index], shares[index:])
        index += len(run)
        if len(run) < 2:
            continue
        words_of_run = sentence.line[run[0].end : run[-1].start]
        parted = cue(language, "remainder").within(words_of_run) or _exclude(sentence, run, language)
        if cue(language, "many_answers").within(sentence.text) or cue(language, "including").within(words_of_run):
            parted = False
        if len(run) > 2 or parted:
            yield from _some([_hundred([s.figure for s in run], explicit=parted and _one_story(run))])


def _hundred(parts: Sequence[Figure], *, explicit: bool) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        sums = [look.percent(f) for f in parts]
        return (None if any(s is None for s in sums) else total([s for s in sums if s])), point(100).at_most()

    result = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    return judge(
        "total", parts, relation,
        stated=f"{len(parts)} shares of one whole",
        computed=f"{' + '.join(bare(f) for f in parts)} = {number(result, 2)} percent",
        explicit=explicit, reason=clash(parts, periods=True),
    )  # fmt: skip


def _exclude(sentence: Sentence, parts: list[Seat], language: str) -> bool:
    """True when the words at two parts exclude each other (`12 men and 9 women`)."""
    edges = [seat.start for seat in parts[1:]] + [min(sentence.end, parts[-1].end + 40)]
    named = [sentence.line[seat.end : edge] for seat, edge in zip(parts, edges, strict=True)]
    if len(parts) != 2:
        return False
    for sides in opposites(language):
        hits = [[bool(side.search(text)) for side in sides] for text in named]
        if all(sum(hit) == 1 for hit in hits) and hits[0] != hits[1]:
            return True
    return False


def _one_story(parts: list[Seat]) -> bool:
    """A list of rates (unemployment of men, of women) is no partition; shares of one measure are."""
    return all(s.figure.kind == "share" for s in parts)


def _closed(sentence: Sentence, parts: list[Seat]) -> bool:
    """The list ends with its last number: `… and 10,000 in the air force.`, not `… and others`."""
    tail = sentence.line[parts[-1].end : sentence.end]
    return len(tail) < 80 and not any(word in tail.lower() for word in ("other", "otr", "among", "rest"))


def _kin(whole: Figure, parts: Sequence[Figure]) -> bool:
    """The parts count what the total counts, as far as the records say."""
    return all(shared_words(whole, part) > 1 or (whole.counting and whole.counting == part.counting) for part in parts)


def _colon(lead: str) -> bool:
    return lead.rstrip().endswith((":", "—", "–"))


def _some(ties: list[Tie | None]) -> list[Tie]:
    return [tie for tie in ties if tie]
