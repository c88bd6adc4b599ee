"""What a number takes over from the one beside it in its sentence: a bound, being an age, a currency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.evidence.contexts import is_age
from tieout.evidence.mention import Mention
from tieout.language.sharing import is_alone, is_list

_BRACKET = re.compile(r" ?[(\[]\Z")
_SENTENCE_END = re.compile(r"[.!?;] ")
_LETTER = re.compile(r"[^\W\d_]")
_OLDEST = 120
"""Years of age beyond which a number is none."""
_SCALED = 1_000_000
"""From here on a bare number may be money that the sentence named the currency of before."""


def carried(text: str, mentions: Sequence[Mention], language: str) -> Iterator[Mention]:
    """The mentions of a passage, in text order, each with what it plainly shares with its neighbours."""
    previous: Mention | None = None
    ages = False
    for index, mention in enumerate(mentions):
        if previous is not None:
            between = text[previous.end : mention.start]
            if _SENTENCE_END.search(between):
                ages = False
            else:
                mention = _carried(text, previous, mention, between, language)
        if ages and mention.kind == "duration" and mention.high is not None:
            mention = mention.with_(kind="age")
        if index + 1 < len(mentions) and _is_age_before(text, mention, mentions[index + 1], language):
            mention = mention.with_(kind="age", unit=mentions[index + 1].unit)
        ages = ages or (mention.kind == "age" and mention.high is not None)
        yield mention
        previous = mention


def _carried(text: str, previous: Mention, mention: Mention, between: str, language: str) -> Mention:
    if _is_conversion(previous, mention, between):
        return mention.with_(bound=previous.bound, side=previous.side)
    if previous.kind == "age" and mention.kind == "duration" and is_list(between, language):
        return mention.with_(kind="age")
    if not _is_bare(mention) or not is_alone(text, mention.end, language):
        return mention
    if previous.kind == "age" and previous.unit == "years" and _may_be_age(mention) and is_list(between, language):
        return mention.with_(kind="age", unit="years")
    if previous.kind == "money" and _is_scaled(mention) and not _BRACKET.search(between):
        return mention.with_(kind="money", unit=previous.unit)
    return mention


def _is_bare(mention: Mention) -> bool:
    """Whether nothing has said yet what a number measures."""
    return mention.unit == "count" and mention.kind == "level" and mention.value is not None


def _may_be_age(mention: Mention) -> bool:
    return mention.value is not None and mention.value <= _OLDEST and mention.decimals == 0


def _is_scaled(mention: Mention) -> bool:
    """Whether a number ends with a scale word, as sums of money do (`frente a 2.900 millones un año antes`)."""
    return mention.value is not None and mention.value >= _SCALED and _LETTER.search(mention.value_text) is not None


def _is_age_before(text: str, mention: Mention, following: Mention, language: str) -> bool:
    """The first number of `boys of 14 and 16 years of age`."""
    between = text[mention.end : following.start]
    return (
        following.unit == "years"
        and (following.kind == "age" or is_age(text, mention.start, mention.end, language))
        and following.bound == "exact"
        and _is_bare(mention)
        and _may_be_age(mention)
        and is_list(between, language)
    )


def _is_conversion(previous: Mention, mention: Mention, between: str) -> bool:
    """Money in brackets right behind money in another currency: `over 150 soles (37 EUR)`."""
    money = previous.kind == "money" and mention.kind == "money" and previous.unit != mention.unit
    return money and mention.bound == "exact" and previous.bound != "exact" and _BRACKET.fullmatch(between) is not None
