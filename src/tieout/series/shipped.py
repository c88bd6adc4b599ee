"""The specs that come with Tieout, for tables that many countries' reports rest on."""

from __future__ import annotations

from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from tieout.errors import UsageError
from tieout.series.spec import Spec
from tieout.series.spec_file import read_spec


def shipped_names() -> list[str]:
    """Their names, sorted."""
    return sorted(Path(entry.name).stem for entry in _folder().iterdir() if entry.name.endswith(".toml"))


def find_spec(name: str) -> Spec:
    """The spec in a file, or the shipped one of this name. UsageError when there is neither."""
    if Path(name).suffix == ".toml":
        return read_spec(Path(name))
    if name not in shipped_names():
        known = ", ".join(shipped_names())
        raise UsageError(
            f"{name}: no spec comes with Tieout by this name; give a TOML file as --spec, or one of {known}"
        )
    with as_file(_folder() / f"{name}.toml") as path:
        return read_spec(path)


def _folder() -> Traversable:
    return files("tieout.series") / "data" / "specs"
