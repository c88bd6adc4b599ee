"""Planning: which files are documents, what is said of them, what is one document in several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.made import docx, p
from tieout.errors import UsageError
from tieout.workspace.build import build
from tieout.workspace.manifest import Root
from tieout.workspace.plan import plan_of
from tieout.workspace.workspace import open_workspace
