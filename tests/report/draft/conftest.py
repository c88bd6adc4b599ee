"""The small workspace, built once."""

from __future__ import annotations

import pytest

from report.draft import made
from tieout.workspace.workspace import Workspace


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two texts on theft in ports; tests read it and leave it as it is."""
    return made.workspace(tmp_path_factory.mktemp("harbour"))
