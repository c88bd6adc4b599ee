"""Searching: words in, ranked quotes out. The same index and the same words give the same answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from tieout.errors import UsageError
from tieout.language.places import Gazetteer
from tieout.language.tables import LANGUAGES
from tieout.workspace.search.hit import Hit, quote
from tieout.workspace.search.index import index_of, place_token
from tieout.workspace.search.item import KINDS, Kind, years_in
from tieout.workspace.search.words import Asked, Group, asked, stems_of
from tieout.workspace.workspace import Workspace

if TYPE_CHECKING:
    import tantivy

_TERM, _CONTEXT, _ASIDE = 1.0, 0.5, 0.6
"""What a term of the other language, a heading, and a place in a note or table are worth against a word in the text."""
_TIE = 0.2
"""What the other ways of being found add to the best one."""
_MORE, _EXTRA = 4, 20
"""How many hits are looked at for each that is wanted: notes go down, and equal ones are put in order."""
_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]+)*")
"""An ISO 3166 code of a country or a region."""
_DAMAGE = ("PanicException",)
"""How the engine says that a file of its is not what it wrote."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a hit must be, beside answering the words."""

    kind: Kind
    place: str | None = None
    years: tuple[int, int] | None = None
    """First and last."""
    language: str | None = None


def search(
    workspace: Workspace,
    query: str,
    kind: Kind | None = None,
    place: str | None = None,
    period: str | None = None,
    language: str | None = None,
    limit: int = 10,
) -> list[Hit]:
    """The quotes of a workspace that answer a query best, the best first; passages when no kind is asked for.

    A phrase in quotation marks must stand. A place must be named in the quote's passage or be the record's; of a
    period (EDTF) a year must be. Nothing that a protected name stands in is found.
    """
    wanted = asked(query)
    if not wanted.words:
        raise UsageError("search: no word is asked for")
    if kind is not None and kind not in KINDS:
        raise UsageError(f"search: {kind} is not one of {', '.join(KINDS)}")
    if language is not None and language not in LANGUAGES:
        raise UsageError(f"search: language {language} is not one of {', '.join(LANGUAGES)}")
    if place is not None and not stems_of(place):
        raise UsageError("search: the place has no name")
    conditions = Conditions(kind or "passage", place, _years(period), language)
    public = workspace.public
    try:
        return answers(index_of(public), wanted, conditions, limit)
    except UsageError:
        raise
    except BaseException as fault:
        if not isinstance(fault, ValueError | OSError) and type(fault).__name__ not in _DAMAGE:
            raise
        return answers(index_of(public, anew=True), wanted, conditions, limit)


def answers(index: tantivy.Index, wanted: Asked, conditions: Conditions, limit: int) -> list[Hit]:
    """The best hits of an index."""
    searcher = index.searcher()
    query = _filtered(index.schema, _query(index.schema, wanted), conditions)
    found = searcher.search(query, limit * _MORE + _EXTRA, count=False).hits
    worth = _worth(searcher, wanted)
    shown = [(score, json.loads(searcher.doc(address)["shown"][0])) for score, address in found]
    ranked = sorted(
        ((round(score * (_ASIDE if held["aside"] else 1.0), 4), held) for score, held in shown),
        key=lambda pair: (-pair[0], pair[1]["doc"], pair[1]["start"], pair[1]["id"]),
    )
    return [_hit(score, held, worth) for score, held in ranked[:limit]]


def _hit(score: float, held: dict[str, Any], worth: dict[str, float]) -> Hit:
    sentences = [(low, high) for low, high in held["sentences"]]
    start, end = quote(held["text"], held["start"], sentences, worth)
    text = held["text"][start - held["start"] : end - held["start"]]
    return Hit(held["kind"], held["id"], held["doc"], start, end, text, score, held["page"], held["label"])


def _query(schema: tantivy.Schema, wanted: Asked) -> tantivy.Query:
    """Any of the groups, and every phrase."""
    from tantivy import Occur, Query

    any_of = Query.boolean_query([(Occur.Should, _group(schema, group)) for group in wanted.groups])
    return Query.boolean_query(
        [(Occur.Must, any_of), *((Occur.Must, _phrase(schema, phrase)) for phrase in wanted.phrases)]
    )


def _group(schema: tantivy.Schema, group: Group) -> tantivy.Query:
    """The words in the text, or above it, or a term that they name."""
    from tantivy import Occur, Query

    def term(field: str, word: str, boost: float) -> tantivy.Query:
        return Query.boost_query(Query.term_query(schema, field, word), boost)

    in_text = Query.boolean_query([(Occur.Should, term("text", word, 1.0)) for word in group.words])
    above = [term("context", word, _CONTEXT) for word in group.words]
    terms = [term("terms", name, _TERM) for name in group.terms]
    return Query.disjunction_max_query([in_text, *above, *terms], _TIE)


def _phrase(schema: tantivy.Schema, phrase: Sequence[str], field: str = "text") -> tantivy.Query:
    from tantivy import Query

    if len(phrase) == 1:
        return Query.term_query(schema, field, phrase[0])
    return Query.phrase_query(schema, field, list(phrase))


def _filtered(schema: tantivy.Schema, query: tantivy.Query, conditions: Conditions) -> tantivy.Query:
    """A query with conditions that do not weigh in its rank."""
    from tantivy import FieldType, Occur, Query

    must = [Query.term_query(schema, "kind", conditions.kind)]
    if conditions.language is not None:
        must.append(Query.term_query(schema, "language", conditions.language))
    if conditions.place is not None:
        must.append(Query.boolean_query([(Occur.Should, one) for one in _at(schema, conditions.place)]))
    if conditions.years is not None:
        must.append(Query.range_query(schema, "year", FieldType.Integer, *conditions.years))
    return Query.boolean_query([(Occur.Must, query), *((Occur.Must, _weightless(one)) for one in must)])


def _weightless(condition: tantivy.Query) -> tantivy.Query:
    from tantivy import Query

    return Query.const_score_query(condition, 0.0)


def _at(schema: tantivy.Schema, place: str) -> Iterator[tantivy.Query]:
    """Where a place is: the record's own, or named in the text or above it."""
    from tantivy import Query

    for name in _names_of(place):
        words = stems_of(name)
        yield Query.term_query(schema, "place", place_token(name))
        yield _phrase(schema, words)
        yield _phrase(schema, words, "context")


def _names_of(place: str) -> Iterable[str]:
    """A place as it was given; of an ISO 3166 code its names too, since passages name places."""
    yield place
    if _CODE.fullmatch(place):
        try:
            names = {Gazetteer.for_country(place[:2]).canonical(place, language) for language in LANGUAGES}
        except KeyError:
            return
        yield from sorted(names)


def _years(period: str | None) -> tuple[int, int] | None:
    if period is None:
        return None
    years = years_in(period)
    if not years:
        raise UsageError(f"search: {period} is no period; write 2023, 2023-05 or 2022/2024")
    return (years[0], 9999) if period.endswith("/..") else (0 if period.startswith("../") else years[0], years[-1])


def _worth(searcher: tantivy.Searcher, wanted: Asked) -> dict[str, float]:
    """What finding each word or term is worth: the rarer, the more."""
    sought = [*(("text", word) for word in wanted.words), *(("terms", term) for term in wanted.terms)]
    return {mark: log(1 + searcher.num_docs / (1 + searcher.doc_freq(field, mark))) for field, mark in sought}
