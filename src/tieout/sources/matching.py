"""Which text of the library a citation means: by its address, else by its title with its publisher and date.

What is not certain is not matched: a title with another year in it is another edition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from tieout.language.places import Gazetteer
from tieout.sources.citation import Citation
from tieout.sources.holdings import Held
from tieout.sources.passages import stop_stems
from tieout.sources.publisher import shipped
from tieout.sources.stems import words_of

_SCHEME = re.compile(r"^https?://(?:www\.)?|[?#].*$|/+$|^www\.")
_URL = re.compile(r"https?://[^\s;,)\]>]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHOLE = 0.8
"""The share of a title's words that must be there."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known of a cited item: its printed words, and what was read out of them."""

    words: str
    title: str | None = None
    date: str | None = None
    url: str | None = None

    @staticmethod
    def of(citation: Citation, text: str) -> Cited:
        """A citation of a document with this text."""
        return Cited(text[citation.start : citation.end], citation.title, citation.date, citation.url)


def matches(cited: Cited, texts: Sequence[Held]) -> list[int]:
    """The texts that a citation means, by number: those at its address, else those whose title it has."""
    addresses = {_address(url) for url in (cited.url, *_URL.findall(cited.words)) if url}
    at_address = [n for n, held in enumerate(texts) if held.item.url and _addresses(held.item.url) & addresses]
    if at_address:
        return at_address
    scores = {n: _score(cited, held) for n, held in enumerate(texts)}
    best = max(scores.values(), default=0.0)
    found = [n for n, score in scores.items() if score == best and score > 0]
    return _dated(cited, found, texts)


def _score(cited: Cited, held: Held) -> float:
    """How sure it is that a citation means a text, from 0 to 1: how much of the two titles is common."""
    title = _telling(held.item.title or held.document.title or "")
    words = _telling(cited.title or cited.words)
    if _places(cited.title or cited.words) and _places(held.head) and not _alike(cited, held):
        return 0.0
    common, known = title & words, len(title) >= _LEAST or bool(title and _publisher_named(cited, held))
    if known and len(common) >= _WHOLE * len(title) and _years(title) <= _years(words):
        return len(common) / len(title | words) if cited.title else len(common) / len(title)
    around = title | _telling(_file_words(held)) | _telling(held.head)
    within = len(words) >= _LEAST and len(words & around) >= _WHOLE * len(words) and _years(words) <= _years(around)
    return len(words & around) / len(words | title) if within else 0.0


def _alike(cited: Cited, held: Held) -> bool:
    """Whether the places that the two titles name have one in common."""
    return bool(_places(cited.title or cited.words) & _places(held.head))


@lru_cache(maxsize=4096)
def _places(title: str) -> frozenset[str]:
    """The countries that a title names."""
    return frozenset(p.country for p in Gazetteer.for_country(None).scan(title) if p.country and p.level == "country")


def _publisher_named(cited: Cited, held: Held) -> bool:
    """Whether the citation has all telling words of a text's publisher."""
    name = _telling(held.item.publisher or "")
    return bool(name) and name <= _telling(cited.words)


def _dated(cited: Cited, found: list[int], texts: Sequence[Held]) -> list[int]:
    """Of several texts of one title those of the cited publisher, then of the cited year, when there are any."""
    if len(found) < 2:
        return found
    own = [n for n in found if _publisher(texts[n].item.publisher) & _publishers(cited.words)] or found
    years = set(_YEAR.findall(cited.date or cited.words))
    return [n for n in own if years & set(_YEAR.findall(texts[n].item.date or ""))] or own


def _publisher(name: str | None) -> set[str]:
    found = shipped().named(name) if name else None
    return {found.key} if found else set()


def _publishers(words: str) -> set[str]:
    """The publishers that the parts of a citation name."""
    return {key for part in words.split(",") for key in _publisher(part.strip())}


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(w.root for w in words_of(text) if w.number or (len(w.stem) > 2 and w.stem not in stop_stems()))


def _years(words: Set[str]) -> set[str]:
    return {word for word in words if _YEAR.fullmatch(word)}


def _file_words(held: Held) -> str:
    return re.sub(r"[_\-.]+", " ", held.item.file)


def _addresses(url: str) -> set[str]:
    return {_address(found) for found in _URL.findall(url)} or {_address(url)}


def _address(url: str) -> str:
    """An address without its scheme, query and last stroke."""
    return _SCHEME.sub("", _SCHEME.sub("", url)).rstrip("/").lower()
