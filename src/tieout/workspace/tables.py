"""Writing the tables of a build: Parquet, one file a kind, the same rows in the same order whichever runner made it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tieout.workspace.engine import Runner
from tieout.workspace.entry import Entry
from tieout.workspace.manifest import Unread
from tieout.workspace.pipeline import table_rows
from tieout.workspace.rows.batch import schema_of
from tieout.workspace.rows.schema import OF_DOCUMENTS, OF_WORKSPACE
from tieout.workspace.store import PRIVATE_FILE, Store, make_private

SUFFIX = ".parquet"


def write_tables(
    folder: Path, entries: Sequence[Entry], unread: Sequence[Unread], store: Store, runner: Runner
) -> None:
    """Write every table into a folder."""
    import pyarrow as pa

    make_private(folder)
    with ExitStack() as stack:
        writers = {name: stack.enter_context(_writer(folder, name)) for name in (*OF_WORKSPACE, *OF_DOCUMENTS)}
        own = {"documents": [{**asdict(e), "doc_key": e.key} for e in entries], "not_read": list(map(asdict, unread))}
        for name, rows in own.items():
            writers[name].write_table(pa.Table.from_pylist(rows, schema_of(name)))
        for tables in table_rows(entries, store, runner):
            for name, table in tables.items():
                writers[name].write_table(table)


def _writer(folder: Path, name: str) -> Any:
    import pyarrow.parquet as pq

    path = folder / f"{name}{SUFFIX}"
    path.touch(PRIVATE_FILE)
    return pq.ParquetWriter(path, schema_of(name), compression="zstd")
