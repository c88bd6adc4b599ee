"""One question to every place of a country: what a map shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tieout.series.question import Answer, Question, answer, measures_of
from tieout.series.store import Table


@dataclass(frozen=True, slots=True)
class Mapped:
    """What one table answers, place by place: codes to answers, in the order asked."""

    table: Table
    measure: str
    question: Question
    answers: dict[str, Answer]

    @property
    def known(self) -> dict[str, Answer]:
        """The places that the table has a value for."""
        return {code: one for code, one in self.answers.items() if one.value is not None}


def mapped(tables: Sequence[Table], question: Question, places: Iterable[str], series: str | None) -> Iterator[Mapped]:
    """The answers of every table of this country that counts the measure in some place; of `series` alone, if given."""
    codes = tuple(places)
    for table in tables:
        if table.spec.places.country != question.place or series not in (None, table.spec.id, table.spec.name):
            continue
        for key in measures_of(table, question.measure):
            found = {code: answer(table, key, replace(question, place=code), tables) for code in codes}
            one = Mapped(table, key, question, found)
            if one.known:
                yield one
