"""SQL over the tables of a workspace, on DuckDB: it reads these tables and nothing else, and changes nothing.

No file, no network, no extension, no setting, no variable of Python can be reached from a question; one question at a
time, and only one that selects.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tieout.errors import UsageError, shown
from tieout.evidence.csv import safe
from tieout.evidence.table import table_text
from tieout.workspace.rows.schema import TABLES
from tieout.workspace.workspace import Workspace

_ALLOWED = frozenset({"SELECT", "EXPLAIN"})
_REMEDY = "install Tieout with its workspace extra: pip install 'tieout[workspace]'"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question gave."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def query(workspace: Workspace, sql: str) -> Answer:
    """The answer to one question. UsageError, one line, when it is none that may be asked, or cannot be answered."""
    try:
        import duckdb
    except ImportError as error:
        raise UsageError(f"DuckDB is not installed; {_REMEDY}") from error
    with duckdb.connect(":memory:", config={"python_enable_replacements": False}) as connection:
        for name in TABLES:
            connection.register(name, _table(workspace.table(name)))
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        try:
            statements = connection.extract_statements(sql)
            if len(statements) != 1 or statements[0].type.name not in _ALLOWED:
                raise UsageError("the question must be one SELECT; tables are read, never changed")
            found = connection.execute(statements[0])
            columns = tuple(column[0] for column in found.description or ())
            return Answer(columns, found.fetchall())
        except duckdb.Error as fault:
            raise UsageError(_line(str(fault))) from fault


def _table(path: Path) -> Any:
    """A table to be read as far as a question needs it."""
    from pyarrow import ArrowException, dataset

    try:
        return dataset.dataset(path)
    except (OSError, ArrowException) as fault:
        raise UsageError(f"{path}: the table cannot be read; build the workspace again with --replace") from fault


def _line(fault: str) -> str:
    """What DuckDB says, in one line: what is wrong, what it proposes, and at which words."""
    what, _, at = fault.partition("\n\nLINE ")
    words = at.partition("\n")[0]
    return shown(" ".join(what.split()) + (f" (line {words.strip()})" if words else ""))


def as_table(answer: Answer) -> str:
    """Aligned columns for a terminal."""
    rows = [[shown(" ".join(_cell(value).split())) for value in row] for row in answer.rows]
    return table_text([list(answer.columns), *rows])


def as_csv(answer: Answer) -> str:
    """Plain CSV; no cell of words is run as a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(safe, answer.columns))
    writer.writerows([_cell(v) if _is_number(v) else safe(_cell(v)) for v in row] for row in answer.rows)
    return out.getvalue()


def as_json(answer: Answer) -> str:
    """A JSON array with an object for each row, a row a line."""
    lines = (
        json.dumps(dict(zip(answer.columns, map(_plain, row), strict=True)), ensure_ascii=False) for row in answer.rows
    )
    return "[" + ",\n ".join(lines) + "]\n"


FORMATS: Mapping[str, Callable[[Answer], str]] = {"table": as_table, "csv": as_csv, "json": as_json}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple | dict):
        return json.dumps(_plain(value), ensure_ascii=False)
    return str(value)


def _plain(value: Any) -> Any:
    """A value as JSON has it; what it has not becomes text."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if abs(value) < float("inf") else str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [_plain(held) for held in value]
    return str(value)
