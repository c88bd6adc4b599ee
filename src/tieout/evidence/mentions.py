"""Reading the numbers of a passage: numerals joined with their bounds, units, bases and words of change.

Only what stands in the words at the number is read here; what is counted, where, when and by whom is the resolvers'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from tieout.evidence.carrying import carried
from tieout.evidence.contexts import is_age, is_bare_age, is_quota, is_score, is_threshold
from tieout.evidence.figure import Bound, Direction, Kind, Side
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage
from tieout.language.changes import change_at, comparison_at, has_change
from tieout.language.exclusions import excluded, one_counts
from tieout.language.habit import Habit
from tieout.language.hedges import Hedge, hedge_after, hedge_before
from tieout.language.multiples import multiples, times_compare
from tieout.language.numerals import Numeral, is_round_set, numerals
from tieout.language.periods import find_dates
from tieout.language.ranks import ranks
from tieout.language.shares import shares
from tieout.language.units import (
    Unit,
    bases,
    difference_after,
    half_after,
    per_after,
    per_after_noun,
    unit_after,
    unit_before,
)

TIME_UNITS = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number in the making."""

    start: int
    end: int
    number: tuple[int, int]
    value: Fraction | None
    value_text: str
    decimals: int = 0
    unit: str | None = None
    kind: Kind | None = None
    high: Fraction | None = None
    bound: Bound = "exact"
    side: Side | None = None
    direction: Direction | None = None
    denominator: str | None = None
    of: int | None = None
    verb: tuple[int, int] | None = None
    difference: bool = False
    words: bool = False


_ANY_NUMBER = {
    "en": re.compile(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|millions?|billions?|dozens?|scores|half|thirds?|quarters?|fifths?|\w+ths?|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|quintupl\w+|halv\w+|twice|\w+fold|second|top|decades?|years?|zero)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\d|\b(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|\w+enta|cien(?:to)?s?|\w+cient[oa]s|quinient[oa]s|mil|miles|mill[oó]n(?:es)?|decenas?|docenas?|centenar(?:es)?|mitad|terci[oa]s?|cuart[oa]s?|quint[oa]s?|tercera|séptim\w+|octav\w+|\w*duplic\w+|triplic\w+|cuadruplic\w+|doble|triple|primer[oa]?|segund[oa]|tercer|cero|sext\w+|décim\w+|noven\w+)\b",
        re.IGNORECASE,
    ),
}
"""A cheap first look: a passage with none of these has no figure."""


def mentions_of(passage: Passage, language: str, habit: Habit) -> list[Mention]:
    """The numbers of a passage that are figures, in text order, offsets in the passage's view."""
    text = passage.text
    if not _ANY_NUMBER.get(language, _ANY_NUMBER["en"]).search(text):
        return []
    every = list(numerals(text, language, habit))
    taken = _Taken([*excluded(text, language), *_dates(text, language)] if every else [])
    ratios = list(_ratios(text, language, habit)) if every else []
    taken.add(span for _, span in ratios)
    found = [*(q for q, _ in ratios), *_wordings(text, language, taken)]
    if every:
        taken.add((q.start, q.end) for q in found)
        taken.add((per.start, per.end) for per in bases(text, language))
    numbers = [n for n in every if not taken.meets(n.start, n.end) and _is_number(text, n, language)]
    found += _joined(text, list(_quantities(text, numbers, language)), language)
    found.sort(key=lambda q: q.start)
    found = _shared_units(text, found, language)
    changing = has_change(text, language)
    read = _without_overlaps([_mention(text, q, language, passage, changing=changing) for q in found])
    return list(carried(text, read))


_YEAR = re.compile(r"\d{4}")


def _dates(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches that dates cover; of a relative one (`the same period in 2024`) only its years."""
    for date in find_dates(text, language):
        if date.kind != "relative":
            yield date.start, date.end
        else:
            for year in _YEAR.finditer(text, date.start, date.end):
                yield year.span()


class _Taken:
    """Stretches of a line that are spoken for."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def add(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted([*self._spans, *spans])

    def meets(self, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in self._spans)


def _wordings(text: str, language: str, taken: _Taken) -> Iterator[_Quantity]:
    """Fractions, multiples and ranks in words."""
    spans: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        if taken.meets(start, end) or any(a < end and start < b for a, b in spans):
            return False
        spans.append((start, end))
        return True

    for rank in ranks(text, language):
        if free(rank.start, rank.end):
            yield _Quantity(
                rank.start,
                rank.end,
                (rank.start, rank.end),
                Fraction(rank.value),
                text[rank.start : rank.end],
                unit="rank",
                kind="rank",
                bound="at_most" if rank.top else "exact",
                of=_out_of(text, rank.end),
                words=True,
            )
    for share in shares(text, language):
        if free(share.start, share.end):
            yield _Quantity(
                share.start,
                share.end,
                (share.start, share.end),
                share.value,
                text[share.start : share.end],
                unit="share",
                kind="share",
                words=True,
            )
    for single in _singles(text, language):
        if free(single.start, single.end):
            yield single
    for multiple in multiples(text, language):
        if free(multiple.start, multiple.end):
            change = multiple.use == "change"
            yield _Quantity(
                multiple.start,
                multiple.end,
                (multiple.start, multiple.end),
                multiple.value,
                text[multiple.start : multiple.end],
                unit="fold" if change else "times",
                kind="change" if change else "other",
                direction=("increase" if multiple.value > 1 else "decrease") if change else None,
                words=True,
            )


_ONE_PER = {
    "en": re.compile(
        r"\bone (?P<one>[a-z-]+(?: [a-z-]+){0,2}?) (?:per|for every|for each) (?P<n>\d[\d.,\u00a0 ]*\d|\d+) (?P<many>[a-z]+)"
    ),
    "es": re.compile(
        r"\bun[oa]? (?P<one>[a-zñáéíóú-]+(?: [a-zñáéíóú-]+){0,2}?) (?:por cada|por) (?P<n>\d[\d.,\u00a0 ]*\d|\d+) (?P<many>[a-zñáéíóú]+)"
    ),
}


def _ratios(text: str, language: str, habit: Habit) -> Iterator[tuple[_Quantity, tuple[int, int]]]:
    """`one officer per 673 inhabitants`: the 673 is the figure, unless it is a round base (`one per 1,000`).

    Yields the quantity and the stretch it speaks for.
    """
    for found in _ONE_PER.get(language, _ONE_PER["en"]).finditer(text):
        n = next(numerals(text[found.start("n") : found.end("n")], language, habit), None)
        if n is None or n.value is None or re.fullmatch(r"10*", str(n.value)):
            continue
        start, end = found.span("n")
        hedge = hedge_before(text, found.start(), language)
        unit = f"{found['many']}_per_{found['one'].split()[-1]}"
        quantity = _Quantity(
            start,
            end,
            (start, end),
            n.value,
            n.text,
            n.decimals,
            unit=re.sub(r"[^a-z_]", "", unit),
            kind="rate",
            bound=cast("Bound", hedge.bound) if hedge else "exact",
            side=cast("Side | None", hedge.side) if hedge else None,
        )
        yield quantity, found.span()


_SINGLE = {
    "en": re.compile(r"(?<!\w)an? (?=(?:decade|year|month|week|day|century|percentage point)\b)", re.IGNORECASE),
    "es": re.compile(r"(?<!\w)una? (?=(?:década|año|mes|semana|día|siglo|punto porcentual)\b)", re.IGNORECASE),
}


_LATER = {
    "en": re.compile(r" (?:later|earlier|after|before|ago)\b"),
    "es": re.compile(r" (?:después|más tarde|antes|de (?:cárcel|prisión))\b"),
}


def _singles(text: str, language: str) -> Iterator[_Quantity]:
    """`over a decade`, `menos de un punto porcentual`: an article counts as one when a hedge stands before it."""
    for found in _SINGLE.get(language, _SINGLE["en"]).finditer(text):
        article_end = found.end() - 1
        unit = unit_after(text, article_end, language)
        later = _LATER[language if language in _LATER else "en"]
        if unit is not None and (
            hedge_before(text, found.start(), language) is not None or later.match(text, unit.end)
        ):
            one = _Quantity(
                found.start(),
                unit.end,
                (found.start(), article_end),
                Fraction(1),
                text[found.start() : article_end],
                words=True,
            )
            yield _with_unit(text, one, unit)


_OUT_OF = re.compile(r" (?:out )?(?:of|de|entre) (?:the |los |las |un total de )?(\d{1,3})\b")


def _out_of(text: str, end: int) -> int | None:
    found = _OUT_OF.match(text, end)
    return int(found[1]) if found else None


_NAME_BEFORE = re.compile(r"(?:[A-Z][A-Za-z]*|[A-Za-z]*[A-Z])[-–]\Z")
_LETTER_HYPHEN = re.compile(r"[^\W\d]-\Z")
_NAME_BEHIND = re.compile(r"-[A-Z]|-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b")
_BROKEN_BEFORE = re.compile(r"[\d][.,/:]\Z|[/#_]\Z")


def _is_number(text: str, n: Numeral, language: str) -> bool:
    """Whether a numeral is free to be a figure: no part of a name (`F-16`), no pronoun, no ordinal."""
    if n.ordinal:
        return False
    before = text[max(0, n.start - 12) : n.start]
    if _BROKEN_BEFORE.search(before):
        return False
    if _LETTER_HYPHEN.search(before) and (
        _NAME_BEFORE.search(before) or (n.end - n.start < 3 and not _measured(text, n.end, language))
    ):
        return False
    if _NAME_BEHIND.match(text, n.end):
        return False
    behind = text[n.end : n.end + 1]
    if (
        behind
        and (behind.isalpha() or behind in "/_")
        and n.form == "digits"
        and unit_after(text, n.end, language) is None
    ):
        return False
    return not (
        n.text.lower() == "one"
        and not one_counts(text, n.start, n.end, language)
        and hedge_before(text, n.start, language) is None
    )


def _measured(text: str, end: int, language: str) -> bool:
    """Whether a unit word stands behind a number, so that the hyphen before it is a dash (`transactions-55 percent`)."""
    return text[end : end + 1] in (" ", "%") and unit_after(text, end, language) is not None


def _quantities(text: str, numbers: list[Numeral], language: str) -> Iterator[_Quantity]:
    """The numerals with their units; a numeral inside an earlier one's unit words (`por ciento`) is none."""
    end = 0
    for n in numbers:
        if n.start >= end:
            quantity = _quantity(text, n, language)
            yield quantity
            end = quantity.end


def _quantity(text: str, n: Numeral, language: str) -> _Quantity:
    """A numeral with its own unit and base."""
    money = unit_before(text, n.start, language)
    half = half_after(text, n.end, language)
    end = half or n.end
    unit = money or unit_after(text, end, language)
    start = money.start if money else n.start
    end = end if money or unit is None else unit.end
    if half is None and unit is not None and not money:
        half = half_after(text, end, language)
        end = half or end
    value = n.value + Fraction(1, 2) if half and n.value is not None else n.value
    quantity = _Quantity(start, end, (n.start, n.end), value, n.text, n.decimals, words=n.form != "digits")
    if n.form == "vague" or is_round_set(n.text, language):
        quantity = replace(quantity, bound="about")
    if unit is not None:
        quantity = _with_unit(text, quantity, unit)
    return _with_base(text, quantity, language)


_AGE_UNIT = re.compile(r"old|of age|de edad", re.IGNORECASE)


def _with_unit(text: str, q: _Quantity, unit: Unit) -> _Quantity:
    kind: Kind | None = "age" if _AGE_UNIT.search(text[unit.start : unit.end]) else cast("Kind | None", unit.kind)
    value = q.value * unit.factor if q.value is not None else None
    return replace(q, unit=unit.code, kind=kind, value=value)


def _with_base(text: str, q: _Quantity, language: str) -> _Quantity:
    """The number with the base it is counted over, when one follows directly or after a noun."""
    per = per_after(text, q.end, language)
    if per is not None:
        if q.unit is None:
            unit, kind = per.unit, cast("Kind", "rate")
        else:
            unit, kind = q.unit, q.kind or ("rate" if q.unit not in ("percent", "percentage_point") else None)
        return replace(q, end=per.end, unit=unit, kind=kind, denominator=per.base)
    if q.unit is None and not q.number[1] == q.start:
        per = per_after_noun(text, q.end, language)
        if per is not None and not re.search(r"\d|[.;:(]| (?:and|or|y|o) ", text[q.end : per.end - len(per.base)]):
            return replace(q, unit=per.unit, kind="rate", denominator=per.base)
    return q


_RANGE = {
    "en": re.compile(r"-? (?P<word>to|and|or) (?=[$€£\d]|US|[a-z])|(?: ?[-–—] ?)(?=[$€£\d])"),
    "es": re.compile(r" (?P<word>a|y|hasta|o) (?:un |una |los |las )?(?=[$€S\d]|[a-z])|(?: ?[-–—] ?)(?=[$€\d])"),
}
_BETWEEN = {
    "en": re.compile(
        r"\bbetween (?:the ages of |ages )?(?:about |around |approximately |an estimated |roughly )?\Z", re.I
    ),
    "es": re.compile(r"\b(?P<in>entre (?:los |las )?)\Z", re.I),
}
_FROM = {
    "en": re.compile(
        r"\bfrom (?:(?:about|around|nearly|almost|just|under|over|a|an|the|some|approximately|roughly|more than|less than|fewer than|an estimated) )*\Z",
        re.I,
    ),
    "es": re.compile(r"\b(?:del?|desde) (?:(?:unos|casi|cerca de|alrededor de|el|los|un|una) )*\Z", re.I),
}
_MOVES = {
    "en": re.compile(
        r"\b(?:increas|ris|rose|grew|grow|fell|fall|drop|declin|decreas|reduc|lower|rais|cut|chang|went|up|down|doubl|tripl|expand|shr|surg|jump|climb|extend)\w*\b",
        re.I,
    ),
    "es": re.compile(
        r"\b(?:aument|increment|crec|sub|pas|redu|dismin|baj|ca[yíe]|descend|elev|cambi|ampli|decrec)\w*\b", re.I
    ),
}


def _joined(text: str, quantities: list[_Quantity], language: str) -> list[_Quantity]:
    """Two numbers that are the ends of one range become one: `12 to 17 years`, `entre 12 y 17 años`."""
    out: list[_Quantity] = []
    i = 0
    while i < len(quantities):
        pair = _as_range(text, quantities[i], quantities[i + 1], language) if i + 1 < len(quantities) else None
        out.append(pair or quantities[i])
        i += 2 if pair else 1
    return out


def _as_range(text: str, low: _Quantity, high: _Quantity, language: str) -> _Quantity | None:
    lang = language if language in _RANGE else "en"
    joint = _RANGE[lang].match(text, low.end)
    if joint is None or joint.end() != high.start or low.value is None or high.value is None:
        return None
    if low.unit not in (None, high.unit):
        return None
    word = joint.groupdict().get("word")
    before = text[max(0, low.start - 60) : low.start]
    between = _BETWEEN[lang].search(before)
    if word in ("and", "y") and not between:
        return None
    if word in ("or", "o"):
        return None
    moved = _FROM[lang].search(before) and _MOVES[lang].search(before)
    if word in ("to", "a", "hasta") and (
        moved or (lang == "en" and _FROM[lang].search(before) and high.unit in (None, "percent"))
    ):
        return None
    if word == "a" and (high.unit is None or (high.unit == "percent" and low.unit is None)):
        return None
    if word not in ("and", "y") and low.value * _shared_scale(low, high) >= high.value:
        return None
    scale = _shared_scale(low, high)
    inside = between.groupdict().get("in") if between else None
    start = low.start - len(inside) if inside else low.start
    return replace(
        high,
        start=start,
        number=(low.number[0], high.number[1]),
        value=low.value * scale,
        high=high.value,
        value_text=low.value_text,
        decimals=max(low.decimals, high.decimals),
    )


def _shared_scale(low: _Quantity, high: _Quantity) -> int:
    """`2 to 3 million`: the scale word behind the second number holds for both."""
    assert low.value is not None and high.value is not None
    word = re.search(r"(million|billion|trillion|thousand|mil|millones|billones)$", high.value_text)
    if word is None or re.search(r"[^\W\d]", low.value_text) or low.value >= 1000:
        return 1
    return {
        "thousand": 10**3,
        "mil": 10**3,
        "million": 10**6,
        "millones": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "billones": 10**12,
    }[word[1]]


_LIST_JOINT = re.compile(r"(?:,|,? (?:and|or|to|y|e|o|a)|[–-]|/) ?\Z|,? (?:and|or|to|y|e|o|a) ?\Z")


def _shared_units(text: str, found: list[_Quantity], language: str) -> list[_Quantity]:
    """Bare numbers that share the unit of a neighbour, or a base named before them in their sentence.

    `14.6 and 2.6 percent`; `6.27 percent …, 4.43 …`; `from 5,000 per year to 22,000`; `rates per 100,000 were 5.8 and 6.1`.
    """
    out = _with_named_base(text, list(found), language)
    for i in range(len(out) - 2, -1, -1):
        q, following = out[i], out[i + 1]
        if (
            q.unit is None
            and following.unit in TIME_UNITS
            and following.kind != "age"
            and text[q.end : following.start] == " to "
        ):
            out[i] = replace(q, unit=following.unit, kind=following.kind)
        elif q.unit is None and following.unit in ("percent", "percentage_point", "per_100k") and not q.words:
            between = text[q.end : following.start]
            if re.fullmatch(r",? (?:and|or|to|y|e|o|a|u) (?:[a-záéíóú]+ ){0,2}|, ", between) and (q.decimals > 0) >= (
                following.decimals > 0
            ):
                out[i] = replace(q, unit=following.unit, kind=following.kind)
    for i in range(1, len(out)):
        q, earlier = out[i], out[i - 1]
        if (
            q.unit is None
            and earlier.denominator
            and earlier.kind == "rate"
            and re.fullmatch(r" (?:to|a) (?:[a-z]+ ){0,2}", text[earlier.end : q.start])
        ):
            out[i] = replace(q, unit=earlier.unit, kind="rate", denominator=earlier.denominator)
        elif (
            q.unit is None
            and q.decimals > 0
            and not _LETTER.search(q.value_text)
            and earlier.unit in ("percent", "per_100k")
        ):
            between = text[earlier.end : q.start]
            if len(between) < 120 and not re.search(r"[.;!?] ", between):
                out[i] = replace(q, unit=earlier.unit, kind="rate" if earlier.unit == "per_100k" else None)
    return out


_LETTER = re.compile(r"[^\W\d_]")
_BARE_ENDING = re.compile(r" ?(?:[).,;]|$)|,? (?:in|en|and|y|for|during|por|durante|compared|respectively)\b")


def _with_named_base(text: str, found: list[_Quantity], language: str) -> list[_Quantity]:
    """Numbers with nothing behind them take a base that stands free before them in the sentence."""
    free = [
        p
        for p in bases(text, language)
        if p.unit == "per_100k" and not any(q.end <= p.end <= q.end + 60 and q.denominator for q in found)
    ]
    if not free:
        return found
    out = []
    for q in found:
        base = next((p for p in reversed(free) if p.end <= q.start), None)
        bare = q.unit is None and q.value is not None and _BARE_ENDING.match(text, q.end)
        if base is not None and bare and not re.search(r"[.!?] ", text[base.end : q.start]):
            q = replace(q, unit=base.unit, kind="rate", denominator=base.base)
        out.append(q)
    return out


def _mention(text: str, q: _Quantity, language: str, passage: Passage, *, changing: bool) -> Mention:
    q = _with_difference(text, q, language)
    q = _with_bounds(text, q, language)
    kind, direction, verb = _kind(text, q, language, passage, changing=changing)
    unit = q.unit or "count"
    if q.unit is None and kind in ("score", "age"):
        unit = "score" if kind == "score" else "years"
    return Mention(
        start=q.start,
        end=q.end,
        number_start=q.number[0],
        number_end=q.number[1],
        value=q.value,
        value_text=q.value_text,
        bound=q.bound,
        unit=unit,
        kind=kind,
        high=q.high,
        decimals=q.decimals,
        side=q.side,
        direction=direction,
        denominator=q.denominator,
        of=q.of,
        verb=verb,
    )


def _with_difference(text: str, q: _Quantity, language: str) -> _Quantity:
    if q.kind in ("rank", "rate", "money", "age") or (q.unit in TIME_UNITS):
        return q
    end = difference_after(text, q.end, language)
    return replace(q, end=end, difference=True) if end is not None else q


_SIGN = re.compile(r"(?<![\w.,)])[-−–]\Z")


def _with_bounds(text: str, q: _Quantity, language: str) -> _Quantity:
    """The number with the hedges around it; a printed minus sign is read as the direction."""
    hedge: Hedge | None = hedge_before(text, q.start, language)
    start, end, bound, side = q.start, q.end, q.bound, q.side
    if hedge is not None:
        start, bound, side = hedge.start, cast("Bound", hedge.bound), cast("Side | None", hedge.side)
    behind = hedge_after(text, q.end, language)
    if behind is not None and hedge is None:
        end, bound, side = behind.end, cast("Bound", behind.bound), cast("Side | None", behind.side)
    direction = q.direction
    if (
        hedge is None
        and q.unit in ("percent", "percentage_point")
        and _SIGN.search(text[max(0, q.start - 2) : q.start])
    ):
        start, direction = start - 1, "decrease"
    return replace(q, start=start, end=end, bound=bound, side=side, direction=direction)


def _kind(
    text: str, q: _Quantity, language: str, passage: Passage, *, changing: bool
) -> tuple[Kind, Direction | None, tuple[int, int] | None]:
    """The kind of a number, with direction and the word of change when it is a change."""
    if q.unit in ("times", "fold"):
        return _kind_of_times(text, q, language)
    if q.kind in ("rank", "age"):
        return q.kind, None, None
    if q.unit is None and is_bare_age(text, q.start, language):
        return "age", None, None
    if q.direction is not None:
        return "change", q.direction, None
    if changing and q.unit not in TIME_UNITS and q.kind != "rate":
        change = change_at(text, q.start, q.end, language, measured=q.unit is not None)
        if change is not None:
            return "change", change.direction, (change.start, change.end)
        more = (
            comparison_at(text, q.end, language)
            if not q.difference
            else comparison_at(text, text.rfind(" ", 0, q.end), language)
        )
        if (
            (more is not None
            and q.unit in ("percent", "percentage_point", "share"))
            or (more is not None and q.difference)
        ):
            compared = _THAN_TIME[language if language in _THAN_TIME else "en"].match(text, more.end)
            if compared:
                return "change", more.direction, (more.start, more.end)
            if q.unit == "percentage_point" and not _THAN[language if language in _THAN else "en"].match(
                text, more.end
            ):
                return "change", more.direction, (more.start, more.end)
            if q.unit in ("percent", "percentage_point"):
                return "other", None, None
    if q.unit in TIME_UNITS:
        if is_age(text, q.start, q.end, language):
            return "age", None, None
        return ("threshold" if is_threshold(text, q.start, q.end, q.bound, language) else "duration"), None, None
    if q.kind is not None:
        return q.kind, None, None
    if q.unit in ("percent", "share"):
        return ("threshold" if is_quota(text, q.start, language) else "share"), None, None
    if q.unit == "percentage_point":
        return "other", None, None
    if is_score(text, q.start, q.end, q.decimals, passage, language) and q.unit is None:
        return "score", None, None
    return "level", None, None


_THAN_TIME = {
    "en": re.compile(
        r" (?:than|compared (?:to|with)) (?:in |during |the (?:same|previous|year|month)|last |a year)", re.I
    ),
    "es": re.compile(
        r"(?: [^\W\d]+){0,3} (?:que|respecto|con respecto|en comparación|comparado) (?:en \d{4}|en el (?:mismo|año)|durante |a \d|al año|el (?:mismo|año)|\d{4}|los )",
        re.I,
    ),
}


_THAN = {"en": re.compile(r" than\b"), "es": re.compile(r" (?:que|al?|a la|a los|a las)\b")}


def _kind_of_times(text: str, q: _Quantity, language: str) -> tuple[Kind, Direction | None, tuple[int, int] | None]:
    if q.kind == "change":
        return "change", q.direction, None
    if q.kind == "other" or times_compare(language).match(text, q.end):
        return "other", None, None
    change = change_at(text, q.start, q.end, language, measured=True)
    if change is not None:
        return "change", change.direction, (change.start, change.end)
    return "level", None, None


def _without_overlaps(read: list[Mention]) -> list[Mention]:
    out: list[Mention] = []
    for mention in sorted(read, key=lambda m: (m.start, -m.end)):
        if out and mention.start < out[-1].end:
            continue
        out.append(mention)
    return out
