"""Doubts: words in cited titles that make a thing alleged, while the statement has it as a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieout.checks.sourcing.numbers import DEATHS, acts
from tieout.checks.sourcing.titled import Title, Titled
from tieout.checks.sourcing.words import pattern
from tieout.sources.claims.amount import same_amount
from tieout.sources.claims.line import Line
from tieout.sources.claims.wording import has

_ACTS = frozenset({"act", "harm"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """The act's words in the statement, and the hedges of the titles. `all`: every title with the act has one."""

    at: tuple[int, int]
    proof: Sequence[tuple[Title, tuple[int, int]]]
    all: bool


def doubts(one: Titled) -> Doubt | None:
    """The statement's act where it is hedged in titles only."""
    line = one.line
    if has(line, "doubt", "estimate", "attribution") or _spoken(one):
        return None
    for act in line.terms:
        if act.term.family not in _ACTS:
            continue
        about = [title for title in one.titles if _same_act(title.line, act.term.id)]
        proof = [(title, span) for title in about if (span := _hedge(title.line)) is not None]
        if proof:
            every = len(proof) == len(one.titles) and one.every and _shares_a_number(line, proof)
            return Doubt((act.start, act.end), proof, every and len(proof) > 1)
    return None


def _same_act(title: Line, act: str) -> bool:
    return act in title.term_ids or (act in DEATHS and "death" in acts(title))


def _shares_a_number(line: Line, proof: Sequence[tuple[Title, tuple[int, int]]]) -> bool:
    """Whether each title has a number of the statement, so that both speak of one event."""
    return all(any(same_amount(m, o) for m in line.mentions for o in title.line.mentions) for title, _ in proof)


def _hedge(title: Line) -> tuple[int, int] | None:
    found = pattern(title.language, "alleged").search(title.passage.text, title.start, title.end)
    return found.span() if found else None


def _spoken(one: Titled) -> bool:
    """Whether the sentence names a speaker or hedges outside the stretch."""
    language = one.line.language
    return bool(pattern(language, "speaks").search(one.one.said) or pattern(language, "alleged").search(one.one.said))
