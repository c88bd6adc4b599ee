"""The command line: outputs, exit codes, and errors a user can act on."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tieout.cli import app

SOUND = "In 2023 police recorded 1,310 ordinary and 185 special stations, 1,495 in total.\n"
BROKEN = "Complaints rose from 4,738 in 2021 to 22,681 in 2023, an increase of 479 percent.\n"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No command opens a socket."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a command asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)


def tieout(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.txt"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_check_shows_the_finding_with_its_arithmetic_and_what_was_read(broken: Path) -> None:
    result = tieout("check", broken)
    assert result.exit_code == 1
    assert f"{broken}:1:" in result.stdout
    assert "error A101 change-mismatch" in result.stdout
    assert "378.7 percent" in result.stdout
    assert "“479 percent”" in result.stdout
    assert "Ties: 1 hold, 1 break, 0 stay open." in result.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code(broken: Path, fail_on: str, code: int) -> None:
    assert tieout("check", broken, "--fail-on", fail_on).exit_code == code


def test_sound_text_exits_with_0(sound: Path) -> None:
    result = tieout("check", sound)
    assert result.exit_code == 0
    assert "Findings: none." in result.stdout


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(broken: Path, tmp_path: Path) -> None:
    missing, empty = tmp_path / "missing.pdf", tmp_path / "empty.txt"
    empty.touch()
    result = tieout("check", missing, broken, empty)
    assert result.exit_code == 3
    assert "A101" in result.stdout
    complaints = result.stderr.splitlines()
    assert len(complaints) == 2
    assert str(missing) in complaints[0]
    assert str(empty) in complaints[1]
    assert "Traceback" not in result.output


def test_nothing_to_check_exits_with_2(tmp_path: Path) -> None:
    result = tieout("check", tmp_path / "missing.pdf", "--format", "html")
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--date", "yesterday"],
        ["--country", "Peruvia"],
        ["--language", "fr"],
        ["--format", "xml"],
        ["--fail-on", "info"],
        ["--complete"],
        ["--annotate", "copy.txt"],
        ["--annotate", "no/folder/copy.docx"],
    ],
)
def test_wrong_usage_exits_with_2(sound: Path, arguments: list[str]) -> None:
    result = tieout("check", sound, *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_json_has_the_contract(broken: Path) -> None:
    answer = json.loads(tieout("check", broken, "--format", "json").stdout)
    assert set(answer) == {
        "findings",
        "silenced",
        "healed",
        "ties",
        "claims",
        "notes",
        "sources",
        "documents",
        "texts",
        "not_checked",
    }
    (finding,) = answer["findings"]
    text = broken.read_text(encoding="utf-8")
    assert text[finding["start"] : finding["end"]] == finding["text"] == "479 percent"
    for place in [*finding["evidence"], *(m for t in answer["ties"] for m in t["members"])]:
        assert text[place["start"] : place["end"]] == place["text"]


@pytest.mark.parametrize("format", ["text", "json", "html"])
def test_no_quotes_leaves_the_documents_words_out(broken: Path, format: str) -> None:
    out = tieout("check", broken, "--format", format, "--no-quotes").stdout
    assert "Complaints" not in out
    assert "378.7" in out


def test_html_is_one_page(broken: Path) -> None:
    out = tieout("check", broken, "--format", "html").stdout
    assert out.lower().startswith("<!doctype html>")
    assert "A101" in out


def test_out_writes_the_whole_file_and_nothing_else(broken: Path, tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    assert tieout("check", broken, "--format", "json", "--out", target).stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["findings"]
    assert {p.name for p in tmp_path.iterdir()} == {"answer.json", "broken.txt"}
    assert tieout("check", broken, "--out", tmp_path / "no" / "folder.txt").exit_code == 2


def test_out_never_overwrites_a_document(broken: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(broken)
    for target in (broken, link):
        result = tieout("check", broken, "--out", target)
        assert result.exit_code == 2
        assert broken.read_text(encoding="utf-8") == BROKEN
    assert link.is_symlink()


def test_out_follows_links_and_gives_usual_permissions(broken: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "answer.txt", tmp_path / "link.txt"
    target.touch(0o644)
    link.symlink_to(target)
    tieout("check", broken, "--out", link)
    assert link.is_symlink()
    assert "A101" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o644


def test_a_file_named_twice_is_read_once(broken: Path) -> None:
    assert "Read 1 document " in tieout("check", broken, broken).stdout


def test_the_command_itself_prints_one_line_for_faults(tmp_path: Path) -> None:
    """The installed command, in a process of its own: usage, a full disk, an early-closed pipe."""

    def run(arguments: str) -> subprocess.CompletedProcess[str]:
        command = f"{sys.executable} -m tieout {arguments}"
        return subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)

    (tmp_path / "a.txt").write_text(BROKEN, encoding="utf-8")
    assert run("check").returncode == 2
    assert "Traceback" not in run("check a.txt | head -c 1").stderr
    assert (run("check a.txt >&-").returncode, run("check a.txt >&-").stderr) == (1, "")
    if Path("/dev/full").exists():
        full = run("check a.txt > /dev/full")
        assert full.returncode == 2
        assert len(full.stderr.splitlines()) == 1


def test_figures_as_json_lines(sound: Path) -> None:
    rows = [json.loads(line) for line in tieout("figures", sound, "--format", "jsonl").stdout.splitlines()]
    assert [row["value"] for row in rows] == [1310, 185, 1495]
    assert all(SOUND[row["start"] : row["end"]] == row["text"] for row in rows)
    assert rows[0]["period"] == "2023"


def test_figures_as_csv_run_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "=cmd.txt"
    path.write_text("The fall was -8.3% in 2020.\n", encoding="utf-8")
    rows = list(csv.reader(io.StringIO(tieout("figures", path, "--format", "csv").stdout)))
    assert rows[0][0] == "doc"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows[1:] for cell in row)


def test_figures_as_a_table(sound: Path) -> None:
    lines = tieout("figures", sound).stdout.splitlines()
    assert lines[0].split()[:2] == ["start", "text"]
    assert len(lines) == 4


def test_a_table_of_several_documents_names_them(sound: Path, broken: Path) -> None:
    lines = tieout("figures", sound, broken).stdout.splitlines()
    assert lines[0].split()[:2] == ["doc", "start"]
    assert lines[1].startswith(str(sound)[:30])


def test_read_prints_the_text(sound: Path, tmp_path: Path) -> None:
    assert tieout("read", sound).stdout == SOUND
    assert tieout("read", tmp_path / "missing.txt").exit_code == 2


def test_rules_and_explain() -> None:
    assert "A101  error   change-mismatch" in tieout("rules").stdout
    page = tieout("explain", "a101").stdout
    assert "change-mismatch" in page
    assert tieout("explain", "A999").exit_code == 2


def test_hints_reach_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Se registraron 40 denuncias.\n", encoding="utf-8")
    row = json.loads(tieout("figures", path, "--format", "jsonl", "--country", "PER", "--language", "es").stdout)
    assert row["place_code"] == "PE"


def test_a_folder_stands_for_its_documents(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "more.md").write_text(SOUND, encoding="utf-8")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    result = tieout("check", tmp_path)
    assert result.exit_code == 3
    assert "Read 2 documents " in result.stdout
    assert "old.doc: " in result.stderr
    assert tieout("check", tmp_path, "--out", broken).exit_code == 2
    assert broken.read_text(encoding="utf-8") == BROKEN
    assert "give one draft at a time" in tieout("check", tmp_path, "--annotate", "copy.docx").stderr


def test_a_file_that_may_not_be_opened_does_not_stop_the_others(
    broken: Path, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be searched is no fault of the settings, nor of the answer."""
    real = Path.open

    def opened(path: Path, *arguments: Any, **options: Any) -> Any:
        if path == sound:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr("os.access", lambda path, *_: str(path) != str(sound))
    result = tieout("check", broken, sound)
    assert result.exit_code == 3
    assert result.stderr == f"tieout: {sound}: it may not be opened; ask for permission to read it\n"
    assert "A101" in result.stdout


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif", "html"])
def test_a_file_name_that_is_no_utf8_is_written(tmp_path: Path, format: str) -> None:
    path = tmp_path / os.fsdecode(b"informe_Per\xfa.txt")
    try:
        path.write_text(BROKEN, encoding="utf-8")
    except OSError:
        pytest.skip("the file system wants UTF-8")
    out, known = tmp_path / "out", tmp_path / "known.json"
    assert tieout("check", path, "--format", format, "--out", out).exit_code == 1
    assert "informe_Per" in out.read_text(encoding="utf-8")
    tieout("check", path, "--write-baseline", known)
    assert "Of the findings 1 known." in tieout("check", path, "--baseline", known).stdout


def test_a_command_misspelt() -> None:
    assert "did you mean check?" in tieout("chek").output
    assert "did you mean" not in tieout("xyz").output
