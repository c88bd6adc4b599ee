"""The Store: a folder with tables, each release (vintage) of a series by itself, and what was set aside of each.

`ID@VINTAGE.parquet` has the rows, `ID@VINTAGE.json` the spec and the account of its loading; the second is written
last, so that a table is there whole or not at all. Files are private to the user.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieout.errors import UsageError
from tieout.series.load import Loaded, SetAside, load, origin_of
from tieout.series.sheet import as_csv
from tieout.series.spec import Columns, Coverage, Gap, Measure, Places, Spec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS = "rows.parquet"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One release of a series: its spec, the Parquet file with `measure, place, start, value`, and its loading.

    A table is itself and no other (compared by identity), so that what is asked of it can be kept.
    """

    spec: Spec
    path: Path
    loaded: Loaded
    sha256: str
    """Of the file as published."""
    file: str
    """Name of the file as published."""

    def citation(self) -> str:
        """One line that names the table as a source."""
        spec = self.spec
        parts = [spec.authority, spec.title, f"vintage {spec.vintage}", spec.url or spec.source]
        return ", ".join(part for part in parts if part)


class Store:
    """The tables of a folder. Nothing is opened before it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def tables(self) -> tuple[Table, ...]:
        """Every table, by series, then by vintage. UsageError when a file of the store is damaged."""
        if not self.folder.is_dir():
            return ()
        return tuple(_read(path) for path in sorted(self.folder.glob("*@*.json")))

    def add(self, file: Path, spec: Spec, *, replace: bool = False, strict: bool = False) -> Table:
        """Load a published file under its spec.

        UsageError when this vintage is there already with other content (and `replace` is not given), or, if `strict`,
        when a row had to be set aside; then nothing is stored.
        """
        if not file.is_file():
            raise UsageError(f"{file}: there is no such file")
        digest = _digest(file)
        self._refuse_other(spec, digest, replace)
        with self._work() as (work, database):
            origin = origin_of(database, as_csv(file, work), spec)
            loaded = load(database, origin, spec, work / _ROWS)
            return self._keep(work / _ROWS, Table(spec, self._path(spec), loaded, digest, file.name), strict)

    def add_remote(
        self, address: str, spec: Spec, *, table: str | None = None, replace: bool = False, strict: bool = False
    ) -> Table:
        """Query a Parquet file on the web or a table of PostgreSQL where it stands, and keep its counts.

        As `add`. The digest is that of the counts, for the rest never comes here.
        """
        from tieout.series.remote import opened, without_secrets

        with self._work() as (work, database):
            with opened(database, address, table, spec) as origin:
                loaded = load(database, origin, spec, work / _ROWS)
            digest = _digest(work / _ROWS)
            self._refuse_other(spec, digest, replace)
            name = f"{without_secrets(address)} {table or ''}".strip()
            return self._keep(work / _ROWS, Table(spec, self._path(spec), loaded, digest, name), strict)

    def _path(self, spec: Spec) -> Path:
        return self.folder / f"{spec.name}.parquet"

    def _head(self, spec: Spec) -> Path:
        return self.folder / f"{spec.name}.json"

    def _refuse_other(self, spec: Spec, digest: str, replace: bool) -> None:
        """UsageError when this vintage is there with other content."""
        head = self._head(spec)
        if head.exists() and not replace and _read(head).sha256 != digest:
            known = f"{spec.name}: stands in {self.folder} already, from another file"
            raise UsageError(f"{known}; give the new release a vintage of its own, or --replace")

    @contextmanager
    def _work(self) -> Iterator[tuple[Path, DuckDBPyConnection]]:
        """A private folder inside the store and a database, both gone at the end."""
        import duckdb

        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=".adding-") as work, duckdb.connect() as database:
            yield Path(work), database

    def _keep(self, rows: Path, table: Table, strict: bool) -> Table:
        """Put loaded rows in their place, the account of them last."""
        if strict and table.loaded.counts:
            lines = "; ".join(table.loaded.lines())
            raise UsageError(f"{table.file}: {lines}; mend the table or the spec, or leave out --strict")
        rows.chmod(0o600)
        rows.replace(table.path)
        _write(self._head(table.spec), table)
        return table

    def connect(self) -> DuckDBPyConnection:
        """A database of its own, in memory, for queries on the files."""
        import duckdb

        return duckdb.connect()


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        digest = sha256()
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _write(head: Path, table: Table) -> None:
    data = {"file": table.file, "sha256": table.sha256, "spec": asdict(table.spec), "loaded": asdict(table.loaded)}
    handle, name = tempfile.mkstemp(dir=head.parent, prefix=".head-")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        json.dump(data, stream, ensure_ascii=False, indent=1, default=str)
    Path(name).replace(head)


def _read(head: Path) -> Table:
    try:
        data = json.loads(head.read_text(encoding="utf-8"))
        loaded = data["loaded"]
        aside = tuple(SetAside(**row) for row in loaded["set_aside"])
        return Table(
            spec_of(data["spec"]),
            head.parent / f"{head.name.removesuffix('.json')}.parquet",
            Loaded(loaded["rows"], _texts(loaded["places"]), _texts(loaded["measures"]), loaded["counts"], aside),
            data["sha256"],
            data["file"],
        )
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UsageError(f"{head}: is damaged ({fault}); add the table again with --replace") from None


def spec_of(data: Mapping[str, Any]) -> Spec:
    """The spec that `asdict` made plain."""
    coverage, places = data["coverage"], data["places"]
    gaps = (Gap(_day(g["start"]), _day(g["end"]), g["place"], g["reason"]) for g in coverage["gaps"])
    plain = {**data, "aliases": _texts(data["aliases"])}
    plain["retrieved"] = _day(data["retrieved"]) if data["retrieved"] else None
    plain["columns"] = Columns(**data["columns"])
    plain["coverage"] = Coverage(_day(coverage["start"]), _day(coverage["end"]), tuple(gaps))
    plain["places"] = Places(
        **{**places, "without": {code: _texts(parts) for code, parts in places["without"].items()}}
    )
    plain["measures"] = {key: Measure(**measure) for key, measure in data["measures"].items()}
    return Spec(**plain)


def _texts(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(items)


def _day(text: str) -> date:
    return date.fromisoformat(text)
