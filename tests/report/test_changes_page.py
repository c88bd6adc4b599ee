"""The page of changes: every new quote leads into the site, old ones lead nowhere, nothing of a document acts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tieout.changes.workspaces import workspaces
from tieout.report.changes.page import changes_page
from tieout.report.site.shell import frame_of
from workspace.made import built

OLD = (
    "# Port report\n\nIn 2023 the police recorded 412 complaints. "
    "The mayor allegedly knew <b>of it</b> for some time.\n"
)
NEW = OLD.replace("412", "430").replace("allegedly ", "")


@pytest.fixture
def page(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    sides = []
    for name, text, other in (("old", OLD, "gone"), ("new", NEW, "fresh")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "report.md").write_text(text, encoding="utf-8")
        (folder / f"{other}.md").write_text(f"# {other}\n\nA document of its own, {other}.\n", encoding="utf-8")
        sides.append(built(folder, tmp_path / f"{name}.tieout"))
    old, new = sides
    frame = frame_of(new, request.param, given=("changes",))
    return changes_page(frame, workspaces(old, new), old, new)


@pytest.mark.parametrize("page", ["en"], indirect=True)
def test_changes_stand_beside_their_words(page: str) -> None:
    assert "412 → 430 (+18, +4.4 %)" in page
    assert "without “allegedly”" in page
    assert re.search(r'href="documents/[^"]+\.html#r-[0-9a-f]{10}"', page)
    assert "<b>of it" not in page


@pytest.mark.parametrize("page", ["es"], indirect=True)
def test_the_page_in_spanish(page: str) -> None:
    assert 'lang="es"' in page
    assert "Documentos nuevos" in page
    assert "sin “allegedly”" in page
