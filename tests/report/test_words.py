"""The words of the interface are there in both languages, with the same places to fill, and every code has one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import tieout.report
from tieout.checks.claims import REASONS
from tieout.checks.finding import SEVERITIES
from tieout.evidence.figure import Basis, Bound, Direction, Kind
from tieout.report.sourcing import LISTED
from tieout.report.words import LANGUAGES, entries, words
from tieout.sources.citation import CitationKind
from tieout.sources.claims.claim import Reason
from tieout.sources.claims.claim import Verdict as ClaimVerdict
from tieout.sources.exports.shares import AGES
from tieout.sources.source import SourceKind
from tieout.ties.tie import TieKind, Verdict

REPORT = Path(tieout.report.__file__).parent
ROWS = [(family, key, entry) for family, table in entries().items() for key, entry in table.items()]


@pytest.mark.parametrize(("family", "key", "entry"), ROWS, ids=[f"{family}.{key}" for family, key, _ in ROWS])
def test_both_languages_say_it(family: str, key: str, entry: dict[str, str]) -> None:
    assert sorted(entry) == sorted(LANGUAGES)
    assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in entry.values()}) == 1
    assert len({text.count("|") for text in entry.values()}) == 1


@pytest.mark.parametrize(
    ("family", "codes"),
    [
        ("severity", SEVERITIES), ("severities", SEVERITIES), ("letter", SEVERITIES),
        ("verdict", get_args(Verdict)), ("verdicts", get_args(Verdict)),
        ("kind", get_args(Kind)), ("tie", get_args(TieKind)), ("direction", get_args(Direction)),
        ("bound", [bound for bound in get_args(Bound) if bound != "exact"]),
        ("claim", get_args(ClaimVerdict)), ("claims", get_args(ClaimVerdict)), ("claim_sign", LISTED),
        ("claim_reason", [r for r in get_args(Reason) if r not in (*REASONS, "no_statement", "not_cited")]),
        ("source_kind", get_args(SourceKind)), ("item", get_args(CitationKind)), ("age", AGES),
        ("basis", [basis for basis in get_args(Basis) if basis != "printed"]),
    ],
)  # fmt: skip
def test_every_code_has_its_word(family: str, codes: list[str]) -> None:
    assert sorted(entries()[family]) == sorted(codes)


def test_every_word_is_used() -> None:
    pages = [REPORT / "templates" / "page.html", REPORT / "templates" / "sources.html"]
    used = "".join(path.read_text() for path in [*REPORT.glob("*.py"), *pages])
    for family in ("page", "controls", "keys", "field", "sources", "by"):
        unused = [key for key in entries()[family] if f'"{key}"' not in used]
        assert not unused, family


def test_an_unknown_code_is_shown_itself() -> None:
    assert words("es").name("reason", "never_heard_of") == "never heard of"


def test_forms_and_counts() -> None:
    assert words("en").plural("severities", "error", 1) == "error"
    assert words("es").plural("severities", "error", 2) == "errores"
    assert words("en").number(12345) == "12\u202f345"
    assert words("xx").language == "en"
