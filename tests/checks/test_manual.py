"""docs/rules.md is what the rules say of themselves."""

from __future__ import annotations

from pathlib import Path

from tieout.checks.manual import manual

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_manual_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual(), (
        "write it again: python -m tieout.checks.manual > docs/rules.md"
    )
