"""The Plan of a build: which files are documents, what is said of each, and which of them are the same bytes.

It opens files only to hash them; nothing is read here.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tieout.errors import UnreadableError, UsageError
from tieout.reading.folder import documents_in
from tieout.reading.limits import Limits
from tieout.reading.sidecar import About
from tieout.workspace.manifest import Root, Unread
from tieout.workspace.scope import Scope
from tieout.workspace.stated import Stated, stated_for
from tieout.workspace.workspace import SUFFIX


@dataclass(frozen=True, slots=True)
class Planned:
    """One document to be: its bytes, and all names of files that hold them."""

    doc: str
    """Its name in every record: the path from the folder that was built."""
    path: Path
    sha256: str
    about: About
    limits: Limits
    paths: tuple[str, ...]


@dataclass
class Plan:
    """All documents of a build, in the order of their names."""

    roots: tuple[Root, ...] = ()
    scope: Scope = field(default_factory=Scope)
    planned: list[Planned] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    """What lies in the folders and cannot be read, seen before anything is."""
    notes: list[str] = field(default_factory=list)
    """What the settings say of files that are not there."""


def plan_of(roots: tuple[Root, ...], copies: Mapping[Root, Path] = MappingProxyType({})) -> Plan:
    """What is to be built from some folders; `copies` has the folders that documents at addresses were copied to.
    UsageError when a folder is not there, or its settings are wrong."""
    plan = Plan(roots)
    for number, root in enumerate(roots):
        folder = copies.get(root, Path(root.path))
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder; give the folder of the documents")
        stated = stated_for(folder)
        plan.scope = stated.scope if number == 0 else plan.scope
        _plan_folder(plan, stated, root.prefix)
    plan.planned = _once(sorted(plan.planned, key=lambda one: one.doc))
    return plan


def _plan_folder(plan: Plan, stated: Stated, prefix: str) -> None:
    found = documents_in(stated.folder)
    left_out = [Unread(fault.path, str(fault)) for fault in found.left_out]
    seen: set[str] = set()
    for path in found.files:
        name = path.relative_to(stated.folder).as_posix()
        if not stated.wanted(name) or _in_workspace(name):
            continue
        seen.add(name)
        try:
            planned = Planned(
                prefix + name, path, hashed(path), stated.about(name), stated.limits, (prefix + name,)
            )  # fmt: skip
        except UnreadableError as fault:
            left_out.append(Unread(prefix + name, str(fault)))
        else:
            plan.planned.append(planned)
    plan.unread.extend(left_out)
    said = (f"{at}: file {name} is no document of the workspace" for name, (_, at) in stated.rows.items()
            if name not in seen and not name.startswith("../"))  # fmt: skip
    plan.notes.extend(said)
    plan.notes.extend(
        f"{stated.folder}: include {pattern} is no document there"
        for pattern in stated.include
        if not any(Stated(stated.folder, include=(pattern,)).wanted(name) for name in seen)
    )


def _in_workspace(name: str) -> bool:
    """Whether a file lies in a workspace: pages and tables that were made are no documents."""
    return any(part.endswith(SUFFIX) for part in name.split("/")[:-1])


def hashed(path: Path) -> str:
    """The hash of a file's bytes. `UnreadableError` when it cannot be opened."""
    if path.exists() and not path.is_file():
        raise UnreadableError(str(path), "it is no ordinary file", "name a file")
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as fault:
        what = f"it cannot be opened ({fault.strerror or os.strerror(fault.errno or 0)})"
        raise UnreadableError(str(path), what, "check the permissions") from fault


def _once(planned: list[Planned]) -> list[Planned]:
    """Files of the same bytes as one, with all their names; what is said of any of them is said of it."""
    out: dict[str, Planned] = {}
    for one in planned:
        known = out.get(one.sha256)
        if known is None:
            out[one.sha256] = one
        else:
            about, paths = known.about.over(one.about), (*known.paths, *one.paths)
            out[one.sha256] = Planned(known.doc, known.path, known.sha256, about, known.limits, paths)
    return list(out.values())
