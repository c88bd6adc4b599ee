"""`tieout sources` and `tieout bibliography` at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tieout.cli import app

REPORT = """# Report

Twelve raids.[^1] Forty arrests.[^2]

[^1]: HRW, Coast at Risk, 3 May 2023, [url](https://www.hrw.org/coast), p. 4
[^2]: Voz Local, Cuarenta, 4 May 2023; see also UNHCR, Islands, n.d., pp. 2-3
"""


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def test_json_has_the_shape_of_the_record(report: str) -> None:
    ran = CliRunner().invoke(app, ["sources", report, "--format", "json"])
    assert ran.exit_code == 0
    answer = json.loads(ran.stdout)
    assert list(answer) == ["notes", "sources", "losses", "withheld"]
    first, second = answer["notes"]
    assert list(first) == ["number", "mark_start", "start", "end", "text", "lost", "citations"]
    assert first["number"] == 1 and first["lost"] is False
    assert first["citations"] == [
        {
            "author": "HRW", "title": "Coast at Risk", "date": "2023-05-03", "url": "https://www.hrw.org/coast",
            "pages": "p. 4", "kind": "report", "see_also": False,
        }
    ]  # fmt: skip
    assert [(c["author"], c["date"], c["see_also"]) for c in second["citations"]] == [
        ("Voz Local", "2023-05-04", False),
        ("UNHCR", None, True),
    ]


@pytest.mark.parametrize("format", ["table", "csl", "bibtex", "ris", "html"])
def test_every_format_names_every_source(report: str, format: str) -> None:
    ran = CliRunner().invoke(app, ["sources", report, "--format", format])
    assert ran.exit_code == 0
    assert all(title in ran.stdout for title in ("Coast at Risk", "Cuarenta", "Islands"))


def test_notes_stay_away_without_quotes(report: str) -> None:
    ran = CliRunner().invoke(app, ["sources", report, "--format", "json", "--no-quotes"])
    assert [note["text"] for note in json.loads(ran.stdout)["notes"]] == [None, None]


def test_a_users_publishers(report: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[press]\nvoz = { name = "La Voz Local", aliases = ["Voz Local"] }\n', encoding="utf-8")
    ran = CliRunner().invoke(app, ["sources", report, "--format", "json", "--publishers", str(path)])
    assert ("La Voz Local", "press") in [(s["publisher"], s["kind"]) for s in json.loads(ran.stdout)["sources"]]
    path.write_text("[press", encoding="utf-8")
    ran = CliRunner().invoke(app, ["sources", report, "--publishers", str(path)])
    assert ran.exit_code == 2 and len(ran.stderr.strip().splitlines()) == 1


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    for name in ("none.md", "none.bib"):
        ran = CliRunner().invoke(app, ["sources", str(tmp_path / name)])
        assert ran.exit_code == 2 and len(ran.stderr.strip().splitlines()) == 1


def test_bibliography(report: str, tmp_path: Path) -> None:
    pytest.importorskip("pypandoc")
    ran = CliRunner().invoke(app, ["bibliography", report])
    assert ran.exit_code == 0 and "HRW, *Coast at Risk*, 3 May 2023, <https://www.hrw.org/coast>" in ran.stdout
    out = tmp_path / "bibliography.docx"
    assert CliRunner().invoke(app, ["bibliography", report, "--format", "docx", "--out", str(out)]).exit_code == 0
    assert out.read_bytes().startswith(b"PK")
    ran = CliRunner().invoke(app, ["bibliography", report, "--format", "docx"])
    assert ran.exit_code == 2 and "--out" in ran.stderr


def test_a_document_that_cites_nothing_has_no_bibliography(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Police counted 12 raids.\n", encoding="utf-8")
    ran = CliRunner().invoke(app, ["bibliography", str(path)])
    assert ran.exit_code == 2 and "cites nothing" in ran.stderr


def test_every_field_of_a_source_is_documented(report: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
    answer = json.loads(CliRunner().invoke(app, ["sources", report, "--format", "json"]).stdout)
    for name in (*answer, *answer["notes"][0], *answer["notes"][0]["citations"][0], *answer["sources"][0]):
        assert f"`{name}`" in page, name
