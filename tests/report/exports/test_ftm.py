"""Groups as FollowTheMoney entities: valid for that library, with their proof and hedge, the same every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tieout.report.exports.ftm import ftm_entities
from tieout.workspace.build import build
from tieout.workspace.workspace import Workspace, open_workspace

TEXT = """# Criminal groups

Criminal gangs such as Los Ocres, Nueva Ola and Banda del Alba work in the port of Callao.

Los Ocres is reportedly allied with Nueva Ola.

Los Ocres is fighting against Banda del Alba. Los Ocres is led by Ana Soler Paz.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "ports.md").write_text(TEXT, encoding="utf-8")
    build(folder, tmp_path / "docs.tieout")
    return open_workspace(tmp_path / "docs.tieout")


def of(entities: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [entity["properties"] for entity in entities if entity["schema"] == schema]


def test_the_library_takes_every_entity(workspace: Workspace) -> None:
    model = pytest.importorskip("followthemoney").model
    entities = list(ftm_entities(workspace))
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys()
        proxy.schema.validate(proxy.to_dict())
        linked = {v for name in ("subject", "object", "proof") for v in entity["properties"].get(name, ())}
        assert linked <= ids
    assert entities == list(ftm_entities(workspace))


def test_links_keep_their_words_and_their_hedge(workspace: Workspace) -> None:
    pytest.importorskip("followthemoney")
    links = {link["role"][0]: link for link in of(list(ftm_entities(workspace)), "UnknownLink")}
    ally = links["allied with, as reported"]
    assert ally["summary"] == ["Los Ocres is reportedly allied with Nueva Ola."]
    assert ally["status"] == ["hedged: reportedly"]
    assert "status" not in links["rival of, as reported"]


def test_no_natural_person_is_an_entity(workspace: Workspace) -> None:
    pytest.importorskip("followthemoney")
    entities = list(ftm_entities(workspace))
    assert {entity["schema"] for entity in entities} == {"Document", "Organization", "UnknownLink"}
    assert {name for group in of(entities, "Organization") for name in group["name"]} == {
        "Los Ocres",
        "Nueva Ola",
        "Banda del Alba",
    }
