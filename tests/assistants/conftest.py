"""Assistants that ask about the example, and about hostile documents of which one names somebody protected.

The folder is not called `mcp`, which would stand before the SDK of that name.
"""

from __future__ import annotations

import pytest

from assistants.assistant import Assistant
from assistants.made_hostile import hostile
from tieout.workspace.workspace import Workspace


@pytest.fixture(scope="session")
def assistant(example: Workspace) -> Assistant:
    return Assistant(example.path)


@pytest.fixture(scope="session")
def hostile_base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def attacked(hostile_base: Workspace) -> Assistant:
    return Assistant(hostile_base.path)
