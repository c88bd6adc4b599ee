"""What the documents of a workspace say of the same things: its comparisons, with all that it knows of its sources."""

from __future__ import annotations

from tieout.compare.comparison import Comparison
from tieout.compare.find import comparisons
from tieout.compare.publication import Publication
from tieout.workspace.workspace import Workspace


def publications_of(workspace: Workspace) -> dict[str, Publication]:
    """Who published each document, and when."""
    return {e.doc: Publication(e.doc, e.publisher, e.date, e.title, e.key) for e in workspace.entries}


def comparisons_of(workspace: Workspace) -> tuple[Comparison, ...]:
    """All comparisons between the documents; ties and notes are taken as they were read when it was built."""
    ties = (tie for _, part in workspace.parts() for tie in part.ties)
    return comparisons(workspace, publications_of(workspace), ties, lambda doc: workspace.part(doc).notes)
