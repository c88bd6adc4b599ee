"""Two workspaces, and a draft that rests on the older: which documents are paired, and which sentences are touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tieout.changes.resting import resting
from tieout.changes.workspaces import workspaces
from tieout.evidence.file import read_file
from tieout.workspace.workspace import Workspace
from workspace.made import built

YEARBOOK = "# Yearbook\n\nIn 2023 the port police recorded {} complaints of extortion in Piura.\n"
BULLETIN = "# Bulletin\n\nHarbour Watch counted 18 boats that were burnt at the northern quay in 2022.\n"
OTHER = "# Other\n\nThe coastal road was closed for nine days in March 2024.\n"
DRAFT = """# Draft

In 2023 the port police recorded 412 complaints of extortion in Piura. Harbour Watch counted 18 boats that were burnt
at the northern quay in 2022. The coastal road was closed for nine days in March 2024.
"""


def workspace(tmp_path: Path, name: str, documents: Mapping[str, str]) -> Workspace:
    folder = tmp_path / name
    folder.mkdir()
    for file, text in documents.items():
        (folder / f"{file}.md").write_text(text, encoding="utf-8")
    return built(folder, tmp_path / f"{name}.tieout")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Workspace, Workspace]:
    old = workspace(tmp_path, "old", {"yearbook": YEARBOOK.format(412), "bulletin": BULLETIN, "other": OTHER})
    new = workspace(tmp_path, "new", {"yearbook": YEARBOOK.format(430), "road": OTHER, "fresh": "# New\n\nNothing.\n"})
    return old, new


def test_documents_are_paired_by_content_and_by_name(pair: tuple[Workspace, Workspace]) -> None:
    changes = workspaces(*pair)
    assert [(d.name, d.fate) for d in changes.documents] == [
        ("yearbook.md", "edition"),
        ("fresh.md", "added"),
        ("bulletin.md", "withdrawn"),
        ("road.md", "same"),
    ]
    assert [(c.state, c.kind) for c in changes.documents[0].changes] == [("revised", "figure")]


def test_a_workspace_against_itself_is_unchanged(example: Workspace) -> None:
    assert {document.fate for document in workspaces(example, example).documents} == {"same"}


def test_sentences_of_a_draft_that_rest_on_what_changed(pair: tuple[Workspace, Workspace], tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    draft = read_file(path)
    found = list(resting(draft, *pair, workspaces(*pair)))
    assert [(one.why, one.claim.verdict, one.verdict) for one in found] == [
        ("passage_revised", "supported", "differs"),
        ("withdrawn", "supported", None),
    ]
    for one in found:
        assert draft.document.text[one.claim.start : one.claim.end] == one.claim.text
    assert found[0].new is not None
    assert "430" in found[0].new.text
