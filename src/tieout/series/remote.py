"""Tables that stand elsewhere: a Parquet file on the web, a table of PostgreSQL. They are queried where they are.

Nothing is asked of an address that the user did not name in this very command, and what comes is kept as counts, so
that no later command needs the address again. Of a Parquet file only the columns of the spec are read, by ranges of
bytes; PostgreSQL counts equal events itself. The session there is read-only. Passwords are never stored or printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tieout.errors import UnreadableError, UsageError
from tieout.series.load import Origin, column, first_line, require, shown_columns
from tieout.series.spec import Spec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NAME = "remote"
_WEB = ("http", "https")
_DATABASE = ("postgresql", "postgres")


def is_remote(address: str) -> bool:
    """Whether an address is not a file of this machine."""
    return "://" in address


def without_secrets(address: str) -> str:
    """An address without user, password and options, to be printed and stored."""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


@contextmanager
def opened(database: DuckDBPyConnection, address: str, table: str | None, spec: Spec) -> Iterator[Origin]:
    """The rows at an address, open as long as they are read.

    UsageError for an address that cannot be queried in place, UnreadableError when it does not answer as it should.
    """
    import duckdb

    scheme = urlsplit(address).scheme
    try:
        if scheme in _DATABASE:
            if not table:
                raise UsageError(
                    f"{without_secrets(address)}: name the table as --table, with its schema if it has one"
                )
            with _postgresql(address, table, spec) as (reader, counted):
                database.register(_NAME, reader)
                yield Origin(_NAME, counted)
        elif scheme in _WEB:
            database.register(_NAME, _parquet(address, spec))
            yield Origin(_NAME)
        else:
            raise UsageError(
                f"{without_secrets(address)}: only https, http and postgresql addresses are queried in place"
            )
    except duckdb.Error as fault:
        raise UnreadableError(without_secrets(address), f"broke off ({first_line(fault)})", "try again") from None


def _parquet(address: str, spec: Spec) -> Any:
    """A reader of the spec's columns of a Parquet file, batch by batch."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from tieout.series.web_file import WebFile

    name = without_secrets(address)
    if not urlsplit(address).path.endswith(".parquet"):
        raise UsageError(f"{name}: only Parquet is queried in place; fetch the file, then add it")
    try:
        file = pq.ParquetFile(pa.PythonFile(WebFile(address), mode="r"))
    except (OSError, pa.ArrowException) as fault:
        raise UnreadableError(name, f"cannot be read as Parquet ({first_line(fault)})", "check the address") from None
    schema = file.schema_arrow
    require(name, spec, schema.names)
    wanted = list(dict.fromkeys(shown_columns(spec)))
    batches = file.iter_batches(columns=wanted)
    return pa.RecordBatchReader.from_batches(
        pa.schema([schema.field(one) for one in schema.names if one in wanted]), batches
    )


@contextmanager
def _postgresql(address: str, table: str, spec: Spec) -> Iterator[tuple[Any, bool]]:
    """A reader of the spec's columns of a table as text; events that are alike are counted by the server."""
    try:
        postgresql: Any = import_module("adbc_driver_postgresql.dbapi")
    except ImportError:
        raise UsageError(
            "the driver for PostgreSQL is missing; install it: pip install adbc-driver-postgresql"
        ) from None
    name = f"{without_secrets(address)} {table}"
    try:
        with postgresql.connect(address) as connection, connection.cursor() as cursor:
            cursor.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
            cursor.execute("SET datestyle = ISO")
            source = ".".join(column(part) for part in table.split("."))
            cursor.execute(f"SELECT * FROM {source} LIMIT 0")
            require(name, spec, [one[0] for one in cursor.description or ()])
            events = spec.rows_are == "event"
            cursor.execute(_query(source, spec, events))
            yield cursor.fetch_record_batch(), events
    except postgresql.Error as fault:
        raise UnreadableError(
            name, f"does not answer ({first_line(fault)})", "check the address and the table"
        ) from None


def _query(source: str, spec: Spec, events: bool) -> str:
    wanted = list(dict.fromkeys(shown_columns(spec)))
    texts = ", ".join(f"{column(one)}::text AS {column(one)}" for one in wanted)
    if not events:
        return f"SELECT {texts} FROM {source}"
    keys = ", ".join(str(number) for number in range(1, len(wanted) + 1))
    return f"SELECT {texts}, count(*) AS times FROM {source} GROUP BY {keys}"
