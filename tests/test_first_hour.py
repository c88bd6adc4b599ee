"""docs/first-hour.md, walked through: its commands are run in order and print what the page shows."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from tieout.cli import app

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "first-hour.md"
STEPS = re.compile(
    r"^\$ tieout (?P<command>[^\n]+)\n(?P<shown>.*?)^```$|^<!-- edit (?P<file>\S+): (?P<old>.+?) => (?P<new>.+?) -->$",
    re.MULTILINE | re.DOTALL,
)


def test_every_command_prints_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    steps = list(STEPS.finditer(PAGE.read_text(encoding="utf-8")))
    assert len(steps) >= 6
    for step in steps:
        if step["file"]:
            typed_over(tmp_path / step["file"], step["old"], step["new"])
            continue
        result = CliRunner().invoke(app, step["command"].split())
        assert result.exit_code in (0, 1), result.output
        printed = result.stdout.splitlines() + result.stderr.splitlines()
        assert_shown(step["shown"].splitlines(), printed, step["command"])
    made = {path.name for path in tmp_path.iterdir()}
    assert {"reviewed.docx", "reviewed-again.docx", "reviewed.pdf", "page.html"} <= made


def assert_shown(shown: list[str], printed: list[str], command: str) -> None:
    """The lines shown are printed in this order; nothing is left out but where `…` says so."""
    at, skipping = 0, False
    for line in shown:
        if line == "…":
            skipping = True
            continue
        found = next((i for i in range(at, len(printed)) if printed[i] == line), None) if skipping else at
        assert found is not None, f"{command}: not printed: {line}"
        assert printed[found : found + 1] == [line], command
        at, skipping = found + 1, False
    assert skipping or at == len(printed), f"{command}: more is printed: {printed[at:]}"


def typed_over(path: Path, old: str, new: str) -> None:
    """What somebody does in Word: some words of the body are typed over."""
    with zipfile.ZipFile(path) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in parts.items():
            if info.filename == "word/document.xml":
                assert data.count(old.encode()) == 1
                data = data.replace(old.encode(), new.encode())
            archive.writestr(info, data)


def test_the_page_leads_the_way_in_order() -> None:
    text = PAGE.read_text(encoding="utf-8")
    order = [text.index(word) for word in ("pipx install", "tieout check", "tieout explain", "--annotate")]
    assert order == sorted(order)
