"""The Scope of a workspace: the country, the reference period and the terms that its documents were gathered for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """What the table `[workspace]` of `tieout.toml` says; None where it says nothing."""

    title: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    period: str | None = None
    """The reference period, EDTF: `2023-01/2025-06`."""
    terms: str | None = None
    """File of the terms of reference, from the folder of the settings."""
    framework: str | None = None
    """Framework of the country page's indicators: an id or a file; the shipped one when None."""
    scores: str | None = None
    """Table of an index's scores."""
    data: str | None = None
    """Folder of official tables."""
    protect: tuple[str, ...] = ()
    """Names and words that must never leave the workspace."""
    persons: bool = False
    """Whether natural persons may be records."""
