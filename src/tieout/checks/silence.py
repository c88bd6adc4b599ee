"""Silences: somebody's word that findings of some rules are not to be raised at some place, and why. Records only."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.ties.tie import Member


@dataclass(frozen=True, slots=True)
class Silence:
    """`codes` are silenced inside the stretches of `reach`, or in the whole document when `reach` is None.

    With a `fault` it silences nothing and says why. `at` is where a draft says it; a silence of the settings has none,
    and `origin` names its file and line.
    """

    codes: frozenset[str]
    reason: str
    reach: tuple[tuple[int, int], ...] | None = None
    at: Member | None = None
    quote: str | None = None
    """Only findings at these words, when given."""
    fault: str | None = None
    origin: str = ""
    named: bool = True
    """Meant for this very document: if it is used by nothing here it is used by nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A silence as the settings state it. `file` is a name or a pattern such as `drafts/*.md`; `origin` says where."""

    words: tuple[str, ...]
    reason: str
    origin: str
    file: str | None = None
    quote: str | None = None
