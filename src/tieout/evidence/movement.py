"""Changes that no word at the number says, but one earlier in its sentence: a second number under the same verb, the
same change restated in brackets, the difference of the two ends just told, a list of the places that rose most.

It works on the mentions of one passage; what stands at the number itself was read before (`sense.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tieout.evidence.figure import Direction
from tieout.evidence.mention import Mention
from tieout.evidence.quantity import PERCENTAGES
from tieout.language.changes import has_change, topic_of
from tieout.language.sharing import is_difference, is_rise, is_second_change

_SENTENCE_END = re.compile(r"[.!?] ")
_OPENS = re.compile(r" ?[(\[]\Z")
_CLOSES = re.compile(r" ?[)\]]")
_MEASURED = frozenset({*PERCENTAGES, "share"})
_PLAIN = frozenset({"share", "other"})
"""Kinds that a percentage has while nothing has said that it is a change."""


def moved(text: str, mentions: Sequence[Mention], language: str) -> Iterator[Mention]:
    """The mentions of a passage, in text order, each as a change when earlier words of its sentence make it one."""
    out: list[Mention] = []
    changing = bool(mentions) and has_change(text, language)
    for mention in mentions:
        if mention.unit in _MEASURED and mention.kind in _PLAIN:
            mention = _moved(text, out, mention, language, changing=changing)
        out.append(mention)
        yield mention


def _moved(text: str, earlier: Sequence[Mention], mention: Mention, language: str, *, changing: bool) -> Mention:
    low = _sentence_start(text, mention.start)
    told = [m for m in earlier[-3:] if m.start >= low]
    if told and told[-1].kind == "change" and _continues(text, told[-1], mention, language):
        return mention.with_(kind="change", direction=told[-1].direction, verb=told[-1].verb)
    if len(told) > 1 and (direction := _difference(text, told[-2], told[-1], mention, language)):
        return mention.with_(kind="change", direction=direction)
    if not changing or mention.unit != "percent":
        return mention
    topic = topic_of(text, low, mention.start, mention.end, language)
    if topic is None:
        return mention
    return mention.with_(kind="change", direction=topic.direction, verb=(topic.start, topic.end))


def _sentence_start(text: str, start: int) -> int:
    return max((found.end() for found in _SENTENCE_END.finditer(text, max(0, start - 400), start)), default=0)


def _continues(text: str, change: Mention, mention: Mention, language: str) -> bool:
    """Whether a number goes on with the change before it (`rose 4 percent in 2019 and by 6 percent in 2020`), points
    behind a change, or a percentage alone in brackets behind it (`fell by less than a point (0.9%)`)."""
    between = text[change.end : mention.start]
    if _OPENS.fullmatch(between):
        return _CLOSES.match(text, mention.end) is not None
    if mention.unit == "percentage_point":
        return mention.kind == "other" and ";" not in between
    return (
        mention.unit == "percent"
        and change.unit in _MEASURED
        and mention.kind == "share"
        and is_second_change(between, language)
    )


def _difference(text: str, first: Mention, last: Mention, mention: Mention, language: str) -> Direction | None:
    """`went from 44 to 42 percent, which is two points`: the way from one end to the other."""
    if first.kind == "change" or last.kind == "change" or not {first.unit, last.unit} <= {"percent", "per_100k"}:
        return None
    if not is_rise(text[first.end : last.start], language) or not _differ(first.value, last.value):
        return None
    if not is_difference(text[last.end : mention.start], language, points=mention.unit == "percentage_point"):
        return None
    return "increase" if (last.value or 0) > (first.value or 0) else "decrease"


def _differ(one: Fraction | None, other: Fraction | None) -> bool:
    return one is not None and other is not None and one != other
