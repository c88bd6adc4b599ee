"""docs/first-report.md, walked through: its commands are run in order and print what the page shows; what it puts
into the draft is put there."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from test_first_hour import assert_shown
from tieout.cli import app

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "first-report.md"
STEPS = re.compile(
    r"^```\n\$ tieout (?P<command>[^\n]+)\n(?P<shown>.*?)^```$"
    r"|^<!-- edit (?P<file>\S+): (?P<old>.+?) => (?P<new>.+?) -->$"
    r"|^```markdown\n(?P<prose>Police .+?)^```$",
    re.MULTILINE | re.DOTALL,
)
QUESTION = re.compile(r"(<!-- answers kidnapping: .*?-->\n\n)(?:Police [^\n]*\n\n)?")


def test_every_command_prints_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypandoc")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    draft = tmp_path / "my-report" / "report.md"
    steps = list(STEPS.finditer(PAGE.read_text(encoding="utf-8")))
    assert len(steps) >= 9
    for step in steps:
        if step["prose"] or step["file"]:
            text = draft.read_text(encoding="utf-8")
            if step["prose"]:
                changed = QUESTION.sub(rf"\g<1>{step['prose']}\n", text)
            else:
                changed = text.replace(step["old"], step["new"])
            assert changed != text, step[0]
            draft.write_text(changed, encoding="utf-8")
            continue
        result = CliRunner().invoke(app, step["command"].split())
        assert result.exit_code in (0, 1), result.output
        printed = result.stdout.splitlines() + result.stderr.splitlines()
        if "report build" in step["command"]:
            printed = result.stderr.splitlines() + result.stdout.splitlines()
        assert_shown(step["shown"].splitlines(), printed, step["command"])
    with zipfile.ZipFile(draft.with_suffix(".docx")) as archive:
        notes = archive.read("word/footnotes.xml").decode()
    assert "Andean COI Desk (example)" in notes
    assert "p. 4" in notes
