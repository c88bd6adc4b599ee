"""Limits on what a hostile or broken file may cost. What a limit cuts off is recorded as a Loss or is a fault.

They are far above any real report: the longest country report seen has 700 pages. `Limits` are the user's to set; the
constants below it belong to the readers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost. A file that breaks a limit is named, and the others are read all the same."""

    file_mb: int = 200
    """A larger file is refused."""
    seconds: float = 120.0
    """Reading one file, with its figures, takes no longer."""
    memory_mb: int = 4_000
    """Memory of the process that reads one file."""
    ocr: bool = True
    """Whether pages that are pictures are read by OCRmyPDF, when it is installed."""
    ocr_seconds: float = 900.0
    """OCR of one file takes no longer; it is counted apart from `seconds`."""


DEFAULT = Limits()

MAX_PART_BYTES = 100_000_000
"""Unpacked size of one part of a package (a DOCX); a larger part is refused."""

MAX_PACKAGE_BYTES = 300_000_000
"""Unpacked size of all the parts of a package that are read."""

MAX_PART_RATIO = 1_000
"""Unpacked to packed size of a part above `RATIO_FROM_BYTES`; office files stay below 100."""

RATIO_FROM_BYTES = 5_000_000
"""Small parts may pack as well as they like."""

MAX_PAGES = 5_000
"""Pages of a PDF that are read; those after it are a Loss."""

MAX_PAGE_CHARACTERS = 200_000
"""Characters of one PDF page that are read; a page with more is no page of text."""

MAX_CELLS = 500_000
"""Cells of a workbook that are read; those after it are a Loss."""
