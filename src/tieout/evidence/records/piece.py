"""A Piece: the words of a record's sentence that play one part, with their id in a controlled vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PieceRole = Literal["exposed", "harm", "actor", "means", "status"]


@dataclass(frozen=True, slots=True)
class Piece:
    """`start`, `end` are the document's; `id` is common to the languages (`women`, `extortion`, `police`)."""

    role: PieceRole
    id: str
    start: int
    end: int
