"""Limits on what a hostile or broken file may cost. What a limit cuts off is recorded as a Loss or is a fault.

They are far above any real report: the longest country report seen has 700 pages.
"""

from __future__ import annotations

MAX_FILE_BYTES = 200_000_000
"""A larger file is refused."""

MAX_PART_BYTES = 100_000_000
"""Unpacked size of one part of a package (a DOCX); a larger part is refused."""

MAX_PART_RATIO = 1_000
"""Unpacked to packed size of a part above `RATIO_FROM_BYTES`; office files stay below 100."""

RATIO_FROM_BYTES = 5_000_000
"""Small parts may pack as well as they like."""

MAX_PAGES = 5_000
"""Pages of a PDF that are read; those after it are a Loss."""

MAX_PAGE_CHARACTERS = 200_000
"""Characters of one PDF page that are read; a page with more is no page of text."""
