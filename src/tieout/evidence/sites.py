"""Sites: the places of one line that a figure may stand for, with the part each plays in its clause.

Built from the gazetteer's names and the phrases of `language/data/<language>/sites.toml`. A site says what is printed
and how (`in Lima`, `from Lima`, `below Europe's average`); which figure takes it is decided in `place.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tieout.language.places import Gazetteer, PlaceName, region_of
from tieout.language.tables import table

Part = Literal[
    "locative", "genitive", "subject", "comparison", "scope", "origin", "aside", "home", "adjective", "population"
]

_REACH = 90
"""Characters before a place that may hold the words that give it its part; no phrase of the tables is longer."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place, or several joined (`Lima and Callao`), in a line; offsets are those of the line."""

    start: int
    end: int
    place: str
    """As the value prints it: `Comas, Lima`, `northern Lima`, `Peru (rural areas)`."""
    code: str | None
    level: str
    country: str | None
    part: Part
    members: tuple[Site, ...] = ()
    """The single sites of a joined one."""

    @property
    def wide(self) -> bool:
        """A region of the world, or all of it."""
        return self.level in ("region", "world")


@dataclass(frozen=True, slots=True)
class Home:
    """The place a document is about, where it is known."""

    place: str
    code: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """The compiled patterns of one language's `sites.toml`."""

    before: tuple[tuple[Part, re.Pattern[str]], ...]
    home: re.Pattern[str]
    area: tuple[tuple[re.Pattern[str], str], ...]
    back: re.Pattern[str]
    statistics: re.Pattern[str]
    means: re.Pattern[str]
    noun_first: bool
    geography: re.Pattern[str]
    regional: re.Pattern[str]
    region: str
    """What an average called `regional` is given as its place when the text does not name the region."""
    respectively: re.Pattern[str]
    each: re.Pattern[str]
    articles: tuple[str, ...]
    actors: re.Pattern[str]
    fresh: re.Pattern[str]
    datelines: re.Pattern[str]
    elsewhere: re.Pattern[str]
    unlisted: tuple[re.Pattern[str], ...]
    countries: re.Pattern[str]
    breaks: re.Pattern[str]
    joins: re.Pattern[str]
    parts_before: re.Pattern[str]
    parts_after: re.Pattern[str]


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language, compiled once."""
    data, words = table(language, "sites"), table(language, "places")
    of, the = (
        ("of ", "the ") if data["statistics"]["order"] == "after" else ("de(?:l| la| los| las)? ", "(?:el|la|los|las) ")
    )
    parts = "|".join(sorted(words["parts"], key=len, reverse=True))
    fill = {
        "{the}": f"(?:{the})?",
        "{kind}": f"(?:{'|'.join(words['classes'])})",
        "{class}": f"(?:(?:{'|'.join(words['classes'])}) (?:{of})?(?:{the})?)?",
        "{part}": f"(?:(?:{parts}) (?:{of})?(?:{the})?)?",
    }

    def filled(pattern: str) -> str:
        for name, value in fill.items():
            pattern = pattern.replace(name, value)
        return pattern

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(filled(pattern))

    def either(patterns: Iterable[str]) -> re.Pattern[str]:
        return compiled("|".join(patterns))

    noun_first = data["statistics"]["order"] == "before"
    nouns, lands = "|".join(data["statistics"]["words"]), "|".join(data["geography"]["words"])
    means = "|".join(data["statistics"]["means"])
    return Phrases(
        before=tuple((row["role"], re.compile(filled(row["pattern"]), re.I)) for row in data["before"]),
        home=re.compile("|".join(row["pattern"] for row in data["home"]), re.I),
        area=tuple((compiled(row["pattern"]), row.get("place", "{0}")) for row in data["area"]),
        back=re.compile("|".join(row["pattern"] for row in data["back"]), re.I),
        statistics=re.compile(rf"\b(?:{nouns})\s$" if noun_first else rf"\s(?:{nouns})\b"),
        means=re.compile(rf"\b(?:{means})\s$" if noun_first else rf"(?: and \w+)?\s(?:{means})\b"),
        noun_first=noun_first,
        geography=re.compile(rf"\b(?:{lands})\s$" if noun_first else rf"\s(?:{lands})\b"),
        regional=re.compile(data["regional"]["pattern"]),
        region=data["regional"]["place"],
        respectively=either(data["respectively"]["words"]),
        each=re.compile(rf" (?:\w+ )?(?:{'|'.join(data['each']['words'])})\b"),
        articles=tuple(data["abbreviations"]["need"]),
        actors=re.compile(data["actors"]["pattern"]),
        fresh=re.compile(data["fresh"]["pattern"]),
        elsewhere=re.compile(data["elsewhere"]["pattern"]),
        datelines=re.compile(data["datelines"]["pattern"]),
        unlisted=tuple(re.compile(row["pattern"]) for row in data["unlisted"]),
        countries=re.compile(data["countries"]["pattern"]),
        breaks=re.compile(data["breaks"]["pattern"]),
        joins=compiled(data["joins"]["pattern"]),
        parts_before=re.compile(
            rf"\b(?:{parts}|{'|'.join(w.capitalize() for w in words['parts'])}) (?:{of})?(?:{the})?$"
        ),
        parts_after=re.compile(rf" (?:{'|'.join(w.capitalize() for w in words['parts'])})\b"),
    )


def sites_of(
    text: str, gazetteer: Gazetteer, language: str, home: Home | None, printed_regions: frozenset[str] = frozenset()
) -> list[Site]:
    """The sites of a line, in order. `printed_regions` are codes of regions the document names somewhere."""
    say = phrases(language)
    places = gazetteer.scan(text)
    found = list(_named(text, places, gazetteer, language, home))
    found += _adjectives(text, places, gazetteer, language, home)
    taken = [(site.start, site.end) for site in found]
    for site in _common(text, gazetteer, language, home, say, printed_regions):
        if not any(site.start < end and start < site.end for start, end in taken):
            found.append(site)
    taken = [(site.start, site.end) for site in found]
    for pattern in say.unlisted:
        for hit in pattern.finditer(text):
            if not any(hit.start(1) < end and start < hit.end(1) for start, end in taken):
                taken.append(hit.span(1))
                found.append(Site(*hit.span(1), hit[1], None, "area", home.code if home else None, "locative"))
    return _inherited(text, sorted(found, key=lambda site: site.start))


_LISTED = re.compile(
    r"(?: \([^()]{0,40}\))?(?:, | and |, and | y | e |, y )"
    r"(?:followed by |seguid[oa]s? (?:de|por) |of |from |de |los? |las? |the ){0,2}"
)


def _inherited(text: str, sites: list[Site]) -> list[Site]:
    """In a list of origins (`went to India, followed by Chile (4) and Peru (3)`) or of actors every place is one."""
    out: list[Site] = []
    for site in sites:
        last = out[-1] if out else None
        listed = last is not None and _LISTED.fullmatch(text, last.end, site.start)
        if last is not None and listed and last.part in ("origin", "aside"):
            site = replace(site, part=last.part)
        elif listed and site.part == "origin" and "follow" in text[out[-1].end : site.start]:
            site = replace(site, part="subject")
        out.append(site)
    for at in range(len(out) - 2, -1, -1):
        acting = out[at + 1].part == "origin" and out[at].part == "subject" and out[at].level == "country"
        if acting and _LISTED.fullmatch(text, out[at].end, out[at + 1].start):
            out[at] = replace(out[at], part="origin")
    return out


def joined(text: str, sites: Sequence[Site], language: str, numbers: Sequence[tuple[int, int]]) -> list[Site]:
    """The sites with those of one coordination (`Lima and Callao`) made one, where no number stands between."""
    say, out = phrases(language), list[Site]()
    for site in sites:
        last = out[-1] if out else None
        if (
            last is not None
            and site.part in ("subject", last.part)
            and last.part != "home"
            and (last.level == "area") == (site.level == "area")
            and say.joins.fullmatch(text, last.end, site.start)
            and not any(last.end <= start < site.start for start, _ in numbers)
        ):
            members = (*(last.members or (last,)), site)
            out[-1] = replace(
                last, end=site.end, place=text[members[0].start : site.end], code=None, country=None, members=members
            )
        else:
            out.append(site)
    return out


def _named(
    text: str, places: Sequence[PlaceName], gazetteer: Gazetteer, language: str, home: Home | None
) -> Iterator[Site]:
    """Sites of proper names; `Comas, Lima` and `Tumaco (Nariño)` are one."""
    names = [p for p in places if not (p.adjective or p.inner)]
    say, at = phrases(language), 0
    while at < len(names):
        name = names[at]
        start, end, at = name.start, name.end, at + 1
        holder = ""
        while at < len(names) and _holds(text, name, end, names[at]):
            holder = holder or names[at].name
            end = names[at].end + (
                1 if text[end : end + 2] == " (" and text[names[at].end : names[at].end + 1] == ")" else 0
            )
            at += 1
        before = say.parts_before.search(text, max(0, start - 40), start)
        after = say.parts_after.match(text, name.end) if end == name.end else None
        if before:
            start = before.start()
        if after:
            end = after.end()
        printed = text[start : max(name.end, after.end() if after else 0)]
        place = _value(printed, name, holder, gazetteer, language, home)
        whole = not (before or after)
        part = _part(text, start, end, name, say)
        abroad = home is not None and name.level == "country" and name.code != home.code
        if abroad and part == "subject" and say.actors.match(text, end):
            part = "origin"
        yield Site(start, end, place, name.code if whole else None, name.level, name.country, part)


def _holds(text: str, inner: PlaceName, end: int, outer: PlaceName) -> bool:
    """Whether `outer` stands right after as the place that holds `inner`."""
    gap = text[end : outer.start]
    if gap not in (", ", " (", ", in ", ", en ", " district, ", " province, "):
        return False
    if gap == " (" and text[outer.end : outer.end + 1] != ")":
        return False
    return outer.canonical in inner.parents or (outer.code == inner.country and outer.code != inner.code)


def _value(printed: str, name: PlaceName, holder: str, gazetteer: Gazetteer, language: str, home: Home | None) -> str:
    """How a named place is written: as printed, what holds it after a comma where the name is a small place's."""
    if printed.isupper() and len(printed) > 3:
        printed = gazetteer.canonical(name.code, language)
    if name.level == "world":
        return gazetteer.canonical(name.code, language)
    if holder:
        return f"{printed}, {holder}"
    if (
        name.level in ("admin1", "admin2", "admin3", "city")
        and home is not None
        and name.country != home.code
        and name.country
    ):
        return f"{printed}, {gazetteer.canonical(name.country, language)}"
    if name.level in ("admin2", "admin3", "city") and len(name.parents) > 1 and name.parents[-2] != name.canonical:
        return f"{printed}, {name.parents[-2]}"
    return printed


def _part(text: str, start: int, end: int, name: PlaceName, say: Phrases) -> Part:
    """The part a named place plays, by the words before it (and an apostrophe after it)."""
    low = max(0, start - _REACH)
    if text[end : end + 1] == "-" or text[start - 1 : start] == "-":
        return "aside"
    if start == 0 and say.datelines.match(text, end) and name.level in ("city", "admin1", "country"):
        return "aside"
    short = name.name.isupper() and len(name.name) < 5
    if short and not text.endswith(say.articles, 0, start) and not _POSSESSIVE.match(text, end):
        return "aside"
    for part, pattern in say.before:
        if pattern.search(text, low, start):
            return part
    if name.level == "world" and text[start].islower():
        return "locative"
    return "subject"


_OF = re.compile(r"\b(?:of|del?)(?: the| las?| los)? $")
_POSSESSIVE = re.compile(r"[’']s?\b")


def _adjectives(
    text: str, places: Sequence[PlaceName], gazetteer: Gazetteer, language: str, home: Home | None
) -> Iterator[Site]:
    """`the South American average`, `población mundial`, `the Peruvian Amazon`: adjectives beside a noun of numbers.

    `Venezuelan women` in a report on another country are people, not a place.
    """
    say = phrases(language)
    for place in places:
        if not place.adjective:
            continue
        abroad = home is not None and place.country not in (None, home.code)
        land = _noun(text, place, say.geography, say.noun_first) if place.country else None
        if land is not None:
            start, end = min(land.start(), place.start), max(land.end(), place.end)
            inside = replace(place, start=start, end=end)
            part = _part(text, start, end, inside, say)
            yield Site(start, end, text[start:end], None, "part", place.country, part)
        elif _noun(text, place, say.means, say.noun_first):
            yield _adjective(place, "adjective", gazetteer, language)
        elif not abroad and (noun := _noun(text, place, say.statistics, say.noun_first)):
            edge = min(noun.start(), place.start)
            share = _OF.search(text, max(0, edge - 12), edge)
            yield _adjective(place, "population" if share else "subject", gazetteer, language)


def _noun(text: str, place: PlaceName, nouns: re.Pattern[str], first: bool) -> re.Match[str] | None:
    """The noun that an adjective stands with: before it in Spanish, after it in English."""
    return nouns.search(text, max(0, place.start - 40), place.start) if first else nouns.match(text, place.end)


def _adjective(place: PlaceName, part: Part, gazetteer: Gazetteer, language: str) -> Site:
    name = gazetteer.canonical(place.code, language)
    return Site(place.start, place.end, name, place.code, place.level, place.country, part)


def _common(
    text: str, gazetteer: Gazetteer, language: str, home: Home | None, say: Phrases, printed_regions: frozenset[str]
) -> Iterator[Site]:
    """Places said with common nouns: the whole country, its rural areas, its north, the region's average."""
    if home is None:
        return
    for found in say.regional.finditer(text):
        code = region_of(home.code)
        # Which region is meant is known only where the document names the one its country lies in.
        known = code if code in printed_regions else None
        name = gazetteer.canonical(known, language) if known else say.region
        yield Site(*found.span(1), name, known, "region", None, "adjective")
    for pattern, shape in say.area:
        for found in pattern.finditer(text):
            area = shape.format(found[1])
            place = f"{area}, {home.place}" if say.noun_first else f"{home.place} ({area})"
            yield Site(found.start(1), found.end(1), place, home.code, "area", home.code, "locative")
    for found in say.home.finditer(text):
        yield Site(found.start(), found.end(), home.place, home.code, "country", home.code, "home")
