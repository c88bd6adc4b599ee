"""A Source: one item of the register of sources, joined from all citations of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal[
    "state", "intergovernmental", "ngo", "academic", "think_tank", "press", "oral", "company", "unknown"
]
"""What its publisher is. Nothing is guessed: a publisher that neither the table nor its name tells is `unknown`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One cited item. Citations of it carry its `key`."""

    key: str
    publisher: str | None
    """Name of the publisher, aliases joined: `United States Department of State` for `USDOS`."""
    publisher_key: str | None
    kind: SourceKind
    language: str | None
    """Of the title, BCP 47; None where it cannot be told."""
    country: str | None
    """Of the publisher, ISO 3166-1 alpha-2."""
    title: str | None
    date: str | None
    """EDTF."""
    url: str | None
    funder: str | None
    """Who paid for it, where the text states so."""
    distributor: str | None
    """Who passed it on (`via ecoi.net`, the host of the link), where stated."""
    times_cited: int
    notes: tuple[str, ...] = ()
    """Ids of the notes that cite it, in order."""
    author: str | None = None
    """As printed at its first citation."""
    item: str = "other"
    """What it is: a CitationKind."""
    condition: str | None = None
    """Of an interview: how the person may be named (`anonymity`), as stated."""
    consent: str | None = None
    """Of an interview: what the text says of consent to be cited, as stated."""
    dates: tuple[str, ...] = ()
    """Every date its citations give, in order of first use: more than one is a slip or an updated page."""
    titles: tuple[str, ...] = ()
    """Every title its citations give."""
