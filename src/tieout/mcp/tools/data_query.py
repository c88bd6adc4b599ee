"""`data_query`: a plain question to the official tables of the workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from pydantic import Field

from tieout.mcp.desk import Desks
from tieout.mcp.shapes import Table
from tieout.series.answers import record, shown_with_unit
from tieout.series.question import ask, parse
from tieout.series.store import Store

Question = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        description="A measure, a place (ISO 3166), one period or two, and value, change, difference, rate, share or "
        "rank: homicide PE-LAL 2023 2024 change",
    ),
]


def data_query(desks: Desks) -> Callable[..., Table]:
    """The tool, over these desks."""

    def data_query(question: Question) -> Table:
        """What official tables say. Each table and each release answers for itself, with its authority, its exact
        value, how many rows it was counted from, and what to know beside it."""
        scope = desks.now().workspace.scope
        if scope.data is None:
            return Table(said="This workspace has no official tables: its settings name no folder of data.")
        answers = list(ask(Store(Path(scope.data)), parse(question)))
        if not answers:
            return Table(said="No table at hand counts this in this country.")
        known = sum(answer.value is not None for answer in answers)
        rows = [{**record(answer), "said": shown_with_unit(answer)} for answer in answers]
        for row in rows:
            del row["sql"]  # It names files of this machine.
        return Table(said=f"{known} of {len(answers)} tables answer.", results=rows)

    return data_query
