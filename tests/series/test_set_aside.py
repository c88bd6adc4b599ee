"""Rows set aside: told in every answer that used the table, and `--strict` stops; nothing is loaded unasked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from series.made import spec, table
from tieout.cli import app

MONTHS = "\n".join(f"{2020 + n // 12}-{n % 12 + 1:02d}-01,PE-LAL,{10 + n % 5}" for n in range(60))
COMMANDS = [
    ["data", "query", "homicide PE-LAL 2024"],
    ["series", "windows", "--series", "homicide", "--window", "2024-01-01/2024-02-29", "--place", "PE-LAL"],
    ["series", "windows", "--series", "homicide", "--window", "2025-01-01/2025-02-28", "--place", "PE-LAL"],
    [
        "series",
        "windows",
        "--series",
        "homicide",
        "--window",
        "2024-01-01/2024-02-29",
        "--place",
        "PE-LAL",
        "--format",
        "json",
    ],
    [
        "series",
        "windows",
        "--series",
        "homicide",
        "--window",
        "2024-01-01/2024-02-29",
        "--place",
        "PE-LAL",
        "--format",
        "html",
    ],
    ["series", "watch", "--place", "PE-LAL"],
    ["series", "map", "homicide PE 2024"],
    ["series", "timeline", "--series", "homicide", "--place", "PE-LAL"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:2]))
def test_every_answer_tells_them_and_strict_stops(tmp_path: Path, words: list[str]) -> None:
    store, _ = table(tmp_path, f"{MONTHS}\n2024-05-01,Atlantis,5")
    told = CliRunner().invoke(app, [*words, "--data", str(store.folder)])
    assert told.exit_code in (0, 1), told.output
    assert "set aside" in told.output
    stopped = CliRunner().invoke(app, [*words, "--strict", "--data", str(store.folder)])
    assert stopped.exit_code == 2, stopped.output
    assert "1 row set aside: the place is not known: row 62" in stopped.output
    assert stopped.output.count("\n") == 1


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:2]))
def test_strict_lets_a_clean_table_pass(tmp_path: Path, words: list[str]) -> None:
    store, _ = table(tmp_path, MONTHS)
    assert CliRunner().invoke(app, [*words, "--strict", "--data", str(store.folder)]).exit_code == 0


def test_a_tie_and_its_finding_tell_them(tmp_path: Path) -> None:
    store, _ = table(tmp_path, f"{MONTHS}\n2024-05-01,Atlantis,5", spec())
    report = tmp_path / "report.txt"
    report.write_text("The Ministry of Health registered 900 homicides in La Libertad in 2024.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["check", str(report), "--country", "PE", "--data", str(store.folder)])
    assert "rows of rows.csv that were set aside: 1" in done.output, done.output


def test_windows_that_overlap_are_told_and_strict_stops(tmp_path: Path) -> None:
    store, _ = table(tmp_path, MONTHS)
    file = tmp_path / "w.csv"
    file.write_text("start,end,place\n2024-01-01,2024-02-29,PE-LAL\n2024-02-01,2024-03-31,PE-LAL\n", encoding="utf-8")
    words = ["series", "windows", "--series", "homicide", "--windows", str(file), "--data", str(store.folder)]
    told = CliRunner().invoke(app, [*words, "--lang", "es"])
    assert "filas 2 y 3: ventanas superpuestas en PE-LAL" in told.output
    assert CliRunner().invoke(app, [*words, "--strict"]).exit_code == 2


def test_a_check_without_tables_loads_no_database(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Police counted 12 raids in 2023.\n", encoding="utf-8")
    code = (
        "import sys; from tieout.cli import app\n"
        f"try: app(['check', {str(report)!r}], standalone_mode=False)\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"duckdb", "altair", "numpy", "scipy"} & set(out.split())
