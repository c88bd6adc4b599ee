"""Family P: names that must not stand in a draft, and details that lead to somebody whose identity is withheld."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from checks.examples import check
from tieout.cli import app
from tieout.protection.guard import Guard

DETAILS = [
    ("A nurse (name withheld, phone 987 654 321) spoke.", "phone 987 654 321"),
    ("The driver, whose name was withheld, lives at 12 Old Harbour Street.", "lives at 12 Old Harbour Street"),
    ("An anonymous source, rosa.m@example.org, sent the list.", "rosa.m@example.org"),
    ("Marta (a pseudonym, DNI 40112233) agreed.", "DNI 40112233"),
]
FINE = [
    "Marta (a pseudonym) said that 987,654 people had left.",
    "A nurse (name withheld) spoke. The help line is phone 080 112 233 44.",
    "The ministry can be reached by phone 987 654 321.",
    "An anonymous source wrote to info@example.org about it.",
    "The agency, name withheld, has 12 offices in Harbour Street.",
]


@pytest.mark.parametrize(("text", "detail"), DETAILS)
def test_details_beside_a_withheld_identity(text: str, detail: str) -> None:
    (found,) = (finding for finding in check(text).findings if finding.rule == "P902")
    assert found.text == detail


@pytest.mark.parametrize("text", FINE)
def test_what_identifies_nobody(text: str) -> None:
    assert not [finding for finding in check(text).findings if finding.rule == "P902"]


def test_details_in_spanish() -> None:
    text = "Una enfermera (nombre reservado, celular 987654321) habló de 12 casos."
    (found,) = (finding for finding in check(text, "es").findings if finding.rule == "P902")
    assert found.text == "celular 987654321"


def test_every_place_of_a_name_is_a_finding_that_does_not_tell_it() -> None:
    given = {"names": Guard(["Quispe Mamani, Rosa"])}
    found = [
        f
        for f in check("Rosa Quispe spoke. So did R. Quispe, and QUISPE, Rosa.", given=given).findings
        if f.rule == "P901"
    ]
    assert [f.text for f in found] == ["Rosa Quispe", "QUISPE, Rosa"]
    assert not any(given["names"].meets(f.message) for f in found)


DRAFT = "# Draft\n\nIn 2023, police counted 12 raids. Rosa Quispe Mamani said so.\n"


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif", "html"])
def test_no_answer_shows_the_name(tmp_path: Path, format: str) -> None:
    draft, names = tmp_path / "draft.md", tmp_path / "names.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    names.write_text("Quispe Mamani, Rosa\n", encoding="utf-8")
    asked = CliRunner().invoke(app, ["check", str(draft), "--protect", str(names), "--format", format])
    assert asked.exit_code == 1
    assert "P901" in asked.stdout and "quispe" not in asked.output.lower()
    if format in ("json", "sarif"):
        json.loads(asked.stdout)


def test_names_of_the_settings_and_what_would_copy_the_draft(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    (tmp_path / "tieout.toml").write_text('protect = ["Quispe Mamani, Rosa"]\n', encoding="utf-8")
    baseline = tmp_path / "known.json"
    asked = CliRunner().invoke(app, ["check", str(draft), "--write-baseline", str(baseline)])
    assert asked.exit_code == 2 and "protected name" in asked.stderr
    assert not baseline.exists() and "quispe" not in asked.output.lower()


def test_a_name_in_the_properties_or_the_name_of_a_file(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Police counted 12 raids in 2023.")
    document.core_properties.author = "Rosa Quispe"
    path, names = tmp_path / "draft.docx", tmp_path / "names.txt"
    document.save(str(path))
    names.write_text("Quispe Mamani, Rosa\n", encoding="utf-8")
    asked = CliRunner().invoke(app, ["check", str(path), "--protect", str(names)])
    assert asked.exit_code == 1 and "outside the text" in asked.stdout
    renamed = tmp_path / "rosa-quispe.txt"
    renamed.write_text("Police counted 12 raids in 2023.\n", encoding="utf-8")
    asked = CliRunner().invoke(app, ["check", str(renamed), "--protect", str(names)])
    assert asked.exit_code == 1 and "quispe" not in asked.output.lower()
