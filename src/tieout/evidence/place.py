"""The place of a figure: what is printed beside it, else carried on, else the heading's, else the document's country.

A place is taken only when the words put the number there: origins, destinations and what a number is compared with are
not its place. `basis` says how far the place is from the figure; no place is better than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tieout.evidence.figure import Anchor, Basis
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting
from tieout.evidence.sites import Home, Site, joined, phrases, sites_of
from tieout.language.places import Gazetteer, is_lead

_WORD_COST = re.compile(r"\w+")
_FAR = 20
"""Words between a figure and a place after it, at most."""
_BRACKET = 60
"""Characters from the opening of a bracket to what is read in it."""
_CARRY = 3
"""Sentences over which a place is carried on that all numbers of a sentence stand for."""
_OPENING = 60
"""Characters within which a place must stand to be what its sentence is about."""
_HEAD = 25
"""Characters within which a place must stand to be carried on as if numbers had been given for it."""
_TITLE = 160
"""Characters of a first line that may be a title."""
_TITLE_SHARE = 0.3
"""How often a title's country must be named, beside the one named most."""
_WORLD = "001"
_LEAST = 2
_AHEAD = 1.6
"""How often a document must name its country, and how many times oftener than the next."""
_NEW_CLAUSE = re.compile(r"(?:,|\by|\band) (?:in|en)(?: the| el| la)? $|,[^,]*$")
_NEXT = re.compile(r"(?: [\w%]+){0,3}(?:, and |, y |,? (?:and|y|e) |, )")
"""What stands between the numbers of one list."""
_FAMILY = 60
"""Characters that each name of a list may take."""
_SURVEYED = 40_000
"""Characters whose names are counted: a document shows early which country it is about."""
_BESIDES = 0.25
"""Countries with this share of the names get their pack of places loaded too."""


SURVEY = "places named"
"""Where a setting's notes keep the survey, so that a document is surveyed once."""


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """Where a figure counts. `place` begins with the most specific name; `anchors` are document offsets."""

    place: str
    code: str | None
    anchors: tuple[Anchor, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Survey:
    """How often a document names each country and each wider region."""

    countries: Counter[str]
    wide: Counter[str]


def dominant_country(passages: Sequence[Passage], title: str | None = None, survey: Survey | None = None) -> str | None:
    """ISO 3166-1 code of the country a document is about, or None when none stands out.

    A title that names one country decides, unless the text hardly names it; else the country named most often by far.
    """
    survey = survey or survey_of(passages)
    return _top(survey.countries, survey.wide, _titled(passages, title))


def survey_of(passages: Iterable[Passage]) -> Survey:
    """The names of a document's passages, notes left out: names count 2, adjectives and cities 1, titles thrice."""
    gazetteer, countries, wide = Gazetteer.for_country(None), Counter[str](), Counter[str]()
    surveyed = 0
    for passage in passages:
        if passage.block.kind == "note":
            continue
        if surveyed > _SURVEYED:
            break
        surveyed += len(passage.text)
        weight = 3 if passage.block.kind == "title" or passage.index == 0 else 1
        for place in gazetteer.scan(passage.text):
            worth = weight * (1 if place.adjective or place.level == "city" else 2)
            if place.country:
                countries[place.country] += worth
            elif place.level in ("world", "region") and not place.inner:
                wide[place.code] += worth
    return Survey(countries, wide)


def _titled(passages: Sequence[Passage], title: str | None) -> str | None:
    """The one country that the title, or a short first line in its stead, names."""
    lines = [title] if title else []
    lines += [p.text for p in passages[:5] if p.block.kind == "title"]
    lines += [p.text for p in passages[:1] if len(p.text) < _TITLE]
    for line in lines:
        places = Gazetteer.for_country(None).scan(line)
        codes = {place.country for place in places if place.country and not place.adjective}
        if len(codes) == 1:
            return codes.pop()
    return None


def _top(countries: Counter[str], wide: Counter[str], titled: str | None) -> str | None:
    """The country that stands out among those named, a title's first."""
    if not countries:
        return None
    (code, most), *rest = countries.most_common(2)
    if titled is not None and countries[titled] >= _TITLE_SHARE * most:
        return titled
    if wide[_WORLD] > most:
        return None
    second = rest[0][1] if rest else 0
    return code if most >= _LEAST and most >= _AHEAD * second else None


class PlaceReader:
    """Reads the places of a document's figures, passage by passage in document order."""

    def __init__(self, setting: Setting) -> None:
        """`setting.country` is taken as given; without it the country is inferred from the names printed."""
        self._setting = setting
        self._language = setting.language
        self._say = phrases(setting.language)
        survey = setting.notes.get(SURVEY)
        survey = survey if isinstance(survey, Survey) else survey_of(setting.passages)
        countries, wide = survey.countries, survey.wide
        titled = _titled(setting.passages, setting.document.title)
        code = setting.country or setting.document.country or _top(countries, wide, titled)
        besides = [c for c, n in countries.most_common(4) if c != code and n >= _BESIDES * countries.total()]
        self._gazetteer = Gazetteer.for_countries(tuple(c for c in (code, *besides) if c))
        self._home = Home(self._gazetteer.canonical(code, self._language), code) if code else None
        self._world = code is None and wide[_WORLD] >= max(2 * _LEAST, *countries.values(), 0)
        self._regions = frozenset(wide)
        self._headers = _headers(setting.passages)
        self._last: PlaceContext | None = None
        self._headings: dict[int, Site | None] = {}
        self._labels: dict[int, Site | None] = {}

    def read(self, passage: Passage, mentions: Sequence[Mention]) -> list[PlaceContext | None]:
        """The place of each mention, in order; None where the text gives none and the document has no country."""
        numbers = [(m.start, m.end) for m in mentions]
        sites = joined(passage.text, self._sites(passage.text), self._language, numbers)
        topic: Site | None = None
        left = 0
        out: list[PlaceContext | None] = [None] * len(mentions)
        for start, end in passage.sentences:
            here = [s for s in sites if start <= s.start < end]
            inside = [i for i, m in enumerate(mentions) if start <= m.start < end]
            if topic is not None and (left == 0 or self._say.fresh.match(passage.text, start)):
                topic = None
            back = self._last if self._say.back.search(passage.text, start, end) else None
            near = [mentions[i] for i in inside]
            chosen = self._respectively(passage.text, start, end, near, here)
            for i in inside:
                site = chosen.get(mentions[i].start) or self._choose(passage.text, mentions[i], near, here)
                if site is not None:
                    chosen[mentions[i].start] = site
                elif back is not None:
                    out[i] = back
                    continue
                out[i] = self._context(passage, mentions[i], site, topic)
            topic, left = self._topic(start, here, [chosen.get(m.start) for m in near], topic, left)
            self._remember(passage, here)
        return out

    def _sites(self, text: str) -> list[Site]:
        return sites_of(text, self._gazetteer, self._language, self._home, self._regions)

    def _context(
        self, passage: Passage, mention: Mention, site: Site | None, topic: Site | None
    ) -> PlaceContext | None:
        if site is not None:
            place = self._home.place if self._home is not None and self._is_home(site) else site.place
            return PlaceContext(place, site.code, (passage.view.span(site.start, site.end),), "printed")
        labelled = self._labelled(passage)
        if labelled is not None:
            return labelled
        counted = self._countries(passage.text, mention)
        if counted is not None:
            return PlaceContext(self._gazetteer.canonical(counted, self._language), counted, (), "inferred")
        if topic is not None and not self._elsewhere(passage.text, mention, (), ()):
            return PlaceContext(topic.place, topic.code, (passage.view.span(topic.start, topic.end),), "inferred")
        heading = self._heading(passage)
        if heading is not None:
            return heading
        if self._home is not None:
            return PlaceContext(self._home.place, self._home.code, (), "document")
        if self._world:
            return PlaceContext(self._gazetteer.canonical(_WORLD, self._language), _WORLD, (), "document")
        return None

    def _choose(self, text: str, mention: Mention, mentions: Sequence[Mention], sites: Sequence[Site]) -> Site | None:
        """The printed site of a mention: in brackets with it, after it, before it, in this order."""
        bracket = self._bracket(text, mention, [s for s in sites if s.part != "origin"])
        if bracket is not None:
            return bracket
        usable = [s for s in sites if s.part not in ("origin", "aside")]
        usable = [s for s in usable if not (s.part == "scope" and (s.wide or self._is_home(s)))]
        usable = [s for s in usable if not (s.wide and mention.kind == "rank" and s.part != "subject")]
        after = self._after(text, mention, mentions, usable)
        if after is not None:
            return after
        if self._countries(text, mention) is not None or self._elsewhere(text, mention, mentions, sites):
            return None
        return self._before(text, mention, mentions, usable)

    def _elsewhere(self, text: str, mention: Mention, mentions: Sequence[Mention], sites: Sequence[Site]) -> bool:
        """Whether the number stands for somewhere that the tables do not know (`12 in Zalingei`, `4 abroad`)."""
        found = self._say.elsewhere.match(text, mention.end)
        if found is None or any(mention.end <= m.start < found.end() for m in mentions):
            return False
        known = any(found.start(1) < s.end and s.start < found.end(1) for s in sites)
        return found[1] is None or not (known or is_lead(found[1]) or found[1].isupper())

    def _bracket(self, text: str, mention: Mention, sites: Sequence[Site]) -> Site | None:
        """`Ate (59)`, `Comas (54 homicides)`: the place right before the bracket that the number opens."""
        opened = text.rfind("(", max(0, mention.start - _BRACKET), mention.start)
        if opened < 0 or ")" in text[opened : mention.start]:
            return None
        inside = [s for s in sites if opened < s.start and s.end <= mention.start]
        if inside:
            return inside[-1]
        for site in reversed(sites):
            if site.end <= opened:
                group = self._say.each.match(text, mention.end) or site.part != "subject"
                single = site.members[-1] if site.members and not group else site
                return single if opened - site.end <= 1 else None
        return None

    def _after(self, text: str, mention: Mention, mentions: Sequence[Mention], sites: Sequence[Site]) -> Site | None:
        """`115 in Arequipa`: the first site after, when nothing stands between that would part them."""
        site = next((s for s in sites if s.start >= mention.end), None)
        if site is None or site.part not in ("locative", "genitive", "population", "home"):
            return None
        if (
            site.wide
            and mention.unit in ("percent", "share")
            and any(s.end <= mention.start and not s.wide for s in sites)
        ):
            return None  # a share of what the region has: the place is the one named before
        between = text[mention.end : site.start]
        if any(mention.end <= m.start < site.start for m in mentions) or self._say.breaks.search(between):
            return None
        if _NEW_CLAUSE.search(between) and _owns(site, mentions, sites):
            return None
        far = len(_WORD_COST.findall(between))
        if site.level == "area":
            if any(s.end <= mention.start and not self._is_home(s) and s.level != "area" for s in sites):
                return None  # `Loreto, which has six ports in the north`: the place is the one named before
            return site if far <= 8 and "," not in between else None
        if site.part in ("genitive", "population"):
            return site if far <= 6 and not self._is_abroad(site) else None
        if ")" in between and "(" not in between:
            return None
        return site if far <= _FAR else None

    def _before(self, text: str, mention: Mention, mentions: Sequence[Mention], sites: Sequence[Site]) -> Site | None:
        """The nearest site before; one that the number is compared with counts only for numbers in its own clause."""
        for site in reversed([s for s in sites if s.end <= mention.start]):
            between = text[site.end : mention.start]
            broken = self._say.breaks.search(between) is not None
            numbers = sum(site.end <= m.start < mention.start for m in mentions)
            if site.part == "comparison" and (broken or numbers or ")" in between):
                continue
            if site.part == "population" and any(s.end <= site.start and not s.wide for s in sites):
                continue
            if numbers and ";" in between and len({s.place for s in sites if s.end <= mention.start}) > 1:
                continue
            if site.part == "adjective" and (broken or numbers):
                continue
            if site.part == "genitive" and self._is_abroad(site) and (broken or numbers or len(between) > 60):
                continue
            if _closed(text, site, mention):
                continue
            return site
        return None

    def _respectively(
        self, text: str, start: int, end: int, mentions: Sequence[Mention], sites: Sequence[Site]
    ) -> dict[int, Site]:
        """`averages of 0.4 and 0.5, respectively`: the last numbers before the word, each with one of the places."""
        word = self._say.respectively.search(text, start, end)
        if word is None:
            return {}
        run: list[Mention] = []
        for mention in sorted(mentions, key=lambda m: -m.start):
            if mention.end <= word.start() and (not run or _NEXT.fullmatch(text, mention.end, run[0].start)):
                run.insert(0, mention)
        singles = [one for s in sites for one in (s.members or (s,)) if s.part not in ("origin", "aside", "home")]
        before = [s for s in singles if run and s.end <= run[0].start][-len(run) :]
        if len(run) < 2 or len(before) < len(run) or before[-1].end - before[0].start > _FAMILY * len(run):
            return {}
        return {mention.start: site for mention, site in zip(run, before, strict=True)}

    def _countries(self, text: str, mention: Mention) -> str | None:
        """`32nd of 193 countries`: the region countries are counted in, or the world where none is said."""
        found = self._say.countries.match(text, mention.end)
        if found is None or mention.value is None or mention.value < 3 or mention.unit != "count":
            return None
        regions = [p for p in self._gazetteer.scan(found[0]) if p.level == "region"]
        if found["adjective"] in ("American", "americanos"):
            code = "019"
        elif regions:
            code = regions[0].code
        elif mention.value >= 15:
            code = _WORLD
        else:
            return None
        return code

    def _topic(
        self, start: int, sites: Sequence[Site], chosen: Sequence[Site | None], topic: Site | None, left: int
    ) -> tuple[Site | None, int]:
        """The place that the next sentences may carry on, and how many: the only one this sentence is about."""
        strong = [s for s in sites if s.part in ("locative", "subject", "home", "genitive")]
        if not strong:
            return topic, max(0, left - 1)
        if (
            len({s.place for s in strong}) != 1
            or self._is_home(strong[0])
            or strong[0].wide
            or strong[0].level == "area"
        ):
            return None, 0
        if self._is_abroad(strong[0]) and strong[0].part != "locative":
            return None, 0
        if chosen:
            return (strong[0], _CARRY) if all(site is strong[0] for site in chosen) else (None, 0)
        opens = strong[0].part in ("locative", "subject") and strong[0].start - start < _OPENING
        return (strong[0], _CARRY if strong[0].start - start < _HEAD else 1) if opens else (None, 0)

    def _remember(self, passage: Passage, sites: Sequence[Site]) -> None:
        """Keep the last place smaller than the country, for words that point back (`in this department`)."""
        for site in sites:
            if site.part not in ("origin", "aside", "scope", "home") and not site.wide and not self._is_home(site):
                self._last = PlaceContext(site.place, site.code, (passage.view.span(site.start, site.end),), "inferred")

    def _labelled(self, passage: Passage) -> PlaceContext | None:
        """The place in the row's or column's header, for a cell of a table."""
        block = passage.block
        if block.kind != "cell" or block.table is None:
            return None
        for key in ((block.table, block.row, None), (block.table, None, block.col), (block.table, None, None)):
            header = self._headers.get(key)
            if header is None or header.index == passage.index:
                continue
            if header.index not in self._labels:
                sites = [s for s in self._sites(header.text) if s.part != "origin"]
                self._labels[header.index] = sites[0] if len(sites) == 1 else None
            site = self._labels[header.index]
            if site is not None:
                return PlaceContext(site.place, site.code, (header.view.span(site.start, site.end),), "table")
        return None

    def _heading(self, passage: Passage) -> PlaceContext | None:
        """The one place that the nearest heading names."""
        for index in reversed(passage.headings):
            heading = self._setting.passages[index]
            if index not in self._headings:
                sites = self._sites(heading.text) if len(heading.text) < _TITLE else []
                sites = [s for s in sites if s.part in ("locative", "subject", "genitive") and not s.wide]
                self._headings[index] = sites[0] if len(sites) == 1 and not self._is_home(sites[0]) else None
            site = self._headings[index]
            if site is not None and heading.block.kind == "heading":
                return PlaceContext(site.place, site.code, (heading.view.span(site.start, site.end),), "heading")
        return None

    def _is_home(self, site: Site) -> bool:
        return self._home is not None and site.code == self._home.code and site.level == "country"

    def _is_abroad(self, site: Site) -> bool:
        return self._home is not None and site.country not in (None, self._home.code)


def _owns(site: Site, mentions: Sequence[Mention], sites: Sequence[Site]) -> bool:
    """Whether a number follows a site before the next one: then the site opens that number's clause."""
    stop = min((s.start for s in sites if s.start > site.start), default=None)
    return any(site.end <= m.start and (stop is None or m.start < stop) for m in mentions)


def _closed(text: str, site: Site, mention: Mention) -> bool:
    """Whether the site stands in a bracket that closed before the mention."""
    opened = text.rfind("(", max(0, site.start - _BRACKET), site.start)
    return opened >= 0 and ")" not in text[opened : site.start] and ")" in text[site.end : mention.start]


def _headers(passages: Iterable[Passage]) -> dict[tuple[int, int | None, int | None], Passage]:
    """Header cells by (table, row, None) and (table, None, column), captions by (table, None, None)."""
    out: dict[tuple[int, int | None, int | None], Passage] = {}
    for passage in passages:
        block = passage.block
        if block.table is None:
            continue
        if block.kind == "caption":
            out.setdefault((block.table, None, None), passage)
        elif block.kind == "cell" and block.col == 0:
            out.setdefault((block.table, block.row, None), passage)
        elif block.kind == "cell" and block.row == 0:
            out.setdefault((block.table, None, block.col), passage)
    return out
