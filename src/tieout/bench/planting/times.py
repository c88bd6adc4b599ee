"""Kinds that hold a number or an act against dates: per day, ages, terms, deadlines, periods. Numbers, no words."""

from __future__ import annotations

import calendar
import datetime
from fractions import Fraction
from random import Random

from tieout.bench.planting.kind import Day, Kind, Values, fits, misprinted, miswritten, rounded, uneven

_COUNTS = ((1398, 2023, 1), (2222, 2022, 3), (856, 2019, 5))


def _day(rng: Random, first: int, last: int) -> Day:
    year, month = rng.randint(first, last), rng.randint(1, 12)
    return Day(year, month, rng.randint(1, 28))


def _date(day: Day) -> datetime.date:
    return datetime.date(*day)


def _later(day: Day, days: int) -> Day:
    moved = _date(day) + datetime.timedelta(days)
    return Day(moved.year, moved.month, moved.day)


def _draw_per_day(rng: Random) -> Values:
    count, year, month = 0, rng.randint(2018, 2023), rng.randint(1, 12)
    if rng.random() < 0.25:
        count, year, month = rng.choice(_COUNTS)
    days = calendar.monthrange(year, month)[1]
    count = count or uneven(rng, days * 5, days * 95)
    per_day = rounded(Fraction(count, days))
    return {"count": count, "month": Day(year, month, 1), "per": per_day, "about": rng.choice(["", "about"])}


def _draw_per_day_of_year(rng: Random) -> Values:
    year = rng.randint(2018, 2023)
    count = 3398 if rng.random() < 0.2 else uneven(rng, 365 * 3, 365 * 70)
    return {"count": count, "y1": year, "per": rounded(Fraction(count, 365)), "about": rng.choice(["", "about"])}


def _slip_per_day(rng: Random, v: Values) -> Values:
    slip = rng.choice(["per", "count", "week"])
    if slip == "week":
        v["per"] = rounded(Fraction(v["per"] * 7))
    elif slip == "per":
        v["per"] = misprinted(rng, v["per"])
    else:
        v["count"] = miswritten(rng, v["count"])
    return v


def _per_day_may_hold(v: Values) -> bool:
    days = calendar.monthrange(v["month"].year, v["month"].month)[1] if "month" in v else 365
    return fits(v["per"], Fraction(v["count"], days), about=bool(v["about"]))


def _draw_per_month(rng: Random) -> Values:
    count = uneven(rng, 12 * 14, 12 * 700)
    per = rounded(Fraction(count, 12))
    return {"count": count, "y1": rng.randint(2018, 2023), "per": per, "about": rng.choice(["", "about"])}


def _slip_per_month(rng: Random, v: Values) -> Values:
    if rng.random() < 0.3:
        v["per"] = rounded(Fraction(v["count"], rng.choice([52, 6])))
    else:
        name = rng.choice(["per", "count"])
        v[name] = misprinted(rng, v[name]) if name == "per" else miswritten(rng, v[name])
    return v


def _per_month_may_hold(v: Values) -> bool:
    """A month may be taken for 28 to 31 days."""
    low, high = Fraction(v["count"] * 28, 365), Fraction(v["count"] * 31, 365)
    about = bool(v["about"])
    return low <= v["per"] <= high or fits(v["per"], low, about=about) or fits(v["per"], high, about=about)


def _draw_age(rng: Random) -> Values:
    born, then = _day(rng, 1944, 1998), _day(rng, 2018, 2023)
    return {"born": born, "then": then, "age": _age(born, then)}


def _age(born: Day, then: Day) -> int:
    return then.year - born.year - (then[1:] < born[1:])


def _slip_age(rng: Random, v: Values) -> Values:
    v["age"] = max(18, v["age"] + rng.choice([-10, -4, -3, 3, 5, 10]))
    return v


def _draw_term(rng: Random) -> Values:
    years = rng.choice([2, 3, 4, 4, 5, 6])
    start = rng.randint(2006, 2023 - years)
    return {"y0": start, "y1": start + years, "span": years}


def _slip_term(rng: Random, v: Values) -> Values:
    v["span"] = max(2, v["span"] + rng.choice([-2, 2, 3]))
    return v


def _draw_days(rng: Random) -> Values:
    start, days = _day(rng, 2018, 2023), rng.choice([10, 15, 30, 45, 60, 90])
    return {"from": start, "to": _later(start, days - 1), "days": days}


def _slip_days(rng: Random, v: Values) -> Values:
    v["days"] = rng.choice([d for d in (10, 15, 20, 30, 45, 60, 90, 120) if d != v["days"]])
    return v


def _days_may_hold(v: Values) -> bool:
    return bool(abs((_date(v["to"]) - _date(v["from"])).days + 1 - v["days"]) <= 2)


def _draw_after(rng: Random) -> Values:
    first, years = _day(rng, 2005, 2014), rng.randint(4, 9)
    then = _later(first, years * 365 - rng.randint(20, 75))
    return {"first": first, "then": then, "span": years}


def _slip_after(rng: Random, v: Values) -> Values:
    v["span"] = max(2, v["span"] + rng.choice([-3, 3, 4, 6]))
    return v


def _after_may_hold(v: Values) -> bool:
    years = Fraction((_date(v["then"]) - _date(v["first"])).days * 100, 36525)
    return bool(abs(years - v["span"]) <= max(Fraction(12, 10), Fraction(v["span"] * 22, 100)))


def _draw_date(rng: Random) -> Values:
    return {"on": _day(rng, 2015, 2023), "n": rng.randint(3, 60)}


def _slip_date(rng: Random, v: Values) -> Values:
    month = rng.choice([2, 4, 6, 9, 11])
    v["on"] = Day(v["on"].year, month, rng.choice([30, 31]) if month == 2 else 31)
    return v


def _is_day(v: Values) -> bool:
    _, month, day = v["on"]
    return bool(day <= calendar.monthrange(v["on"].year, month)[1])


def _draw_inside(rng: Random) -> Values:
    year = rng.randint(2019, 2023)
    first = rng.randint(1, 3)
    last = rng.randint(9, 12)
    on = Day(year, rng.randint(first, last), 1)
    period = {"from": Day(year, first, 1), "to": Day(year, last, 28)}
    return {**period, "on": on, "count": uneven(rng, 30, 3000), "doc": Day(year + 1, 10, 5)}


def _slip_inside(rng: Random, v: Values) -> Values:
    step = rng.choice([-1, 1]) if v["to"].month < 9 else -1
    v["on"] = Day(v["on"].year + step, v["on"].month, 1)
    return v


def _inside_may_hold(v: Values) -> bool:
    return bool(v["from"][:2] <= v["on"][:2] <= v["to"][:2])


def _draw_future(rng: Random) -> Values:
    doc = _day(rng, 2021, 2024)
    on = Day(doc.year, max(1, doc.month - 2), 1) if doc.month > 3 else Day(doc.year - 1, 8, 1)
    return {"doc": doc, "on": on, "count": uneven(rng, 30, 6000)}


def _slip_future(rng: Random, v: Values) -> Values:
    v["on"] = Day(v["doc"].year + rng.choice([1, 1, 2]), v["on"].month, 1)
    return v


def _draw_deadline(rng: Random) -> Values:
    doc = _day(rng, 2021, 2024)
    due = Day(doc.year + rng.choice([1, 1, 2]), rng.randint(1, 12), rng.randint(1, 28))
    return {"doc": doc, "due": due, "n": rng.randint(4, 90)}


def _slip_deadline(rng: Random, v: Values) -> Values:
    v["due"] = Day(v["doc"].year - rng.choice([1, 2, 3]), v["due"].month, v["due"].day)
    return v


def _draw_office(rng: Random) -> Values:
    took = _day(rng, 2014, 2021)
    acted = _later(took, rng.randint(40, 600))
    return {"took": took, "acted": acted}


def _slip_office(rng: Random, v: Values) -> Values:
    v["acted"] = _later(v["took"], -rng.randint(70, 700))
    return v


KINDS = (
    Kind("per day, of a month", "A", _draw_per_day, _slip_per_day, _per_day_may_hold),
    Kind("per day, of a year", "A", _draw_per_day_of_year, _slip_per_day, _per_day_may_hold),
    Kind("per month", "A", _draw_per_month, _slip_per_month, _per_month_may_hold),
    Kind("age", "AD", _draw_age, _slip_age, lambda v: abs(_age(v["born"], v["then"]) - v["age"]) <= 1),
    Kind("term of years", "AD", _draw_term, _slip_term, lambda v: abs(v["y1"] - v["y0"] - v["span"]) <= 1),
    Kind("span of days", "AD", _draw_days, _slip_days, _days_may_hold),
    Kind("years after", "DA", _draw_after, _slip_after, _after_may_hold),
    Kind("impossible date", "D", _draw_date, _slip_date, _is_day),
    Kind("outside the period", "D", _draw_inside, _slip_inside, _inside_may_hold),
    Kind("after the document", "D", _draw_future, _slip_future, lambda v: v["on"][:2] <= v["doc"][:2]),
    Kind("deadline passed", "D", _draw_deadline, _slip_deadline, lambda v: v["due"] > v["doc"]),
    Kind("before taking office", "D", _draw_office, _slip_office, lambda v: v["acted"] > v["took"]),
)
