"""Reading the numbers of a passage: numerals joined with their bounds, units, bases and words of change.

Only what stands in the words at the number is read here; what is counted, where, when and by whom is the resolvers'.
"""

from __future__ import annotations

from collections.abc import Iterable

from tieout.evidence.bounds import bounded
from tieout.evidence.candidates import is_candidate, stretches_without_figures
from tieout.evidence.carrying import carried
from tieout.evidence.figure import Kind
from tieout.evidence.mention import Mention
from tieout.evidence.movement import moved
from tieout.evidence.passage import Passage
from tieout.evidence.quantity import Quantity, quantities
from tieout.evidence.ranges import joined
from tieout.evidence.sense import Sense, sense_of
from tieout.evidence.sharing import shared
from tieout.evidence.taken import Taken
from tieout.evidence.worded import counted_ratios, worded
from tieout.language.bases import bases
from tieout.language.changes import has_change
from tieout.language.habit import Habit
from tieout.language.numerals import numerals

_UNIT_OF_KIND: dict[Kind, str] = {"score": "score", "age": "years"}
"""Units that a kind gives to a number that has none."""


def mentions_of(passage: Passage, language: str, habit: Habit) -> list[Mention]:
    """The numbers of a passage that are figures, in text order, offsets in the passage's view."""
    text = passage.text
    found = shared(text, _quantities(text, language, habit), language)
    changing = bool(found) and has_change(text, language)
    bounds = (bounded(text, q, language) for q in found)
    read = [_mention(q, sense_of(text, q, language, changing=changing)) for q in bounds]
    return list(carried(text, list(moved(text, _apart(read), language)), language))


def _quantities(text: str, language: str, habit: Habit) -> list[Quantity]:
    """The numbers of a line in order, those in words and the numerals that nothing else speaks for."""
    taken = Taken(len(text))
    numbers = list(numerals(text, language, habit))
    found: list[Quantity] = []
    if numbers:
        taken.add(stretches_without_figures(text, language))
        found += counted_ratios(text, language, habit, taken)
    found += worded(text, language, taken)
    if numbers:
        taken.add((base.start, base.end) for base in bases(text, language))
        free = (n for n in numbers if not taken.meets(n.start, n.end) and is_candidate(text, n, language))
        found += joined(text, list(quantities(text, free, language)), language)
    return sorted(found, key=lambda q: q.start)


def _mention(q: Quantity, sense: Sense) -> Mention:
    return Mention(
        start=q.start,
        end=q.end,
        number_start=q.number[0],
        number_end=q.number[1],
        value=q.value,
        value_text=q.value_text,
        bound=q.bound,
        unit=q.unit or _UNIT_OF_KIND.get(sense.kind, "count"),
        kind=sense.kind,
        high=q.high,
        decimals=q.decimals,
        side=q.side,
        direction=sense.direction,
        denominator=q.denominator,
        of=q.of,
        verb=sense.verb,
    )


def _apart(read: Iterable[Mention]) -> list[Mention]:
    """The mentions in order; of two that overlap the one that begins first, the longer of two that begin together."""
    out: list[Mention] = []
    for mention in sorted(read, key=lambda m: (m.start, -m.end)):
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return out
