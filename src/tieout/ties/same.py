"""Same ties: one quantity stated twice, and one limit stated as the highest here and as the lowest there."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, content, shared_words
from tieout.ties.cues import cue
from tieout.ties.judge import member_of, tie_of
from tieout.ties.plain import bare, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import SOFT
from tieout.ties.tie import Member, Tie

_UP = frozenset({"at_least", "more_than"})
_DOWN = frozenset({"at_most", "less_than"})
_SCALE = 4
_TELLING = 10
"""A smaller count is printed in too many titles to mean anything."""
_FEW = 20
"""A number up to this is taken up too loosely to be called misquoted."""
_OWN = 100
_NEAR = 8
"""A limit is one limit within this many sentences; a lowest above the highest, within the next."""
_WORDS = re.compile(r"[^\W\d_]{4,}")
_OF = re.compile(r"([^\W\d_]{4,}) (?:of|de|del)\s*$")
_IN = re.compile(r"^ (?:in|of|en|de) ([^\W\d_]{4,})")
_CLAUSE_END = re.compile(r"[.,;:)]")
_FIRST = re.compile(r" [^\W\d_]{4,}")
_NOUN = re.compile(r"\s+[^\W\d_]{4,}")


def propose(scene: Scene) -> Iterator[Tie]:
    """Restatements of one number for one measure; opposite bounds on one number."""
    yield from _restated(scene)
    yield from _again(scene)
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
                    "same", "holds", (member_of(seat.figure), *(_named(scene, twin) for twin in twins)),
                    stated=f"{words(seat.figure)}, and {', '.join(words(t) for t in twins)} in the works cited",
                    computed=f"{bare(seat.figure)} fits {' and '.join(words(t) for t in twins)}",
                )  # fmt: skip


def _named(scene: Scene, twin: Figure) -> Member:
    """The number of a title with the word it counts (`16 personas`)."""
    text = scene.document.text
    after = _NOUN.match(text, twin.end)
    end = after.end() if after else twin.end
    return Member(twin.doc, twin.start, end, text[twin.start : end], twin)


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


def _again(scene: Scene) -> Iterator[Tie]:
    """`removed two members …. The two members …`: the same number of the same noun, with an article, right after."""
    for sentence in scene.sentences:
        for seat in sentence.seats if sentence.before else ():
            noun = _FIRST.match(sentence.after(seat))
            if noun is None or not cue(scene.language, "definite").within(sentence.ahead(seat, 22)):
                continue
            twins = [s for s in (sentence.before.seats if sentence.before else ()) if _same_count(s, seat)]
            named = [s for s in twins if sentence.before and sentence.before.after(s).startswith(noun[0])]
            if len(named) == 1:
                yield tie_of(
                    "same", "holds", (named[0].figure, seat.figure),
                    stated=f"{words(named[0].figure)}{noun[0]}, taken up again",
                    computed=f"{words(named[0].figure)} = {words(seat.figure)}",
                )  # fmt: skip


def _same_count(one: Seat, other: Seat) -> bool:
    a, b = one.figure, other.figure
    return a.unit == b.unit == "count" and a.value is not None and a.value == b.value and a.bound == b.bound == "exact"


def _misquoted(scene: Scene) -> Iterator[Tie]:
    """`1,286 cases …. The 1,268 cases …`: taken up again with an article, one digit wrong or two exchanged."""
    for sentence in scene.sentences:
        home = sentence.before
        for seat in sentence.seats if home else ():
            if home is None or not _is_telling(seat.figure) or not _taken_up(sentence, seat, scene.language):
                continue
            twins = [
                s.figure
                for s in home.seats
                if _is_telling(s.figure) and _one_thing(s.figure, seat.figure, _named_in(home, sentence, seat))
            ]
            if len(twins) == 1 and slip_of_digits(twins[0], seat.figure):
                one = twins[0]
                yield tie_of(
                    "same", "breaks", (seat.figure, one),
                    stated=f"{words(one)} taken up as {words(seat.figure)}",
                    computed=f"{bare(one)} ≠ {bare(seat.figure)}",
                )  # fmt: skip


def _taken_up(sentence: Sentence, seat: Seat, language: str) -> bool:
    """The number is spoken of as known: with an article right before it, or after `as noted`; and as a whole."""
    if cue(language, "restricted").within(_CLAUSE_END.split(sentence.after(seat, 90), maxsplit=1)[0]):
        return False
    if cue(language, "definite").within(sentence.ahead(seat, 22)):
        return True
    return cue(language, "as_noted").within(sentence.line[sentence.start : seat.start])


def _named_in(home: Sentence, sentence: Sentence, seat: Seat) -> bool:
    """The two telling words after the number stand in the sentence before: they name what it named."""
    named = _WORDS.findall(sentence.after(seat, 60).lower())[:2]
    return len(named) == 2 and all(word in home.text.lower() for word in named)


def _is_telling(figure: Figure) -> bool:
    whole = figure.value is not None and figure.value.denominator == 1 and figure.value > _FEW
    return (
        whole and figure.unit == "count" and figure.kind == "level" and figure.bound == "exact" and figure.high is None
    )


def _one_thing(one: Figure, other: Figure, repeated: bool) -> bool:
    """One kind of thing, counted in one period: the words of the shorter measure are all in the longer, or the text
    repeats them (`repeated`). Small numbers need a period and a place that are said."""
    mine, theirs = content(one.measure), content(other.measure)
    named = repeated or (bool(mine and theirs) and (mine <= theirs or theirs <= mine))
    if min(one.value or 0, other.value or 0) <= _OWN and not (one.period and other.period):
        return False
    return named and one.counting == other.counting and one.period == other.period and clash((one, other)) is None


def slip_of_digits(one: Figure, other: Figure) -> bool:
    """True when one digit differs or is left out, or two neighbours are exchanged."""
    left, right = str(one.value), str(other.value)
    at = [i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    if abs(len(left) - len(right)) == 1:
        longer, shorter = sorted((left, right), key=len, reverse=True)
        return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
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
            if not _opposite(one, other):
                continue
            ends = ((numbered[at][1], one), (numbered[where][1], other))
            one_matter = where - at <= 1 and bool(_matter(*ends[0]) & _matter(*ends[1]))
            if one.figure.value == other.figure.value:
                if one_matter or shared_words(one.figure, other.figure):
                    yield _limit(one.figure, other.figure)
            elif one_matter and _crossed(one.figure, other.figure) and _unnarrowed(ends, scene.language):
                yield _limit(one.figure, other.figure)


def _opposite(one: Seat, other: Seat) -> bool:
    a, b = one.figure, other.figure
    if a.value is None or b.value is None or a.unit != b.unit or a.high is not None or b.high is not None:
        return False
    if a.value < 3 or a.unit in ("years", "months", "days", "hours", "share", "fold") or a.kind == "age":
        return False
    return (a.bound in _UP) != (b.bound in _UP)


def _crossed(one: Figure, other: Figure) -> bool:
    """The lowest of the one lies above the highest of the other, and the two are of one scale."""
    floor, top = (one, other) if one.bound in _UP else (other, one)
    low, high = floor.value or 0, top.value or 0
    return high < low <= _SCALE * high


def _unnarrowed(ends: Iterable[tuple[Sentence, Seat]], language: str) -> bool:
    """No place, time or group behind a limit narrows it (`at least 900 at the border`), only what it is a limit of."""
    for home, seat in ends:
        rest = _CLAUSE_END.split(home.after(seat, 90), maxsplit=1)[0]
        named = _IN.match(rest)
        if cue(language, "by_place").within(rest[named.end() :] if named else rest):
            return False
    return True


def _matter(home: Sentence, seat: Seat) -> set[str]:
    """What a limit is one of (`interest of up to …`, `at least … in interest`)."""
    found = [m[1] for m in (_OF.search(home.ahead(seat)), _IN.match(home.after(seat))) if m]
    return {word for name in found for word in content(name)}


def _limit(one: Figure, other: Figure) -> Tie:
    reason = clash((one, other))
    return tie_of(
        "same", "open" if reason else "breaks", (other, one), reason=reason,
        stated=f"{words(one)} and {words(other)}",
        computed="the highest of one statement is the lowest of the other"
        if one.value == other.value
        else f"{' > '.join(bare(f) for f in sorted((one, other), key=lambda f: -(f.value or 0)))}",
    )  # fmt: skip
