"""The habit of a text: are its paragraphs lines, or are its lines cut at the width of a page?

Judged from the whole document: how long its lines are and whether they end as sentences do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieout.reading.lines import Line
from tieout.reading.shapes import ends_sentence

_PAGE_WIDTH = 135
"""No page that people read is set wider than this many characters."""
_LONG = 0.7
_SAMPLE = 2000
"""So many lines are enough to know the width of a page."""
_NARROW = b"iljtfrI.,;:'|!()[] "
_WIDE = b"mwMWQOGDNHCU@%&"


@dataclass(frozen=True, slots=True)
class Habit:
    """How a text is broken into lines. `measure` is the width of a full line (see `width`)."""

    wrapped: bool
    spaced: bool
    """A blank line follows each line of a paragraph."""
    measure: float


def width(text: str) -> float:
    """About how wide a text is set, in characters of middling width: in print `ill` is narrower than `mow`."""
    letters = text.encode("latin-1", "replace")
    narrow, wide = (len(letters) - len(letters.translate(None, kind)) for kind in (_NARROW, _WIDE))
    return len(text) - 0.45 * narrow + 0.35 * wide


def habit_of(lines: Sequence[Line]) -> Habit:
    """The habit of these lines (running text only: no furniture, notes or links)."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 20)
    if len(lengths) < 4:
        return Habit(False, False, float(_PAGE_WIDTH))
    typical = lengths[int(0.9 * (len(lengths) - 1))]
    long = [i for i, line in enumerate(lines[:-1]) if _LONG * typical <= len(line.text) <= _PAGE_WIDTH]
    open_ended = [i for i in long if not ends_sentence(lines[i].text)]
    wrapped = typical <= _PAGE_WIDTH and len(long) >= 3 and len(open_ended) >= 0.4 * len(long)
    if not wrapped:
        return Habit(False, False, float(_PAGE_WIDTH))
    widths = sorted(width(lines[i].text) for i in long[:: 1 + len(long) // _SAMPLE])
    spaced = sum(1 for i in open_ended if lines[i + 1].gap == 1 and not lines[i + 1].page) >= 0.5 * len(open_ended)
    return Habit(True, spaced, widths[int(0.95 * (len(widths) - 1))])
