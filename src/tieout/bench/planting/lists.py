"""Kinds that relate a list of numbers to one: totals, means, percentages of one count, series, ranks. No words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

from tieout.bench.planting.kind import Kind, Values, fits, misprinted, miswritten, rounded, tenths, uneven

_PARTS = ((60_000, 25_000, 10_000), (34, 54), (1310, 185), (6, 8), (254_259, 177_322, 166_123))
"""Parts that make up their total, as reports on Peru give them."""
_SCORES = ("7.00 8.50 7.50 6.00 4.00", "2.50 5.50 5.00", "6.50 4.50 6.50 9.00", "5.00 6.00 6.50 3.50")
_RATES = (("27.5", "41.1", "24.1"), ("5.0", "14.6", "2.6"), ("71.1", "94.8", "65.0"))
_CELLS = ((106, 58, 43), (84, 49, 31))
_CURRENCIES = (("PEN", "4.05"), ("COP", "4.3"), ("HNL", "26.4"))


def _draw_parts(rng: Random) -> Values:
    if rng.random() < 0.2:
        parts = list(rng.choice(_PARTS))
    else:
        parts = sorted((uneven(rng, 14, 2400) for _ in range(rng.choice([2, 3, 3, 4]))), reverse=True)
    return {"parts": parts, "whole": sum(parts), "y1": rng.randint(2018, 2023)}


def _slip_parts(rng: Random, v: Values) -> Values:
    slip = rng.choice(["whole", "part", "forgotten"])
    if slip == "part":
        parts = list(v["parts"])
        at = rng.randrange(len(parts))
        parts[at] = miswritten(rng, parts[at])
        v["parts"] = parts
    elif slip == "forgotten" and len(v["parts"]) > 2:
        v["whole"] -= v["parts"][-1]
    else:
        v["whole"] = miswritten(rng, v["whole"])
    return v


def _parts_may_hold(v: Values) -> bool:
    return bool(sum(v["parts"]) == v["whole"])


def _draw_including(rng: Random) -> Values:
    whole = rng.choice([700, 220, 60, 1300, 25]) if rng.random() < 0.2 else uneven(rng, 24, 5000)
    return {"whole": whole, "part": max(2, whole * rng.randint(12, 80) // 100), "y1": rng.randint(2018, 2023)}


def _slip_including(rng: Random, v: Values) -> Values:
    slip = rng.choice(["exchanged", "longer", "shorter"])
    if slip == "exchanged":
        v["whole"], v["part"] = v["part"], v["whole"]
    elif slip == "longer":
        v["part"] = v["part"] * 10 + rng.randint(0, 9)
    else:
        v["whole"] //= 10
    return v


def _draw_two_parts(rng: Random) -> Values:
    whole = rng.choice([1300, 743, 688]) if rng.random() < 0.2 else uneven(rng, 60, 5000)
    first = whole * rng.randint(30, 60) // 100
    second = (whole - first) * rng.randint(40, 100) // 100
    return {"whole": whole, "first": max(2, first), "second": max(2, second), "y1": rng.randint(2018, 2023)}


def _slip_two_parts(rng: Random, v: Values) -> Values:
    name = rng.choice(["whole", "first", "second"])
    v[name] = miswritten(rng, v[name])
    return v


def _two_parts_may_hold(v: Values) -> bool:
    return bool(v["first"] + v["second"] <= v["whole"])


def _draw_mean(rng: Random) -> Values:
    if rng.random() < 0.25:
        scores = [Decimal(text) for text in rng.choice(_SCORES).split()]
    else:
        scores = [Decimal(rng.randint(4, 19) * 50) / 100 for _ in range(rng.choice([3, 3, 4, 5]))]
    scores = [s.quantize(Decimal("0.01")) for s in scores]
    return {"scores": scores, "mean": rounded(Fraction(sum(scores)) / len(scores), 2), "y1": rng.randint(2018, 2023)}


def _slip_mean(rng: Random, v: Values) -> Values:
    if rng.random() < 0.6:
        v["mean"] = misprinted(rng, v["mean"])
    else:
        scores = list(v["scores"])
        at = rng.randrange(len(scores))
        scores[at] = misprinted(rng, scores[at])
        v["scores"] = scores
    return v


def _mean_may_hold(v: Values) -> bool:
    true = Fraction(sum(v["scores"])) / len(v["scores"])
    return not 0 < v["mean"] <= 10 or abs(true - Fraction(v["mean"])) < Fraction(1, 10)


def _draw_mixture(rng: Random) -> Values:
    if rng.random() < 0.3:
        whole, high, low = (Decimal(t) for t in rng.choice(_RATES))
    else:
        low = tenths(rng.randint(40, 400))
        high = low + tenths(rng.randint(90, 280))
        whole = rounded(Fraction(low + (high - low) * rng.randint(18, 45) / 100), 1)
    return {"whole": whole, "rural": high, "urban": low, "y1": rng.randint(2018, 2023)}


def _slip_mixture(rng: Random, v: Values) -> Values:
    slip = rng.choice(["over", "under", "exchanged"])
    if slip == "exchanged":
        v["whole"], v["rural"] = v["rural"], v["whole"]
    elif slip == "over":
        v["whole"] = v["rural"] + tenths(rng.randint(20, 90))
    else:
        v["whole"] = v["urban"] * rng.randint(3, 8) / 10
        v["whole"] = v["whole"].quantize(Decimal("0.1"))
    return v


def _mixture_may_hold(v: Values) -> bool:
    low, high = sorted((v["rural"], v["urban"]))
    return bool(low - 1 <= v["whole"] <= high + 1)


def _draw_grim(rng: Random) -> Values:
    n, one, two = rng.choice(_CELLS) if rng.random() < 0.25 else (rng.randint(23, 190), 0, 0)
    one = one or n * rng.randint(45, 70) // 100
    two = two or (n - one) * rng.randint(30, 80) // 100
    shares = {"p1": rounded(Fraction(one * 100, n), 1), "p2": rounded(Fraction(two * 100, n), 1)}
    return {"n": n, **shares, "y1": rng.randint(2018, 2023)}


def _slip_grim(rng: Random, v: Values) -> Values:
    if rng.random() < 0.5:
        v["n"] = miswritten(rng, v["n"])
    else:
        other = v["n"] + rng.randint(5, 40)
        v["p1"] = rounded(Fraction(rng.randint(other * 4 // 10, other * 7 // 10) * 100, other), 1)
        v["p2"] = rounded(Fraction(rng.randint(other // 10, other * 28 // 100) * 100, other), 1)
    return v


def _possible(percent: Decimal, n: int) -> bool:
    near = int(Fraction(percent) * n / 100)
    return any(abs(Fraction(k * 100, n) - Fraction(percent)) <= Fraction(6, 100) for k in (near, near + 1))


def _grim_may_hold(v: Values) -> bool:
    """Wrong only when neither of the two percentages is possible."""
    return _possible(v["p1"], v["n"]) or _possible(v["p2"], v["n"]) or v["n"] < 11


def _draw_hundred(rng: Random) -> Values:
    decimals = rng.choice([0, 1])
    first = rounded(Fraction(rng.randint(520, 880), 10), decimals)
    return {"first": first, "second": 100 - first, "y1": rng.randint(2018, 2023)}


def _slip_hundred(rng: Random, v: Values) -> Values:
    name = rng.choice(["first", "second"])
    v[name] = misprinted(rng, v[name])
    return v


def _hundred_may_hold(v: Values) -> bool:
    return bool(v["first"] + v["second"] <= 102 or max(v["first"], v["second"]) >= 100)


def _draw_whole(rng: Random) -> Values:
    decimals = rng.choice([0, 1])
    first = rounded(Fraction(rng.randint(380, 560), 10), decimals)
    second = rounded(Fraction(rng.randint(180, 340), 10), decimals)
    return {"first": first, "second": second, "third": 100 - first - second, "y1": rng.randint(2018, 2023)}


def _slip_whole(rng: Random, v: Values) -> Values:
    name = rng.choice(["first", "second", "third"])
    v[name] = misprinted(rng, v[name])
    return v


def _whole_may_hold(v: Values) -> bool:
    shares = [v["first"], v["second"], v["third"]]
    return bool(sum(shares) <= 103 or max(shares) >= 100)


def _draw_series(rng: Random) -> Values:
    way = rng.choice(["up", "down"])
    numbers = [uneven(rng, 140, 900)]
    for _ in range(rng.choice([2, 3])):
        numbers.append(uneven(rng, numbers[-1] * 108 // 100, numbers[-1] * 135 // 100))
    if way == "down":
        numbers.reverse()
    start = rng.randint(2016, 2019)
    years = [start + i for i in range(len(numbers))]
    return {"series": numbers, "years": years, "way": way, "y0": years[0], "y1": years[-1]}


def _slip_series(rng: Random, v: Values) -> Values:
    if rng.random() < 0.4:
        v["way"] = "down" if v["way"] == "up" else "up"
        return v
    numbers = list(v["series"])
    at = rng.randrange(len(numbers) - 1)
    numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    v["series"] = numbers
    return v


def _series_may_hold(v: Values) -> bool:
    steps = [b > a for a, b in zip(v["series"], v["series"][1:], strict=False)]
    return all(step == (v["way"] == "up") for step in steps)


def _draw_running(rng: Random) -> Values:
    early = rng.choice([639, 578]) if rng.random() < 0.2 else uneven(rng, 90, 3000)
    return {"early": early, "late": early + uneven(rng, 11, 900), "y1": rng.randint(2018, 2023)}


def _slip_running(rng: Random, v: Values) -> Values:
    if rng.random() < 0.5:
        v["early"], v["late"] = v["late"], v["early"]
    else:
        v["late"] = miswritten(rng, v["late"])
    return v


def _draw_rank(rng: Random) -> Values:
    whole = rng.choice([193, 180, 163, 142, 137, 35, 33, 26, 24])
    return {"rank": rng.randint(max(2, whole // 4), whole - 1), "of": whole, "y1": rng.randint(2018, 2023)}


def _slip_rank(rng: Random, v: Values) -> Values:
    v["rank"] = rng.choice([v["of"] + rng.randint(2, 30), miswritten(rng, v["rank"] * 10)])
    return v


def _draw_ahead(rng: Random) -> Values:
    ahead = rng.choice([2, 3])
    return {"ahead": ahead, "place_no": ahead + 1, "y1": rng.randint(2018, 2023)}


def _slip_ahead(rng: Random, v: Values) -> Values:
    v["place_no"] = rng.choice([n for n in (2, 3, 4, 5) if n != v["ahead"] + 1])
    return v


def _draw_items(rng: Random) -> Values:
    count = rng.choice([3, 3, 4, 5])
    return {"stated": count, "listed": count, "y1": rng.randint(2018, 2023)}


def _slip_items(rng: Random, v: Values) -> Values:
    v["stated"] = v["listed"] + rng.choice([-1, 1, 2])
    return v


def _draw_conversion(rng: Random) -> Values:
    code, rate = rng.choice(_CURRENCIES)
    scale = 1000 if code == "COP" else 1
    amounts = [n * scale for n in rng.sample([150, 300, 480, 900, 1200, 2500, 3600, 7500, 15000], 4)]
    amounts = [a * 10 if code == "COP" else a for a in amounts]
    foreign = [rounded(Fraction(a) / (Fraction(rate) * (1000 if code == "COP" else 1)), 0) for a in amounts]
    return {"currency": code, "rate": Fraction(rate) * (1000 if code == "COP" else 1), "given": amounts,
            "worth": [int(f) for f in foreign], "y1": rng.randint(2018, 2023)}  # fmt: skip


def _slip_conversion(rng: Random, v: Values) -> Values:
    worth = list(v["worth"])
    at = rng.randrange(4)
    worth[at] = rng.choice([miswritten(rng, worth[at]), worth[at] * 10, worth[at] * 13 // 10])
    v["worth"] = worth
    return v


def _conversion_may_hold(v: Values) -> bool:
    """The three right ones leave the rate a few percent of room: a wrong one must be off by more."""
    pairs = zip(v["given"], v["worth"], strict=True)
    return all(
        fits(Decimal(worth), Fraction(given) / v["rate"]) or abs(worth * v["rate"] / given - 1) < Fraction(8, 100)
        for given, worth in pairs
    )


def _draw_table(rng: Random) -> Values:
    rows = [uneven(rng, 21, 1900) for _ in range(3)]
    before = [max(2, row * rng.randint(60, 140) // 100) for row in rows]
    year = rng.randint(2018, 2023)
    return {"rows": rows, "before": before, "total": sum(rows), "total_before": sum(before), "y0": year - 1, "y1": year}


def _slip_table(rng: Random, v: Values) -> Values:
    name = rng.choice(["total", "total_before", "rows", "before"])
    if name.startswith("total"):
        v[name] = miswritten(rng, v[name])
    else:
        cells = list(v[name])
        at = rng.randrange(len(cells))
        cells[at] = miswritten(rng, cells[at])
        v[name] = cells
    return v


def _table_may_hold(v: Values) -> bool:
    return bool(sum(v["rows"]) == v["total"] and sum(v["before"]) == v["total_before"])


def _draw_table_share(rng: Random) -> Values:
    rows = [uneven(rng, 40, 1900) for _ in range(3)]
    shares = [rounded(Fraction(row * 100, sum(rows)), 1) for row in rows]
    return {"rows": rows, "shares": shares, "total": sum(rows), "y1": rng.randint(2018, 2023)}


def _slip_table_share(rng: Random, v: Values) -> Values:
    shares = list(v["shares"])
    at = rng.randrange(len(shares))
    shares[at] = misprinted(rng, shares[at])
    v["shares"] = shares
    return v


def _table_share_may_hold(v: Values) -> bool:
    return all(fits(s, Fraction(r * 100, v["total"])) for r, s in zip(v["rows"], v["shares"], strict=True))


KINDS = (
    Kind("parts and total", "A", _draw_parts, _slip_parts, _parts_may_hold),
    Kind("including", "A", _draw_including, _slip_including, lambda v: v["part"] <= v["whole"] and v["whole"] > 1),
    Kind("exclusive parts", "A", _draw_two_parts, _slip_two_parts, _two_parts_may_hold),
    Kind("mean", "A", _draw_mean, _slip_mean, _mean_may_hold),
    Kind("overall and halves", "A", _draw_mixture, _slip_mixture, _mixture_may_hold),
    Kind("GRIM", "A", _draw_grim, _slip_grim, _grim_may_hold),
    Kind("percents over 100", "A", _draw_hundred, _slip_hundred, _hundred_may_hold),
    Kind("percents of one whole", "A", _draw_whole, _slip_whole, _whole_may_hold),
    Kind("series", "A", _draw_series, _slip_series, _series_may_hold),
    Kind("running count", "A", _draw_running, _slip_running, lambda v: v["late"] >= v["early"]),
    Kind("rank of N", "A", _draw_rank, _slip_rank, lambda v: v["rank"] <= v["of"]),
    Kind("rank and those ahead", "A", _draw_ahead, _slip_ahead, lambda v: v["place_no"] == v["ahead"] + 1),
    Kind("items listed", "A", _draw_items, _slip_items, lambda v: v["stated"] == v["listed"]),
    Kind("conversion", "A", _draw_conversion, _slip_conversion, _conversion_may_hold),
    Kind("table total", "A", _draw_table, _slip_table, _table_may_hold),
    Kind("table share", "A", _draw_table_share, _slip_table_share, _table_share_may_hold),
)
