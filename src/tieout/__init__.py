"""Tieout checks country reports: every figure with its words, tied to the others by exact arithmetic.

    import tieout
    result = tieout.check("report.docx")

docs/python.md says more. Nothing is imported until it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tieout.api import check
    from tieout.checks.api import Result
    from tieout.errors import TieoutError, UnreadableError, UsageError
    from tieout.report.formats import render
    from tieout.workspace.build import build
    from tieout.workspace.workspace import Workspace, open_workspace

__all__ = [
    "Result", "TieoutError", "UnreadableError", "UsageError", "Workspace", "build", "check", "open_workspace", "render",
]  # fmt: skip

_HOMES = {
    "Result": "tieout.checks.api",
    "check": "tieout.api",
    "build": "tieout.workspace.build",
    "open_workspace": "tieout.workspace.workspace",
    "Workspace": "tieout.workspace.workspace",
    "render": "tieout.report.formats",
    "TieoutError": "tieout.errors",
    "UnreadableError": "tieout.errors",
    "UsageError": "tieout.errors",
}


def __dir__() -> list[str]:
    """The public names, for whoever looks what there is."""
    return __all__


def __getattr__(name: str) -> Any:
    """A public name, from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tieout' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
