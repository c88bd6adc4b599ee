"""The parameters that several tools take, with their limits."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

MOST, TEXT = 50, 8_000
"""Results of one answer; characters of a text to check."""

Limit = Annotated[int, Field(ge=1, le=MOST, description="How many results at most.")]
Offset = Annotated[int, Field(ge=0, le=1_000_000, description="How many results to pass over, to go on from there.")]
Words = Annotated[str, Field(min_length=1, max_length=400)]
Measure = Annotated[
    str | None, Field(max_length=200, description="What is counted, in English or Spanish: homicides, extortion.")
]
Place = Annotated[
    str | None, Field(max_length=100, description="Name or ISO 3166 code of a place: La Libertad, PE-LAL, PE.")
]
Period = Annotated[
    str | None, Field(max_length=40, description="EDTF date or interval: 2024, 2024-03, 2022-12/2023-06.")
]
Language = Annotated[Literal["en", "es"] | None, Field(description="Only documents in this language.")]
Source = Annotated[str | None, Field(max_length=200, description="Key of one document, as other tools give it.")]
Country = Annotated[str | None, Field(max_length=3, description="ISO 3166-1 code; that of the workspace if left out.")]
