"""The front door of annotating: a checked draft and its findings in, the same draft with remarks at their words out.

What is written stands in a new file; the draft is never touched. Findings without a place are in the outcome.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.checks.finding import Finding
from tieout.errors import UnreadableError, UsageError
from tieout.reading.document import Document
from tieout.report.annotate.outcome import Outcome
from tieout.report.annotate.remark import remark_of
from tieout.report.atomic import write_bytes
from tieout.report.words import words
from tieout.sources.noted import name_of

if TYPE_CHECKING:
    from tieout.sources.holdings import Held

ENDINGS = {"docx": (".docx", ".docm"), "pdf": (".pdf",)}
"""The formats that can be annotated, with the endings their copies may have."""


def annotate(
    document: Document,
    findings: Iterable[Finding],
    target: Path,
    *,
    quotes: bool = True,
    language: str = "en",
    texts: Sequence[Held] = (),
) -> Outcome:
    """Write a copy of the draft to `target` with a remark at the words of each finding that is about it.

    `language` is that of the labels; `texts` are those of the library, which remarks quote by their names. UsageError
    for a format or a target that cannot be; UnreadableError when the draft is not what was checked; OSError when the
    target cannot be written.
    """
    draft = Path(document.path)
    endings = ENDINGS.get(document.format)
    if endings is None:
        can = "only DOCX and PDF drafts can be annotated; use --format html for a page with the findings in their place"
        raise UsageError(f"{document.path}: {can}")
    if target.suffix.lower() not in endings:
        raise UsageError(f"{target}: the annotated copy of {draft.name} must be a {endings[0]} file")
    if target.resolve() == draft.resolve() or (target.exists() and target.samefile(draft)):
        raise UsageError(f"{target}: it is the draft itself; choose another place for the annotated copy")
    data = draft.read_bytes()
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise UnreadableError(document.path, "it changed while it was checked", "check it again")
    said = words(language)
    mine = sorted((f for f in findings if f.doc == document.path and _open(f)), key=lambda f: (f.start, f.end, f.rule))
    names = {held.document.path: name_of(held) for held in texts}
    remarks = [remark_of(finding, said, quotes=quotes, texts=names) for finding in mine]
    if document.format == "docx":
        from tieout.report.annotate.docx import annotated_docx

        outcome = annotated_docx(document, data, remarks, said, quotes=quotes)
    else:
        from tieout.report.annotate.pdf import annotated_pdf

        outcome = annotated_pdf(document, data, remarks)
    write_bytes(target, outcome.data)
    return outcome


def _open(finding: Finding) -> bool:
    """Whether nobody has silenced or dismissed the finding; what a baseline knows is still written."""
    return not any(stamp.standing in ("silenced", "dismissed") for stamp in finding.stamps)
