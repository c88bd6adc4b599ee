"""Tables: columns as docs/tables.md has them, every row of the example where it says it stands, numbers exact."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tieout.workspace.rows.batch import schema_of
from tieout.workspace.rows.rows import exact
from tieout.workspace.rows.schema import PLACE, RECORDS, TABLES
from tieout.workspace.workspace import Workspace

DOCS = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `(\w+)` \| (\w+) \|", re.MULTILINE)


def documented(heading: str) -> dict[str, str]:
    """The columns of a section and their types."""
    section = DOCS.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return dict(_ROW.findall(section))


@pytest.mark.parametrize("name", TABLES)
def test_the_docs_have_every_column(name: str) -> None:
    columns = dict(TABLES[name])
    first = documented("Columns that many tables begin with")
    assert first == PLACE
    own = documented(name)
    assert own
    if "start" in columns:
        own = {**first, **own}
    elif "doc" not in own and "doc" in columns:
        own = {"doc": "text", "doc_key": "text", **own}
    assert own == columns
    assert list(own) == list(columns)


def test_the_docs_have_no_other_table() -> None:
    assert set(re.findall(r"^## (\w+)$", DOCS, re.MULTILINE)) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_its_columns(example: Workspace, name: str) -> None:
    assert pq.read_schema(example.table(name)) == schema_of(name)


@pytest.mark.parametrize("name", [name for name, columns in TABLES.items() if "start" in columns])
def test_every_row_quotes_its_document(example: Workspace, name: str) -> None:
    rows = pq.read_table(example.table(name)).to_pylist()
    assert all(row["doc_key"] == example.by_doc[row["doc"]].key for row in rows)
    placed = [row for row in rows if row["start"] is not None]
    assert all(example.part(r["doc"]).document.text[r["start"] : r["end"]] == r["text"] for r in placed)
    assert name == "notes" or len(placed) == len(rows)


def test_records_are_the_parts_own_in_their_order(example: Workspace) -> None:
    figures = pq.read_table(example.table("figures")).to_pylist()
    assert [row["id"] for row in figures] == [figure.id for figure in example.figures]
    assert all(Fraction(r["value"]) == f.value for r, f in zip(figures, example.figures, strict=True) if f.value)
    for name in RECORDS:
        rows = pq.read_table(example.table(name)).to_pylist()
        assert [r["id"] for r in rows] == [one.id for _, part in example.parts() for one in getattr(part, name)]


def test_pages_are_those_of_the_pdf(example: Workspace) -> None:
    rows = pq.read_table(example.table("passages")).to_pylist()
    assert {row["page"] for row in rows if row["doc"] == "coi_report.pdf"} > {"1", "2"}
    assert {row["page"] for row in rows if row["doc"] == "index_profile.md"} == {None}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("8000", "8000"), ("0", "0"), ("4.38", "4.38"), ("-0.05", "-0.05"), ("1/8", "0.125"), ("1/3", "1/3"),
        ("-7/6", "-7/6"), ("3/1000", "0.003"), ("123456789012345678901", "123456789012345678901"), (None, None),
    ],
)  # fmt: skip
def test_exact_numbers_stay_exact(value: str | None, text: str | None) -> None:
    assert exact(None if value is None else Fraction(value)) == text
