"""Reading a list of protected names from a file: one a line; blank lines and lines that begin with `#` say nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tieout.errors import UsageError


def read_names(path: Path) -> tuple[str, ...]:
    """The names of a list. UsageError when it cannot be read or holds none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise UsageError(f"{path}: the list of protected names cannot be read ({why})") from fault
    names = tuple(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))
    if not names:
        raise UsageError(f"{path}: the list of protected names is empty; write one name a line")
    return names


def names_of(listed: Iterable[str], folder: Path) -> tuple[str, ...]:
    """The names of a setting: each entry is a name, or `@FILE` for the names of a list, from the settings' folder."""
    return tuple(
        name for entry in listed for name in (read_names(folder / entry[1:]) if entry.startswith("@") else (entry,))
    )
