"""Numbers that words say without a numeral of their own: ranks, fractions, multiples, articles for one, ratios."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from tieout.evidence.figure import Bound, Side
from tieout.evidence.quantity import Quantity
from tieout.evidence.taken import Taken
from tieout.language.habit import Habit
from tieout.language.hedges import hedge_before
from tieout.language.multiples import Multiple, multiples
from tieout.language.ranks import Rank, out_of, ranks
from tieout.language.ratios import Ratio, ratios
from tieout.language.shares import Share, shares
from tieout.language.singles import Single, singles

_NO_UNIT_LETTER = re.compile(r"[^a-z_]")


def worded(text: str, language: str, taken: Taken) -> Iterator[Quantity]:
    """Ranks, fractions, articles for one and multiples of a line, each on a stretch that is free; they take it."""
    for rank in ranks(text, language):
        if taken.claims(rank.start, rank.end):
            yield _of_rank(text, rank, language)
    for multiple in multiples(text, language):  # before the shares: `se redujo a la mitad` is no half of something
        if taken.claims(multiple.start, multiple.end):
            yield _of_multiple(text, multiple)
    for share in shares(text, language):
        if taken.claims(share.start, share.end):
            yield _of_share(text, share)
    for single in singles(text, language):
        if taken.claims(single.start, single.unit.end):
            yield _of_single(text, single)


def counted_ratios(text: str, language: str, habit: Habit, taken: Taken) -> Iterator[Quantity]:
    """The many of `one officer per 673 inhabitants`; the whole ratio is taken, whatever else was read in it."""
    for ratio in ratios(text, language, habit):
        taken.add([(ratio.start, ratio.end)])
        yield _of_ratio(text, ratio, language)


def _of_rank(text: str, rank: Rank, language: str) -> Quantity:
    return Quantity(
        start=rank.start,
        end=rank.end,
        number=(rank.start, rank.end),
        value=Fraction(rank.value),
        value_text=text[rank.start : rank.end],
        unit="rank",
        kind="rank",
        bound="at_most" if rank.top else "exact",
        of=out_of(text, rank.end, language),
        in_words=True,
    )


def _of_share(text: str, share: Share) -> Quantity:
    return Quantity(
        start=share.start,
        end=share.end,
        number=(share.start, share.end),
        value=share.value,
        value_text=text[share.start : share.end],
        unit="share",
        kind="share",
        in_words=True,
    )


def _of_single(text: str, single: Single) -> Quantity:
    return Quantity(
        start=single.start,
        end=single.unit.end,
        number=(single.start, single.end),
        value=Fraction(1),
        value_text=text[single.start : single.end],
        in_words=True,
    ).with_unit(single.unit)


def _of_multiple(text: str, multiple: Multiple) -> Quantity:
    change = multiple.use == "change"
    return Quantity(
        start=multiple.start,
        end=multiple.end,
        number=(multiple.start, multiple.end),
        value=multiple.value,
        value_text=text[multiple.start : multiple.end],
        unit="fold" if change else "times",
        kind="change" if change else "other",
        direction=("increase" if multiple.value > 1 else "decrease") if change else None,
        in_words=True,
    )


def _of_ratio(text: str, ratio: Ratio, language: str) -> Quantity:
    hedge = hedge_before(text, ratio.start, language)
    number = (ratio.number_start, ratio.number_end)
    return Quantity(
        *number,
        number=number,
        value=ratio.number.value,
        value_text=ratio.number.text,
        decimals=ratio.number.decimals,
        unit=_unit_of(ratio),
        kind="rate",
        bound=cast("Bound", hedge.bound) if hedge else "exact",
        side=cast("Side | None", hedge.side) if hedge else None,
    )


def _unit_of(ratio: Ratio) -> str:
    """`inhabitants_per_officer`, without accents."""
    plain = unicodedata.normalize("NFD", f"{ratio.many}_per_{ratio.one}")
    return _NO_UNIT_LETTER.sub("", plain)
