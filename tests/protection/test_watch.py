"""The doors: once a guard watches, nothing with a protected name is written or printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.cli.answers import complain, deliver, print_lines
from tieout.errors import ProtectedError
from tieout.protection.guard import Guard
from tieout.protection.watch import let_out, masked, watch, watching
from tieout.report.atomic import write_bytes, write_text

GUARD = Guard(["Quispe Huamán, María"])


def test_no_file_with_a_name_is_written(tmp_path: Path) -> None:
    with watching(GUARD):
        for name, text in (("page.html", "said Mar&iacute;a Quispe"), ("maria-quispe.html", "nothing")):
            with pytest.raises(ProtectedError) as refusal:
                write_text(tmp_path / name, text)
            assert not GUARD.meets(str(refusal.value))
        with pytest.raises(ProtectedError):
            write_bytes(tmp_path / "x.bin", b"maria_quispe")
        assert list(tmp_path.iterdir()) == []
        write_text(tmp_path / "page.html", "12 raids")
    write_text(tmp_path / "free.txt", "María Quispe")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["free.txt", "page.html"]


def test_the_folder_of_a_file_is_the_users_own(tmp_path: Path) -> None:
    folder = tmp_path / "maria-quispe"
    folder.mkdir()
    with watching(GUARD):
        write_text(folder / "page.html", "12 raids")


def test_nothing_with_a_name_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with watching(GUARD):
        with pytest.raises(ProtectedError):
            deliver("Quispe, María\n", None)
        with pytest.raises(ProtectedError):
            deliver("Quispe, María\n", tmp_path / "out.txt")
        with pytest.raises(SystemExit):
            print_lines(lambda: iter(["12 raids", "María Quispe"]))
        complain("interviews/maria quispe.docx: it is empty")
    out, err = capsys.readouterr()
    assert out == "12 raids\n"
    assert "interviews/[withheld].docx: it is empty" in err
    assert not GUARD.meets(out + err)


def test_the_guards_of_two_workspaces_both_watch() -> None:
    watch(GUARD)
    watch(Guard(["Pariamarca"]))
    watch(Guard())
    for text in ("María Quispe", "PARIAMARCA"):
        with pytest.raises(ProtectedError):
            let_out(text, "the answer")
    assert masked("María Quispe of Pariamarca") == "[withheld] of [withheld]"
