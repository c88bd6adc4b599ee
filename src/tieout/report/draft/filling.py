"""What the blocks of a draft are filled from: the draft, the workspace, what was cited and bound, the terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tieout.errors import UsageError, shown
from tieout.evidence.figure import Figure
from tieout.evidence.tag import tag
from tieout.evidence.terms_of_reference import Terms, read_terms
from tieout.language.countries import alpha2
from tieout.report.charts import Spec
from tieout.report.draft import markdown
from tieout.report.draft.binding import Bound
from tieout.report.draft.citing import Bracket
from tieout.report.draft.draft import Block, Draft
from tieout.report.words import Words
from tieout.report.words import words as words_of
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace


def anchor(record: str) -> str:
    """The address of the words behind a record, which its number leads to."""
    return f"q-{record}"


PACKAGE = "tieout.report.draft"
PICTURE = "tieout-picture-"
"""What the address of a picture begins with until a format puts it in its own way; its number follows."""

Picture = Spec | tuple[bytes, str]
"""A chart that is still to be drawn, or a picture of the author's with its media type."""


@dataclass(slots=True)
class Filling:
    """One build as its blocks see it. `workspace` is what may be shown of it (`Workspace.public`)."""

    draft: Draft
    workspace: Workspace
    brackets: Sequence[Bracket]
    bound: Bound
    language: str
    pictures: list[Picture] = field(default_factory=list)
    cited: dict[str, Entry] = field(default_factory=dict)
    """The sources cited so far, by key, in order: by the author, and by what blocks add."""
    remarks: list[str] = field(default_factory=list)
    """What the author should know, a line each."""
    records: dict[str, Figure] = field(default_factory=dict)
    """The records that blocks print, by id."""

    def __post_init__(self) -> None:
        for bracket in self.brackets:
            self.cite(one.entry for one in bracket.cited if one.entry)

    @property
    def words(self) -> Words:
        return words_of(self.language, PACKAGE)

    def cite(self, entries: Iterable[Entry]) -> None:
        """Put sources into the bibliography."""
        self.cited.update((entry.key, entry) for entry in entries)

    def picture(self, picture: Picture) -> str:
        """The address of a picture."""
        self.pictures.append(picture)
        return f"{PICTURE}{len(self.pictures) - 1}"

    def fault(self, block: Block, what: str) -> UsageError:
        """What is wrong with a block, with its line."""
        return UsageError(shown(f"{self.draft.path}:{block.line}: {{tieout {block.kind}}}: {what}"))

    def near(self, name: str) -> Path:
        """A file that the draft names, from the draft's folder."""
        return self.draft.path.parent / name

    @property
    def root(self) -> Path:
        """The folder that the workspace's own settings name files from."""
        return self.workspace.path.absolute().parent

    def number(self, words: str, figure: Figure | None) -> str:
        """Words of a source as Markdown, in a span that carries their record."""
        if figure is None:
            return markdown.words(words)
        self.records[figure.id] = figure
        name = tag(figure.id, len(self.bound.numbers) + len(self.records), figure)
        inside = markdown.words(words)
        if self.linked:
            inside = markdown.link(inside, f"#{anchor(figure.id)}")
        return f'[{inside}]{{#{name} record="{figure.id}"}}'

    @property
    def linked(self) -> bool:
        """Whether the report has a list of the words behind its numbers, for them to lead to."""
        return any(block.kind == "quotations" for block in self.draft.blocks)

    def option(self, block: Block, name: str, scope: str | None = None) -> Path:
        """A file or folder that a block names from the draft's folder, or else the workspace from its own."""
        if name in block.options:
            return self.near(block.options[name])
        if scope is None:
            raise self.fault(block, f"write {name}=… with a file beside the draft; the workspace names none")
        return self.root / scope

    def country(self, block: Block) -> str:
        """The country of a block, of the draft, or of the workspace, ISO 3166-1 alpha-2."""
        said = block.options.get("country") or self.draft.values.get("country") or self.workspace.scope.country or ""
        code = alpha2(said)
        if code is None:
            raise self.fault(block, "write country=… with an ISO 3166-1 code, or country: in the front matter")
        return code

    def terms(self) -> Terms | None:
        """The terms of reference: those the draft names, else those of the workspace."""
        if named := self.draft.values.get("terms"):
            return read_terms(self.near(named))
        if self.workspace.scope.terms:
            return read_terms(self.root / self.workspace.scope.terms)
        return None

    def entries(self) -> Iterator[Entry]:
        """The sources cited, in order."""
        return iter(self.cited.values())
