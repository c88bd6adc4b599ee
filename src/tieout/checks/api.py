"""Tieout from Python: `tieout.check(path)`. The same engine as the command line, and no settings file is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tieout.checks.check import Checked
from tieout.checks.check import check as check_files
from tieout.checks.choice import chosen, split
from tieout.checks.finding import Finding
from tieout.checks.request import Hints, Request
from tieout.errors import UnreadableError, UsageError
from tieout.evidence.figure import Figure
from tieout.language.countries import alpha2
from tieout.language.edtf import is_date
from tieout.language.tables import LANGUAGES
from tieout.reading.document import Document
from tieout.ties.tie import Tie


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found. `loud` says whether anything in it may fail a check."""

    checked: Checked

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents read; `document.text[f.start:f.end]` is the quote of every record."""
        return tuple(reading.document for reading in self.checked.readings)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of every document, in text order."""
        return tuple(figure for reading in self.checked.readings for figure in reading.figures)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, the surest first; those silenced in the draft are not among them."""
        return self.checked.result.findings

    @property
    def silenced(self) -> tuple[Finding, ...]:
        """The findings that the draft silences."""
        return self.checked.result.silenced

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Figures that must relate in one way, and whether they do."""
        return self.checked.result.ties

    @property
    def unreadable(self) -> tuple[UnreadableError, ...]:
        """The files that could not be read, each with what is wrong and what to do."""
        return self.checked.unreadable

    @property
    def loud(self) -> tuple[Finding, ...]:
        """The findings that nobody dismissed and no baseline knows."""
        return tuple(finding for finding in self.findings if finding.loud)

    def records(self, *, quotes: bool = True) -> dict[str, Any]:
        """The whole answer as docs/records.md describes it."""
        from tieout.checks.wire import answer

        return answer(self.checked, quotes=quotes)

    def __repr__(self) -> str:
        counted = [f"{len(self.documents)} documents", f"{len(self.figures)} figures", f"{len(self.findings)} findings"]
        return f"<Result {', '.join(counted)}>"


def check(
    paths: str | Path | Sequence[str | Path],
    *,
    date: str | None = None,
    country: str | None = None,
    language: str | None = None,
    lang: str = "en",
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    baseline: str | Path | None = None,
    data: str | Path | None = None,
    scores: str | Path | None = None,
    framework: str | None = None,
    against: str | Path | None = None,
    complete: bool = False,
) -> Result:
    """Check files, or the documents of folders.

    The arguments are the options of `tieout check`; a wrong one raises UsageError.
    """
    if lang not in LANGUAGES:
        raise UsageError(f"lang={lang!r}: Tieout speaks {' and '.join(LANGUAGES)}")
    if language is not None and language not in LANGUAGES:
        raise UsageError(f"language={language!r}: only {' and '.join(LANGUAGES)} are read")
    if date is not None and not is_date(date):
        raise UsageError(f"date={date!r}: not a date; write 2025-07-08, 2025-07 or 2025")
    code = alpha2(country) if country is not None else None
    if country is not None and code is None:
        raise UsageError(f"country={country!r}: not an ISO 3166-1 code, such as PE or PER")
    request = Request(
        hints=Hints(date, code, language),
        lang=lang,
        select=split([select] if isinstance(select, str) else select),
        ignore=split([ignore] if isinstance(ignore, str) else ignore),
        baseline=_path(baseline),
        data=_path(data),
        scores=_path(scores),
        framework=framework,
        against=_path(against),
        complete=complete,
    )
    chosen(request.select, request.ignore)
    return Result(check_files(paths, request))


def _path(given: str | Path | None) -> Path | None:
    return Path(given) if given is not None else None
