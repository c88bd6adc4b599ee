"""Tieout from Python: `tieout.check(path)`. The same engine as the command line, and no settings file is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tieout.checks.api import Result
from tieout.checks.check import check as check_files
from tieout.checks.choice import chosen, split
from tieout.checks.request import Hints, Request
from tieout.errors import UsageError
from tieout.language.countries import alpha2
from tieout.language.edtf import is_date
from tieout.language.tables import LANGUAGES
from tieout.workspace.holdings import holdings_at


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

    The arguments are the options of `tieout check`; a wrong one raises UsageError. `against` may be a workspace too.
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
        holdings=holdings_at(Path(against)) if against is not None else None,
        complete=complete,
    )
    chosen(request.select, request.ignore)
    return Result(check_files(paths, request))


def _path(given: str | Path | None) -> Path | None:
    return Path(given) if given is not None else None
