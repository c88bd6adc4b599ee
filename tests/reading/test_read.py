"""The front door: formats by content, faults in one line each, and what sidecars and options say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.made import docx, p, package, pdf
from reading.sound import check_sound
from tieout.errors import UnreadableError, UsageError
from tieout.reading.read import read

HTML = "<!doctype html><html><body><p>Seven people.</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


FORMATS = [
    ("page.html", HTML.encode(), "html"),
    ("page.dat", HTML.encode(), "html"),
    ("page.htm", b"<p>Seven people.</p>", "html"),
    ("page.xhtml", b'<?xml version="1.0"?>\n<!-- c --><html><body>Seven people.</body></html>', "html"),
    ("note.txt", b"Seven people.", "txt"),
    ("note", b"Seven people.", "txt"),
    ("PKK.txt", b"PKK fighters left in 2013.", "txt"),
    ("note.md", b"# Head\n\nSeven people.", "md"),
    ("note.markdown", b"# Head\n\nSeven people.", "md"),
]


@pytest.mark.parametrize(("name", "data", "format"), FORMATS)
def test_formats_of_text(tmp_path: Path, name: str, data: bytes, format: str) -> None:
    document = read(write(tmp_path, name, data))
    check_sound(document)
    assert document.format == format


@pytest.mark.parametrize("name", ["report.pdf", "report.bin", "report.docx"])
def test_content_wins_over_the_name(tmp_path: Path, name: str) -> None:
    data = pdf(tmp_path, "Seven people.").read_bytes()
    assert read(write(tmp_path, name, data)).format == "pdf"
    data = docx(tmp_path, p("Seven people.")).read_bytes()
    assert read(write(tmp_path, name, data)).format == "docx"


def zipped(**parts: str) -> bytes:
    return package({name.replace("__", "/"): data for name, data in parts.items()})


FAULTS = [
    ("empty.txt", b"", "the file is empty; get it from its source again"),
    ("blank.txt", b" \n\n ", "the file is empty; get it from its source again"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "it is a picture (PNG), not a document; if it shows text, make a PDF"),
    ("a.pdf", b"\xff\xd8\xff\xe0" + b"\0" * 50, "it is a picture (JPEG), not a document; if it shows text"),
    (
        "a.exe",
        b"MZ\x90\0" + b"\0" * 50,
        "it is a program, not a document; give PDF, DOCX, ODT, RTF, EPUB, XLSX",
    ),
    ("a.out", b"\x7fELF" + b"\0" * 50, "it is a program, not a document"),
    ("a.gz", b"\x1f\x8b\x08" + b"\0" * 50, "it is a compressed file (gzip), not a document"),
    ("a.rtf", b"{\\rtf1 {\\info hidden}}", "it holds no text; check that it is the right file"),
    ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "it is a Word file of the old format (.doc); open it in Word"),
    ("a.xls", OLE + "Workbook".encode("utf-16-le"), "it is a spreadsheet of the old format (.xls); open it in Excel"),
    ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "it is protected by a password; save a copy without"),
    ("a.msi", OLE, "it is an Office file of the old format; open it in Word or LibreOffice"),
    ("a.xlsx", zipped(xl__workbook="x"), "the package holds no workbook; open it in Excel or LibreOffice"),
    ("a.xlsb", zipped(**{"xl/workbook.bin": "x"}), "it is a binary spreadsheet (.xlsb), which is not read"),
    ("a.ods", zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "it is an OpenDocument spreadsheet"),
    ("a.odp", zipped(mimetype="application/vnd.oasis.opendocument.presentation"), "it is an OpenDocument file that"),
    ("a.epub", zipped(mimetype="application/epub+zip"), "the package does not say what book it holds"),
    ("a.pptx", zipped(ppt__slide="x"), "it is a slide show, which is not read; export it as PDF"),
    ("a.odt", zipped(**{"content.xml": "<x/>"}), "the package holds no text document; open it in LibreOffice"),
    ("a.zip", zipped(readme="x"), "it is a zip file, not a document; unpack it and name the files in it"),
    ("cut.docx", zipped(word__document="x" * 5000)[:60], "the file is damaged or cut short"),
    ("named.docx", b"plain words", "it is named .docx but is none; the file is damaged; get the file"),
    ("named.pdf", b"plain words", "it is named .pdf but is none; the file is damaged; get the file"),
    ("a.bin", bytes(range(256)) * 20, "the bytes are no text"),
    (
        "a.mhtml",
        b"From: <Saved by B>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n",
        "it is a web archive (MHTML)",
    ),
    ("a.html", b"<html><body></body></html>", "the page holds no text"),
]


@pytest.mark.parametrize(("name", "data", "message"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_faults_are_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)
    assert caught.value.what
    assert caught.value.remedy


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no such file; check the name and the folder"):
        read(tmp_path / "none.pdf")
    with pytest.raises(UnreadableError, match="there is no such file"):
        read(write(tmp_path, "file", b"x") / "below.pdf")
    with pytest.raises(UnreadableError, match="it is a folder; name the files in it"):
        read(tmp_path)
    with pytest.raises(UnreadableError, match="it cannot be opened"):
        read("nul\0byte.pdf")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may open any file")
def test_files_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, "closed.txt", b"Words.")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="it may not be opened; ask for permission"):
        read(path)


def test_options_win_over_the_sidecar_which_wins_over_the_file(tmp_path: Path) -> None:
    page = '<html lang="en"><head><title>T</title><meta name="date" content="2020-01-01"></head><p>Words.</p></html>'
    path = write(tmp_path, "page.html", page.encode())
    plain = read(path)
    assert (plain.date, plain.country, plain.language, plain.title) == ("2020-01-01", None, "en", "T")
    (tmp_path / "page.html.toml").write_text(
        'date = 2021-05-06\ncountry = "pe"\nlanguage = "es-PE"\ntitle = "Sidecar"\n'
    )
    told = read(path)
    assert (told.date, told.country, told.language, told.title) == ("2021-05-06", "PE", "es", "Sidecar")
    said = read(str(path), date="2022", country="CO", language="en")
    assert (said.date, said.country, said.language, said.title) == ("2022", "CO", "en", "Sidecar")
    assert said.path == str(path)


SIDECARS = [
    ("date = ", "it is no valid TOML"),
    ('date = "May 2024"', "date 'May 2024' is not a date such as 2025-07-08, 2025-07 or 2025; correct that line"),
    ('country = "Peru"', "country 'PERU' is not a code of two letters such as PE"),
    ('language = "spanish"', "language 'spanish' is not a code such as en or es"),
    ("title = 3", "title 3 is not text"),
    ('editor = "x"', "it sets 'editor', which is not known; set date, country, language, title"),
    ('key = "A B"', "key 'A B' is not a short name of small letters, digits, - and _, such as hrw-2025"),
]


@pytest.mark.parametrize(("text", "message"), SIDECARS)
def test_wrong_sidecars(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, "a.txt", b"Words.")
    sidecar = write(tmp_path, "a.txt.toml", text.encode())
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{sidecar}: {message}")


@pytest.mark.parametrize(("option", "value"), [("date", "yesterday"), ("country", "Perú"), ("language", "english")])
def test_wrong_options(tmp_path: Path, option: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"{option} '"):
        read(write(tmp_path, "a.txt", b"Words."), **{option: value})  # type: ignore[arg-type]


@given(
    data=st.binary(min_size=1, max_size=400),
    head=st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe"]),
)
def test_any_bytes_give_a_document_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(head + data)
    try:
        check_sound(read(path))
    except UnreadableError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(("make", "step"), [(pdf, 97), (None, 41)])
def test_damaged_files_give_a_document_or_one_line(tmp_path: Path, make: object, step: int) -> None:
    path = pdf(tmp_path, "Seven people.\n\n- one\n- two") if make else docx(tmp_path, p("Seven people.") + p("More."))
    data = bytearray(path.read_bytes())
    for at in range(10, len(data), max(step, len(data) // 60)):
        broken = bytes(data[:at]) + bytes([data[at] ^ 0x55]) + bytes(data[at + 1 :])
        path.write_bytes(broken)
        try:
            check_sound(read(path))
        except UnreadableError as error:
            assert "\n" not in str(error)


def test_only_the_reader_that_is_needed_is_imported(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"Seven people.")
    code = f"import sys; from tieout.reading.read import read; read({str(path)!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"lxml", "pypdfium2", "docx", "markdown_it"} & set(done.stdout.split())


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"]
SPANISH = "La policía registró 22 681 denuncias – un «aumento» de 379 % según el ministerio.\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.page"])
def test_encodings_with_and_without_a_mark(tmp_path: Path, name: str, encoding: str) -> None:
    text = SPANISH if name != "a.page" else f"<html><body>{SPANISH}</body></html>"
    if name == "a.html":
        text = f"<p>{SPANISH}</p>"
    document = read(write(tmp_path, name, text.encode(encoding)))
    check_sound(document)
    assert SPANISH.strip() in document.text
    assert document.format == {"a.txt": "txt", "a.md": "md"}.get(name, "html")


CHARSETS = [
    ("windows-1252", "windows-1252"),
    ("iso-8859-1", "windows-1252"),  # What browsers take it for.
    ("utf-16", "utf-8"),  # A page that can name it is not in it.
    ("utf-8", "windows-1252"),  # Pages name what they are not in.
    ("rot13", "utf-8"),
    ("punycode", "utf-8"),
    ("nonsense", "utf-8"),
]


@pytest.mark.parametrize(("named", "encoding"), CHARSETS)
def test_the_character_set_that_a_page_names(tmp_path: Path, named: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{named}"></head><body>{SPANISH}</body></html>'
    assert read(write(tmp_path, "a.html", page.encode(encoding))).text.strip() == SPANISH.strip()
