"""`{tieout sources}`: the bibliography of what the report cites, oral sources apart from published ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from tieout.report.addresses import followable
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling
from tieout.report.exports import works
from tieout.sources.citation import CitationKind
from tieout.sources.exports.bibliography import entries
from tieout.sources.source import Source
from tieout.workspace.entry import Entry

_ITEMS: dict[str, CitationKind] = {"oral": "interview"}


def fill(block: Block, filling: Filling) -> str:
    """The entries under the heading that the author gave; under two of their own when there are oral sources."""
    style = filling.near(block.options["style"]) if "style" in block.options else None
    cited = sorted(filling.entries(), key=lambda entry: entry.key)
    oral = [source_of(entry) for entry in cited if entry.kind == "oral"]
    public = [source_of(entry) for entry in cited if entry.kind != "oral"]
    if not cited:
        return filling.words("part", "none_cited")
    if not oral:
        return listed(public, filling.language, style)
    under = filling.draft.heading_at(block.start)
    marks = "#" * min(6, (under.level if under else 1) + 1)
    parts = [("public", public), ("oral", oral)]
    return "\n\n".join(
        f"{marks} {filling.words('part', name)} {{-}}\n\n{listed(group, filling.language, style)}"
        for name, group in parts
        if group
    )


def listed(sources: list[Source], language: str, style: Path | None) -> str:
    """The entries, marked so that each format can hang their lines."""
    head = '::: {.bibliography custom-style="Bibliography"}'
    return f"{head}\n{entries(sources, language, style)}\n:::"


def source_of(entry: Entry) -> Source:
    """A document of the workspace as it is cited here."""
    source = works.source_of(entry)
    title = entry.title or PurePath(entry.doc).stem
    return replace(source, title=title, url=followable(entry.url), item=_ITEMS.get(entry.kind, source.item))
