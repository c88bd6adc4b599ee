"""Kinds that compare two or three amounts: changes, multiples, shares, rates, limits. Numbers only, no words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

from tieout.bench.planting.kind import Kind, Values, fits, misprinted, miswritten, rounded, tenths, uneven

_CHANGES = ((469, 562), (3365, 4158), (4158, 4966), (403226, 497581), (755, 673), (104000, 115000))
"""Base and end, as reports on Peru give them."""
_SHARES = ((1125, 2126), (316728, 497581), (578, 639), (104, 117), (48, 72), (367, 700), (25, 20), (44, 49))
_COUNTS = ((856, 11_200_000), (120306, 31_440_000), (47265, 31_809_000))
_FRACTIONS = ("1/5", "1/4", "1/3", "1/2", "2/3", "3/4")


def _years(rng: Random, span: int = 1) -> Values:
    end = rng.randint(2018, 2023)
    return {"y0": end - span, "y1": end}


def _percent(base: int | Decimal, end: int | Decimal) -> Fraction:
    return abs(Fraction(end) / Fraction(base) - 1) * 100


def _draw_change(rng: Random) -> Values:
    if rng.random() < 0.2:
        base, end = rng.choice(_CHANGES)
    else:
        base = uneven(rng, 120, 9000)
        end = uneven(rng, base * 55 // 100, base * 240 // 100)
    while abs(end - base) * 20 < base:
        end = uneven(rng, base * 55 // 100, base * 240 // 100)
    about = rng.choice(["", "", "", "about"])
    change = rounded(_percent(base, end), 0 if about else rng.choice([0, 0, 1]))
    way = "up" if end > base else "down"
    years = _years(rng, rng.choice([1, 1, 2]))
    return {"base": base, "end": end, "change": change, "way": way, "about": about, **years}


def _slip_change(rng: Random, v: Values) -> Values:
    slip = rng.choice(["other_base", "digits", "end", "base", "ratio"])
    if slip == "other_base":
        v["change"] = rounded(_percent(v["end"], v["base"]), 0)
    elif slip == "digits":
        v["change"] = misprinted(rng, v["change"])
    elif slip == "ratio" and v["way"] == "up":
        v["change"] = rounded(Fraction(v["end"], v["base"]) * 100, 0)
    else:
        name = "base" if slip == "base" else "end"
        v[name] = miswritten(rng, v[name])
    return v


def _change_may_hold(v: Values) -> bool:
    changes = [_signed(v["base"] + d, v["end"] + e) for d in _half(v["base"]) for e in _half(v["end"])]
    return _fits_within(v["change"] if v["way"] == "up" else -v["change"], changes, about=bool(v["about"]))


def _signed(base: Fraction, end: Fraction) -> Fraction:
    return (end / base - 1) * 100


def _fits_within(stated: Decimal, true: Sequence[Fraction], *, about: bool = False) -> bool:
    """True when a stated number can stand for one of a stretch of true ones."""
    low, high = min(true), max(true)
    return low <= Fraction(stated) <= high or fits(stated, low, about=about) or fits(stated, high, about=about)


def _half(number: int) -> tuple[Fraction, Fraction]:
    """Half of the last place of a round number: it may have been rounded."""
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    step = Fraction(10**zeros, 2) if zeros > 1 else Fraction(0)
    return -step, step


def _draw_points(rng: Random) -> Values:
    base = tenths(rng.randint(120, 620))
    gap = tenths(rng.randint(12, 140))
    way = rng.choice(["up", "down"])
    end = base + gap if way == "up" else max(Decimal("1.1"), base - gap)
    return {"base": base, "end": end, "change": abs(end - base), "way": way, "points": "points", **_years(rng)}


def _slip_points(rng: Random, v: Values) -> Values:
    name = rng.choice(["change", "change", "end"])
    v[name] = misprinted(rng, v[name])
    return v


def _points_may_hold(v: Values) -> bool:
    gap = v["end"] - v["base"] if v["way"] == "up" else v["base"] - v["end"]
    return bool(abs(gap - v["change"]) <= Decimal("0.2"))


def _slip_unit(rng: Random, v: Values) -> Values:
    del rng
    v["points"] = "percent"
    return v


def _unit_may_hold(v: Values) -> bool:
    if v["points"] == "points":
        return _points_may_hold(v)
    low, high = (_percent(v["base"] + d, v["end"] - d) for d in (Decimal("0.05"), Decimal("-0.05")))
    stated = Fraction(v["change"])
    return min(low, high) - Fraction(3, 10) <= stated <= max(low, high) + Fraction(3, 10)


def _draw_multiple(rng: Random) -> Values:
    fold = rng.choice([2, 2, 3, 4])
    bound = rng.choice(["", "", "over", "nearly"])
    ratio = {"": (97, 104), "over": (106, 122), "nearly": (91, 98)}[bound]
    base = uneven(rng, 140, 6000)
    end = base * fold * rng.randint(*ratio) // 100
    return {"base": base, "end": end, "fold": f"{bound or 'exact'}_{fold}", **_years(rng, rng.choice([1, 2, 3]))}


def _slip_multiple(rng: Random, v: Values) -> Values:
    bound, _, fold = v["fold"].partition("_")
    if rng.random() < 0.5:
        v["fold"] = f"{bound}_{rng.choice([n for n in (2, 3, 4) if str(n) != fold])}"
    else:
        name = rng.choice(["base", "end"])
        v[name] = miswritten(rng, v[name])
    return v


def _multiple_may_hold(v: Values) -> bool:
    bound, _, fold = v["fold"].partition("_")
    ratio, stated = Fraction(v["end"], v["base"]), int(fold)
    if bound == "over":
        return ratio > stated * Fraction(97, 100)
    if bound == "nearly":
        return stated * Fraction(78, 100) <= ratio <= stated * Fraction(122, 100)
    return stated * Fraction(87, 100) <= ratio <= stated + Fraction(6, 10)


def _draw_share(rng: Random) -> Values:
    part, whole = sorted(rng.choice(_SHARES)) if rng.random() < 0.2 else (0, uneven(rng, 150, 9000))
    part = part or whole * rng.randint(7, 93) // 100 or 1
    about = rng.choice(["", "", "", "about"])
    return {
        "part": part, "whole": whole, "pct": rounded(Fraction(part * 100, whole), 0 if about else rng.choice([0, 1])),
        "about": about, "y1": rng.randint(2018, 2023),
    }  # fmt: skip


def _slip_share(rng: Random, v: Values) -> Values:
    slip = rng.choice(["pct", "part", "whole", "rest"])
    if slip == "rest":
        v["pct"] = 100 - v["pct"]
    elif slip == "pct":
        v["pct"] = misprinted(rng, v["pct"])
    else:
        v[slip] = miswritten(rng, v[slip])
    return v


def _share_may_hold(v: Values) -> bool:
    if v["part"] > v["whole"] or not 0 < v["pct"] < 100:
        return True  # another kind of mistake
    shares = [(v["part"] + d) / (v["whole"] + e) * 100 for d in _half(v["part"]) for e in _half(v["whole"])]
    return _fits_within(v["pct"], shares, about=bool(v["about"]))


def _draw_fraction(rng: Random) -> Values:
    name = rng.choice(_FRACTIONS)
    bound = rng.choice(["exact", "over", "under"])
    ratio = {"exact": (98, 102), "over": (103, 112), "under": (89, 97)}[bound]
    whole = uneven(rng, 240, 9000)
    part = int(whole * Fraction(name) * rng.randint(*ratio) / 100)
    return {"part": part, "whole": whole, "portion": f"{bound}_{name}", "y1": rng.randint(2018, 2023)}


def _slip_fraction(rng: Random, v: Values) -> Values:
    bound, _, name = v["portion"].partition("_")
    if rng.random() < 0.6:
        v["portion"] = f"{bound}_{rng.choice([n for n in _FRACTIONS if n != name])}"
    else:
        v["part"] = miswritten(rng, v["part"])
    return v


def _fraction_may_hold(v: Values) -> bool:
    bound, _, name = v["portion"].partition("_")
    share, stated = Fraction(v["part"], v["whole"]), Fraction(name)
    if share >= 1:
        return True
    if bound == "over":
        return share > stated * Fraction(97, 100)
    if bound == "under":
        return share < stated * Fraction(103, 100)
    return stated * Fraction(85, 100) <= share <= stated * Fraction(115, 100)


def _draw_rate(rng: Random) -> Values:
    if rng.random() < 0.2:
        count, people = rng.choice(_COUNTS)
    else:
        people = rng.randint(420, 32000) * 1000
        count = uneven(rng, people // 50000, people // 2500)
    rate = rounded(Fraction(count * 100_000, people), 1)
    return {"count": count, "people": people, "rate": rate, "y1": rng.randint(2018, 2023)}


def _slip_rate(rng: Random, v: Values) -> Values:
    slip = rng.choice(["rate", "rate", "count", "people"])
    if slip == "people":
        v["people"] = miswritten(rng, v["people"] // 1000) * 1000
    elif slip == "count":
        v["count"] = miswritten(rng, v["count"])
    else:
        v["rate"] = rng.choice([misprinted(rng, v["rate"]), v["rate"] * 10])
    return v


def _rate_may_hold(v: Values) -> bool:
    people = v["people"]
    zeros = len(str(people)) - len(str(people).rstrip("0"))
    cell = Fraction(10**zeros, 2)
    low, high = (Fraction(v["count"] * 100_000) / (people + d) for d in (cell, -cell))
    return bool(low - Fraction(15, 100) <= Fraction(v["rate"]) <= high + Fraction(15, 100))


def _draw_one_per(rng: Random) -> Values:
    people = rng.randint(420, 32000) * 1000
    count = 47_265 if rng.random() < 0.1 else uneven(rng, people // 5000, people // 240)
    per = int(rounded(Fraction(people, count)))
    return {"count": count, "people": people, "per": per, "y1": rng.randint(2018, 2023)}


def _slip_one_per(rng: Random, v: Values) -> Values:
    name = rng.choice(["per", "per", "count"])
    v[name] = miswritten(rng, v[name])
    return v


def _one_per_may_hold(v: Values) -> bool:
    """The population is rounded, and so is the number of people to each."""
    true = Fraction(v["people"], v["count"])
    return bool(abs(v["per"] - true) <= max(Fraction(2), true * Fraction(8, 100)))


def _draw_trend(rng: Random) -> Values:
    v = _draw_change(rng)
    del v["change"], v["about"]
    return v


def _slip_trend(rng: Random, v: Values) -> Values:
    if rng.random() < 0.5:
        v["way"] = "down" if v["way"] == "up" else "up"
    else:
        v["base"], v["end"] = v["end"], v["base"]
    return v


def _trend_may_hold(v: Values) -> bool:
    return bool(v["base"] == v["end"] or (v["end"] > v["base"]) == (v["way"] == "up"))


def _draw_comparison(rng: Random) -> Values:
    mean = tenths(rng.randint(50, 420))
    way = rng.choice(["up", "down"])
    gap = mean * rng.randint(15, 45) / 100
    own = rounded(Fraction(mean + gap if way == "up" else mean - gap), 1)
    return {"own": own, "mean": mean, "level": way, "y1": rng.randint(2018, 2023)}


def _slip_comparison(rng: Random, v: Values) -> Values:
    if rng.random() < 0.5:
        v["level"] = "down" if v["level"] == "up" else "up"
    else:
        v["own"], v["mean"] = v["mean"], v["own"]
    return v


def _comparison_may_hold(v: Values) -> bool:
    return bool((v["own"] > v["mean"]) == (v["level"] == "up"))


def _draw_range(rng: Random) -> Values:
    low = rng.randint(3, 90) * rng.choice([1, 10, 100])
    return {"low": low, "high": low * rng.randint(13, 40) // 10 + 2, "y1": rng.randint(2018, 2023)}


def _slip_range(rng: Random, v: Values) -> Values:
    del rng
    v["low"], v["high"] = v["high"], v["low"]
    return v


def _draw_limit(rng: Random) -> Values:
    top = rng.randint(12, 80) * 10
    return {"top": top, "floor": top * rng.randint(1, 5) // 10, "y1": rng.randint(2018, 2023)}


def _slip_limit(rng: Random, v: Values) -> Values:
    v["floor"] = v["top"] * rng.choice([1, 1, 2])
    return v


def _draw_restated(rng: Random) -> Values:
    number = rng.choice([125, 117, 639, 141, 43, 562]) if rng.random() < 0.3 else uneven(rng, 40, 4000)
    return {"first": number, "again": number, "y1": rng.randint(2018, 2023)}


def _slip_restated(rng: Random, v: Values) -> Values:
    v["again"] = miswritten(rng, v["again"])
    return v


def _draw_unequal(rng: Random) -> Values:
    start = rng.randint(2017, 2020)
    slow, fast = rng.randint(6, 25), rng.randint(35, 90)
    years = {"y0": start, "y1": start + 1, "y2": start + 1, "y3": start + 2}
    return {"slow": Decimal(slow), "fast": Decimal(fast), **years}


def _slip_unequal(rng: Random, v: Values) -> Values:
    v["y3"] = v["y2"] + rng.choice([2, 3])
    return v


KINDS = (
    Kind("change", "A", _draw_change, _slip_change, _change_may_hold),
    Kind("change in points", "A", _draw_points, _slip_points, _points_may_hold),
    Kind("percent for points", "A", _draw_points, _slip_unit, _unit_may_hold),
    Kind("multiple", "A", _draw_multiple, _slip_multiple, _multiple_may_hold),
    Kind("share", "A", _draw_share, _slip_share, _share_may_hold),
    Kind("share in words", "A", _draw_fraction, _slip_fraction, _fraction_may_hold),
    Kind("rate", "A", _draw_rate, _slip_rate, _rate_may_hold),
    Kind("one per so many", "A", _draw_one_per, _slip_one_per, _one_per_may_hold),
    Kind("trend", "A", _draw_trend, _slip_trend, _trend_may_hold),
    Kind("comparison", "A", _draw_comparison, _slip_comparison, _comparison_may_hold),
    Kind("range", "A", _draw_range, _slip_range, lambda v: v["low"] < v["high"]),
    Kind("limit", "A", _draw_limit, _slip_limit, lambda v: v["floor"] < v["top"]),
    Kind("restated", "A", _draw_restated, _slip_restated, lambda v: v["first"] == v["again"]),
    Kind("unequal comparison", "A", _draw_unequal, _slip_unequal, lambda v: v["y3"] - v["y2"] == v["y1"] - v["y0"]),
)
