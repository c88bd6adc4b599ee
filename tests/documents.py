"""Documents and passages made from a string, for tests."""

from __future__ import annotations

import hashlib

from tieout.evidence.passage import Passage, passages_of
from tieout.reading.document import Block, Document


def document_of(text: str, path: str = "report.txt", **fields: object) -> Document:
    """A plain document: every line that is not empty is a paragraph."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", ((at, at + len(line)),)))
        at += len(line) + 1
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Document(path, text, "txt", sha, "test", tuple(blocks), **fields)  # type: ignore[arg-type]


def passage_of(text: str, language: str = "en") -> Passage:
    """The only passage of a one-line text."""
    (passage,) = passages_of(document_of(text), language)
    return passage
