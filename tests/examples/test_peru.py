"""The example corpus: its documents follow from its sources, are as its README says and hold the planted mistakes."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from lxml import etree

CORPUS = Path(__file__).resolve().parents[2] / "examples" / "peru"
PLANTED: list[dict[str, Any]] = tomllib.loads((CORPUS / "planted.toml").read_text(encoding="utf-8"))["planted"]
SOURCES = ["rights_report.md", "coi_report.md"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST = 300_000


def body(source: str) -> str:
    """The running text of a source: without front matter, bodies of notes and addresses."""
    text = (CORPUS / "sources" / source).read_text(encoding="utf-8").split("---\n", 2)[2]
    return re.sub(r"\(https?://[^)]*\)|\[\^\w+\]", "", re.sub(r"(?m)^\[\^\w+\]:.*$", "", text))


def even(text: str) -> str:
    """Text with every run of white space (thin spaces and line ends too) as one space."""
    return " ".join(text.split())


@cache
def word_xml(path: Path, part: str) -> Any:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(part))


def word_text(path: Path) -> str:
    paragraphs = word_xml(path, "word/document.xml").iter(f"{W}p")
    return "\n".join("".join(words.text or "" for words in paragraph.iter(f"{W}t")) for paragraph in paragraphs)


@cache
def pdf_pages(path: Path) -> tuple[str, ...]:
    return tuple(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def made_text(path: Path) -> str:
    if path.suffix in (".html", ".md"):
        return path.read_text(encoding="utf-8")
    return word_text(path) if path.suffix == ".docx" else "\n".join(pdf_pages(path))


def addresses(path: Path) -> list[str]:
    """The web addresses of a PDF's link annotations."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
            address = ctypes.create_string_buffer(2048)
            action = pdfium.FPDFLink_GetAction(link)
            pdfium.FPDFAction_GetURIPath(document, action, address, len(address))
            found.append(address.value.decode())
    return [address for address in found if address]


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("peru")
    subprocess.run([sys.executable, CORPUS / "make.py", "--out", out], check=True, timeout=120)
    return out


def test_fifteen_mistakes_of_fifteen_kinds() -> None:
    assert len(PLANTED) == 15
    assert len({mistake["kind"] for mistake in PLANTED}) == 15
    documents = [mistake["document"] for mistake in PLANTED]
    counts = {name: documents.count(name) for name in documents}
    assert counts == {"rights_report.docx": 7, "coi_report.pdf": 4, "commentary.html": 2, "index_profile.md": 2}
    assert {mistake["family"] for mistake in PLANTED} == {"A", "C", "D"}


@pytest.mark.parametrize("mistake", PLANTED, ids=lambda mistake: mistake["kind"])
def test_a_planted_quote_stands_in_its_source_its_document_and_the_readme(mistake: dict[str, Any]) -> None:
    quote, occurrence = mistake["quote"], mistake["occurrence"]
    assert (CORPUS / mistake["source"]).read_text(encoding="utf-8").count(quote) == occurrence
    assert even(made_text(CORPUS / mistake["document"])).count(quote) == occurrence
    assert f"`{quote}`" in (CORPUS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_a_report_of_some_length_that_says_it_is_an_example(source: str) -> None:
    text = body(source)
    assert 2_500 <= len(text.split()) <= 3_500
    assert "example made for testing Tieout" in text.partition("## ")[0]
    assert len(re.findall(r"\d[\d,.]*", text)) >= 200


def test_the_notes_of_the_rights_report_are_word_footnotes() -> None:
    path = CORPUS / "rights_report.docx"
    marks = [mark.get(f"{W}id") for mark in word_xml(path, "word/document.xml").iter(f"{W}footnoteReference")]
    notes = word_xml(path, "word/footnotes.xml")
    bodies = {note.get(f"{W}id"): "".join(note.itertext()) for note in notes if note.get(f"{W}type") is None}
    assert marks == list(bodies) == [str(number) for number in range(1, len(marks) + 1)]
    assert len(marks) > 30
    assert all(text.strip() for text in bodies.values())


def test_the_word_url_in_a_note_of_the_coi_report_is_a_link() -> None:
    path = CORPUS / "coi_report.pdf"
    assert len(addresses(path)) == len(re.findall(r"\burl\b", "\n".join(pdf_pages(path)))) > 40


def test_the_rights_report_is_made_from_its_source(made_again: Path) -> None:
    name = "rights_report.docx"
    for part in ("word/document.xml", "word/footnotes.xml"):
        kept, fresh = (etree.tostring(word_xml(folder / name, part), method="c14n") for folder in (CORPUS, made_again))
        assert kept == fresh


def test_the_coi_report_is_made_from_its_source(made_again: Path) -> None:
    kept, fresh = (even(" ".join(pdf_pages(folder / "coi_report.pdf"))) for folder in (CORPUS, made_again))
    assert kept == fresh


@pytest.mark.parametrize("name", ["rights_report.docx.toml", "coi_report.pdf.toml"])
def test_a_sidecar_is_made_from_its_source(name: str, made_again: Path) -> None:
    assert (CORPUS / name).read_text(encoding="utf-8") == (made_again / name).read_text(encoding="utf-8")


def test_the_made_documents_are_small() -> None:
    assert all((CORPUS / mistake["document"]).stat().st_size < LARGEST for mistake in PLANTED)
