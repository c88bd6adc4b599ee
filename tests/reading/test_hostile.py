"""Hostile files end in a document or in one line that names them; nothing is taken from outside, and nothing acts."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reading import hostile
from reading.hostile import READ, REFUSED, SECRET
from reading.sound import check_sound
from tieout.checks.check import check
from tieout.checks.lines import report
from tieout.errors import UnreadableError, shown
from tieout.reading.limited import read_limited
from tieout.reading.limits import Limits

LIMITS = Limits(seconds=30, memory_mb=2_000, ocr=False)


def made(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line(tmp_path: Path, name: str) -> None:
    make, words = REFUSED[name]
    path = made(tmp_path, name, make(tmp_path))
    with pytest.raises(UnreadableError) as caught:
        read_limited(path, limits=LIMITS)
    assert str(caught.value).startswith(f"{path}: ")
    assert words in str(caught.value)
    assert SECRET not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", READ)
def test_read_all_the_same(tmp_path: Path, name: str) -> None:
    make, words = READ[name]
    document = read_limited(made(tmp_path, name, make(tmp_path)), limits=LIMITS)
    check_sound(document)
    assert words in document.text
    assert SECRET not in document.text
    assert "root:" not in document.text


def test_a_file_that_takes_too_long_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    slow = made(tmp_path, "forms.pdf", hostile.pdf_of_forms_in_forms(9, 10))
    good = made(tmp_path, "good.pdf", hostile.pdf_of_many_objects(1))
    from tieout.checks.check import read_files

    start = time.monotonic()
    readings, faults = read_files([slow, good], limits=Limits(seconds=3, ocr=False))
    assert [reading.document.path for reading in readings][-1] == str(good)
    assert time.monotonic() - start < 25
    if faults:  # A PDFium that draws the forms within the time may.
        assert str(faults[0]).startswith(f"{slow}: reading it takes longer than 3 seconds; split it")


def test_a_file_that_takes_too_much_memory_is_named(tmp_path: Path) -> None:
    page = b"<html><body>" + b"<p>Police counted 12 raids in <b>2023</b>.</p>\n" * 500_000
    path = made(tmp_path, "large.html", page)
    with pytest.raises(UnreadableError, match=r"reading it takes more than 300 MB of memory; split it, or allow more"):
        read_limited(path, limits=Limits(memory_mb=300))


def test_a_pdf_bomb_ends_in_a_document_or_one_line(tmp_path: Path) -> None:
    path = made(tmp_path, "bomb.pdf", hostile.pdf_bomb(30))
    try:
        check_sound(read_limited(path, limits=Limits(seconds=10, memory_mb=1_000, ocr=False)))
    except UnreadableError as fault:
        assert str(fault).startswith(f"{path}: ")


def test_a_page_of_200_mb_is_refused_by_its_size(tmp_path: Path) -> None:
    path = made(tmp_path, "huge.html", b"<!doctype html><html><body><p>Twelve raids.")
    with path.open("r+b") as stream:
        stream.truncate(200_000_001)
    with pytest.raises(UnreadableError, match="it is larger than 200 MB; split it"):
        read_limited(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableError, match="it is no ordinary file"):
        read_limited(tmp_path / "pipe.txt")


NAMES = ["a\x1b[31mb.txt", "a\nb.txt", "a\u202etxt.b.txt", "<script>alert(1)</script>.txt", "=1+1.txt", "-o.txt"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_of_files_are_inert(tmp_path: Path, name: str) -> None:
    from tieout.evidence.csv import csv_text
    from tieout.evidence.wire import COLUMNS, row
    from tieout.report.page import page

    if "/" in name:
        name = name.replace("/", "")
    path = made(tmp_path, name, b"A rise from 100 to 150 raids, an increase of 20 percent.\n")
    checked = check(os.path.relpath(path, tmp_path) if name.startswith("=") else path)
    if not checked.readings:
        checked = check(path)
    lines = list(report(checked))
    assert all(shown(line) == line and "\n" not in line for line in lines)
    documents = [reading.document for reading in checked.readings]
    html = page(checked.result, documents, {r.document.path: r.figures for r in checked.readings})
    assert "<script>alert" not in html
    cells = next(csv.reader(io.StringIO(csv_text([list(COLUMNS), *(row(f) for f in checked.readings[0].figures)]))))
    assert not any(cell[:1] in "=+-@" for cell in cells if cell)


def test_a_file_that_is_not_there_is_named_without_its_control_characters(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_limited(tmp_path / "no\x1b[2J\nsuch.txt")
    assert "\x1b" not in str(caught.value)
    assert "no␛[2J␊such.txt: there is no such file" in str(caught.value)


WORDS = (
    "A rise from 100 to 150 </script><script>alert(1)</script><img src=x onerror=alert(1)>, an increase of 20 percent."
)
CELLS = 'Raids\tNumber\n=HYPERLINK("http://192.0.2.1")\t12\n+1\t15\n@SUM(A1)\t17\n-cmd\t19\n'


def test_script_and_markup_in_the_text_are_inert_in_the_page(tmp_path: Path) -> None:
    from tieout.report.page import page

    checked = check(made(tmp_path, "a.txt", WORDS.encode()))
    documents = [reading.document for reading in checked.readings]
    html = page(checked.result, documents, {r.document.path: r.figures for r in checked.readings})
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html


def test_cells_that_look_like_formulas_are_inert_in_csv(tmp_path: Path) -> None:
    from tieout.evidence.csv import csv_text
    from tieout.evidence.wire import COLUMNS, row

    figures = check(made(tmp_path, "a.txt", CELLS.encode())).readings[0].figures
    assert figures
    for cells in csv.reader(io.StringIO(csv_text([list(COLUMNS), *(row(f) for f in figures)]))):
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in cells)


def test_what_a_document_holds_does_not_act_on_a_terminal(tmp_path: Path) -> None:
    checked = check(made(tmp_path, "a.txt", b"From 100 to 150 raids\x1b]0;x\x07, an increase of 20\x1b[8m percent.\n"))
    assert all(shown(line) == line for line in report(checked))


def test_a_program_beside_the_document_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "re.py").write_text("open('run', 'w')")
    (tmp_path / "lxml").mkdir()
    (tmp_path / "lxml" / "__init__.py").write_text("open('run', 'w')")
    path = made(tmp_path, "a.html", b"<p>Twelve raids.</p>")
    code = f"from tieout.reading.limited import read_limited; print(read_limited({str(path)!r}).text)"
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Twelve raids."
    assert not (tmp_path / "run").exists()
