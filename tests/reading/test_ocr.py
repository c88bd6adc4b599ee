"""Scanned pages: recognised by OCRmyPDF where it is installed, named with what to do where it is not."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from reading.made import pdf
from reading.sound import check_sound
from tieout.checks.check import check
from tieout.checks.wire import answer
from tieout.errors import UnreadableError
from tieout.evidence.figures import figures_of
from tieout.reading import ocr
from tieout.reading.limits import Limits
from tieout.reading.pdf import read_pdf

WORDS = "Police counted 4,738 complaints in 2021 and 22,681 in 2023, an increase of 479 percent."
installed = pytest.mark.skipif(not ocr.is_installed(), reason="OCRmyPDF and Tesseract are not installed")


def scan(folder: Path, *, pages: int = 1, typed: bool = False) -> Path:
    """A PDF whose pages are pictures of words; with `typed`, a page of text before them."""
    page = f"#set text(size: 16pt)\n{WORDS}"
    source = pypdfium2.PdfDocument(pdf(folder, "#pagebreak()\n".join([page] * pages), "typed.pdf"))
    pictures = [source[n].render(scale=2.5).to_pil() for n in range(pages)]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=180)
    path = folder / "scan.pdf"
    if not typed:
        path.write_bytes(out.getvalue())
        return path
    joined = pypdfium2.PdfDocument(pdf(folder, "Twelve raids took place in May 2023, the police said.", "first.pdf"))
    joined.import_pages(pypdfium2.PdfDocument(out.getvalue()))
    joined.save(path)
    return path


@installed
def test_a_scan_is_recognised_and_every_record_says_so(tmp_path: Path) -> None:
    path = scan(tmp_path)
    document = read_pdf(path)
    check_sound(document)
    assert "22,681" in document.text
    assert "OCRmyPDF" in document.reader
    assert [loss.kind for loss in document.losses] == ["ocr"]
    assert document.ocr == ((0, len(document.text)),)
    assert all(figure.ocr for figure in figures_of(document))
    record = answer(check(path))
    assert record["documents"][0]["ocr"] == [[0, len(document.text)]]
    assert record["findings"]
    assert all(row["ocr"] for row in (*record["findings"], *record["ties"]))


@installed
def test_only_pages_without_text_are_recognised(tmp_path: Path) -> None:
    document = read_pdf(scan(tmp_path, typed=True))
    check_sound(document)
    assert document.text.startswith("Twelve raids took place in May 2023")
    assert [document.text[start:end][:6] for start, end in document.ocr] == ["Police"]
    assert not figures_of(document)[0].ocr
    assert figures_of(document)[-1].ocr


def test_without_ocr_a_scan_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(UnreadableError, match=r"no page has a text layer .*; install Tesseract and tieout\[ocr\]"):
        read_pdf(scan(tmp_path))
    document = read_pdf(scan(tmp_path, typed=True))
    assert [loss.message for loss in document.losses] == [
        "pages that are pictures without text (to read them, install Tesseract and tieout[ocr]): 2"
    ]
    assert document.ocr == ()


REASONS = [
    (Limits(ocr=False), None, "OCR is switched off"),
    (Limits(), subprocess.TimeoutExpired("ocrmypdf", 900), "OCR took longer than 900 seconds (limits.ocr_seconds"),
    (Limits(), subprocess.CompletedProcess([], 2, b"", b"log\nbad picture\n"), "OCR failed: bad picture"),
    (Limits(), subprocess.CompletedProcess([], 2, b"", b""), "OCR failed: it gave no reason"),
    (Limits(), OSError("no"), "OCR could not be started"),
]


@pytest.mark.parametrize(("limits", "outcome", "reason"), REASONS)
def test_why_pages_were_not_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, outcome: object, reason: str
) -> None:
    def run(*_: object) -> object:
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "_languages", lambda: ["eng"])
    monkeypatch.setattr(ocr, "_run", run)
    found = ocr.recognise(path, [1], limits)
    assert isinstance(found, str)
    assert found.startswith(reason)
