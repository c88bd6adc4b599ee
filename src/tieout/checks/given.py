"""What rules may need besides the documents, loaded as the request says. Each entry is named as in a rule's `needs`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.checks.request import Request
from tieout.errors import UsageError

if TYPE_CHECKING:
    from tieout.series.store import Store


def given(request: Request) -> Mapping[str, object]:
    """Name of a need (`library`, `series`, …) to what meets it. Rules find it as `case.given[name]`."""
    at_hand: dict[str, object] = {}
    if request.data is not None:
        at_hand["series"] = _tables(request.data)
    return at_hand


def _tables(folder: Path) -> Store:
    """The official tables of a folder. UsageError when it holds none."""
    from tieout.series.store import Store

    store = Store(folder)
    if not store.tables():
        raise UsageError(f"{folder}: holds no tables; `tieout data add NAME FILE --spec SPEC` stores one")
    return store
