"""A Draft: what the words of one citation say, in offsets of the note's clean line, before anything is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Back = Literal["ibid", "op_cit", "supra", "same"]


class Link(NamedTuple):
    """A link in a line: the words it stands on, and where it leads."""

    start: int
    end: int
    target: str


@dataclass(slots=True)
class Draft:
    """One citation as its words state it."""

    start: int
    end: int
    author: str | None = None
    title: str | None = None
    date: str | None = None
    date_text: str | None = None
    date_start: int | None = None
    pages: str | None = None
    url: str | None = None
    says_url: bool = False
    link_word: int | None = None
    """Where the word stands that says there is a link, for finding which link it is."""
    accessed: str | None = None
    translation: str | None = None
    cited_in: str | None = None
    see_also: bool = False
    container: str | None = None
    """The newspaper, journal or house that put it out, where it is not the author."""
    journal: bool = False
    interview: bool = False
    stated_kind: str | None = None
    """What a reference file says that it is: a CitationKind."""
    person: bool = False
    """The author is printed as a person is (`Surname, Given`)."""
    back: Back | None = None
    back_note: str | None = None
    """The number of the note that a reference back names."""


@dataclass(frozen=True, slots=True)
class Line:
    """The clean line of a note with its links."""

    text: str
    links: Sequence[Link] = ()
