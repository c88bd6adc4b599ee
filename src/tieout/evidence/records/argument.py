"""The Argument record: one step of a text's reasoning: a claim, a doubt that somebody raises, the reply to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.evidence.records.record import Record

ArgumentRole = Literal["claim", "doubt", "reply"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument(Record):
    """A sentence that argues. No person's name is a field: who argues is a kind of people, or in the quote only."""

    role: ArgumentRole
    words: str
    """The words that make it one: `there must be`, `some may worry`, `far from certain`."""
    holder: str | None = None
    """Who is said to hold it, when that is a kind of people (`critics`); None where the author speaks."""
    answers: tuple[int, int] | None = None
    """For a reply: offsets of the doubt that it answers."""
    section: str | None = None

    __repr__ = Record.__repr__
