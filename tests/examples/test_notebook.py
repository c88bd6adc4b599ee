"""The notebook runs on the example workspace, is the Quarto page, and keeps no outputs in the repository."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tieout.workspace.workspace import Workspace

FOLDER = Path(__file__).parents[2] / "examples" / "notebook"
NOTEBOOK, PAGE = FOLDER / "peru.ipynb", FOLDER / "peru.qmd"


def code_of(notebook: dict[str, Any]) -> list[str]:
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_the_page_and_the_notebook_are_the_same() -> None:
    chunks = re.findall(r"^```\{python\}\n(.*?)\n```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert code_of(json.loads(NOTEBOOK.read_text(encoding="utf-8"))) == chunks


def test_it_keeps_no_outputs() -> None:
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@pytest.fixture(scope="module")
def executed(example: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The outputs of the notebook's cells, run by a kernel beside the example workspace."""
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    folder = tmp_path_factory.mktemp("notebook")
    (folder / "peru.tieout").symlink_to(example.path, target_is_directory=True)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
    try:
        client.execute()
    except RuntimeError as fault:  # A cell that fails is another error.
        pytest.skip(f"no kernel can be started here: {fault}")
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def test_it_makes_a_table_with_its_sources(executed: list[dict[str, Any]], example: Workspace) -> None:
    tables = [output["data"]["text/markdown"] for output in executed if "text/markdown" in output.get("data", {})]
    assert len(tables) == 2
    assert all(f"| {entry.key} |" in tables[0] for entry in example.entries)
    assert "| 2024 | 2,032 | homicides |" in tables[1]
    assert "| complaints to the police |" in tables[1]
    for cited in re.findall(r", f:([0-9a-f]+) \|", tables[1]):
        assert cited in example.by_id


def test_it_draws_a_chart_without_the_network(executed: list[dict[str, Any]]) -> None:
    (chart,) = (output["data"]["image/svg+xml"] for output in executed if "image/svg+xml" in output.get("data", {}))
    assert chart.startswith("<svg")
    assert "homicides" in chart
    assert not any("text/html" in output.get("data", {}) for output in executed)
