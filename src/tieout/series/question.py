"""Questions to tables: a measure, a place, one or two periods, and what to make of them; asked of every table there is.

One engine for `tieout data query` and for the figures of a report: the answer names its table, vintage, SQL and rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from tieout.errors import UsageError
from tieout.language import edtf
from tieout.language.countries import alpha2
from tieout.language.places import Gazetteer, units_like
from tieout.series.note import Note
from tieout.series.store import Store, Table
from tieout.series.total import WHY, Total, by_place, total

Make = Literal["value", "change", "difference", "rate", "share", "rank"]
"""`value`: how many; `change`: percent from the first period to the second; `difference`: the second less the first;
`rate`: per 100,000 inhabitants; `share`: percent of the country; `rank`: place among the places, by count."""
MAKES: tuple[Make, ...] = get_args(Make)
POPULATION = "population"
PER = 100_000
PER_UNIT = "per_100000"


@dataclass(frozen=True, slots=True)
class Question:
    """`measure` is a concept id or a measure's key; `periods` are EDTF, two of them for a change."""

    measure: str
    place: str
    periods: tuple[str, ...]
    make: Make = "value"
    guessed: bool = False
    """Whether the base of a change was not given: the same days of the year before are taken."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one table answers. `value` is exact; None when `why` tells that it cannot answer."""

    question: Question
    table: Table
    value: Fraction | None
    totals: tuple[Total, ...]
    why: str | None = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a reader must know beside the value."""
        return tuple(dict.fromkeys(note for one in self.totals for note in one.notes))


def parse(text: str) -> Question:
    """The question in words: `homicide PE-LAL 2023 2024 change`. UsageError says what is missing."""
    make: Make = "value"
    periods: list[str] = []
    place: str | None = None
    measure: list[str] = []
    for word in text.split():
        code = word.upper()
        if word in MAKES:
            make = word
        elif edtf.is_date(word):
            periods.append(word)
        elif place is None and (alpha2(code) or ("-" in code and alpha2(code.partition("-")[0]))):
            place = alpha2(code) or code
        elif place is None and word.isdigit() and len(word) > len("2024"):
            place = word
        else:
            measure.append(word)
    if not measure or place is None or not periods:
        lacks = "measure" if not measure else "place" if place is None else "period"
        raise UsageError(f"no {lacks} in {text!r}; write for example: homicide PE-LAL 2023 2024 change")
    if len(periods) != (2 if make in ("change", "difference") else 1):
        raise UsageError(
            f"{make} needs {'two periods' if make in ('change', 'difference') else 'one period'}: {text!r}"
        )
    return Question(" ".join(measure), place, tuple(periods), make)


def ask(store: Store, question: Question) -> Iterator[Answer]:
    """The answer of every table that counts this in this country, in the order of the store."""
    country = country_of(question.place)
    tables = store.tables()
    for table in tables:
        if table.spec.places.country in (country, "001"):
            for key in measures_of(table, question.measure):
                yield answer(table, key, question, tables)


def answer(table: Table, key: str, question: Question, tables: Sequence[Table]) -> Answer:
    """What one table says. `tables` are all that are at hand: a rate needs the population from another one."""
    periods = [_days(period) for period in question.periods]
    totals = [total(table, key, question.place, *days) for days in periods]
    faults = [one.why for one in totals if one.why]
    if faults:
        return Answer(question, table, None, tuple(totals), WHY[faults[0]])
    values = [one.value or Fraction(0) for one in totals]
    if question.make == "change":
        if not values[0]:
            return Answer(
                question, table, None, tuple(totals), "the first period has none, so there is no change in percent"
            )
        return Answer(question, table, (values[1] - values[0]) / values[0] * 100, tuple(totals))
    if question.make == "difference":
        return Answer(question, table, values[1] - values[0], tuple(totals))
    if question.make == "rate" and table.spec.measures[key].unit != PER_UNIT:
        people = population(tables, question.place, periods[0])
        if people is None or not people.value:
            return Answer(question, table, None, tuple(totals), "no table of the population covers this place and year")
        return Answer(question, table, values[0] / people.value * PER, (*totals, people))
    if question.make == "share":
        whole = total(table, key, table.spec.places.country, *periods[0])
        if not whole.value:
            return Answer(question, table, None, (*totals, whole), "the country's total is not there, or zero")
        return Answer(question, table, values[0] / whole.value * 100, (*totals, whole))
    if question.make == "rank":
        others = by_place(table, key, peers(question.place), *periods[0])
        return Answer(question, table, Fraction(1 + sum(value > values[0] for value in others.values())), tuple(totals))
    return Answer(question, table, values[0], tuple(totals))


def population(tables: Sequence[Table], place: str, days: tuple[date, date]) -> Total | None:
    """The inhabitants of a place in the year in which a period ends, from the first table that knows them."""
    year = days[1].year
    for table in tables:
        for key in measures_of(table, POPULATION):
            found = total(table, key, place, date(year, 1, 1), date(year, 12, 31))
            if found.value:
                return found
    return None


def measures_of(table: Table, measure: str) -> list[str]:
    """The keys of a table's measures with this concept, key or label."""
    low = measure.casefold()
    return [
        key
        for key, one in table.spec.measures.items()
        if low in (key.casefold(), one.concept.casefold(), *(label.casefold() for label in one.labels.values()))
    ]


def country_of(place: str) -> str | None:
    """ISO 3166-1 code of a place's country: `PE` for `PE-LAL`; for a national code that of the pack it is in."""
    head = place.partition("-")[0]
    return alpha2(head) if not place.isdigit() else Gazetteer.for_country("PE").country_of(place)


def peers(place: str) -> tuple[str, ...]:
    """The places of a country on the same level as one of them."""
    country = country_of(place)
    return units_like(place, country) if country else ()


def _days(period: str) -> tuple[date, date]:
    """First and last day of a period with two ends."""
    low, high = edtf.bounds(period)
    if low is None or high is None:
        raise UsageError(f"{period}: has an open end; give both, as in 2024-01/2024-04")
    return low, high
