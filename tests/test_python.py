"""Tieout from Python: the examples of docs/python.md run as they stand, and importing costs nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tieout

PAGE = Path(__file__).parents[1] / "docs" / "python.md"


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) > 4
    exec(compile("\n".join(blocks), str(PAGE), "exec"), {})
    assert (tmp_path / "draft.html").exists()


def test_importing_loads_nothing() -> None:
    code = "import sys, tieout; print([m for m in sys.modules if m.startswith('tieout.')])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_every_public_name_is_there() -> None:
    assert all(getattr(tieout, name) is not None for name in tieout.__all__)
    with pytest.raises(AttributeError):
        tieout.nothing  # noqa: B018


@pytest.mark.parametrize(
    "asked", [{"lang": "fr"}, {"language": "fr"}, {"date": "soon"}, {"country": "Peruvia"}, {"select": "Z9"}]
)
def test_a_wrong_argument_is_named(tmp_path: Path, asked: dict[str, Any]) -> None:
    with pytest.raises(tieout.UsageError, match=next(iter(asked.values()))):
        tieout.check(tmp_path / "draft.md", **asked)


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Police made 12 arrests in 2023.\n", encoding="utf-8")
    with pytest.raises(tieout.UsageError, match="there are text, json"):
        tieout.render(tieout.check(path), "xml")
