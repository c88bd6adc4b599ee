"""Fixtures shared by all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tieout.protection.watch import unwatch
from tieout.workspace.workspace import Workspace
from workspace.made import EXAMPLE, built

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def nothing_watched() -> Iterator[None]:
    """No test looks for the protected names of another, nor does a fixture that is made between them."""
    unwatch()
    yield
    unwatch()


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks that are not in pyproject.toml."""
    config.addinivalue_line("markers", "ray: starts Ray, which takes some seconds")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference documents beside the checkout; skips in a bare clone, fails there when CI=true."""
    if not SHARED.is_dir():
        reason = "the reference documents (../shared) are not beside this checkout"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace of the example documents, built once; tests read it and leave it as it is."""
    return built(EXAMPLE, tmp_path_factory.mktemp("example") / "peru.tieout")
