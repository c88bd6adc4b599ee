"""Queries: rows in three forms, CSV that a spreadsheet may open, one line for every fault, nothing else in reach."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tieout.cli import app
from tieout.errors import UsageError
from tieout.workspace.query import Answer, as_csv, as_json, as_table, query
from tieout.workspace.rows.schema import TABLES
from tieout.workspace.workspace import Workspace


def test_every_table_can_be_asked(example: Workspace) -> None:
    for name, columns in TABLES.items():
        assert query(example, f"SELECT * FROM {name} LIMIT 2").columns == tuple(columns)


def test_a_question_over_several_tables(example: Workspace) -> None:
    sql = (
        "SELECT d.doc_key, count(*) AS n FROM figures f JOIN documents d USING (doc) "
        "WHERE f.unit = 'percent' AND d.format = 'pdf' GROUP BY ALL"
    )
    (row,) = query(example, sql).rows
    percents = [f for f in example.part("coi_report.pdf").figures if f.unit == "percent"]
    assert row == ("coi-desk-2023", len(percents))


@pytest.mark.parametrize("column", sorted({column for columns in TABLES.values() for column in columns} - {"end"}))
def test_every_column_can_be_named_without_quotes(example: Workspace, column: str) -> None:
    name = next(name for name, columns in TABLES.items() if column in columns)
    query(example, f"SELECT {column} FROM {name} LIMIT 1")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM glob('/*')",
        "COPY figures TO '{file}'",
        "COPY (SELECT 1) TO '{file}'",
        "EXPORT DATABASE '{folder}'",
        "ATTACH '{folder}/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM 'https://example.org/x.parquet'",
        "SELECT * FROM 's3://bucket/x.parquet'",
        "SET enable_external_access = true",
        "PRAGMA enable_external_access = true",
        "CREATE TABLE x AS SELECT 1",
        "DROP VIEW figures",
        "DELETE FROM figures",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY figures TO '{file}'",
        "SELECT * FROM secret",
        "CALL pragma_version()",
        "",
        "SELEC 1",
        "SELECT nothing FROM figures",
        "SELECT 1 / 'x'",
    ],
)
def test_what_may_not_be_asked_is_one_line(example: Workspace, tmp_path: Path, sql: str) -> None:
    file = tmp_path / "file.txt"
    file.write_text("private", encoding="utf-8")
    secret = [1]
    with pytest.raises(UsageError) as fault:
        query(example, sql.format(file=file, folder=tmp_path))
    assert "\n" not in str(fault.value)
    assert file.read_text(encoding="utf-8") == "private"
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]
    assert secret == [1]


ANSWER = Answer(
    ("a", "=b"),
    [(-3, "=1+1"), (0.5, "@x"), (None, "x,\n“y”"), (True, ["-1", None]), (10**20, "\x1b[31m")],
)


def test_csv_runs_no_formula_and_keeps_numbers() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(ANSWER))))
    assert rows[:4] == [["a", "'=b"], ["-3", "'=1+1"], ["0.5", "'@x"], ["", "x,\n“y”"]]
    assert rows[4] == ["true", '["-1", null]']


def test_json_is_an_array_of_objects() -> None:
    rows = json.loads(as_json(ANSWER))
    assert [row["a"] for row in rows] == [-3, 0.5, None, True, 10**20]
    assert json.loads(as_json(Answer(("a",), []))) == []


def test_a_table_for_the_eye_obeys_no_document() -> None:
    text = as_table(ANSWER)
    assert "\x1b" not in text
    assert text.splitlines()[0].split() == ["a", "=b"]


def test_the_command_prints_csv_when_nobody_looks(example: Workspace, tmp_path: Path) -> None:
    run = CliRunner().invoke(
        app, ["query", "SELECT doc_key FROM documents ORDER BY 1", "--workspace", str(example.path)]
    )
    assert run.output.splitlines()[:2] == ["doc_key", "andean-rights-2026"]
    out = tmp_path / "out.json"
    asked = ["query", "SELECT 1 AS x", "--workspace", str(example.path), "--format", "json", "--out", str(out)]
    assert CliRunner().invoke(app, asked).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8")) == [{"x": 1}]


def test_the_nearest_workspace_is_asked(example: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(example.path.parent)
    run = CliRunner().invoke(app, ["query", "SELECT count(*) AS n FROM documents"])
    assert (run.exit_code, run.output) == (0, "n\n5\n")
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(app, ["query", "SELECT 1"])
    assert run.exit_code == 2
