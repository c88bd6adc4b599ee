"""The workspace that the exports of these tests are made of."""

from __future__ import annotations

import pytest

from report.exports.made_base import made_base
from tieout.workspace.workspace import Workspace


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return made_base(tmp_path_factory.mktemp("exports"))
