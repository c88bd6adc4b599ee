"""A number of the claim that its passage does not have: another number stands in its place, or none does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tieout.evidence.mention import Mention
from tieout.sources.claims.amount import common, same_unit, same_value
from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line

_SMALL = 3
"""Words such as `two` and `three` count what a text lists, so that no passage need print them."""


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Numbers without a counterpart; those that follow from the passage's numbers by one step are fine."""
    claim = evidence.claim
    for pair in evidence.pairs:
        mention = pair.mention
        if pair.found is not None or mention.value is None:
            continue
        at = claim.place(mention.start, mention.end)
        seat = evidence.rival(mention)
        if (
            seat is not None
            and mention.value != seat.value
            and not same_value(mention, seat)
            and not _counts_a_list(mention, claim)
        ):
            yield Difference("differs", "number_differs", at, evidence.line.place(seat.start, seat.end))
            continue
        if _counts_a_list(mention, claim) or _unit(evidence, mention):
            continue
        if _printed(evidence, mention) or _follows(evidence, mention):
            continue
        rivals = [(line, m) for line, m in evidence.free() if same_unit(mention, m)]
        if rivals:
            line, rival = min(rivals, key=lambda r: _distance(mention, r[1]))
            yield Difference("differs", "number_differs", at, line.place(rival.start, rival.end))
        else:
            yield Difference("differs", "number_not_found", at)
    yield from _names_with_numbers(evidence)


def _counts_a_list(mention: Mention, claim: Line) -> bool:
    in_words = not any(c.isdigit() for c in claim.passage.text[mention.start : mention.end])
    return in_words and mention.unit == "count" and mention.value is not None and mention.value <= _SMALL


def _unit(evidence: Evidence, mention: Mention) -> bool:
    """Whether the passage has the value in another unit; units.py speaks of that."""
    return any(mention.value == m.value and mention.unit != m.unit for _, m in evidence.free())


def _printed(evidence: Evidence, mention: Mention) -> bool:
    """Whether the evidence prints the same digits where no figure was read (a table, a date, a name)."""
    digits = [w.stem for w in evidence.claim.words if w.number and mention.start <= w.start < mention.end]
    return bool(digits) and all(any(_stands_free(line, d) for line in evidence.lines) for d in digits)


def _stands_free(line: Line, digits: str) -> bool:
    return any(
        w.stem == digits and not any(m.start <= w.start < m.end for m in line.mentions) for w in line.words if w.number
    )


def _follows(evidence: Evidence, mention: Mention) -> bool:
    """Whether a number is the sum or difference of two of the passage's, or their change in percent."""
    value, unit = common(mention)
    numbers = [common(m) for m in _near_numbers(evidence)]
    if unit == "percentage_point":
        shares = [v for v, u in numbers if u == "percent" and v is not None]
        return any(abs(a - b) == value for a, b in combinations(shares, 2))
    if value is None:
        return False
    alike = [v for v, u in numbers if u == unit and v is not None and v > 0]
    if unit != "percent" and any(value in (a + b, abs(a - b)) for a, b in combinations(alike, 2)):
        return True
    if unit == "percent" and sum(alike) == value and len(alike) > 1:
        return True
    counts = [v for v, u in numbers if u == "count" and v is not None and v > _SMALL]
    if unit not in ("percent", "times"):
        return False
    scale = 100 if unit == "percent" else 1
    quotients = [q for a, b in combinations(counts, 2) for q in (a / b, b / a, abs(a - b) / a, abs(a - b) / b)]
    return any(abs(q * scale - value) <= (1 if unit == "percent" else value / 10) / 2 for q in quotients)


def _near_numbers(evidence: Evidence) -> Sequence[Mention]:
    return [m for line in (evidence.line, *evidence.near) for m in line.mentions]


def _distance(one: Mention, other: Mention) -> float:
    """How far apart two values are, relative to the larger."""
    a, b = common(one)[0], common(other)[0]
    if a is None or b is None or max(abs(a), abs(b)) == 0:
        return 1.0
    return float(abs(a - b) / max(abs(a), abs(b)))


def _names_with_numbers(evidence: Evidence) -> Iterator[Difference]:
    """Numerals that are no figures (a telephone number, the number of a law) and stand nowhere in the evidence."""
    claim = evidence.claim
    figures = [(m.start, m.end) for m in claim.mentions]
    dated = [(d.start, d.end) for d in claim.dates]
    for word in claim.words:
        if not word.number or len(word.stem) < _LONG or word.stem in evidence.keys or evidence.is_quoted(word.start):
            continue
        if not any(start <= word.start < end for start, end in (*figures, *dated)):
            yield Difference("differs", "number_not_found", claim.place(word.start, word.end))


_LONG = 3
"""Digits of a numeral that names something."""
