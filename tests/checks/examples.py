"""A reading of a few sentences, through the real reading of figures."""

from __future__ import annotations

import hashlib

from tieout.checks.result import Result
from tieout.checks.run import run
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figures import read_figures, setting_of
from tieout.reading.document import Block, Document


def reading(text: str, language: str = "en", date: str | None = "2024-05-02") -> Reading:
    """The text as one paragraph of a document of 2 May 2024."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    blocks = (Block("paragraph", ((0, len(text)),)),)
    document = Document(
        "example.txt", text, "txt", sha256, "example", blocks, date=date, country="PE", language=language
    )
    setting = setting_of(document, language)
    return Reading(document, language, setting.passages, read_figures(setting))


def check(text: str, language: str = "en", date: str | None = "2024-05-02") -> Result:
    """What the rules say of the text."""
    return run(ReadCorpus((reading(text, language, date),)))
