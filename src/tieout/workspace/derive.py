"""From a Document to its Part: all that it yields by itself. It loads every reader and rule; a Part does without."""

from __future__ import annotations

from tieout.checks.request import Request
from tieout.checks.run import run
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figures import read_figures, setting_of
from tieout.evidence.records.read import READERS, records_of
from tieout.reading.document import Document
from tieout.sources.read import sources_of
from tieout.workspace.part import FIELDS, Lang, Part


def derived(document: Document, lang: Lang = "en", *, persons: bool = False) -> Part:
    """All that the document yields by itself: records, sources, ties and findings, worded in a language; natural
    persons only when asked for. Pure but for package data."""
    setting = setting_of(document)
    reading = Reading(document, setting.language, setting.passages, read_figures(setting))
    cited, result = sources_of(document), run(ReadCorpus((reading,)), request=Request(lang=lang))
    return Part(
        document,
        setting.language,
        tuple(reading.figures),
        setting.country,
        **{FIELDS[kind]: tuple(records_of(setting, kind, persons=persons)) for kind in READERS},  # type: ignore[arg-type]
        notes=tuple(cited.notes),
        citations=tuple(cited.citations),
        sources=tuple(cited.sources),
        losses=tuple(cited.losses),
        ties=result.ties,
        findings=result.findings,
        not_checked=result.not_checked,
    )
