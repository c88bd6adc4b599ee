"""Rows of one document as Arrow keeps them: one row that holds, for each table, the list of the document's rows.

pyarrow is imported when first needed: a command that only reads records does without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tieout.evidence.passage import Passage
from tieout.workspace.part import Part
from tieout.workspace.rows.rows import rows_of
from tieout.workspace.rows.schema import OF_DOCUMENTS, TABLES, Columns, Type


def fields_of(columns: Columns) -> Any:
    """The Arrow type of a table's rows, without the document's key."""
    import pyarrow as pa

    return pa.struct([(name, arrow_type(kind)) for name, kind in columns.items() if name != "doc_key"])


def arrow_type(kind: Type) -> Any:
    """The Arrow type of a column."""
    import pyarrow as pa

    types: Mapping[Type, Any] = {
        "text": pa.string(), "int": pa.int64(), "number": pa.float64(), "flag": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }  # fmt: skip
    return types[kind]


@cache
def wide_type() -> Any:
    """The Arrow type of one document's rows for all tables."""
    import pyarrow as pa

    return pa.struct([(name, pa.list_(fields_of(columns))) for name, columns in OF_DOCUMENTS.items()])


def rows_bytes(part: Part, passages: Sequence[Passage]) -> bytes:
    """The rows of one document as they are kept: the same part gives the same bytes. The schema is not among them, and
    they are compressed as one: a document has a few rows and the tables have hundreds of columns."""
    import pyarrow as pa

    batch = pa.RecordBatch.from_struct_array(pa.array([rows_of(part, passages)], wide_type()))
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(batch.serialize())
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def wide_rows(kept: Sequence[bytes]) -> Any:
    """The rows of some documents, as an Arrow array of `wide_type` with an item a document."""
    import pyarrow as pa

    schema = pa.schema(list(wide_type()))
    streams = (pa.CompressedInputStream(pa.BufferReader(data), "zstd") for data in kept)
    batches = [pa.ipc.read_record_batch(pa.py_buffer(stream.read()), schema) for stream in streams]
    return pa.concat_arrays([batch.to_struct_array() for batch in batches])


def rows_in(wide: Any, keys: Any, name: str) -> Any:
    """One table's rows of some documents, each with its document's key: an Arrow table of `schema_of(name)`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    listed = pc.struct_field(wide, name)
    rows, of = pc.list_flatten(listed), pc.list_parent_indices(listed)
    columns = {c: keys.take(of) if c == "doc_key" else pc.struct_field(rows, c) for c in OF_DOCUMENTS[name]}
    return pa.table(columns).cast(schema_of(name)).combine_chunks()


def schema_of(name: str) -> Any:
    """The Arrow schema of a table as it is written."""
    import pyarrow as pa

    return pa.schema([(column, arrow_type(kind)) for column, kind in TABLES[name].items()])
