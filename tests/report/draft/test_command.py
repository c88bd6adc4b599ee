"""`tieout report` on the command line: init, suggest, build; what it refuses, and with which exit code."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.draft.made import TERMS, drafted
from tieout.cli import app
from tieout.workspace.workspace import Workspace

EXAMPLE = Path(__file__).parents[3] / "examples" / "peru" / "report"


def run(*arguments: object, input: str = "") -> Result:
    return CliRunner().invoke(app, ["report", *map(str, arguments)], input=input)


def test_init_writes_a_skeleton_that_can_be_built(harbour: Workspace, tmp_path: Path) -> None:
    result = run("init", tmp_path / "new", "-w", harbour.path)
    assert result.exit_code == 0, result.output
    draft = tmp_path / "new" / "report.md"
    text = draft.read_text(encoding="utf-8")
    assert "country: PE" in text
    assert "period: 2022/2024" in text
    assert "<!-- answers thefts: 1.1 How many thefts are reported? -->" in text
    built = run("build", draft, "-w", harbour.path)
    assert built.exit_code == 0, built.output
    assert {path.suffix for path in draft.parent.iterdir()} == {".md", ".docx", ".pdf", ".html"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_init_without_terms_writes_some_to_begin_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init", "--country", "PER", "--language", language)
    assert result.exit_code == 0, result.output
    assert {path.name for path in tmp_path.iterdir()} == {"report.md", "terms.md"}
    assert "country: PE" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_init_overwrites_nothing(harbour: Workspace, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("mine", encoding="utf-8")
    result = run("init", tmp_path, "-w", harbour.path)
    assert result.exit_code == 2
    assert "it is there already" in result.output
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "mine"


def test_init_asks_nothing_when_nobody_can_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init")
    assert result.exit_code == 2
    assert "--country" in result.output


@pytest.mark.parametrize(
    ("options", "what"),
    [(("--country", "Peruland"), "--country"), (("--country", "PE", "--period", "soon"), "--period")],
)
def test_init_refuses_what_it_cannot_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], what: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init", *options)
    assert result.exit_code == 2
    assert what in result.output
    assert not list(tmp_path.iterdir())


def test_suggest_one_question(harbour: Workspace, tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text(TERMS, encoding="utf-8")
    result = run("suggest", "thefts", "-w", harbour.path, "--terms", terms, "--format", "json")
    assert result.exit_code == 0, result.output
    assert [one["item"] for one in json.loads(result.stdout)] == ["thefts"]
    unknown = run("suggest", "tides", "-w", harbour.path, "--terms", terms)
    assert unknown.exit_code == 2
    assert "1.1 thefts" in unknown.output


def test_build_refuses_errors_unless_told(harbour: Workspace, tmp_path: Path) -> None:
    draft = drafted(tmp_path, "## A\n\nThere were 421 thefts [@yearbook-2024].\n")
    result = run("build", draft, "-w", harbour.path, "--to", "html")
    assert result.exit_code == 1
    assert "draft.md:11: 421" in result.output
    assert not draft.with_suffix(".html").exists()
    result = run("build", draft, "-w", harbour.path, "--to", "html", "--allow-errors")
    assert result.exit_code == 0, result.output
    assert draft.with_suffix(".html").exists()


def test_build_refuses_unknown_keys_even_so(harbour: Workspace, tmp_path: Path) -> None:
    draft = drafted(tmp_path, "## A\n\nThefts [@yearbok-2024].\n")
    result = run("build", draft, "-w", harbour.path, "--allow-errors")
    assert result.exit_code == 2
    assert "the nearest are yearbook-2024" in result.output


@pytest.mark.parametrize(
    ("to", "out", "made"), [("html", "x.html", ["x.html"]), ("docx,html", "folder", ["draft.docx", "draft.html"])]
)
def test_where_the_files_go(harbour: Workspace, tmp_path: Path, to: str, out: str, made: list[str]) -> None:
    draft = drafted(tmp_path, "## A\n\nWords.\n")
    result = run("build", draft, "-w", harbour.path, "--to", to, "-o", tmp_path / "out" / out)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.*")) == made


def test_a_format_that_is_none(harbour: Workspace, tmp_path: Path) -> None:
    result = run("build", drafted(tmp_path, "## A\n"), "-w", harbour.path, "--to", "odt")
    assert result.exit_code == 2
    assert "docx, pdf, html" in result.output


def test_without_pandoc_one_line_says_what_to_install(
    harbour: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    result = run("build", drafted(tmp_path, "## A\n\nWords.\n"), "-w", harbour.path)
    assert result.exit_code == 2
    assert "tieout[report]" in result.output


def test_the_example_report_is_built_without_errors(example: Workspace, tmp_path: Path) -> None:
    result = run("build", EXAMPLE / "report.md", "-w", example.path, "-o", tmp_path)
    assert result.exit_code == 0, result.output
    assert "error" not in result.output
    assert {path.name for path in tmp_path.iterdir()} == {"report.docx", "report.pdf", "report.html"}
