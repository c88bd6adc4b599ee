"""The work on one document of a build: read it, derive its records, keep both. It runs in a process that may fail.

Nothing is read or derived twice: what the store has is taken from it. What else a build must know of every document, to
name it and to find its like, goes into a small Card.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tieout.evidence.passage import Passage
from tieout.reading.document import Document
from tieout.reading.limits import Limits
from tieout.reading.read import read
from tieout.reading.sidecar import About
from tieout.workspace.codec import decoded, encoded
from tieout.workspace.derive import derived
from tieout.workspace.fingerprint import key, reader_print, rows_print, rules_print
from tieout.workspace.part import Lang, document_bytes, document_from, part_bytes
from tieout.workspace.plan import Planned
from tieout.workspace.rows.batch import rows_bytes
from tieout.workspace.store import CARDS, DOCUMENTS, PARTS, ROWS, Store

_NO_LETTERS = re.compile(r"[\W_]+")
_LINES = 5
"""First lines of a document among which its publisher's name may stand."""
_LINE = 160
"""Characters of such a line; a longer one is a sentence."""
_SAME_TEXT = 400
"""Letters and digits that a text must have for another file of the same ones to be the same text."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a build must know of every document at once."""

    title: str | None
    date: str | None
    language: str
    country: str | None
    format: str
    metadata: tuple[tuple[str, str], ...]
    """Of the file: author, publisher, address."""
    lines: tuple[str, ...]
    """Its first lines: the publisher's name often stands there alone."""
    letters: str | None
    """Hash of its letters and digits; None for a short text."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The names under which the store keeps what follows from a document."""

    document: str
    part: str


@dataclass(frozen=True, slots=True)
class Task:
    """One document to work on: plain values, which travel between processes."""

    store: str
    doc: str
    path: str
    about: About
    limits: Limits
    keys: Keys
    lang: Lang
    persons: bool
    anew: bool
    """Whether what the store has already is made again: it may be damaged."""
    apart: bool = True
    """Whether it needs a process of its own."""


def keys_of(planned: Planned, lang: Lang, *, persons: bool) -> Keys:
    """Names that change when anything changes that the document, or its records, follow from."""
    about, limits = planned.about, planned.limits
    said = json.dumps([about.date, about.country, about.language, about.title, limits.ocr, planned.path.suffix.lower()])
    document = key(planned.sha256, said, reader_print())
    return Keys(document, key(document, planned.doc, lang, str(persons), rules_print(), rows_print()))


def make(path: Path, task: Task) -> bool:
    """Read and derive one document into the store, as far as that was not done; whether the file was read."""
    store, keys = Store(Path(task.store)), task.keys
    unread = task.anew or not store.has(DOCUMENTS, keys.document)
    if unread:
        store.put(DOCUMENTS, keys.document, document_bytes(_read(path, task.about, task.limits)))
    document = document_from(store.get(DOCUMENTS, keys.document))
    part = derived(replace(document, path=task.doc), task.lang, persons=task.persons)
    passages = part.reading().passages
    store.put(PARTS, keys.part, part_bytes(part))
    store.put(ROWS, keys.part, rows_bytes(part, passages))
    card = Card(
        document.title, document.date, part.language, part.country, document.format,
        tuple(document.metadata.items()), _first_lines(passages), _letters(passages),
    )  # fmt: skip
    store.put(CARDS, keys.part, json.dumps(encoded(card), ensure_ascii=False).encode())
    return unread


def card_of(store: Store, name: str) -> Card:
    """The card that `make` kept."""
    return decoded(Card, json.loads(store.get(CARDS, name)))


def _read(path: Path, about: About, limits: Limits) -> Document:
    """The document in a file, as the user knows it. Its path is left out: what is kept serves any name."""
    document = read(path, date=about.date, country=about.country, language=about.language, limits=limits)
    return replace(document, path="", title=about.title or document.title)


def _first_lines(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(passage.text for passage in passages[:_LINES] if len(passage.text) <= _LINE)


def _letters(passages: Sequence[Passage]) -> str | None:
    """Hash of the letters and digits of the running text: what another format or other line ends leave as it is."""
    text = "".join(passage.text for passage in passages if passage.block.kind != "note").casefold()
    letters = _NO_LETTERS.sub("", text)
    return hashlib.sha256(letters.encode()).hexdigest()[:20] if len(letters) >= _SAME_TEXT else None
