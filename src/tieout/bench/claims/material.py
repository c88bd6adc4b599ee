"""Passages of real documents from which claims can be made: sentences with a number, as long as a claim is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tieout.sources.claims.line import Line
from tieout.sources.holdings import Held, Holdings

_SHORTEST, _LONGEST = 60, 320
_WHOLE = re.compile(r"^[A-ZÁÉÍÓÚÑ¿“\"(].*[.][\"”)]?$", re.DOTALL)
_ODD = re.compile(r"[•|\t]|\.{3}|https?:|^\d+[.)]")
_MOST = 80
"""Sentences taken of one document, so that long ones do not crowd out the rest."""


@dataclass(frozen=True, slots=True)
class Material:
    """A sentence of a document, fit to be made into a claim."""

    held: Held
    line: Line

    @property
    def language(self) -> str:
        return self.line.language


def material(holdings: Holdings, rng: Random) -> Sequence[Material]:
    """The fit sentences of all texts in a random order."""
    by_item: dict[int, list[Material]] = {}
    for number, unit in enumerate(holdings.index.units):
        text = unit.text
        if unit.passage.block.kind not in ("paragraph", "list_item") or not _SHORTEST <= len(text) <= _LONGEST:
            continue
        if not _WHOLE.match(text) or _ODD.search(text) or not any(c.isdigit() for c in text):
            continue
        by_item.setdefault(unit.item, []).append(Material(holdings.texts[unit.item], holdings.line(number)))
    out = []
    for found in by_item.values():
        fit = [m for m in rng.sample(found, len(found)) if m.line.mentions][:_MOST]
        out.extend(fit)
    rng.shuffle(out)
    return out
