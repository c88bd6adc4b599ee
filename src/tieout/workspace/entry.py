"""An Entry: one document that a workspace holds, with what is known of it as a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One document. Its text and records are in its Part."""

    doc: str
    """Its name in every record: the path from the folder that was built, with `/`."""
    key: str
    """The short key it is cited by: `hrw-2025`; unique in the workspace."""
    sha256: str
    paths: tuple[str, ...]
    """Everywhere the same document lies, from the folder that was built; `doc` is the first."""
    title: str | None = None
    date: str | None = None
    """EDTF."""
    language: str | None = None
    country: str | None = None
    """What it is about, ISO 3166-1 alpha-2."""
    publisher: str | None = None
    """Name of the publisher, as the register has it."""
    publisher_key: str | None = None
    kind: str = "unknown"
    """What the publisher is: a SourceKind."""
    author: str | None = None
    url: str | None = None
    format: str = "txt"
    part: str = ""
    """Name of its part, without suffix."""
    same_text: tuple[str, ...] = ()
    """Names of other files that hold the same text in another form: a press release under two names."""
    document: str = ""
    """Name under which its text is kept, without suffix."""
