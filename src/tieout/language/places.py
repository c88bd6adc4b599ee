"""Names of places: the world's countries and regions, large cities, and one pack of places for each country.

The tables in `data/places/` are data only: `countries.tsv`, `regions.tsv`, `demonyms.tsv` and `cities.tsv` (the core),
and `packs/<ISO 3166-1 code>.tsv`, one country each, loaded when a document concerns that country (see README.md there).

`Gazetteer.find` says which words of a text name a place. It must not say what happened there; `evidence/place.py` does.
A name that is also a word or a person (`La Victoria`, `Santiago`) counts only with support: a preposition of place, a
class word (`district of`), a neighbour place, a number in brackets after it. A name inside a longer name
(`Lima Group`, `Keiko Lima`) is no place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from tieout.language.tables import LANGUAGES, table

Level = Literal["world", "region", "country", "admin1", "admin2", "admin3", "city"]

_WORD = re.compile(r"[^\W_]+")
_SMALL = re.compile(r"de|del|la|las|los|el|the|of|and|y|e|d|do|da|al|l|du|di")
_LOOSE_GAP = re.compile(r"[ \u00a0\-'’ʼ.]{0,2}")
_BRACKET_NUMBER = re.compile(r"\s?\(\s?(?:\w+ ){0,2}\d")
_ABBREVIATION = 5
"""Letters of an abbreviation, at most: `US` and `EE` are matched as printed, never `us`."""
_FREE_CITY = 100_000
"""A city of this size needs no support, unless its name is an ambiguous one."""
_RANK: dict[str, int] = {"country": 0, "world": 0, "region": 1, "admin1": 2, "city": 3, "admin2": 4, "admin3": 5}


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a text names it: `text[start:end]` is `name`."""

    start: int
    end: int
    name: str
    canonical: str
    code: str
    """ISO 3166-1 or -2, Peru's ubigeo, UN M49 for regions, `geonames:<id>` for cities."""
    level: Level
    parents: tuple[str, ...]
    """Canonical names of what holds it, nearest first, up to the country."""
    country: str | None = None
    """ISO 3166-1 code of its country."""
    adjective: bool = False
    """The word is a demonym or an adjective (`Peruvian`, `mundial`): weaker evidence than a name."""
    inner: bool = False
    """The word is part of a longer name (`Lima Group`): it names no place here, but speaks for one."""

    def __repr__(self) -> str:
        return f"<PlaceName {self.name!r} {self.code}>"


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    level: Level
    parent: str | None
    name: str
    tokens: tuple[str, ...]
    """Folded words of this way of naming it."""
    printed: tuple[str, ...]
    """The same as the table prints them: for case and for `, ` inside the name."""
    adjective: bool = False
    needs_support: bool = False
    commas: bool = False
    people: int = 0
    """Inhabitants, where the table knows them: of two places with one name the larger is meant."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that decide whether a name stands alone, of both languages together (`data/*/places.toml`)."""

    locative: frozenset[str]
    classes: frozenset[str]
    parts: frozenset[str]
    leads: frozenset[str]
    bodies: frozenset[str]


class Gazetteer:
    """The places that a text about some countries may name. Build with `for_country` or `for_countries`."""

    def __init__(self, entries: Iterable[_Entry], names: dict[str, tuple[str, str | None]]) -> None:
        self._index: dict[str, list[_Entry]] = {}
        for entry in entries:
            self._index.setdefault(entry.tokens[0], []).append(entry)
        for same in self._index.values():
            same.sort(key=lambda e: (-len(e.tokens), e.adjective, _RANK[e.level], e.needs_support, -e.people))
        self._names = names
        self._words = _words()

    @staticmethod
    def for_country(code: str | None) -> Gazetteer:
        """The core names and the pack of one country (none: the core alone)."""
        return Gazetteer.for_countries((code,) if code else ())

    @staticmethod
    def for_countries(codes: tuple[str, ...]) -> Gazetteer:
        """The core names and the packs of some countries; where names clash, the first country's place is taken."""
        return _gazetteer(tuple(code.upper() for code in codes))

    def find(self, text: str) -> list[PlaceName]:
        """The places named in a line, in text order, longest name first; no adjectives, no parts of longer names."""
        return [place for place in self.scan(text) if not (place.adjective or place.inner)]

    def scan(self, text: str) -> list[PlaceName]:
        """Every place name and adjective in a line, those inside longer names marked `inner`."""
        words = list(_WORD.finditer(text))
        folded = [_fold(word[0]) for word in words]
        shouting = text.isupper()
        found: list[tuple[_Entry, int, int]] = []
        at = 0
        while at < len(words):
            hit = self._match(text, words, folded, at, shouting)
            if hit is None:
                at += 1
            else:
                found.append((hit[0], at, hit[1]))
                at = hit[1]
        return list(self._judged(text, words, folded, found))

    def canonical(self, code: str, language: str) -> str:
        """The name of a country or region in a language; of any other place its own name."""
        return _core_names().get((code, language)) or self._names[code][0]

    def parents(self, code: str) -> tuple[str, ...]:
        """Canonical names of what holds a place, nearest first."""
        out: list[str] = []
        parent = self._names[code][1] if code in self._names else None
        while parent and parent in self._names:
            out.append(self._names[parent][0])
            parent = self._names[parent][1]
        return tuple(out)

    def holders(self, code: str) -> tuple[str, ...]:
        """Codes of what holds a place, nearest first."""
        out: list[str] = []
        parent = self._names[code][1] if code in self._names else None
        while parent and parent in self._names:
            out.append(parent)
            parent = self._names[parent][1]
        return tuple(out)

    def country_of(self, code: str) -> str | None:
        """ISO 3166-1 code of a place's country; None for regions."""
        while code in self._names:
            if len(code) == 2 and code.isalpha() and self._names[code][1] is None:
                return code if code in _country_codes() else None
            parent = self._names[code][1]
            if parent is None:
                return None
            code = parent
        return None

    def _match(
        self, text: str, words: list[re.Match[str]], folded: list[str], at: int, shouting: bool
    ) -> tuple[_Entry, int] | None:
        for entry in self._index.get(folded[at], ()):
            stop = at + len(entry.tokens)
            if tuple(folded[at:stop]) != entry.tokens or not _same_case(words, at, entry, shouting):
                continue
            gaps = (text[words[i].end() : words[i + 1].start()] for i in range(at, stop - 1))
            if all(_LOOSE_GAP.fullmatch(gap) or (entry.commas and gap == ", ") for gap in gaps):
                return entry, stop
        return None

    def _judged(
        self, text: str, words: list[re.Match[str]], folded: list[str], found: list[tuple[_Entry, int, int]]
    ) -> Iterator[PlaceName]:
        stands = [False] * len(found)
        for order, (entry, first, stop) in enumerate(found):
            start, end = words[first].start(), words[stop - 1].end()
            if text[end : end + 1] == "." and "." in text[start:end] and len(entry.tokens[-1]) < 3:
                end += 1
            if text[end : end + 1] == "$" or (entry.needs_support and _LONGER.match(text, end)):
                continue
            inner = not entry.adjective and self._inside_name(text, words, folded, first, stop, entry)
            if entry.needs_support and (inner or not self._supported(text, words, folded, found, order, stands)):
                continue
            stands[order] = not (entry.adjective or inner)
            yield PlaceName(
                start, end, text[start:end], entry.name, entry.code, entry.level, self.parents(entry.code),
                self.country_of(entry.code), entry.adjective, inner,
            )  # fmt: skip

    def _inside_name(
        self, text: str, words: list[re.Match[str]], folded: list[str], first: int, stop: int, entry: _Entry
    ) -> bool:
        """Whether capitalised words right before or after make the name a part of another (`Lima Group`)."""
        if text.isupper():
            return False
        known = self._words
        if stop < len(words) and text[words[stop - 1].end() : words[stop].start()] in (" ", "-"):
            after = folded[stop]
            if words[stop][0][0].isupper() and not self._harmless(after) and not self._begins_place(after):
                return True
        before = first - 1
        if before >= 0 and text[words[before].end() : words[first].start()] == " ":
            word, capital = folded[before], words[before][0][0].isupper()
            head = before - 1 if word in ("the", "la", "las", "el", "los") else before
            if head > 0 and folded[head] in ("of", "de", "del") and entry.level != "country":
                body = words[head - 1][0]
                if folded[head - 1] in known.bodies and body[0].isupper():
                    return True
            if capital and not self._harmless(word) and not self._begins_place(word):
                opens = before == 0 or text[: words[before].start()].rstrip()[-1:] in '.!?:;"“«(•*'
                return not (opens and (word in known.leads or entry.level in ("country", "region", "world")))
        return False

    def _harmless(self, word: str) -> bool:
        known = self._words
        return word in known.leads or word in known.classes or word in known.parts or bool(_SMALL.fullmatch(word))

    def _begins_place(self, word: str) -> bool:
        return any(not e.needs_support for e in self._index.get(word, ()))

    def _supported(
        self,
        text: str,
        words: list[re.Match[str]],
        folded: list[str],
        found: list[tuple[_Entry, int, int]],
        order: int,
        stands: list[bool],
    ) -> bool:
        """Whether something beside an ambiguous name says that it is a place: its own words, or a place next to it.

        `stands` says which of the names before are places. Two ambiguous names do not support each other.
        """
        _, first, stop = found[order]
        if self._introduced(text, words, folded, first, stop):
            return True
        gap = text[words[found[order - 1][2] - 1].end() : words[first].start()] if order else ""
        if order and stands[order - 1] and _BESIDE.fullmatch(gap):
            return True
        if order + 1 == len(found):
            return False
        after, start, end = found[order + 1]
        firm = not (after.needs_support or after.adjective) or self._introduced(text, words, folded, start, end)
        return firm and _BESIDE.fullmatch(text[words[stop - 1].end() : words[start].start()]) is not None

    def _introduced(self, text: str, words: list[re.Match[str]], folded: list[str], first: int, stop: int) -> bool:
        """A preposition of place or a class word before it, a class word or a number in brackets after it."""
        before = [w for w in folded[max(0, first - 3) : first] if w not in ("the", "la", "el", "los", "las")]
        if before and (before[-1] in self._words.locative or before[-1] in self._words.classes):
            return True
        if len(before) > 1 and before[-1] in ("of", "de", "del") and before[-2] in self._words.classes:
            return True
        if stop < len(folded) and folded[stop] in self._words.classes:
            return True
        return _BRACKET_NUMBER.match(text, words[stop - 1].end()) is not None


_LONGER = re.compile(r" (?:de|del)(?: l[ao]s?)? [A-ZÁÉÍÓÚÑ]")
"""An ambiguous name that goes on so is another, longer one (`San Miguel del Ene`)."""
_BESIDE = re.compile(r"(?: ?\([^()]{0,20}\))?(?:, (?:and |y |in |en )?| and | y | e | ?\(|/| - )")


def _same_case(words: list[re.Match[str]], at: int, entry: _Entry, shouting: bool) -> bool:
    """The first word of a name must be a capital, and so the others of a short name; names in lower case stay so."""
    for order, form in enumerate(entry.printed):
        word = words[at + order][0]
        if form[0].islower():
            if order == 0 and word[0].isupper() and not (shouting or entry.adjective or len(entry.printed) > 1):
                return False
            continue
        if form.isupper() and len(form) <= _ABBREVIATION:
            same = word == form
        elif word[0].islower():
            same = order > 0 and len(entry.printed) > 2
        else:
            same = shouting or len(word) > 3 or len(entry.printed) > 1 or not word.isupper()
        if not same:
            return False
    return True


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    """Lower case without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).casefold()


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of `data/places`, comments left out, filled up to six columns."""
    path = files("tieout.language") / "data" / "places" / name
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            row = line.split("\t")
            yield row + [""] * (6 - len(row))


@cache
def _words() -> _Words:
    tables = [table(language, "places") for language in LANGUAGES]

    def joined(key: str) -> frozenset[str]:
        return frozenset(_fold(word) for one in tables for word in one[key])

    return _Words(*(joined(key) for key in ("locative", "classes", "parts", "leads", "bodies")))


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(row[0] for row in _rows("countries.tsv"))


def codes_of(country: str) -> tuple[str, ...]:
    """Codes of the administrative units of a country that we know: ISO 3166-2 and the national ones below."""
    return tuple(_units(country))


def units_like(code: str, country: str) -> tuple[str, ...]:
    """Codes of the units of a country on the same level as one of them, itself included; none when it is unknown."""
    units = _units(country)
    return tuple(other for other, level in units.items() if level == units.get(code))


@cache
def _units(country: str) -> dict[str, str]:
    """The level of each administrative unit of a country."""
    pack = files("tieout.language") / "data" / "places" / "packs" / f"{country}.tsv"
    rows = _rows(f"packs/{country}.tsv") if pack.is_file() else ()
    return {row[0]: row[1] for row in rows if row[1].startswith("admin")}


@cache
def region_of(country: str) -> str | None:
    """Code of the region of the world that a country is compared with (`Latin America` for Peru)."""
    return next((row[1] or None for row in _rows("countries.tsv") if row[0] == country), None)


@cache
def _core_names() -> dict[tuple[str, str], str]:
    """(code, language) -> first name, for countries and regions."""
    out: dict[tuple[str, str], str] = {}
    for row in _rows("countries.tsv"):
        out[row[0], "en"], out[row[0], "es"] = (names.split("|")[0] for names in row[2:4])
    for row in _rows("regions.tsv"):
        out[row[0], "en"], out[row[0], "es"] = (names.split("|")[0] for names in row[1:3])
    return out


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(row[0] for row in _rows("ambiguous.txt"))


@cache
def _variants() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("variants.tsv")}


def _entry(
    code: str,
    level: Level,
    parent: str | None,
    canonical: str,
    printed: str,
    adjective: bool = False,
    needs_support: bool = False,
    people: int = 0,
) -> _Entry:
    forms = tuple(_WORD.findall(printed))
    tokens = tuple(map(_fold, forms))
    return _Entry(code, level, parent, canonical, tokens, forms, adjective, needs_support, ", " in printed, people)


@cache
def _core() -> tuple[tuple[_Entry, ...], dict[str, tuple[str, str | None]]]:
    """Countries, regions and large cities, and the name and parent of each code."""
    entries: list[_Entry] = []
    parents: dict[str, tuple[str, str | None]] = {}
    for row in _rows("countries.tsv"):
        names = [*row[2].split("|"), *row[3].split("|"), *_split(_variants().get(row[0], ""))]
        parents[row[0]] = (names[0], None)
        for name in dict.fromkeys(names):
            ambiguous = _fold(name) in _ambiguous()
            entries.append(_entry(row[0], "country", None, names[0], name, needs_support=ambiguous))
    for row in _rows("regions.tsv"):
        level: Level = "world" if row[0] == "001" else "region"
        names, adjectives = _split(row[1]) + _split(row[2]), _split(row[3])
        adjectives += [form for word in _split(row[4]) for form in spanish_forms(word)]
        parents[row[0]] = (names[0], None)
        entries += (_entry(row[0], level, None, names[0], name) for name in dict.fromkeys(names))
        entries += (_entry(row[0], level, None, names[0], word, adjective=True) for word in adjectives)
    for row in _rows("demonyms.tsv"):
        forms = [form for word in _split(row[1]) for form in _english_forms(word)]
        forms += [form for word in _split(row[2]) for form in spanish_forms(word)]
        if row[0] in parents:
            entries += (_entry(row[0], "country", None, parents[row[0]][0], form, adjective=True) for form in forms)
    _add_places(_rows("cities.tsv"), entries, parents)
    return tuple(entries), parents


def _add_places(
    rows: Iterable[list[str]], entries: list[_Entry], parents: dict[str, tuple[str, str | None]], pack: bool = False
) -> None:
    """Add the rows of a pack or of `cities.tsv` (code, level, parent, name, other names, population)."""
    for code, kind, parent, name, other, people, *_ in rows:
        level: Level = "city" if kind in ("capital", "city") else kind  # type: ignore[assignment]
        parent = parent if parent in parents or pack else parent[:2]
        if pack or code not in parents:
            parents[code] = (name, parent)
        big = kind in ("capital", "admin1", "admin2") or int(people or 0) >= _FREE_CITY
        variants = _variants().get(f"{_country_part(parent)}/{name}", "")
        for form in dict.fromkeys([name, *_split(other), *_split(variants)]):
            plain = _fold(form)
            support = plain in _ambiguous() or not big or (len(plain) < 4 and level != "admin1")
            if any(char.isalpha() for char in form) and form[0].isupper():
                entries.append(_entry(code, level, parent, name, form, False, support, int(people or 0)))


def _country_part(code: str) -> str:
    """The country part of an ISO 3166 code; Peru's ubigeo belongs to PE."""
    return "PE" if code.isdigit() else code[:2]


@cache
def _gazetteer(codes: tuple[str, ...]) -> Gazetteer:
    core, core_parents = _core()
    entries, parents = list(core), dict(core_parents)
    own: dict[tuple[str, ...], set[str]] = {}
    for entry in core:
        if entry.level == "country":
            own.setdefault(entry.tokens, set()).add(entry.code)
    for code in codes:
        if not (files("tieout.language") / "data" / "places" / "packs" / f"{code}.tsv").is_file():
            continue
        places: list[_Entry] = []
        _add_places(_rows(f"packs/{code}.tsv"), places, parents, pack=True)
        # `Panamá` the city and `México` the state give way to their country's own name.
        places = [place for place in places if code not in own.get(place.tokens, ())]
        taken = {place.tokens: place.level for place in places}
        entries = [e for e in entries if e.adjective or not _gives_way(e, taken.get(e.tokens))] + places
    return Gazetteer(entries, parents)


def _gives_way(core: _Entry, level: Level | None) -> bool:
    """Whether a core name is another place in a pack: a subdivision wins (Georgia), a small place only over a city."""
    return level == "admin1" or (level is not None and core.level == "city")


def _split(names: str) -> list[str]:
    return names.split("|") if names else []


def _english_forms(demonym: str) -> tuple[str, ...]:
    plural = not demonym.endswith(("ese", "ish", "ch", "ss", "z", "s"))
    return (demonym, demonym + "s") if plural else (demonym,)


def is_lead(word: str) -> bool:
    """Whether a word has a capital for its place in the line or the calendar (`January`), not as a name."""
    return _fold(word) in _words().leads


def spanish_forms(word: str) -> tuple[str, ...]:
    """The four (or two) forms of a Spanish adjective given in the masculine singular: peruano, -a, -os, -as."""
    if word.endswith("o"):
        return word, word[:-1] + "a", word + "s", word[:-1] + "as"
    if word.endswith(("és", "án", "ón", "ín")):
        bare = word[:-2] + {"é": "e", "á": "a", "ó": "o", "í": "i"}[word[-2]] + word[-1]
        return word, bare + "a", bare + "es", bare + "as"
    if word.endswith(("ol", "or")):
        return word, word + "a", word + "es", word + "as"
    if word.endswith(("í", "ú")):
        return word, word + "s", word + "es"
    return word, word + ("s" if word[-1] in "aeiou" else "es")
