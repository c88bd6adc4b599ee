"""The documents in a folder and the folders below it. A link that leads out of the folder is not followed, but named.

It reads no document and asks nothing of a file but its name.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tieout.errors import UnreadableError

SUFFIXES = frozenset(
    {".pdf", ".docx", ".odt", ".rtf", ".epub", ".xlsx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt"}
)
"""What documents are called. A file named otherwise may still be named on the command line."""

MOST_FILES = 100_000


@dataclass(frozen=True, slots=True)
class Found:
    """The documents of a folder in order of their names, and what was passed over: why each."""

    files: tuple[Path, ...]
    left_out: tuple[UnreadableError, ...]


def documents_in(folder: Path) -> Found:
    """The documents in a folder. Hidden files and sidecars (`report.pdf.toml`) are none."""
    top = folder.resolve()
    files: list[Path] = []
    left_out: list[UnreadableError] = []
    for at, folders, names in os.walk(folder):
        here = Path(at)
        for name in sorted(folders):
            if (here / name).is_symlink() and not name.startswith("."):
                left_out.append(_passed_over(here / name, "it is a link to a folder, which is not followed"))
        folders[:] = sorted(n for n in folders if not n.startswith(".") and not (here / n).is_symlink())
        for name in sorted(names):
            path = here / name
            if name.startswith(".") or path.suffix.lower() not in SUFFIXES:
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(top):
                left_out.append(_passed_over(path, "it is a link that leads out of the folder"))
            elif len(files) < MOST_FILES:
                files.append(path)
            else:
                left_out.append(_passed_over(path, f"the folder holds more than {MOST_FILES:,} documents"))
    return Found(tuple(files), tuple(left_out))


def _passed_over(path: Path, what: str) -> UnreadableError:
    return UnreadableError(str(path), what, "name the file itself if you want it read")
