"""`tieout export` as typed: where it finds the workspace, what it refuses, and that protected names never leave."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.exports.made_base import made_base
from tieout.cli import app
from tieout.report.exports.export import FORMATS
from tieout.report.exports.table import KINDS
from tieout.workspace.workspace import Workspace

PROTECTED = """---
title: Talks in the port
date: 2024-07-01
country: PE
---

Rosalind Quispe Varga counted 31 boats in Callao in 2023. The guild counted 44 boats in Callao in 2024.
"""
SETTINGS = '[workspace]\nprotect = ["Quispe Varga, Rosalind"]\n'

Run = Callable[..., Result]


@pytest.fixture
def run(base: Workspace) -> Run:
    return lambda *words, where=base.path: CliRunner().invoke(app, ["export", *words, "--workspace", str(where)])


@pytest.fixture
def guarded(tmp_path: Path) -> Workspace:
    return made_base(tmp_path, talks=PROTECTED, tieout=SETTINGS)


def test_it_prints_or_writes(run: Run, tmp_path: Path) -> None:
    printed = run("figures", "--to", "csv")
    assert printed.exit_code == 0
    out = tmp_path / "figures.csv"
    assert run("figures", "--to", "csv", "-o", str(out)).output == ""
    assert out.read_text(encoding="utf-8") == printed.output
    assert run("laws", "--to", "xlsx", "-o", str(tmp_path / "laws.xlsx")).exit_code == 0
    assert zipfile.is_zipfile(tmp_path / "laws.xlsx")


def test_it_takes_the_nearest_workspace(base: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(base.path.parent / "gathered")
    made = CliRunner().invoke(app, ["export", "sources", "--to", "csl"])
    assert {item["id"] for item in json.loads(made.stdout)} == set(base.by_key)
    assert f"reading {base.path}" in made.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("figures", "--to", "xlsx"), "add --out figures.xlsx"),
        (("figures", "--to", "bibtex"), "figures cannot be written as bibtex; there are csv, xlsx, annotations"),
        (("sources", "--to", "csl", "--no-quotes"), "leave --no-quotes out"),
        (("figures", "--to", "csv", "-o", "/nowhere/at/all.csv"), "choose another place"),
        (("figures", "--to", "xlsx", "-o", "/nowhere/at/all.xlsx"), "choose another place"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, words: tuple[str, ...], said: str) -> None:
    made = run(*words)
    assert made.exit_code == 2
    assert made.output.startswith("tieout: ")
    assert said in made.output
    assert made.output.count("\n") == 1


def test_no_workspace_is_one_line(tmp_path: Path, run: Run) -> None:
    made = run("figures", "--to", "csv", where=tmp_path)
    assert (made.exit_code, made.output.count("\n")) == (2, 1)


@pytest.mark.parametrize("format", FORMATS)
def test_a_protected_name_stops_the_export(run: Run, guarded: Workspace, tmp_path: Path, format: str) -> None:
    refused = 0
    for kind in FORMATS[format].kinds:
        out = tmp_path / f"{kind}.{format}"
        made = run(kind, "--to", format, "-o", str(out), where=guarded.path)
        assert "Quispe" not in made.output
        if out.exists():
            assert not leaks(out.read_bytes())
        else:
            assert made.exit_code == 2
            refused += 1
    assert refused or format in ("csl", "bibtex", "ris", "ftm")


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_withheld_is_not_in_it(run: Run, guarded: Workspace, tmp_path: Path, format: str) -> None:
    for kind in FORMATS[format].kinds:
        out = tmp_path / f"{kind}.{format}"
        made = run(kind, "--to", format, "-o", str(out), "--withhold", where=guarded.path)
        assert made.exit_code == 0, made.output
        assert not leaks(out.read_bytes())
    text = run("figures", "--to", "csv", "--withhold", where=guarded.path).output
    assert "44" in text
    assert "31 boats" not in text


def test_a_protected_name_stands_in_no_file_name(run: Run, guarded: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "rosalind_quispe_varga.csv"
    assert run("sources", "--to", "csv", "-o", str(out), where=guarded.path).exit_code == 2
    assert not out.exists()


def leaks(data: bytes) -> bool:
    """Whether the name stands in a file, packed or not."""
    texts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            texts = [package.read(name) for name in package.namelist()]
    return any(word in text for text in texts for word in (b"Quispe", b"Varga", b"Rosalind"))


def test_every_kind_is_exported(run: Run) -> None:
    for kind in KINDS:
        assert run(kind, "--to", "csv").exit_code == 0
