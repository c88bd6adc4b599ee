"""The documentation against the code: commands, options, fields and rules are documented, links lead somewhere."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tieout.checks.check import check
from tieout.checks.manual import manual
from tieout.checks.wire import answer
from tieout.cli import app
from tieout.evidence.figure import Figure
from tieout.evidence.wire import figure_record

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def commands(group: click.Group, before: str = "") -> Iterator[str]:
    """The commands of a group and of the groups in it, as they are typed."""
    for name in group.list_commands(click.Context(group)):
        found = group.get_command(click.Context(group), name)
        if isinstance(found, click.Group):
            yield from commands(found, f"{before}{name} ")
        else:
            yield f"{before}{name}"


COMMANDS = list(commands(app))


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    text = page("commands.md")
    assert f"## tieout {command}" in text
    usage = CliRunner().invoke(app, [*command.split(), "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).output
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", usage)):
        assert option in text, f"{command} {option} is not in docs/commands.md"


def test_every_command_is_documented() -> None:
    top = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).output
    listed = set(re.findall(r"^  ([a-z]+)  ", top.partition("Commands:")[2], re.MULTILINE))
    assert listed, top
    assert listed == {command.split()[0] for command in COMMANDS}


def test_every_field_of_a_figure_is_documented() -> None:
    figure = Figure("id", "doc", 0, 1, "1", None, "1", "exact", "count", "level")
    for name in figure_record(figure):
        assert f"`{name}`" in page("records.md"), name
    assert {f.name for f in dataclasses.fields(Figure)} <= {*figure_record(figure), "where"}


def test_every_field_of_an_answer_is_documented(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Cases rose from 100 in 2021 to 150 in 2022, an increase of 80 percent.\n", encoding="utf-8")
    found = answer(check(path))
    for part in ("findings", "ties", "documents", "not_checked"):
        assert f"`{part}`" in page("records.md")
        for row in found[part][:1]:
            for name in row:
                assert f"`{name}`" in page("records.md"), f"{part}: {name}"


def test_the_manual_of_rules_is_up_to_date() -> None:
    assert page("rules.md") == manual(), "run `make docs`"


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("examples/**/*.md")]), ids=lambda p: p.name
)
def test_links_lead_to_files(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_nothing_here_names_the_workplace() -> None:
    for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("src/**/*.py")]:
        assert "/work/" not in path.read_text(encoding="utf-8"), path
