"""Where scores were read: the file's name and the SHA-256 of its bytes, so that a page can say what it stands on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A table of scores."""

    name: str
    sha256: str


def source(path: Path) -> Source:
    """The source of a file that has been read."""
    return Source(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
