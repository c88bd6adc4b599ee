"""The documents that are meant by paths: files, and what lies in a folder and the folders below it.

A link that leads out of a folder is not followed, but named. It reads no document and asks nothing of a file but its
name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tieout.errors import UnreadableError

SUFFIXES = frozenset(
    {
        ".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".epub", ".xlsx", ".xlsm", ".xls", ".html", ".htm", ".xhtml",
        ".md", ".markdown", ".txt",
    }
)  # fmt: skip
"""What documents are called, also those that their reader refuses and names (`.doc`). A file named otherwise may still
be named on the command line."""

_PASSED = (".", "~$")
"""How names begin that are no documents: hidden files, and those that Word keeps beside an open one."""

MOST_FILES = 100_000


@dataclass(frozen=True, slots=True)
class Found:
    """Documents, and what was passed over: why each."""

    files: tuple[Path, ...]
    left_out: tuple[UnreadableError, ...]


def documents_named(paths: Iterable[str | Path]) -> Found:
    """The files that paths mean, each once, in the order given: a path itself, or the documents of a folder."""
    files: dict[str, Path] = {}
    left_out: list[UnreadableError] = []
    for path in paths:
        inside = documents_in(Path(path)) if path and _is_folder(path) else Found((Path(path),) if path else (), ())
        if not inside.files and not inside.left_out:
            what = "the folder holds no documents" if path else "the name is empty"
            left_out.append(UnreadableError(str(path), what, "check the name and the folder"))
        left_out.extend(inside.left_out)
        for file in inside.files:
            files.setdefault(os.path.realpath(file), file)
    return Found(tuple(files.values()), tuple(left_out))


def documents_in(folder: Path) -> Found:
    """The documents in a folder, in order of their names. Hidden files, sidecars (`report.pdf.toml`) and
    workspaces (`peru.tieout`) are none."""
    top = folder.resolve()
    files: list[Path] = []
    left_out: list[UnreadableError] = []

    def closed(fault: OSError) -> None:
        what, remedy = "it cannot be opened", "check the permissions of the folder"
        left_out.append(UnreadableError(str(fault.filename), what, remedy))

    for at, folders, names in os.walk(folder, onerror=closed):
        here = Path(at)
        for name in sorted(folders):
            if (here / name).is_symlink() and not name.startswith("."):
                left_out.append(_passed_over(here / name, "it is a link to a folder, which is not followed"))
        folders[:] = sorted(n for n in folders if _is_read(n) and not (here / n).is_symlink())
        for name in sorted(names):
            path = here / name
            if name.startswith(_PASSED) or path.suffix.lower() not in SUFFIXES:
                continue
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(top):
                left_out.append(_passed_over(path, "it is a link that leads out of the folder"))
            elif len(files) < MOST_FILES:
                files.append(path)
            else:
                left_out.append(_passed_over(path, f"the folder holds more than {MOST_FILES:,} documents"))
    return Found(tuple(files), tuple(left_out))


def _is_read(folder: str) -> bool:
    """Hidden folders are not read, nor workspaces (`peru.tieout`): what they hold was made from documents."""
    return not folder.startswith(".") and not folder.endswith(".tieout")


def _is_folder(path: str | Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (`Path.is_dir` raises where a folder may not be searched)


def _passed_over(path: Path, what: str) -> UnreadableError:
    return UnreadableError(str(path), what, "name the file itself if you want it read")
