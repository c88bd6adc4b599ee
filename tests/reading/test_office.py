"""Real files: what LibreOffice makes of the example report reads like the Word file it was made from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reading.sound import check_sound
from tieout.reading.document import Document
from tieout.reading.read import read

REPORT = Path(__file__).resolve().parents[2] / "examples" / "peru" / "rights_report.docx"
OFFICE = shutil.which("soffice")


def shape(document: Document) -> list[tuple[object, ...]]:
    """The blocks with their words, and the marks and links."""
    blocks = [
        (b.kind, b.level, b.label, b.table, b.row, b.col, b.header, document.text[b.start : b.end])
        for b in document.blocks
    ]
    spans = [(s.kind, s.label, s.target) for s in document.spans if s.kind in ("note_mark", "link")]
    return [*blocks, *spans]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["odt", "rtf"])
def test_what_libreoffice_saves_reads_like_the_word_file(tmp_path: Path, suffix: str) -> None:
    assert OFFICE is not None
    command = [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", tmp_path, REPORT], check=True, timeout=180, capture_output=True)
    document = read(tmp_path / f"rights_report.{suffix}")
    check_sound(document)
    assert shape(document) == shape(read(REPORT))
    assert document.losses == ()
