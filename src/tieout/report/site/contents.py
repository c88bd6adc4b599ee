"""A plain first page for a site that is written without a country page: its pages and documents."""

from __future__ import annotations

from tieout.report.site.address import document_page
from tieout.report.site.dossier import Dossier
from tieout.report.site.quoted import label_of, title_of
from tieout.report.site.shell import render


def contents_html(dossier: Dossier) -> str:
    """The page."""
    documents = [(document_page(e), title_of(e), label_of(e), len(p.figures)) for e, p in dossier.workspace.parts()]
    return render(dossier.frame, "index.html", dossier.frame.title, "contents.html", {"documents": documents})
