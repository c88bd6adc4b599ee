"""What a reader must know beside a number: a key and its values, said in English or Spanish where it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.series.words import words


@dataclass(frozen=True, slots=True)
class Note:
    """A template of `data/notes.toml` and what fills it."""

    key: str
    values: tuple[tuple[str, str], ...] = ()

    def said(self, language: str) -> str:
        """The note in words."""
        return words("notes", self.key, language, **dict(self.values))

    def __str__(self) -> str:
        return self.said("en")


def note(key: str, **values: object) -> Note:
    """A note, its values as they are printed."""
    return Note(key, tuple((name, str(value)) for name, value in values.items()))
