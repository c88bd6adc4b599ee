"""Scope: a word that narrows what a title's number counts, missing where the text gives the same number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tieout.checks.sourcing.titled import Title, Titled
from tieout.evidence.mention import Mention
from tieout.sources.claims.amount import same_amount
from tieout.sources.claims.line import Line
from tieout.sources.claims.scope import counted
from tieout.sources.claims.wording import spots
from tieout.sources.stems import words_of
from tieout.sources.terms import terms_in


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The number with what it counts in the text (`at`), and the narrower words of the title."""

    at: tuple[int, int]
    title: Title
    words: tuple[int, int]
    share: bool
    """A percentage: its base is what the words narrow."""


def narrowings(one: Titled) -> Iterator[Narrowing]:
    """Numbers of the text that a title has of a narrower thing, as long as no other title has it of the wider one."""
    for mention in one.line.mentions:
        having = [
            (title, other) for title in one.titles for other in title.line.mentions if same_amount(mention, other)
        ]
        found = [
            (title, other, spot) for title, other in having if (spot := _narrow(one.line, title, other)) is not None
        ]
        if found and len(found) == len(having):
            title, other, (_, end) = found[0]
            _, high = counted(one.line, mention.start, mention.end)
            yield Narrowing(
                (mention.start, max(mention.end, high)), title, (other.start, end), mention.unit == "percent"
            )


def _narrow(line: Line, title: Title, other: Mention) -> tuple[int, int] | None:
    """Where the title narrows the thing that its number counts, by a word that the text has nowhere."""
    _, high = counted(title.line, other.start, other.end)
    nouns = [n for n in title.line.terms if other.end <= n.start < high]
    if not nouns:
        return None
    first = nouns[0]
    if first.term.id not in line.term_ids:
        return None
    for start, end in spots(title.line, "restricting"):
        beside = other.end <= start <= first.end + 2 or (
            other.end <= start and end >= first.start - 1 and start <= first.end + 2
        )
        if beside and not _kept(line, title.line, start, end):
            return start, end
    return None


def _kept(line: Line, title: Line, start: int, end: int) -> bool:
    """Whether the text has the word, or a term that says the same, anywhere in its paragraph."""
    words = list(words_of(title.passage.text[start:end]))
    terms = {n.term.id for n in terms_in(words)}
    around = list(words_of(line.passage.text))
    roots = {w.root for w in around}
    return any(w.root in roots for w in words) or bool(terms & {n.term.id for n in terms_in(around)})
