"""Writes the page of docs/ that is made from the code: `docs/rules.md`."""

from __future__ import annotations

from pathlib import Path

from tieout.checks.manual import manual

DOCS = Path(__file__).parents[1] / "docs"


def main() -> None:
    """Write the page."""
    (DOCS / "rules.md").write_text(manual(), encoding="utf-8")


if __name__ == "__main__":
    main()
