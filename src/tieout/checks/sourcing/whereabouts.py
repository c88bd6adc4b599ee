"""Whereabouts: which first-level units of a country hold places of a name, and `place, unit` that says otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tieout.checks.case import Case
from tieout.evidence.passage import Passage
from tieout.evidence.place import dominant_country
from tieout.sources.words import fold

_WORD = r"[A-ZÁÉÍÓÚÑ][\w’-]+"
_NAME = rf"{_WORD}(?: (?:(?:de|del|la|las|los|el) ){{0,2}}{_WORD}){{0,3}}"
_BEFORE = r"(?:[Ii]n|[Oo]f|[Ff]rom|[Nn]ear|[Aa]t|[Ee]n|[Dd]e|[Dd]esde)"
_CLASS = r"(?:city|town|district|province|municipality|ciudad|distrito|provincia|municipio) (?:of|de)"
_PAIR = re.compile(
    rf"\b{_BEFORE} (?:the |la |el )?(?:{_CLASS} )?(?P<place>{_NAME}), (?P<unit>{_NAME})(?P<behind>,? \w+|[.;:)]|,?$)"
)
_LIST = re.compile(r",? (?:and|or|y|e|o|[A-ZÁÉÍÓÚÑ]\w*)\Z")
_LARGE = 50_000


@dataclass(frozen=True, slots=True)
class Misplaced:
    """`passage.text[start:end]` is `place, unit`; `units` are those that hold places of the name."""

    passage: Passage
    start: int
    end: int
    units: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Country:
    """Folded names of first-level units to their codes; of all other places to the units that hold them."""

    units: Mapping[str, str]
    names: Mapping[str, str]
    holders: Mapping[str, frozenset[str]]
    large: frozenset[str]
    whole: bool
    """Whether every place down to the districts is known."""


def misplaced(case: Case) -> Iterator[Misplaced]:
    """Every `place, unit` of the running text that does not fit, as far as the country's places are known."""
    country: _Country | None = None
    for passage in case.reading.passages:
        if passage.block.kind not in ("paragraph", "list_item", "cell", "caption"):
            continue
        for found in _PAIR.finditer(passage.text):
            if _LIST.match(found["behind"]):
                continue
            country = country or _country(_code(case))
            place, unit = fold(found["place"]), country.units.get(fold(found["unit"]))
            held = country.holders.get(place)
            if unit is None or not held or unit in held or place in country.units:
                continue
            units = tuple(sorted(country.names[code] for code in held))
            sure = country.whole and place in country.large and len(held) == 1
            yield Misplaced(passage, found.start("place"), found.end("unit"), units, sure)


def _code(case: Case) -> str:
    document = case.reading.document
    return document.country or dominant_country(case.reading.passages, document.title) or ""


@cache
def _country(code: str) -> _Country:
    pack = files("tieout.language") / "data" / "places" / "packs" / f"{code}.tsv"
    rows = []
    if code and pack.is_file():
        lines = pack.read_text(encoding="utf-8").splitlines()
        rows = [(line.split("\t") + [""] * 6)[:6] for line in lines if line and not line.startswith("#")]
    parents = {row[0]: row[2] for row in rows}
    units = {row[0]: row[3] for row in rows if row[1] == "admin1"}
    by_name: dict[str, str] = {}
    holders: dict[str, set[str]] = defaultdict(set)
    large = set()
    for row_code, level, _, name, other, people in rows:
        names = [name, *(other.split("|") if other else [])]
        if level == "admin1":
            by_name.update((fold(one), row_code) for one in names)
            continue
        top = row_code
        while top in parents and top not in units:
            top = parents[top]
        if top in units:
            for one in names:
                holders[fold(one)].add(top)
                if int(people or 0) >= _LARGE:
                    large.add(fold(one))
    whole = any(row[1] == "admin3" for row in rows)
    return _Country(by_name, units, {k: frozenset(v) for k, v in holders.items()}, frozenset(large), whole)
