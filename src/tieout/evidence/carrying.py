"""What a number takes over from the one before it in its sentence: a bound, the sense of a change, being an age."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.evidence.mention import Mention
from tieout.language.sharing import is_second_change

_BRACKET = re.compile(r" ?[(\[]\Z")
_SENTENCE_END = re.compile(r"[.!?;] ")


def carried(text: str, mentions: Sequence[Mention], language: str) -> Iterator[Mention]:
    """The mentions of a passage, in text order, each with what it plainly shares with the one before it."""
    previous: Mention | None = None
    ages = False
    for mention in mentions:
        if previous is not None:
            between = text[previous.end : mention.start]
            if _SENTENCE_END.search(between):
                ages = False
            else:
                mention = _carried(previous, mention, between, language)
        if ages and mention.kind == "duration" and mention.high is not None:
            mention = mention.with_(kind="age")
        ages = ages or (mention.kind == "age" and mention.high is not None)
        yield mention
        previous = mention


def _carried(previous: Mention, mention: Mention, between: str, language: str) -> Mention:
    if _is_conversion(previous, mention, between):
        return mention.with_(bound=previous.bound, side=previous.side)
    if previous.kind == "change" and _is_second_change(mention, between, language):
        return mention.with_(kind="change", direction=previous.direction, verb=previous.verb)
    return mention


def _is_second_change(mention: Mention, between: str, language: str) -> bool:
    """Points behind a change, and a percentage joined to it (`rose 4 percent in 2019 and by 6 percent in 2020`)."""
    if mention.unit == "percentage_point":
        return mention.kind == "other"
    return mention.unit == "percent" and mention.kind == "share" and is_second_change(between, language)


def _is_conversion(previous: Mention, mention: Mention, between: str) -> bool:
    """Money in brackets right behind money in another currency: `over 150 soles (37 EUR)`."""
    money = previous.kind == "money" and mention.kind == "money" and previous.unit != mention.unit
    return money and mention.bound == "exact" and previous.bound != "exact" and _BRACKET.fullmatch(between) is not None
