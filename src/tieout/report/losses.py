"""What a document has lost, as lines for people: each message once, with the first places or how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tieout.reading.document import Loss
from tieout.report.placing import Placing

_PLACES = 5
"""Places named with a message."""


def loss_lines(losses: Iterable[Loss], placing: Placing, say: Callable[[str], str]) -> tuple[str, ...]:
    """One line for each message as `say` puts it."""
    places: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for loss in losses:
        message = say(loss.message)
        counts[message] += loss.count
        if loss.end > loss.start:
            places.setdefault(message, []).append(placing.name(loss.start))
    return tuple(_line(message, counts[message], places.get(message, [])) for message in counts)


def _line(message: str, count: int, places: Sequence[str]) -> str:
    named = list(dict.fromkeys(places))
    if named:
        return f"{message}: {', '.join(named[:_PLACES])}{' …' if len(named) > _PLACES else ''}"
    return f"{message} (× {count})" if count > 1 else message
