"""A draft held against a workspace: what it cites by key or by record is what each sentence is held against."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.checks.check import check
from tieout.checks.request import Request
from tieout.sources.claims.claim import Claim
from tieout.workspace.holdings import holdings_at, holdings_of
from tieout.workspace.workspace import Workspace
from workspace.made import built

YEARBOOK = "# Yearbook 2023\n\nIn 2023 the police of the port recorded 412 complaints of extortion in Piura.\n"
BULLETIN = "# Harbour bulletin\n\nIn 2023 the police of the port recorded 398 complaints of extortion in Piura.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "yearbook.md").write_text(YEARBOOK, encoding="utf-8")
    (folder / "bulletin.md").write_text(BULLETIN, encoding="utf-8")
    return built(folder, tmp_path / "port.tieout")


def claims(workspace: Workspace, draft: Path, cites: str) -> list[Claim]:
    said = f"In 2023 the police of the port recorded 412 complaints of extortion in Piura {cites}."
    draft.write_text(f"# Draft\n\n{said}\n", encoding="utf-8")
    return list(check(draft, Request(holdings=holdings_of(workspace))).claims)


def test_a_sentence_is_held_against_the_text_whose_key_it_cites(workspace: Workspace, tmp_path: Path) -> None:
    keys = {Path(entry.doc).stem: entry.key for entry in workspace.entries}
    (right,) = claims(workspace, tmp_path / "draft.md", f"[@{keys['yearbook']}, p. 1]")
    (wrong,) = claims(workspace, tmp_path / "draft.md", f"[@{keys['bulletin']}]")
    assert (right.verdict, wrong.verdict) == ("supported", "differs")
    assert right.evidence[0].doc == "yearbook.md"


def test_a_record_is_cited_by_its_id_whole_or_cut(workspace: Workspace, tmp_path: Path) -> None:
    figure = next(f for f in workspace.part("bulletin.md").figures if f.text == "398")
    for id in (figure.id, figure.id[:6]):
        (claim,) = claims(workspace, tmp_path / "draft.md", f"[@f:{id}]")
        assert claim.verdict == "differs"
        assert claim.evidence[0].doc == "bulletin.md"


def test_a_key_that_nothing_has_is_said(workspace: Workspace, tmp_path: Path) -> None:
    for key in ("nowhere-1999", "f:000000", "f:00"):
        (claim,) = claims(workspace, tmp_path / "draft.md", f"[@{key}]")
        assert (claim.verdict, claim.reason) == ("not_found", "citation_unknown")


def test_a_folder_without_manifest_is_no_workspace(tmp_path: Path) -> None:
    assert holdings_at(tmp_path) is None
