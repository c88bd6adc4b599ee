"""Numbers of a statement against those of the titles it cites: which count the same thing and differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tieout.checks.sourcing.titled import Title, Titled
from tieout.checks.sourcing.words import pattern
from tieout.evidence.mention import Mention
from tieout.sources.claims.amount import agree, common, printed_alike, same_value
from tieout.sources.claims.line import Line

_REACH = 45
"""Characters behind a number in which the thing it counts is named."""
_BEFORE = 25
_ACTS = frozenset({"act", "step", "harm"})
DEATHS = frozenset({"homicide", "death", "massacre", "femicide", "execution"})
_WIDE = frozenset({"people", "victim", "foreigner"})
"""What may be of another event: one title alone proves nothing."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The number's place in the statement, and the titles that say otherwise. `sure`: two titles, none that differs."""

    at: tuple[int, int]
    proof: Sequence[tuple[Title, tuple[int, int]]]
    sure: bool
    alone: bool
    """It is the only item cited, so that the number must come from it."""


def conflicts(one: Titled) -> list[Conflict]:
    """Numbers that no title has and at least one title has otherwise."""
    mine = [m for m in one.line.mentions if m.value is not None]
    out: list[Conflict] = []
    for mention in mine:
        if any(_agree(mention, other) for title in one.titles for other in title.line.mentions):
            continue
        against = [
            (title, other)
            for title in one.titles
            for other in title.line.mentions
            if (_contradicts(one.line, mention, title.line, other) or _slip(mention, other))
            and not any(_agree(m, other) for m in mine)
        ]
        if against and not _sum(mine, against[0][1]):
            values = {common(other)[0] for _, other in against}
            sure = one.every and len(values) == 1 and len(against) == len(one.titles)
            proof = [(title, (other.start, other.end)) for title, other in against]
            alone = len(one.one.citations) == 1 and len([m for m in mine if m.unit == "count"]) <= 2
            out.append(Conflict((mention.start, mention.end), proof, sure and len(against) > 1, alone))
    return out


def _agree(claim: Mention, title: Mention) -> bool:
    """One amount, or one where the other's bound allows it."""
    return (
        same_value(claim, title) or printed_alike(claim, title) or agree(claim, title) or agree(title, claim)
        or _near(claim, title)
    )  # fmt: skip


def _near(claim: Mention, title: Mention) -> bool:
    """A bound without end: `117` is more than 100; a title rounds a number to two figures."""
    if title.value is None or claim.value is None:
        return False
    up, down = ("more_than", "at_least"), ("less_than", "at_most")
    if (title.bound in up and claim.value >= title.value) or (title.bound in down and claim.value <= title.value):
        return True
    if (claim.bound in up and title.value >= claim.value) or (claim.bound in down and title.value <= claim.value):
        return True
    return abs(claim.value - title.value) * 20 <= max(claim.value, title.value) and title.value % 10 == 0


def _contradicts(line: Line, mention: Mention, title: Line, other: Mention) -> bool:
    """Whether two numbers count one thing, in one unit, and neither is of a part or another time."""
    if other.value is None or common(mention)[1] != common(other)[1]:
        return False
    if mention.kind != other.kind or mention.unit != "count" or mention.value in (0, 1) or other.value in (0, 1):
        return False
    counted, named = _things(line, mention), _things(title, other)
    return bool(counted & named - _WIDE) and bool(acts(line) & acts(title)) and not _narrowed(line, mention)


def acts(line: Line) -> frozenset[str]:
    """What is done to those who are counted; every way of killing is one."""
    found = {n.term.id for n in line.terms if n.term.family in _ACTS}
    if found & DEATHS or pattern(line.language, "killing").search(line.passage.text, line.start, line.end):
        found.add("death")
    return frozenset(found)


def _things(line: Line, mention: Mention) -> frozenset[str]:
    """The terms that say who or what a number counts; acts are not counted things."""
    end = mention.end + _REACH
    stops = [m.start for m in line.mentions if m.start >= mention.end]
    end = min([end, *stops])
    named = (n for n in line.terms if mention.start <= n.start < end and n.term.family not in _ACTS)
    return frozenset(n.term.id for n in named)


def _slip(mention: Mention, other: Mention) -> bool:
    """One unit, as many digits, and one of them exchanged or two swapped: what hands do that copy."""
    if common(mention)[1] != common(other)[1] or mention.kind != other.kind or mention.value == other.value:
        return False
    if not (mention.value_text.strip()[:1].isdigit() and other.value_text.strip()[:1].isdigit()):
        return False
    a, b = (re.sub(r"\D", "", m.value_text) for m in (mention, other))
    if len(a) != len(b) or len(a) < _DIGITS:
        return False
    different = [i for i in range(len(a)) if a[i] != b[i]]
    swapped = len(different) == 2 and different[1] - different[0] == 1 and sorted(a) == sorted(b)
    return swapped or (len(different) == 1 and abs(int(a[different[0]]) - int(b[different[0]])) > 1)


_DIGITS = 3
"""Digits from which on two numbers are hardly alike by chance."""


def _narrowed(line: Line, mention: Mention) -> bool:
    """Whether the number is one of a list, each of a part: then no single one is that of the title."""
    alike = [m for m in line.mentions if m is not mention and m.unit == mention.unit]
    return len(alike) > 2


def _sum(mine: Sequence[Mention], other: Mention) -> bool:
    """Whether several numbers of the statement add up to the title's: it counts what the text parts."""
    values = [common(m)[0] for m in mine if m.unit == other.unit]
    known: list[Fraction] = [v for v in values if v is not None]
    return len(known) > 2 and sum(known) == other.value
