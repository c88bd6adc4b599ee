"""Figures held against tables: what holds, what breaks, what stays open and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.examples import reading, tables
from tieout.checks.check import check
from tieout.checks.official.asked import is_whole, question_of, table
from tieout.checks.official.ties import data_ties
from tieout.checks.request import Hints, Request
from tieout.checks.wire import answer

CASES = [
    ("The National Police registered 22,369 complaints of extortion in Peru in 2024.", "holds", None),
    ("The National Police registered 22,200 complaints of extortion in Peru in 2024.", "holds", "within_revision"),
    ("The National Police registered 31,400 complaints of extortion in Peru in 2024.", "breaks", None),
    ("The National Police registered more than 9,000 complaints of extortion in Peru in 2024.", "open", "soft_only"),
    ("The Public Ministry registered 31,400 complaints of extortion in Peru in 2024.", "open", "other_authority"),
    ("There were 31,400 complaints of extortion in Peru in 2024.", "open", "no_authority"),
    ("The National Police registered 31,400 complaints of extortion in Peru in 2022.", "open", "no_coverage"),
    ("The National Police registered 31,400 deaths by homicide in Peru in 2024.", "open", "other_definition"),
    ("La Policía Nacional registró 22.369 denuncias por extorsión en el Perú en 2024.", "holds", None),
    ("La Policía Nacional registró 31.400 denuncias por extorsión en el Perú en 2024.", "breaks", None),
]


@pytest.mark.parametrize(("text", "verdict", "reason"), CASES, ids=[text for text, _, _ in CASES])
def test_a_figure_against_the_table(text: str, verdict: str, reason: str | None) -> None:
    language = "es" if text.startswith("La ") else "en"
    (tie,) = data_ties(reading(text, language, "2025-05-02"), tables())
    assert (tie.kind, tie.verdict, tie.reason) == ("data", verdict, reason)
    assert tie.source is not None
    assert (tie.source.series, tie.source.vintage) == ("complaints", "2026-02")


SILENT = [
    "The National Police registered 31,400 complaints of cattle rustling in Peru in 2024.",
    "The National Police registered 31,400 complaints of extortion.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_no_table_counts_is_not_asked(text: str) -> None:
    one = reading(text, "en", None)
    assert [q for f in one.figures if (q := question_of(f, "en")) and list(data_ties(one, tables()))] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_only_the_whole_of_a_thing_is_asked(language: str) -> None:
    for row in table()[language]["examples"]:
        assert is_whole(row["measure"], row["concept"], language) is row["whole"], row


def test_the_answer_names_series_vintage_authority_and_query(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"{CASES[2][0]}\n", encoding="utf-8")
    whole = answer(check(path, Request(hints=Hints(country="PE", date="2025-05-02"), data=tables().folder)))
    (tie,) = [tie for tie in whole["ties"] if tie["kind"] == "data"]
    assert (tie["series"], tie["vintage"], tie["authority"]) == ("complaints", "2026-02", "Peruvian National Police")
    assert tie["query"].startswith("SELECT sum(value)")
    assert [finding["rule"] for finding in whole["findings"]] == ["X801"]
    assert "does not match the table we have" in whole["findings"][0]["message"]
