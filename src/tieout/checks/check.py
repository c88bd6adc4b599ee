"""Checking files: read each one, record its figures, run the rules. What could not be read is part of the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tieout.checks.baseline import read_baseline, with_known
from tieout.checks.decisions import read_decisions, review_file, with_decisions
from tieout.checks.given import given
from tieout.checks.request import Hints, Request
from tieout.checks.result import Result
from tieout.checks.run import run
from tieout.errors import UnreadableError
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.file import read_file
from tieout.reading.folder import documents_named
from tieout.reading.limited import each_limited
from tieout.reading.limits import DEFAULT, Limits
from tieout.reading.sidecar import About
from tieout.sources.claims.claim import Claim

if TYPE_CHECKING:
    from tieout.sources.claims.against import Against
    from tieout.sources.holdings import Held


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer for some files: what was read, what it says, and the files that could not be read."""

    readings: tuple[Reading, ...]
    result: Result
    unreadable: tuple[UnreadableError, ...]
    claims: tuple[Claim, ...] = ()
    """The sentences held against a library, when one is given."""
    texts: tuple[Held, ...] = ()
    """The texts of that library."""


def read_files(
    paths: Iterable[str | Path],
    hints: Hints | None = None,
    limits: Limits = DEFAULT,
    done: Callable[[Path], None] | None = None,
) -> tuple[list[Reading], list[UnreadableError]]:
    """Read files and their figures, in the order given, each once; one that cannot be read does not stop the others.

    A folder stands for the documents in it. Each file is held to the limits, in a process that may fail alone. `done`
    is told of each file that was dealt with.
    """
    named = documents_named(paths)
    known = About(hints.date, hints.country, hints.language) if hints else About()
    outcomes = each_limited(partial(read_file, hints=known, limits=limits), named.files, limits, done)
    unreadable = [o for o in outcomes if isinstance(o, UnreadableError)]
    return [o for o in outcomes if isinstance(o, Reading)], [*unreadable, *named.left_out]


def check(
    paths: str | Path | Sequence[str | Path],
    request: Request | None = None,
    done: Callable[[Path], None] | None = None,
) -> Checked:
    """Check files, or the documents of folders, as the request says.

    Files that cannot be read are in `unreadable`; the others are checked all the same. `done` is told of each file
    that was read or could not be.
    """
    request = request or Request()
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    readings, unreadable = read_files(files, request.hints, request.limits, done)
    at_hand = given(request)
    result = run(ReadCorpus(tuple(readings)), at_hand, request)
    against = cast("Against | None", at_hand.get("library"))
    claims = tuple(c for r in readings for c in against.claims(r)) if against is not None else ()
    faults = (*unreadable, *against.holdings.unreadable) if against is not None else tuple(unreadable)
    texts = tuple(against.holdings.texts) if against is not None else ()
    return Checked(tuple(readings), settled(result, readings, request), faults, claims, texts)


def settled(result: Result, readings: Sequence[Reading], request: Request) -> Result:
    """The result with what is known of its findings: from the baseline, and from the reviews beside the documents."""
    if request.baseline is not None:
        result = with_known(result, readings, read_baseline(request.baseline))
    decisions = [row for r in readings for row in read_decisions(review_file(r.document.path))]
    return with_decisions(result, readings, decisions) if decisions else result
