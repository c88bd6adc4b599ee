"""Publishers: who puts a source out, under which names. The table shipped here, and the user's own file over it.

`PublisherTable.named` and `.at` look up what is known; nothing is guessed from likeness.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import urlsplit

from tieout.errors import UsageError
from tieout.sources.source import SourceKind
from tieout.sources.words import fold

_KINDS = frozenset(get_args(SourceKind)) - {"oral", "unknown"}
_DISTRIBUTOR = "distributor"
_ARTICLES = ("the ", "el ", "la ", "los ", "las ")
_FIELDS = frozenset({"name", "country", "language", "aliases", "domains", "makes", "symbols"})


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher. `distributes`: it only passes on what others publish."""

    key: str
    name: str
    kind: SourceKind
    country: str | None = None
    """ISO 3166-1 alpha-2; None for international ones."""
    language: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    makes: str | None = None
    """`statistics` for offices whose publications are figures, `news` for the news agencies of states."""
    distributes: bool = False
    symbols: tuple[str, ...] = ()
    """What the symbols of its documents begin with (`A/HRC/`)."""


@dataclass(frozen=True, slots=True)
class PublisherTable:
    """Publishers by name, alias and domain."""

    publishers: tuple[Publisher, ...]
    _names: Mapping[str, Publisher] = field(repr=False, default_factory=dict)
    _domains: Mapping[str, Publisher] = field(repr=False, default_factory=dict)
    _by_key: Mapping[str, Publisher] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, publishers: Iterable[Publisher]) -> PublisherTable:
        """A table; of two publishers with one name or domain the later one has it."""
        kept = tuple({publisher.key: publisher for publisher in publishers}.values())
        names = {fold(name): p for p in kept for name in (p.name, *p.aliases)}
        domains = {domain.casefold(): p for p in kept for domain in p.domains}
        return cls(kept, names, domains, {p.key: p for p in kept})

    def named(self, name: str) -> Publisher | None:
        """The publisher of that name or alias, with or without its article."""
        folded = fold(name)
        for article in ("", *_ARTICLES):
            found = self._names.get(folded.removeprefix(article)) or self._names.get(article + folded)
            if found is not None:
                return None if found.distributes else found
        return None

    def of_symbol(self, symbol: str) -> Publisher | None:
        """The body that puts out documents of a symbol: the longest beginning that fits."""
        fitting = [(len(s), p.key) for p in self.publishers for s in p.symbols if symbol.startswith(s)]
        return self._by_key.get(max(fitting)[1]) if fitting else None

    def at(self, url: str) -> Publisher | None:
        """The publisher or distributor whose site an address is on: the longest domain that fits."""
        host = host_of(url)
        while host:
            if host in self._domains:
                return self._domains[host]
            host = host.partition(".")[2]
        return None


def host_of(url: str) -> str:
    """The host of an address, without `www.`; empty when it has none."""
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


@cache
def shipped() -> PublisherTable:
    """The table that comes with Tieout."""
    text = (files("tieout.sources") / "data" / "publishers.toml").read_text(encoding="utf-8")
    return PublisherTable.of(_rows(tomllib.loads(text), "publishers.toml"))


def extended(path: Path) -> PublisherTable:
    """The shipped table with a user's file of the same shape over it. `UsageError` when it is not of that shape."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: the table of publishers cannot be read ({error})") from error
    return PublisherTable.of((*shipped().publishers, *_rows(data, str(path))))


def _rows(data: Mapping[str, Any], path: str) -> Iterable[Publisher]:
    for kind, rows in data.items():
        if kind not in _KINDS and kind != _DISTRIBUTOR:
            raise UsageError(
                f"{path}: [{kind}] is no kind of publisher; use {', '.join(sorted(_KINDS))}, {_DISTRIBUTOR}"
            )
        if not isinstance(rows, dict):
            raise UsageError(f'{path}: [{kind}] wants lines like: who = {{ name = "World Health Organization" }}')
        for key, row in rows.items():
            yield _row(kind, key, row, path)


def _row(kind: str, key: str, row: Any, path: str) -> Publisher:
    if not isinstance(row, dict) or not isinstance(row.get("name"), str):
        raise UsageError(f'{path}: {key} in [{kind}] wants a name, as in: {key} = {{ name = "…" }}')
    unknown = sorted(set(row) - _FIELDS)
    if unknown:
        raise UsageError(f"{path}: {key} has {unknown[0]!r}, which is none of {', '.join(sorted(_FIELDS))}")
    lists = [row.get("aliases", []), row.get("domains", []), row.get("symbols", [])]
    if not all(isinstance(one, list) and all(isinstance(item, str) for item in one) for one in lists):
        raise UsageError(f"{path}: aliases, domains and symbols of {key} are lists of words in quotation marks")
    return Publisher(
        key=key,
        name=row["name"],
        kind="unknown" if kind == _DISTRIBUTOR else cast(SourceKind, kind),
        country=row.get("country"),
        language=row.get("language"),
        aliases=tuple(lists[0]),
        domains=tuple(lists[1]),
        makes=row.get("makes"),
        distributes=kind == _DISTRIBUTOR,
        symbols=tuple(lists[2]),
    )
