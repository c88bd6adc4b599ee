"""A build that is killed at any moment leaves the workspace that was there; the next one goes on from what it did."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 50


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="the program forks")
def test_a_killed_build_leaves_the_workspace_whole(tmp_path: Path) -> None:
    program = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("killing.py")), str(tmp_path), str(KILLS)]
    run = subprocess.run(program, check=False, capture_output=True, text=True, timeout=500)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(f"{KILLS} killed")
