"""Tables as real files hold them (Markdown, HTML, Word): headers, caption and heading name what a cell counts, where
and when, and totals are tied whatever the format."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tieout.checks.run import run
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figures import reading_of
from tieout.reading.read import read

Rows = list[list[str]]
ENGLISH: Rows = [
    ["Region", "2021", "2022"],
    ["Ashanti", "513", "667"],
    ["Volta", "109", "94"],
    ["Oti", "1394", "1255"],
    ["Total", "2016", "2016"],
]
SPANISH: Rows = [
    ["Departamento", "2021", "2022"],
    ["Olancho", "1.513", "1.667"],
    ["Yoro", "409", "394"],
    ["Cortés", "294", "355"],
    ["Total", "2.216", "2.416"],
]


def markdown(caption: str, rows: Rows, path: Path) -> Path:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    path = path.with_suffix(".md")
    path.write_text(f"{caption}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def html(caption: str, rows: Rows, path: Path) -> Path:
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[1:])
    path = path.with_suffix(".html")
    table = f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    path.write_text(f"<html><body><h1>Report</h1>{table}</body></html>", encoding="utf-8")
    return path


def word(caption: str, rows: Rows, path: Path) -> Path:
    from docx import Document

    document = Document()
    document.add_paragraph(caption, style="Caption")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = path.with_suffix(".docx")
    document.save(str(path))
    return path


FORMATS = [markdown, html, word]
TABLES = [
    pytest.param("en", "Table 3. Complaints of theft in Ghana", ENGLISH, "Ashanti", id="en"),
    pytest.param("es", "Cuadro 3. Denuncias de robo en Honduras", SPANISH, "Olancho", id="es"),
]


def _read(write: Callable[[str, Rows, Path], Path], caption: str, rows: Rows, language: str, folder: Path) -> Reading:
    return reading_of(read(write(caption, rows, folder / "table"), language=language))


@pytest.mark.parametrize("write", FORMATS)
@pytest.mark.parametrize(("language", "caption", "rows", "place"), TABLES)
def test_a_cell_takes_measure_place_and_period_from_its_table(
    write: Callable[[str, Rows, Path], Path], language: str, caption: str, rows: Rows, place: str, tmp_path: Path
) -> None:
    figures = _read(write, caption, rows, language, tmp_path).figures
    printed = {Fraction(cell.replace(".", "")) for row in rows[1:] for cell in row[1:]}
    assert {f.value for f in figures} == printed
    first = next(f for f in figures if f.text == rows[1][1])
    assert first.period == "2021"
    assert first.place is not None and place in first.place
    assert ("theft" if language == "en" else "robo") in (first.measure or "")


@pytest.mark.parametrize("write", FORMATS)
@pytest.mark.parametrize(("language", "caption", "rows", "place"), TABLES)
@pytest.mark.parametrize("slip", [False, True])
def test_a_column_that_misses_its_total_is_found(
    write: Callable[[str, Rows, Path], Path],
    language: str,
    caption: str,
    rows: Rows,
    place: str,
    slip: bool,
    tmp_path: Path,
) -> None:
    last = [rows[-1][0], rows[-1][1].replace("16", "61") if slip else rows[-1][1], rows[-1][2]]
    result = run(ReadCorpus((_read(write, caption, [*rows[:-1], last], language, tmp_path),)))
    raised = [f.rule for f in result.findings if f.rule[0] in "AD" and f.severity != "info"]
    assert raised == (["A104"] if slip else [])
