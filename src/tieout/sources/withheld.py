"""Where a text says that it protects somebody who spoke: a pseudonym, a name withheld, a source that stays anonymous.

It finds the words; who is meant it does not know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.language.tables import LANGUAGES, table
from tieout.reading.document import Document
from tieout.reading.view import silences_of, view_of
from tieout.sources.words import word


@dataclass(frozen=True, slots=True)
class Withheld:
    """A statement that an identity is withheld; `document.text[start:end]` is `text`."""

    kind: str
    """`withheld`, `known` (to the authors), `pseudonym` or `anonymous`."""
    start: int
    end: int
    text: str


def withheld_in(document: Document) -> list[Withheld]:
    """Every such statement of a document, notes included, in text order."""
    if not word("withheld").search(" ".join(document.text.split())):
        return []
    silences = silences_of(document)
    views = [view_of(document, block, silences) for block in document.blocks]
    return sorted(
        (
            Withheld(_kind(found[0]), *span, document.text[slice(*span)])
            for view in views
            for found in word("withheld").finditer(view.text)
            for span in [view.span(*found.span())]
        ),
        key=lambda statement: statement.start,
    )


def _kind(said: str) -> str:
    """The first kind of statement that the words are."""
    entries = (entry for language in LANGUAGES for entry in table(language, "citations")["withheld"])
    return str(next(e["kind"] for e in entries if re.fullmatch(e["pattern"], said, re.IGNORECASE)))
