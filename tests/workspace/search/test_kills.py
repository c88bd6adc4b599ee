"""A process that is killed while it makes the index leaves nothing that a later search would take for one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieout.workspace.search.index import FOLDER, STAMP
from tieout.workspace.search.search import search
from tieout.workspace.workspace import Workspace, open_workspace

MAKE = (
    "import sys; from tieout.workspace.search.index import index_of; "
    "from tieout.workspace.workspace import open_workspace; "
    "workspace = open_workspace(sys.argv[1]); print('begun', flush=True); index_of(workspace)"
)


@pytest.mark.parametrize("after", [0.0, 0.02, 0.1, 0.3, 0.6, 1.2])
def test_killed_at_any_moment(example: Workspace, tmp_path: Path, after: float) -> None:
    copy = Path(shutil.copytree(example.path, tmp_path / "peru.tieout", ignore=shutil.ignore_patterns(FOLDER)))
    process = subprocess.Popen([sys.executable, "-c", MAKE, str(copy)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    time.sleep(after)
    process.kill()
    process.wait()
    process.stdout.close()
    made = [path for path in (copy / FOLDER).glob("*") if not path.name.startswith(".")]
    assert all((path / STAMP).is_file() for path in made)
    assert search(open_workspace(copy), "extortion complaints") == search(example, "extortion complaints")
