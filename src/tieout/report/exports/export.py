"""Every way out of a workspace: a kind of thing in a format, as the bytes of a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tieout.errors import UsageError
from tieout.index.csv_text import csv_text
from tieout.report.exports.annotations import KINDS as ANNOTATED
from tieout.report.exports.annotations import annotated
from tieout.report.exports.table import KINDS, table
from tieout.report.exports.workbook import workbook
from tieout.report.exports.works import cited, held
from tieout.sources.exports.bibtex import bibtex
from tieout.sources.exports.csl import items
from tieout.sources.exports.ris import ris
from tieout.sources.source import Source
from tieout.workspace.workspace import Workspace

WORKS = ("sources", "cited")
ENTITIES = ("groups",)


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write things down. `make` takes a workspace, a kind, and whether words of documents may be in it."""

    make: Callable[[Workspace, str, bool], bytes]
    kinds: Sequence[str]


def _csv(workspace: Workspace, kind: str, quotes: bool) -> bytes:
    return csv_text(table(workspace, kind, quotes=quotes).texts()).encode()


def _excel(workspace: Workspace, kind: str, quotes: bool) -> bytes:
    return workbook(table(workspace, kind, quotes=quotes))


def _annotated(workspace: Workspace, kind: str, quotes: bool) -> bytes:
    return annotated(workspace, kind, quotes=quotes).encode()


def _works(write: Callable[[Sequence[Source]], str]) -> Callable[[Workspace, str, bool], bytes]:
    def make(workspace: Workspace, kind: str, _: bool) -> bytes:
        return write(held(workspace) if kind == "sources" else [source for source, _ in cited(workspace)]).encode()

    return make


def _entities(workspace: Workspace, _: str, quotes: bool) -> bytes:
    from tieout.report.exports.ftm import ftm_entities

    if not quotes:
        raise UsageError("entities are made of the words of documents; leave --no-quotes out")
    return "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in ftm_entities(workspace)).encode()


def _csl(sources: Sequence[Source]) -> str:
    return json.dumps(items(sources), ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Format] = {
    "csv": Format(_csv, KINDS),
    "xlsx": Format(_excel, KINDS),
    "annotations": Format(_annotated, ANNOTATED),
    "csl": Format(_works(_csl), WORKS),
    "bibtex": Format(_works(bibtex), WORKS),
    "ris": Format(_works(ris), WORKS),
    "ftm": Format(_entities, ENTITIES),
}
"""Every format by its name."""


def export(workspace: Workspace, kind: str, format: str, *, quotes: bool = True) -> bytes:
    """All there is of a kind (`table.KINDS`) in a format. UsageError for a pair that does not go together.

    Text is UTF-8. The same workspace gives the same bytes. Protected names are looked for where files are written.
    """
    made = FORMATS[format]
    if kind not in made.kinds:
        able = ", ".join(name for name, one in FORMATS.items() if kind in one.kinds)
        raise UsageError(f"{kind} cannot be written as {format}; there are {able}")
    if not quotes and kind in WORKS:
        raise UsageError(f"{kind}: a list of sources is words of documents; leave --no-quotes out")
    return made.make(workspace, kind, quotes)
