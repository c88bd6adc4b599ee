"""docs/rules-of-reports.md: all 48 rules of reports, only codes that exist, and every code on sources and structure."""

from __future__ import annotations

import re
from pathlib import Path

from tieout.checks.register import rules

PAGE = (Path(__file__).parents[3] / "docs" / "rules-of-reports.md").read_text(encoding="utf-8")
CODES = {rule.code for rule in rules()}


def test_every_rule_of_reports_has_one_row() -> None:
    rows = re.findall(r"^\| (R\d\d) \|", PAGE, re.MULTILINE)
    assert rows == [f"R{number:02d}" for number in range(1, 49)]


def test_every_code_exists() -> None:
    assert set(re.findall(r"\b[ACDGINSX]\d{3}\b", PAGE)) <= CODES


def test_every_code_of_these_families_is_in_the_table() -> None:
    mine = {code for code in CODES if code[0] in "NSG" or code.startswith(("C30", "C31", "C32"))}
    assert mine <= set(re.findall(r"\b[A-Z]\d{3}\b", PAGE))


def test_each_rule_names_its_clause() -> None:
    for rule in rules():
        if rule.code[0] in "CNSG":
            assert re.match(r"R\d\d ", rule.clause), rule.code
