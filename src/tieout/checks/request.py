"""What a user asks of a check besides the files: hints, what rules may use, which findings matter. Holds no answers.

To add an option: a field here with a default, its line in `given.py` when rules need something loaded for it, and the
option in cli/check.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.checks.silence import Standing
from tieout.reading.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from tieout.sources.holdings import Holdings


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user says of a file that the file does not hold. EDTF date, ISO 3166-1 country, `en` or `es`."""

    date: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One check as asked for. Everything has a default: `Request()` is `tieout check FILE`."""

    hints: Hints = Hints()
    lang: str = "en"
    """The language Tieout speaks in, `en` or `es`; that of the documents is a hint."""
    select: tuple[str, ...] = ()
    """Codes, families or names of the rules to run; all when empty."""
    ignore: tuple[str, ...] = ()
    """Those not to run."""
    silences: tuple[Standing, ...] = ()
    """What the settings silence."""
    baseline: Path | None = None
    """A file of known findings."""
    data: Path | None = None
    """A folder of official tables that figures are held against."""
    scores: Path | None = None
    """A table of an index's scores that profiles are held against."""
    framework: str | None = None
    """The framework of those scores: an id or a TOML file."""
    against: Path | None = None
    """A library, or a folder of texts, that sentences are held against."""
    holdings: Holdings | None = None
    """The texts of a workspace, opened already, in place of `against`."""
    complete: bool = False
    """Whether that library holds all that a document may cite."""
    protect: tuple[str, ...] = ()
    """Names that must not stand in the documents."""
    limits: Limits = DEFAULT
    """What reading one file may cost."""
