"""Finding the run of numbers that rise one by one among candidates, most of which may be something else.

Pure arithmetic: it knows neither notes nor marks. Used for the marks of notes and for the notes themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NEAR = 12
"""Steps up to this size are priced one by one; a larger step costs the same whatever its size."""
_STEP = 0.25
_LEAP = 3.0
_RESTART = 2.0
_LATE_START = 0.02
_LATE_START_AT_MOST = 1.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be the next number of a run. `place` keeps candidates apart that exclude each other."""

    place: int
    """Offset; candidates come sorted by it. Of candidates at one place only one can be taken."""
    number: int
    weight: float
    """What taking it is worth: 1 when it can hardly be anything else, less when it may be."""


class _Peaks:
    """The best score among numbers below a bound, while scores are put in (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[float, int]] = [(float("-inf"), -1)] * (size + 1)

    def put(self, number: int, score: float, index: int) -> None:
        at = number + 1
        while at < len(self._best):
            if score > self._best[at][0]:
                self._best[at] = (score, index)
            at += at & -at

    def below(self, number: int) -> tuple[float, int]:
        best = (float("-inf"), -1)
        at = min(number, len(self._best) - 1)
        while at > 0:
            if self._best[at][0] > best[0]:
                best = self._best[at]
            at -= at & -at
        return best


def rising_run(candidates: Sequence[Candidate]) -> list[int]:
    """Indices of the candidates that make the best run: each worth its weight, gaps priced, a new start at 1 allowed.

    Time grows with the number of candidates, not with its square.
    """
    if not candidates:
        return []
    size = max(c.number for c in candidates) + 1
    peaks = _Peaks(size)
    last: dict[int, tuple[float, int]] = {}
    scores: list[float] = []
    came: list[int] = []
    best_of_all = (float("-inf"), -1)
    waiting: list[int] = []
    for i, candidate in enumerate(candidates):
        if waiting and candidates[waiting[0]].place != candidate.place:
            for k in waiting:
                best_of_all = _settle(k, candidates[k].number, scores[k], peaks, last, best_of_all)
            waiting = []
        score, before = _best_before(candidate, peaks, last, best_of_all)
        scores.append(score + candidate.weight)
        came.append(before)
        waiting.append(i)
    for k in waiting:
        best_of_all = _settle(k, candidates[k].number, scores[k], peaks, last, best_of_all)
    run = []
    at = best_of_all[1]
    while at >= 0:
        run.append(at)
        at = came[at]
    return run[::-1]


def _settle(
    index: int, number: int, score: float, peaks: _Peaks, last: dict[int, tuple[float, int]], best: tuple[float, int]
) -> tuple[float, int]:
    if number not in last or score > last[number][0]:
        last[number] = (score, index)
        peaks.put(number, score, index)
    return (score, index) if score > best[0] else best


def _best_before(
    candidate: Candidate, peaks: _Peaks, last: dict[int, tuple[float, int]], best_of_all: tuple[float, int]
) -> tuple[float, int]:
    """The best run this candidate can go on with: a near predecessor, any smaller one, a restart, or none."""
    number = candidate.number
    best = (-min(_LATE_START * (number - 1), _LATE_START_AT_MOST), -1)
    for step in range(1, min(_NEAR, number) + 1):
        known = last.get(number - step)
        if known is not None:
            score = known[0] - _STEP * (step - 1)
            if score > best[0]:
                best = (score, known[1])
    leap, index = peaks.below(number)
    if leap - _LEAP > best[0]:
        best = (leap - _LEAP, index)
    if number == 1 and best_of_all[0] - _RESTART > best[0]:
        best = (best_of_all[0] - _RESTART, best_of_all[1])
    return best
