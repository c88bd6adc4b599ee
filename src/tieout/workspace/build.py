"""Building a workspace from folders: what changed is read and derived, then tables, then the manifest, all at once.

A build that ends at any moment leaves the workspace that was there; the next one goes on from what is finished.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import Literal

from tieout.errors import TieoutError, UsageError
from tieout.sources.publisher import PublisherTable, shipped
from tieout.workspace.engine import Runner
from tieout.workspace.entry import Entry
from tieout.workspace.fetch import copied, is_address
from tieout.workspace.fingerprint import key, reader_print, rows_print, rules_print
from tieout.workspace.identity import Known, entries_of
from tieout.workspace.lock import NAME as LOCK
from tieout.workspace.lock import locked
from tieout.workspace.making import Task, card_of, keys_of
from tieout.workspace.manifest import NAME, Manifest, Root, Unread, manifest_text, read_manifest
from tieout.workspace.part import Lang
from tieout.workspace.pipeline import make_all
from tieout.workspace.plan import Plan, Planned, plan_of
from tieout.workspace.same import once
from tieout.workspace.store import (
    CARDS,
    DOCUMENTS,
    HALF,
    PARTS,
    ROWS,
    Store,
    make_private,
    remove_others,
    write_private,
)
from tieout.workspace.tables import write_tables
from tieout.workspace.workspace import SUFFIX, TABLES

Onto = Literal["", "add", "replace"]


@dataclass(frozen=True, slots=True)
class Built:
    """One build: the workspace as it is now, and what had to be done for it."""

    path: Path
    manifest: Manifest
    read: int
    """Files that were read."""
    derived: int
    """Documents whose records were derived."""
    changed: bool
    """Whether anything differs from the workspace that was there."""
    notes: tuple[str, ...] = ()
    """What the settings say of files that are not there."""


@dataclass(frozen=True, slots=True)
class How:
    """How a build is made."""

    onto: Onto = ""
    """What becomes of a workspace that is there, of another folder: `add` to it, or `replace` it."""
    runner: Runner = "native"
    lang: Lang = "en"
    """Language of findings and ties."""
    publishers: PublisherTable = field(default_factory=shipped)


def default_out(folder: str | Path) -> Path:
    """The workspace of a folder when no other is named: `FOLDER.tieout` beside it."""
    if is_address(str(folder)):
        raise UsageError(f"{folder}: say where the workspace goes, as in: --out peru{SUFFIX}")
    whole = Path(folder).resolve()
    return whole.with_name(f"{whole.name}{SUFFIX}")


def build(folder: str | Path, out: Path, how: How | None = None) -> Built:
    """Build a folder of documents (or an address in an object store) into a workspace. UsageError when that cannot be:
    the workspace there is of another folder, the settings are wrong, or no document can be read."""
    how, folder = how or How(), str(folder)
    _check_place(folder, out)
    make_private(out)
    try:
        with locked(out):
            before = None if how.onto == "replace" or not (out / NAME).exists() else read_manifest(out)
            roots = _roots(folder, out, before, how.onto)
            with copied(roots, out, how.runner) as copies:
                plan = plan_of(roots, copies.folders)
                plan.unread.extend(copies.left)
                return _Build(plan, before, Store(out), how, copies.folders).run()
    except TieoutError:
        _forget(out)
        raise


def _forget(out: Path) -> None:
    """Remove a workspace of which nothing was made."""
    made = (path for path in out.rglob("*") if path.is_file() and path.name != LOCK)
    if next(made, None) is None:
        shutil.rmtree(out, ignore_errors=True)


def _check_place(folder: str, out: Path) -> None:
    if not is_address(folder) and not Path(folder).is_dir():
        raise UsageError(f"{folder}: no such folder; give the folder of the documents")
    if Path(folder, NAME).is_file() and Path(folder).suffix == SUFFIX:
        raise UsageError(f"{folder}: it is a workspace; give the folder of the documents")
    if out.suffix != SUFFIX:
        raise UsageError(f"{out}: the name of a workspace ends in {SUFFIX}; write {out.name}{SUFFIX}")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: it is a file; choose another place for the workspace")
    if out.is_dir() and not (out / LOCK).exists() and any(out.iterdir()):
        raise UsageError(f"{out}: it is no workspace, and not empty; choose another place for the workspace")


def _roots(folder: str, out: Path, before: Manifest | None, onto: Onto) -> tuple[Root, ...]:
    """The folders that the workspace is of from now on."""
    path = folder.rstrip("/") if is_address(folder) else str(Path(folder).resolve())
    if before is None:
        return (Root(path),)
    if path in (root.path for root in before.roots):
        return before.roots
    if onto != "add":
        there = ", ".join(root.path for root in before.roots)
        raise UsageError(
            f"{out}: it was built from {there}; say --add to add {folder} to it, or --replace to build it anew from it"
        )
    taken = {root.prefix for root in before.roots} | {entry.doc.partition("/")[0] + "/" for entry in before.entries}
    names = (f"{PurePosixPath(path).name}{ending}/" for ending in ("", *(f"-{n}" for n in range(2, len(taken) + 3))))
    return (*before.roots, Root(path, next(name for name in names if name not in taken)))


class _Build:
    """One build at work: the plan, what was there before, and where it goes."""

    def __init__(
        self, plan: Plan, before: Manifest | None, store: Store, how: How, copies: Mapping[Root, Path]
    ) -> None:
        self.plan, self.before, self.store, self.how, self.copies = plan, before, store, how, copies
        self.keys = {one.doc: keys_of(one, how.lang, persons=plan.scope.persons) for one in plan.planned}
        self.anew = how.onto == "replace"

    def run(self) -> Built:
        self.store.open()
        tired = {one.key: one.why for one in self.before.unread if one.key} if self.before else {}
        faults = {one.doc: tired[why] for one in self.plan.planned if (why := self._attempt(one)) in tired}
        todo = [one for one in self.plan.planned if one.doc not in faults and not self._is_made(one)]
        outcomes = make_all([self._task(one) for one in todo], self.how.runner)
        faults.update((one.doc, one.fault) for one in outcomes if one.fault is not None)
        manifest = self._manifest(faults)
        changed = not self._is_there(manifest)
        if changed:
            self._publish(manifest)
        self._tidy(manifest)
        derived = sum(one.fault is None for one in outcomes)
        read = sum(one.read for one in outcomes)
        return Built(self.store.folder, manifest, read, derived, changed, tuple(self.plan.notes))

    def _is_made(self, one: Planned) -> bool:
        return not self.anew and self.store.has(CARDS, self.keys[one.doc].part)

    def _task(self, one: Planned) -> Task:
        store, path, persons = str(self.store.folder.resolve()), str(one.path.absolute()), self.plan.scope.persons
        keys, lang = self.keys[one.doc], self.how.lang
        return Task(store, one.doc, path, one.about, one.limits, keys, lang, persons, self.anew)

    def _attempt(self, one: Planned) -> str:
        """Names the reading of these bytes in this way within these limits: it ends the same each time."""
        return key(self.keys[one.doc].part, repr(one.limits))

    def _manifest(self, faults: Mapping[str, str]) -> Manifest:
        read = [one for one in self.plan.planned if one.doc not in faults]
        unread = [
            Unread(one.doc, faults[one.doc], self._attempt(one)) for one in self.plan.planned if one.doc in faults
        ]
        unread = sorted(map(self._told, (*self.plan.unread, *unread)), key=lambda one: one.path)
        if not read:
            remedy = "; check the name of the folder, and include in its tieout.toml"
            raise UsageError(f"no document could be read{f': {unread[0].why}' if unread else remedy}")
        known = once(
            Known(one, self.keys[one.doc], card_of(self.store, self.keys[one.doc].part)) for one in read
        )  # fmt: skip
        keys = {entry.doc: entry.key for entry in self.before.entries} if self.before else {}
        entries = entries_of(known, self.how.publishers, keys)
        scope = self.plan.scope
        scope = replace(scope, country=scope.country or _country(entries))
        made_by = f"tieout {version('tieout')} {key(reader_print(), rules_print(), rows_print())}"
        manifest = Manifest(scope, entries, self.plan.roots, tuple(unread), made_by=made_by)
        return replace(manifest, build=self._name(key(manifest_text(manifest))))

    def _name(self, name: str) -> str:
        """A name for the tables of this build; those that are made anew get another one than those that are there."""
        tables = self.store.folder / TABLES
        names = (f"{name}{ending}" for ending in chain(("",), (f"-{n}" for n in count(2))))
        if self.before and self.before.build.partition("-")[0] == name:
            return self.before.build
        return next(one for one in names if not self.anew or not (tables / one).exists())

    def _told(self, unread: Unread) -> Unread:
        """With the address of a file in place of its copy's name."""
        for root, copy in self.copies.items():
            unread = replace(unread, why=unread.why.replace(str(copy), root.path))
        return unread

    def _is_there(self, manifest: Manifest) -> bool:
        """Whether the workspace that was there is this one, tables and all."""
        return manifest == self.before and (self.store.folder / TABLES / manifest.build).is_dir()

    def _publish(self, manifest: Manifest) -> None:
        """Write the tables, then the manifest that names them: until that, the workspace is what it was."""
        whole = self.store.folder / TABLES / manifest.build
        half = whole.with_name(f"{whole.name}{HALF}")
        shutil.rmtree(half, ignore_errors=True)
        make_private(whole.parent)
        if not whole.is_dir():
            write_tables(half, manifest.entries, manifest.unread, self.store, self.how.runner)
            half.rename(whole)
        write_private(self.store.folder / NAME, manifest_text(manifest).encode())

    def _tidy(self, manifest: Manifest) -> None:
        """Remove what this build has no use for: of former builds, and of builds that were killed."""
        remove_others(self.store.folder / TABLES, {manifest.build})
        parts = {one.part for one in self.keys.values()}
        documents = {one.document for one in self.keys.values()}
        self.store.keep_only({DOCUMENTS: documents, PARTS: parts, ROWS: parts, CARDS: parts})


def _country(entries: Sequence[Entry]) -> str | None:
    """What most of the documents are about; None when no country is that of more than half of them."""
    counted = Counter(entry.country for entry in entries if entry.country)
    found = counted.most_common(1)
    return found[0][0] if found and found[0][1] * 2 > len(entries) else None
