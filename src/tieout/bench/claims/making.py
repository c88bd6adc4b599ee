"""Making a claim from a sentence so that it stays true: shortened, in other words, in another order, framed or quoted.

Nothing here knows how the product judges; a transformation is left out wherever it might change what is said.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from tieout.bench.claims.material import Material

_BRACKET = re.compile(r" \([^()0-9]{2,80}\)")
_LEADING = re.compile(r"^((?:In|During|As of|Through|Between|En|Durante|Hasta|Entre|Al) [^,;:.]{4,60}), (?=\w)")
_FIRST = re.compile(
    r"^(?:The|A|An|In|During|As|Through|By|From|On|El|La|Los|Las|En|Un|Una|De|Al|Por|Según|This|These|There|Some|Most|More|At|It|No|Se|Con|Durante)\b"
)
_QUOTE_MARKS = re.compile(r"[“”\"«»]")
_SHORTEST = 45
_QUOTED = 8
"""Words of a quotation."""


@dataclass(frozen=True, slots=True)
class Made:
    """A claim and the sentence it was made from. `quote` is what stands between quotation marks, if anything does."""

    core: str
    """What is claimed, without the words that name the source."""
    frame: str
    material: Material
    quote: str | None = None

    @property
    def text(self) -> str:
        """The whole claim."""
        return self.framed(self.core)

    def framed(self, core: str) -> str:
        """Other words in the same frame."""
        publisher = (self.material.held.item.publisher or "the source").split(";")[0].split("(")[0].strip()
        lower = core[0].lower() + core[1:] if _FIRST.match(core) else core
        return self.frame.format(publisher=publisher, claim=lower, Claim=core, quote=core)


@cache
def words() -> Mapping[str, Any]:
    """The table of words."""
    return tomllib.loads((files("tieout.bench") / "data" / "claims.toml").read_text(encoding="utf-8"))


def make(found: Material, rng: Random, *, quoted: bool = False) -> Made | None:
    """A true claim from a sentence; None when it has nothing to quote."""
    return (
        _quotation(found, rng)
        if quoted
        else Made(_changed(found, rng), rng.choice(words()[found.language]["frames"]), found)
    )


def _changed(found: Material, rng: Random) -> str:
    """The sentence shortened, in other words, in another order: each where it can be and by chance."""
    table = words()[found.language]
    text = " ".join(found.line.text.split()).rstrip(".")
    if rng.random() < 0.5:
        text = _BRACKET.sub("", text)
    if rng.random() < 0.6:
        text = _shortened(text, table["cuts"])
    if rng.random() < 0.5:
        text = _reordered(text)
    for old, new in table["swap"].items():
        if rng.random() < 0.6:
            text = re.sub(rf"(?<!no )\b{re.escape(old)}\b", new, text)
    return text


def _shortened(text: str, cuts: list[str]) -> str:
    """Without a last clause that holds no number, nor limits the rest."""
    cut = re.search(rf", (?:{'|'.join(cuts)})\b[^,;:0-9]*$", text)
    return text[: cut.start()] if cut and cut.start() >= _SHORTEST else text


def _reordered(text: str) -> str:
    """`In 2019, X` as `X in 2019`."""
    lead = _LEADING.match(text)
    if lead is None or "," in text[lead.end() :] or ";" in text:
        return text
    rest = text[lead.end() :]
    return f"{rest[0].upper()}{rest[1:]} {lead[1][0].lower()}{lead[1][1:]}"


def _quotation(found: Material, rng: Random) -> Made | None:
    """A run of the sentence's own words between quotation marks."""
    text = found.line.text
    if _QUOTE_MARKS.search(text) or "[" in text:
        return None
    starts = [w.start() for w in re.finditer(r"\S+", text)]
    if len(starts) <= _QUOTED:
        return None
    first = rng.randrange(0, len(starts) - _QUOTED + 1)
    last = min(len(starts), first + rng.randint(_QUOTED, 16))
    end = starts[last] if last < len(starts) else len(text)
    quote = " ".join(text[starts[first] : end].split()).rstrip(".,;:")
    return Made(quote, rng.choice(words()[found.language]["quoting"]), found, quote)
