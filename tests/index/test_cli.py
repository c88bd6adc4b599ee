"""The commands: every format, mistakes as lines with exit code 2, nothing stored half."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from index.made import SCORES, SMALL
from tieout.cli import app
from tieout.errors import TieoutError

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `tieout index …` in a folder with a framework `f.toml`, its scores `s.csv`, and older ones `o.csv`."""
    monkeypatch.chdir(tmp_path)
    Path("f.toml").write_text(SMALL, encoding="utf-8")
    Path("s.csv").write_text(SCORES, encoding="utf-8")
    Path("o.csv").write_text(SCORES.replace("7,6,5,4", "6.5,6,5,4"), encoding="utf-8")

    def call(*words: str, code: int = 0) -> Result:
        outcome = CliRunner().invoke(app, ["index", *words])
        if isinstance(outcome.exception, TieoutError):  # `main` turns these into one line and code 2
            assert code == 2, outcome.exception
            return outcome
        assert outcome.exit_code == code, outcome.output
        return outcome

    return call


TABLE = ("-f", "f.toml", "-s", "s.csv")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_score(run: Run) -> None:
    found = rows(run("score", *TABLE, "--format", "csv").stdout)
    assert list(found[0])[:6] == ["iso3", "country", "top", "left", "right", "other"]
    peru = next(row for row in found if row["iso3"] == "PER")
    assert (peru["top"], peru["rank_top_world"], peru["rank_top_region"], peru["quadrant"]) == (
        "5.75",
        "2",
        "1",
        "high-low",
    )
    record = json.loads(run("score", *TABLE, "--format", "json").stdout)
    one = next(c for c in record["countries"] if c["iso3"] == "PER")
    assert one["aggregates"]["top"]["exact"] == "23/4"
    assert Fraction(one["aggregates"]["top"]["exact"]) == Fraction(23, 4)
    assert one["aggregates"]["top"]["ranks"]["world"] == {"rank": 2, "of": 4, "group": None, "equal": 1}
    assert "Peru" in run("score", *TABLE).stdout


def test_rank(run: Run) -> None:
    found = rows(run("rank", *TABLE, "--format", "csv", "--intervals", "--replicates", "50").stdout)
    assert [row["iso3"] for row in found] == ["MEX", "ECU", "PER", "CHL"]
    assert [row["rank"] for row in found] == ["1", "2", "2", "4"]
    assert all(int(row["low"]) <= int(row["rank"]) <= int(row["high"]) for row in found)
    found = json.loads(run("rank", *TABLE, "--by", "other", "--within", "region", "--format", "json").stdout)
    assert [row["iso3"] for row in found] == ["MEX", "CHL", "ECU", "PER"]
    page = run("rank", *TABLE, "--format", "html", "--previous", "o.csv", "--language", "es").stdout
    assert "Clasificación" in page
    assert "known are top, left, right, other" in run("rank", *TABLE, "--by", "bottom", code=2).output
    assert "ranks within world, region" in run("rank", *TABLE, "--within", "continent", code=2).output


def test_compare(run: Run) -> None:
    found = rows(run("compare", "o.csv", "s.csv", "-f", "f.toml", "--country", "PER", "--format", "csv").stdout)
    changes = {row["node"]: row["change"] for row in found}
    assert (changes["a"], changes["left"], changes["top"], changes["other"]) == ("0.50", "0.25", "0.13", "0.00")
    record = json.loads(run("compare", "o.csv", "s.csv", "-f", "f.toml", "--format", "json").stdout)
    top = next(c for c in record["changes"] if (c["iso3"], c["node"]) == ("PER", "top"))
    assert top["change"] == {"shown": "0.13", "exact": "1/8"}


def test_robust(run: Run) -> None:
    found = rows(run("robust", *TABLE, "--replicates", "60", "--format", "csv").stdout)
    assert {"all_low", "noise_high", "weights_low", "mean_low", "leave_out_high"} <= set(found[0])
    record = json.loads(run("robust", *TABLE, "--doubt", "noise", "--replicates", "60", "--format", "json").stdout)
    assert list(record["doubts"]) == ["noise"]
    assert record["doubts"]["noise"]["MEX"]["rank"] == 1


def test_profile(run: Run) -> None:
    said = run("profile", "Perú", *TABLE, "--previous", "o.csv").stdout
    assert "Peru (PER, South America): Small 2024" in said
    assert "(+0.13)" in said
    record = json.loads(run("profile", "PER", *TABLE, "--previous", "o.csv", "--format", "json").stdout)
    assert record["changes"][0]["change"]["exact"] == "1/8"
    Path("report.txt").write_text("Alpha rose by 12 percent in 2023.\n", encoding="utf-8")
    page = run("profile", "PER", *TABLE, "--format", "html", "--documents", "report.txt", "--out", "p.html")
    assert page.stdout == ""
    assert "Alpha rose by 12 percent in 2023." in Path("p.html").read_text(encoding="utf-8")
    assert "no country of this code" in run("profile", "Atlantis", *TABLE, code=2).output
    assert "the scores have no row for FRA" in run("profile", "FRA", *TABLE, code=2).output


def test_evidence(run: Run) -> None:
    folder = Path("docs")
    folder.mkdir()
    (folder / "one.txt").write_text("Alpha rose by 12 percent in 2023.\n", encoding="utf-8")
    said = run("evidence", "PER", "a", *TABLE, "--documents", "docs").stdout
    assert "12 percent" in said
    record = json.loads(run("evidence", "PER", "a", *TABLE, "--documents", "docs", "--format", "json").stdout)
    assert record["reports"][0]["reported"] == "up"
    assert "4 of 4 scores of PER have nothing behind them" in run("evidence", "PER", *TABLE).stdout
    assert "known are a, b, c, d" in run("evidence", "PER", "zeta", *TABLE, code=2).output
    assert "give files or a folder with --documents" in run("evidence", "PER", "a", *TABLE, code=2).output


def test_import_writes_all_or_nothing(run: Run) -> None:
    run("import", "s.csv", "-f", "f.toml", "-o", "in.csv")
    run("import", "in.csv", "-f", "f.toml", "-o", "in.parquet")
    run("import", "in.parquet", "-f", "f.toml", "--tidy", "-o", "tidy.csv")
    first = run("score", *TABLE, "--format", "csv").stdout
    for name in ("in.csv", "in.parquet", "tidy.csv"):
        assert run("score", "-f", "f.toml", "-s", name, "--format", "csv").stdout == first
    Path("bad.csv").write_text(SCORES.replace("2.5", "2.7").replace("9,9,10", "9,9,11"), encoding="utf-8")
    said = run("import", "bad.csv", "-f", "f.toml", "-o", "out.csv", code=2).output
    assert "bad.csv, row 4, column 'a': 2.7 is between two steps" in said
    assert "bad.csv, row 5, column 'c': 11 is off the scale" in said
    assert not Path("out.csv").exists()
    assert "it is one of the documents" in run("import", "s.csv", "-f", "f.toml", "-o", "s.csv", code=2).output
    assert Path("s.csv").read_text(encoding="utf-8") == SCORES


def test_new_and_validate(run: Run) -> None:
    run("new", "mine", "-o", "mine.toml")
    assert "no mistakes" in run("validate", "mine.toml", "oc-index-2023").output
    assert "it is there already" in run("new", "mine", "-o", "mine.toml", code=2).output
    Path("bad.toml").write_text(SMALL.replace("high = 10", "high = 0"), encoding="utf-8")
    said = run("validate", "bad.toml", "f.toml", code=2).output
    assert "bad.toml, line 8: the scale ends at 0" in said
    assert "f.toml: small, edition 2024" in said
    assert "oc-index-2025" in run("frameworks").stdout


def test_export_needs_a_new_folder(run: Run) -> None:
    run("export", *TABLE, "--out", "site", "--no-intervals", "--profiles", "PER")
    assert {p.name for p in Path("site").iterdir()} == {
        "scores.csv",
        "scores.json",
        "ranking.html",
        "profiles",
        "charts",
    }
    said = run("export", *TABLE, "--out", "site", code=2).output
    assert "it is there already and not empty" in said
    assert not [p for p in Path().iterdir() if p.name.startswith(".")]


def test_previous_without_a_table(run: Run) -> None:
    assert "--previous names no table" in run("profile", "PER", *TABLE, "--like-for-like", code=2).output
