"""Which column of a table is what: the country, a score of the framework, an aggregate it publishes, something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieout.index.framework import Framework
from tieout.index.names import key_of
from tieout.index.table import Table

FIELDS: dict[str, tuple[str, ...]] = {
    "iso3": ("iso3", "iso", "iso code", "iso 3", "iso alpha 3", "iso3 code", "country code", "code", "codigo pais"),
    "country": ("country", "country name", "name", "pais", "state", "economy"),
    "continent": ("continent", "continente"),
    "region": ("region", "subregion", "sub region", "continent region"),
    "edition": ("edition", "year", "edicion", "ano"),
    "indicator": ("indicator", "indicator id", "indicador", "variable"),
    "score": ("score", "value", "puntuacion", "valor"),
    "author": ("author", "expert", "scorer", "autor", "experto"),
    "time": ("time", "date", "scored at", "fecha"),
    "justification": ("justification", "rationale", "reason", "justificacion", "comment"),
    "links": ("links", "evidence", "records", "evidencia"),
}
"""The names that tables give what is no score, folded as `key_of` folds them."""
_HEADER_WITHIN = 20
"""A title and a few notes may stand above the header."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The header's row (index in the table), fields and nodes by column, and the headers nobody claims."""

    row: int
    fields: Mapping[str, int]
    nodes: Mapping[str, int]
    others: Mapping[str, int]
    twice: tuple[str, ...]
    """Headers that name what an earlier column already named."""

    @property
    def tidy(self) -> bool:
        """One row a score; else one row a country."""
        return "indicator" in self.fields and "score" in self.fields


def columns_of(table: Table, framework: Framework) -> Columns | None:
    """The columns of a table under its header; None when no row looks like one."""
    known = node_names(framework)
    for at, row in enumerate(table.rows[:_HEADER_WITHIN]):
        found = _columns(at, row, known)
        if {"iso3", "country"} & set(found.fields) and (found.tidy or found.nodes):
            return found
    return None


def node_names(framework: Framework) -> dict[str, str]:
    """Dimensions and indicators by every name of theirs, folded."""
    out: dict[str, str] = {}
    for node in framework.nodes:
        out.update(dict.fromkeys(map(key_of, (node.id, *node.label.values(), *node.headers)), node.id))
    return out


def _columns(at: int, row: Sequence[str], known: Mapping[str, str]) -> Columns:
    by_name = {name: field for field, names in FIELDS.items() for name in names}
    fields: dict[str, int] = {}
    nodes: dict[str, int] = {}
    others: dict[str, int] = {}
    twice = []
    for col, header in enumerate(row):
        key = key_of(header)
        if not key:
            continue
        kind, name = (nodes, known[key]) if key in known else (fields, by_name.get(key, ""))
        if not name:
            others[header] = col
        elif name in kind:
            twice.append(header)
        else:
            kind[name] = col
    return Columns(at, fields, nodes, others, tuple(twice))
