"""Names of authors: what can be one, and how far the author reaches in `author, title`. Only looks at words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from tieout.language.places import Gazetteer
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import fold, whole, word

_WORD = re.compile(r"[^\s/]+")
_LONGEST_NAME = 16
"""Words of a name, at most."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,3}(?:,? (?:Jr|Sr|III?)\.?)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.\s?-?){1,4}")
_ET_AL = re.compile(r"\bet al\.?\Z|\by otr[oa]s\Z|\band others\Z", re.IGNORECASE)
_IN = re.compile(r"(?:in|en) (?=[A-ZÁÉÍÓÚÑ])")
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)\Z")
_JOINT = re.compile(r"\A(?:and|y|&|via|in|en) ")
_AND = re.compile(r" and | & | y |; ")
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ][\w&/.-]{0,11}")
_STATE_WORDS = 2
"""Words of the name of a state that no table has."""
_LONG_PREFIX = 5
"""Commas that the name of a publisher may hold, at most."""


def is_name(text: str) -> bool:
    """Whether words can be the name of a person or body: capitals and small connecting words only."""
    words = _WORD.findall(_ET_AL.sub("", text.strip(" ,;:")).strip(" ,.;:"))
    if not words or len(words) > _LONGEST_NAME:
        return False
    if not _is_capital(words[0]) and fold(words[0]) not in _small_starts():
        return False
    if len(words) > 1 and not _is_capital(words[-1]) and words[-1][0] not in "([":
        return False
    return all(_is_capital(w) or _connects(w) for w in words)


def _is_capital(printed: str) -> bool:
    """Whether a word is printed as part of a name: with a capital, a digit, or in letters that have no case."""
    bare = printed.strip("()[]“”‘’'\"«»,.;:&–—-")
    if not bare:
        return True
    first = bare[0]
    return not first.islower() or any(c.isupper() for c in bare) or ("." in bare and bare.replace(".", "").isalnum())


@lru_cache(maxsize=4096)
def _connects(printed: str) -> bool:
    bare = printed.strip("()[],;:")
    return whole("connector").fullmatch(bare) is not None


@cache
def _small_starts() -> frozenset[str]:
    """Names that begin with a small letter and no other sign of a name."""
    return frozenset({"dpa", "el", "la"})


@lru_cache(maxsize=1024)
def state_of(name: str) -> str | None:
    """The ISO 3166-1 code of a country whose name this is: `Peru`, `US`, `The Netherlands`."""
    bare = re.sub(r"^(?:The|El|La|Los|Las) (?=[A-ZÁÉÍÓÚ])", "", name.strip())
    if not bare or len(bare) > 60:
        return None
    found = Gazetteer.for_country(None).find(bare)
    if len(found) == 1 and found[0].level == "country" and (found[0].start, found[0].end) == (0, len(bare)):
        return found[0].code
    return None


def author_end(segments: Sequence[str], table: PublisherTable) -> tuple[int, bool]:
    """How many of the segments of `author, title` (parted by commas) are the author, and whether it is a person.

    The last segment is never the author's, unless it is the only one.
    """
    most = max(1, len(segments) - 1)
    first = segments[0].strip()
    known = _longest_known(segments, most, table)
    parent = known or 1
    if known or state_of(first):
        return _with_bodies(segments, parent, most, table), False
    if len(first.split()) <= _STATE_WORDS and most > 1 and _is_public(segments[1].strip(), table):
        return 2, False
    people = _people(segments, most)
    if people:
        inside = people < most and _IN.match(segments[people].strip())
        return people + bool(inside), True
    return 1, False


def _longest_known(segments: Sequence[str], most: int, table: PublisherTable) -> int:
    """Of how many segments the longest name in the table is that they begin with; 0 for none."""
    for count in range(min(most, _LONG_PREFIX), 0, -1):
        name = ",".join(segments[:count])
        if table.named(name) or table.named(_BRACKET.sub("", name)):
            return count
    return 0


def _with_bodies(segments: Sequence[str], count: int, most: int, table: PublisherTable) -> int:
    """Take along the bodies of a state or organisation (`Peru, Ministerio del Interior, …`) and joint publishers."""
    owner = table.named(",".join(segments[:count]))
    joins = state_of(segments[0].strip()) is not None or (owner is not None and owner.kind == "intergovernmental")
    # What stands behind the name of a newspaper is its headline, also when that begins with a publisher's name.
    joint = owner is None or owner.kind != "press"
    while count < most:
        name = segments[count].strip()
        listed = (joint or _JOINT.match(name)) and all(table.named(one) for one in _AND.split(_JOINT.sub("", name)))
        if not listed and not _ET_AL.search(f" {name}") and not (joins and is_body(name, table)):
            break
        count += 1
    return count


def is_body(name: str, table: PublisherTable) -> bool:
    """Whether a segment behind a state names a body of it, not a title."""
    if not is_name(name):
        return False
    found = table.named(name)
    if found is not None:
        return True
    if " " not in name:
        return _ACRONYM.fullmatch(name) is not None and sum(c.isupper() for c in name) >= max(2, len(name) // 2)
    if any(c.isdigit() for c in name) or ":" in name:
        return False
    return word("body").search(name) is not None


def _is_public(name: str, table: PublisherTable) -> bool:
    """Whether a name behind one that is not known is plainly that of a public body: `Marenia, National Police`."""
    return " " in name and is_body(name, table) and table.named(name) is None


def _people(segments: Sequence[str], most: int) -> int:
    """How many segments name people as `Surname, Given`: pairs of a surname and initials, given names or `et al.`."""
    count = 0
    while count + 2 <= most:
        surname, given = segments[count].strip().removeprefix("& ").removeprefix("and "), segments[count + 1].strip()
        joined = _AND.split(given, maxsplit=1)
        # `in ORG` behind two words says that they were a person's, whatever the given name is.
        placed = count + 2 < most and _IN.match(segments[count + 2].strip()) and " " not in given and is_name(given)
        if not _is_surname(surname) or not (placed or is_given(joined[0])):
            break
        if len(joined) == 2 and count + 3 <= most and _is_surname(joined[1]) and is_given(segments[count + 2]):
            count += 3
            break
        if len(joined) == 2:
            break
        count += 2
    if count and count < most and _ET_AL.search(segments[count].strip()):
        count += 1
    return count


def _is_surname(text: str) -> bool:
    return is_name(text) and len(text.split()) <= 4 and not any(c.isdigit() for c in text) and state_of(text) is None


def is_given(text: str) -> bool:
    """Whether words are given names or initials, with `et al.` at most behind them."""
    bare = _ET_AL.sub("", text).strip(" .,")
    if not bare:
        return False
    if _DOTTED.fullmatch(text.split(" and ")[0].strip()) or (bare.isupper() and len(bare) <= 2):
        return True
    names = bare.replace("-", " ").split()
    return len(names) <= 3 and all(fold(n) in given_names() or _INITIALS.fullmatch(n) for n in names)


@cache
def given_names() -> frozenset[str]:
    """Common given names, folded (`data/given_names.txt`)."""
    text = (files("tieout.sources") / "data" / "given_names.txt").read_text(encoding="utf-8")
    return frozenset(fold(name) for line in text.splitlines() if not line.startswith("#") for name in line.split())


def is_person(name: str) -> bool:
    """Whether a name is plainly a person's: a given name stands first, or initials do."""
    words = name.split()
    if not 2 <= len(words) <= 5 or not is_name(name):
        return False
    return fold(words[0]) in given_names() or bool(_DOTTED.fullmatch(words[0]))
