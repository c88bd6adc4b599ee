"""What the user says of a folder of documents: `[workspace]` and `[[documents]]` of `tieout.toml`, files beside the
documents, and the manifest of a library. It reads no document.

What is said in `tieout.toml` wins over `FILE.toml` beside a file, and that over `manifest.jsonl` in its folder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from tieout.errors import UsageError
from tieout.language.countries import alpha2
from tieout.language.edtf import is_date
from tieout.language.tables import LANGUAGES
from tieout.protection.guard import Guard
from tieout.protection.names import names_of
from tieout.reading.limits import Limits
from tieout.reading.sidecar import About, read_sidecar
from tieout.settings.find import settings_for
from tieout.settings.settings import DocumentRow, Settings
from tieout.sources.citations.names import state_of
from tieout.sources.library import MANIFEST, Item, open_library
from tieout.workspace.scope import Scope

_PATHS = ("terms", "scores", "data")
_SAME = ("framework", "scores", "data")
"""Settings at the top that count for a workspace too, unless `[workspace]` says otherwise."""


@dataclass
class Stated:
    """What is said of the documents of one folder."""

    folder: Path
    scope: Scope = field(default_factory=Scope)
    include: tuple[str, ...] = ()
    """Patterns of the files that are documents of the workspace; all of them when there is none."""
    exclude: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    hints: About = field(default_factory=About)
    """What holds for every document that nothing more is said of."""
    rows: Mapping[str, tuple[About, str]] = field(default_factory=dict)
    """By the path of a file from the folder: what `tieout.toml` says of it, and where (`tieout.toml:12`)."""
    _libraries: dict[Path, dict[str, About]] = field(default_factory=dict)

    def wanted(self, name: str) -> bool:
        """Whether a file, by its path from the folder, is a document of the workspace."""
        return (not self.include or _fits(name, self.include)) and not _fits(name, self.exclude)

    def about(self, name: str) -> About:
        """All that is said of a file. `UnreadableError` when the file beside it is wrong."""
        path = self.folder / name
        said = self.rows[name][0] if name in self.rows else About()
        return said.over(read_sidecar(path)).over(self._listed(path)).over(self.hints)

    def _listed(self, path: Path) -> About:
        """What the manifest of a library says of a file in its folder."""
        folder = path.parent
        if folder not in self._libraries:
            items = open_library(folder).items if (folder / MANIFEST).is_file() else ()
            self._libraries[folder] = {item.file: _plain(item) for item in items}
        return self._libraries[folder].get(path.name, About())


def stated_for(folder: Path) -> Stated:
    """What the settings of a folder say. UsageError, with its line, for what they get wrong."""
    settings = settings_for(folder)
    if settings.source is None:
        return Stated(folder)
    base, said = Path(settings.source).parent, settings.workspace
    return Stated(
        folder,
        _scope(settings, base),
        tuple(_from(pattern, base, folder) for pattern in said.get("include", ())),
        tuple(_from(pattern, base, folder) for pattern in said.get("exclude", ())),
        replace(Limits(), **settings.limits),
        About(settings.date, _code(settings.country, settings.source), settings.language),
        dict(_row(row, settings.source, base, folder) for row in settings.documents),
    )


def _plain(item: Item) -> About:
    """What a manifest says of a text, as far as it says it in our terms: `2022 (year covered)` is no date."""
    date = item.date if item.date and "/" not in item.date and is_date(item.date) else None
    country = alpha2(item.country) or state_of(item.country) if item.country else None
    language = item.language if item.language in LANGUAGES else None
    return About(date, country, language, item.title, item.publisher, url=item.url, key=item.key)


def _scope(settings: Settings, base: Path) -> Scope:
    tops = {name: value for name in _SAME if (value := getattr(settings, name)) is not None}
    values: dict[str, Any] = {**tops, **settings.workspace}
    values.pop("include", None)
    values.pop("exclude", None)
    for name in _PATHS:
        if name in values:
            values[name] = os.path.abspath(base / values[name])  # noqa: PTH100 (`resolve` would follow links)
            if not os.path.exists(values[name]):  # noqa: PTH110
                raise UsageError(f"{_head(settings)}: {name} is not there: {values[name]}")
    if "country" in values:
        values["country"] = _code(values["country"], _head(settings))
    values["protect"] = Guard(names_of((*(settings.protect or ()), *values.get("protect", ())), base)).words
    return Scope(**values)


def _head(settings: Settings) -> str:
    return f"{settings.source}:{settings.workspace_line}"


def _row(row: DocumentRow, source: str, base: Path, folder: Path) -> tuple[str, tuple[About, str]]:
    at = f"{source}:{row.line}"
    values = {name: value for name, value in row.values.items() if name != "file"}
    if "country" in values:
        values["country"] = _code(values["country"], at)
    return _from(row.values["file"], base, folder), (About(**values), at)


def _code(country: str | None, at: str) -> str | None:
    code = alpha2(country) if country else None
    if country and code is None:
        raise UsageError(f"{at}: country {country} is no ISO 3166-1 code, such as PE or PER; see docs/settings.md")
    return code


def _from(path: str, base: Path, folder: Path) -> str:
    """A path (or pattern) written in the settings, from the folder of the documents."""
    return Path(os.path.relpath(base / path, folder)).as_posix()


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path is meant: the path itself, a pattern of it, or a folder above it."""
    return any(fnmatchcase(name, pattern) or name.startswith(f"{pattern}/") for pattern in patterns)
