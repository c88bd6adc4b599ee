"""The README shows real output: its example is run and compared line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tieout.cli import app

ROOT = Path(__file__).parents[1]


def test_the_example_prints_what_the_readme_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"\$ tieout (check [^\n]+)\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    printed = CliRunner().invoke(app, shown[1].split()).stdout
    assert printed.strip() == shown[2].strip()


def test_it_fits_on_a_screen() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 60
