"""A Citation: one item that a note cites, as its words state it. What the words do not state is None, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CitationKind = Literal["report", "news", "webpage", "statistic", "law", "book", "article", "interview", "film", "other"]
"""What is cited. `article` is one of a journal; `webpage` what is no report, news, statistic or law."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited item. `document.text[start:end]` are its words (from the first of the author to the last pinpoint)."""

    author: str | None
    """As printed: `Peru, INEI`; of a reference back (`ibid.`), the author it stands for."""
    title: str | None
    date: str | None
    """Publication date as EDTF; None for `n.d.` and for none."""
    url: str | None
    """The address. None where there is none, and where the text has lost it."""
    pages: str | None
    """Pages, paragraphs, articles, chapters, as printed: `pp. 4-7`, `para. 12`."""
    kind: CitationKind
    see_also: bool
    """Cited for more (`see also`), not as the source of the statement."""
    publisher: str | None
    """Key of the publisher in the register (see publisher.py); of one not in the table, a key made of its name."""
    start: int
    end: int
    source: str = ""
    """Key of the Source it is an instance of."""
    date_text: str | None = None
    """The date as printed, also `n.d.`; None where there is none."""
    says_url: bool = False
    """Whether the words say that there is a link (`url`, `available at`), known or lost."""
    translation: str | None = None
    """The title in another language, as bracketed behind it."""
    accessed: str | None = None
    """The day it was read, as EDTF."""
    cited_in: str | None = None
    """The item this one was seen in (`as cited in …`), as printed."""
    refers: bool = False
    """A reference back (`ibid.`, `op. cit.`, `supra note 4`): what it does not say is taken from the item meant."""
    date_start: int | None = None
    """Where the date is printed; None where it is not printed as a stretch of the citation's own words."""
    date_end: int | None = None
    date_inferred: str | None = None
    """Where `date` is None: the day that the address holds (`/2023/06/23/`), as EDTF."""
