"""Settings from `tieout.toml`, or `[tool.tieout]` of `pyproject.toml`, found upward from a file.

A fault is one line: which file, which line, what is wrong, what was probably meant.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tieout.errors import UsageError
from tieout.settings.settings import (
    DOCUMENT,
    KEYS,
    LIMITS,
    SILENCE,
    WORKSPACE,
    DocumentRow,
    Kind,
    Settings,
    SilenceRow,
    Value,
)

NAMES = ("tieout.toml", "pyproject.toml")
_TABLES = ("limits", "silences", "workspace", "documents")
_HEAD = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]")


def settings_for(file: str | Path) -> Settings:
    """The settings of the nearest folder above a file that has any; empty ones when there are none."""
    start = Path(file).absolute()
    # `Path.is_dir` and `is_file` would raise where a folder may not be searched.
    for folder in (start, *start.parents) if os.path.isdir(start) else start.parents:  # noqa: PTH112
        for name in NAMES:
            source = folder / name
            found = read_settings(source) if os.path.isfile(source) else None  # noqa: PTH113
            if found is not None:
                return found
    return Settings()


def read_settings(source: Path) -> Settings | None:
    """What a settings file says; None for a `pyproject.toml` without `[tool.tieout]`. UsageError for a fault."""
    project = source.name == "pyproject.toml"
    try:
        text = source.read_text(encoding="utf-8")
        if project and "tool.tieout" not in text:
            return None
        whole = tomllib.loads(text)
    except OSError as fault:
        raise UsageError(f"{source}: the settings cannot be read ({fault.strerror}); check the permissions") from fault
    except UnicodeDecodeError as fault:
        raise UsageError(f"{source}: the settings cannot be read; save the file as UTF-8") from fault
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"{source}: it is no valid TOML ({fault})") from fault
    table = whole.get("tool", {}).get("tieout") if project else whole
    return None if table is None else _Reader(source, text, "tool.tieout" if project else "").settings(table)


class _Reader:
    """Holds a table against what there is; knows the text, to name lines."""

    def __init__(self, source: Path, text: str, root: str) -> None:
        self.source, self.lines, self.root = source, text.splitlines(), root

    def settings(self, table: Mapping[str, Any]) -> Settings:
        values = self._values({k: v for k, v in table.items() if k not in _TABLES}, KEYS, "")
        silences = enumerate(self._several(table, "silences"))
        documents = enumerate(self._several(table, "documents"))
        return Settings(
            source=str(self.source),
            limits=self._values(self._one(table, "limits"), LIMITS, "limits"),
            silences=tuple(self._silence(row, number) for number, row in silences),
            workspace=self._values(self._one(table, "workspace"), WORKSPACE, "workspace"),
            workspace_line=self._line("", "workspace"),
            documents=tuple(self._document(row, number) for number, row in documents),
            **{key.replace("-", "_"): value for key, value in values.items()},
        )

    def _one(self, table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        found: Any = table.get(name, {})
        if not isinstance(found, dict):
            raise self._fault(name, "", f"must be a table: [{name}]")
        return found

    def _several(self, table: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        found: Any = table.get(name, [])
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            raise self._fault(name, "", f"must be tables: [[{name}]]")
        return found

    def _document(self, row: Mapping[str, Any], number: int) -> DocumentRow:
        values = self._values(row, DOCUMENT, "documents", number)
        if "file" not in values:
            raise self._fault("", "documents", "needs file", number)
        return DocumentRow(values, self._line("", "documents", number))

    def _silence(self, row: Mapping[str, Any], number: int) -> SilenceRow:
        values = self._values(row, SILENCE, "silences", number)
        for key in ("rules", "reason"):
            if not values.get(key):
                raise self._fault("", "silences", f"needs {key}", number)
        line = self._line("", "silences", number)
        return SilenceRow(values["rules"], values["reason"], values.get("file"), values.get("quote"), line)

    def _values(
        self, table: Mapping[str, Any], kinds: Mapping[str, Kind], name: str, number: int = 0
    ) -> dict[str, Any]:
        out: dict[str, Value] = {}
        for key, value in table.items():
            if key not in kinds:
                raise self._fault(
                    key, name, f"is no setting{_meant(key, (*kinds, *(() if name else _TABLES)))}", number
                )
            try:
                out[key] = kinds[key](value)
            except ValueError as fault:
                raise self._fault(key, name, f"must be {fault}", number) from fault
        return out

    def _fault(self, key: str, table: str, what: str, number: int = 0) -> UsageError:
        named = key if not table else f"{table}.{key}" if key else table
        return UsageError(f"{self.source}:{self._line(key, table, number)}: {named} {what}; see docs/settings.md")

    def _line(self, key: str, table: str, number: int = 0) -> int:
        """The line of a key in its table (the head of the table for no key), from 1; 1 when it is not to be found."""
        home = _dotted(self.root, table)
        assigned = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        inside, seen = not home, -1
        for index, line in enumerate(self.lines, 1):
            head = _HEAD.match(line)
            if head:
                name = re.sub(r"[\s\"']", "", head[1])
                seen += name == home
                inside = name == home and seen == number
                if (inside and not key) or (key and name == _dotted(home, key)):
                    return index
            elif inside and key and assigned.match(line):
                return index
        return 1


def _dotted(*parts: str) -> str:
    return ".".join(part for part in parts if part)


def _meant(key: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key.replace("_", "-"), known, 1, 0.7) or get_close_matches(key, known, 1, 0.7)
    return f", did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
