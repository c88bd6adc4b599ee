"""What rules may need besides the documents, loaded as the request says. Each entry is named as in a rule's `needs`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.checks.request import Request
from tieout.errors import UsageError

if TYPE_CHECKING:
    from tieout.index.results import Results
    from tieout.series.store import Store
    from tieout.sources.claims.against import Against
    from tieout.sources.holdings import Holdings


def given(request: Request) -> Mapping[str, object]:
    """Name of a need (`library`, `series`, …) to what meets it. Rules find it as `case.given[name]`."""
    at_hand: dict[str, object] = {}
    if request.protect:
        from tieout.protection.guard import Guard

        at_hand["names"] = Guard(request.protect)
    if request.data is not None:
        at_hand["series"] = _tables(request.data)
    if request.scores is not None:
        at_hand["scores"] = _scores(request.scores, request.framework)
    if request.holdings is not None:
        at_hand["library"] = _held(request.holdings, complete=request.complete)
    elif request.against is not None:
        at_hand["library"] = _library(request.against, complete=request.complete)
    return at_hand


def _scores(path: Path, framework: str | None) -> Results:
    """The scores of an index with their aggregates and ranks. UsageError without a framework."""
    from tieout.index.frameworks import framework as framework_of
    from tieout.index.results import Results
    from tieout.index.sheet import read_scores

    if framework is None:
        raise UsageError("--scores needs --framework: an id such as oc-index-2023, or a TOML file")
    return Results(read_scores(path, framework_of(framework)))


def _library(folder: Path, *, complete: bool) -> Against:
    """The texts of a library, ready to hold sentences against. UsageError when none of them can be read."""
    from tieout.sources.holdings import read_holdings
    from tieout.sources.library import open_library

    holdings = read_holdings(open_library(folder))
    if not holdings.texts:
        raise UsageError(
            f"{folder}: holds no text that can be read; `tieout library add FILES --library {folder}` adds one"
        )
    return _held(holdings, complete=complete)


def _held(holdings: Holdings, *, complete: bool) -> Against:
    from tieout.sources.claims.against import Against

    return Against(holdings, complete=complete)


def _tables(folder: Path) -> Store:
    """The official tables of a folder. UsageError when it holds none."""
    from tieout.series.store import Store

    store = Store(folder)
    if not store.tables():
        raise UsageError(f"{folder}: holds no tables; `tieout data add NAME FILE --spec SPEC` stores one")
    return store
