"""Files that are about to leave, with a name hidden in a corner of each kind."""

from __future__ import annotations

import gzip
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from tieout.errors import ProtectedError
from tieout.protection.guard import Guard
from tieout.protection.package import texts_in

GUARD = Guard(["Quispe Huamán, María"])
NAME = "María Quispe"


def zipped(**members: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, held in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), held)
    return made.getvalue()


def docx(work: Callable[[Any], None], change: tuple[str, str, str] | None = None) -> bytes:
    """A Word file made by a library, with words of one member changed."""
    document = pytest.importorskip("docx").Document()
    document.add_paragraph("Police counted 12 raids.")
    work(document)
    made = io.BytesIO()
    document.save(made)
    if change is None:
        return made.getvalue()
    member, old, new = change
    with zipfile.ZipFile(made) as package:
        held = {name: package.read(name) for name in package.namelist()}
    assert old.encode() in held[member]
    held[member] = held[member].replace(old.encode(), new.encode(), 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in held.items():
            package.writestr(name, data)
    return out.getvalue()


def in_runs(document: Any) -> None:
    paragraph = document.add_paragraph("Heard: ")
    for piece in ("Mar", "ía", " Qui", "spe"):
        paragraph.add_run(piece).bold = piece == "ía"


def in_cells(document: Any) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Quispe", "María"


def in_properties(document: Any) -> None:
    document.core_properties.last_modified_by = NAME


def in_comment(document: Any) -> None:
    paragraph = document.add_paragraph("A leader said so.")
    document.add_comment(paragraph.runs, text="ask maria quispe again", author="Desk")


def in_author(document: Any) -> None:
    paragraph = document.add_paragraph("A leader said so.")
    document.add_comment(paragraph.runs, text="check", author="M\u0061r\u0131\u0301a Quispe")


def in_header(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "ＭＡＲＩＡ ＱＵＩＳＰＥ"


def in_target(document: Any) -> None:
    document.part.relate_to("https://example.org/people/maria%20quispe", "http://example.org/link", is_external=True)


def nothing(document: Any) -> None:
    document.add_paragraph("Quispe is a family name, and María a given one.")


BODY = "word/document.xml"
WORD = [
    (in_runs, None),
    (in_cells, None),
    (in_properties, None),
    (in_comment, None),
    (in_author, None),
    (in_header, None),
    (in_target, None),
    (nothing, (BODY, "<w:body>", '<w:body><w:bookmarkStart w:id="9" w:name="maria_quispe"/>')),
    (nothing, (BODY, "<w:body>", "<w:body><!-- Quispe, María -->")),
    (nothing, (BODY, "12 raids", "Mar&#xED;a&#160;Quispe")),
    (nothing, (BODY, "12 raids", "María</w:t></w:r><w:r><w:t>-</w:t></w:r><w:r><w:t>Quispe")),
]


@pytest.mark.parametrize(("work", "change"), WORD)
def test_a_name_in_a_word_file_is_found(work: Callable[[Any], None], change: tuple[str, str, str] | None) -> None:
    with pytest.raises(ProtectedError) as refusal:
        GUARD.refuse(docx(work, change), "report.docx")
    assert "report.docx" in str(refusal.value) and not GUARD.meets(str(refusal.value))


def test_a_word_file_without_it_may_leave() -> None:
    GUARD.refuse(docx(nothing), "report.docx")


def picture(kind: bytes, held: bytes) -> bytes:
    chunk = struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
    return b"\x89PNG\r\n\x1a\n" + chunk


PACKAGES = [
    ("member", zipped(**{"mimetype": "x", "OEBPS/maria-quispe.xhtml": "<p>.</p>"})),
    ("strings of a workbook", zipped(xl__sharedStrings_xml="<si><r><t>María </t></r><r><t>Quispe</t></r></si>")),
    ("sheet name", zipped(xl__workbook_xml='<sheet name="M. Quispe / María Quispe" sheetId="1"/>')),
    ("custom property", zipped(docProps__custom_xml='<property name="Informant"><v>María Quispe</v></property>')),
    ("open document", zipped(meta_xml="<dc:creator>Quispe Huamán, M. María</dc:creator>")),
    ("package in a package", zipped(a=zipped(b=gzip.compress(NAME.encode())))),
    ("compressed", gzip.compress(f'{{"by": "{NAME}"}}'.encode())),
    ("json", b'{"id": "mariaquispe", "n": 1}'),
    ("escaped json", b'{"who": "Mar\\u00eda Quispe"}'),
    ("page", b'<a href="#f" data-who="Mar%C3%ADa%20Quispe">12</a>'),
    ("table", 'place,who\nLima,"Quispe, María"\n'.encode("utf-16")),
    ("latin-1", "von María Quispe".encode("latin-1")),
    ("text of a picture", picture(b"tEXt", b"Author\0Mar\xeda Quispe")),
    ("packed text of a picture", picture(b"zTXt", b"Author\0\0" + zlib.compress(b"Mar\xeda Quispe"))),
    ("packed XMP", picture(b"iTXt", b"XML\0\1\0\0\0" + zlib.compress(NAME.encode()))),
    ("picture of a camera", b"\xff\xd8\xff\xe1\0\x40Exif\0\0" + NAME.encode() + b"\xff\xd9"),
    ("old and raw", b"%PDF-1.4 ( Mar\xeda Quispe )"[5:]),
]


@pytest.mark.parametrize("data", [p[1] for p in PACKAGES], ids=[p[0] for p in PACKAGES])
def test_a_name_in_a_package_is_found(data: bytes) -> None:
    assert GUARD.entries(data) == {1}


def test_a_package_that_cannot_be_opened_does_not_leave() -> None:
    whole = zipped(a="nothing in it")
    for damaged in (whole[:40], b"\x1f\x8bnothing", b"%PDF-1.7 nothing"):
        with pytest.raises(ProtectedError, match=r"x\.bin: .* cannot be searched"):
            GUARD.refuse(damaged, "x.bin")


def test_packages_without_end_do_not_leave() -> None:
    data = b"nothing"
    for _ in range(6):
        data = zipped(a=data)
    with pytest.raises(ProtectedError, match="files within files"):
        list(texts_in(data))


@pytest.mark.parametrize("where", ["value", "nested", "column", "metadata"])
def test_a_name_in_a_parquet_table_is_found(where: str) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = pa.table({"place": ["Lima", "Cusco"] * 50, "n": list(range(100)), "who": [["x"], [None]] * 50})
    if where == "value":
        table = table.set_column(0, "place", [["Lima"] * 99 + [NAME]])
    if where == "nested":
        table = table.append_column("deep", [[[{"said": ["Quispe, María"]}]] * 100])
    if where == "column":
        table = table.rename_columns(["place", "n", "maria_quispe"])
    if where == "metadata":
        table = table.replace_schema_metadata({"made by": NAME})
    made = io.BytesIO()
    pq.write_table(table, made, compression="zstd")
    assert GUARD.entries(made.getvalue()) == {1}


def test_a_parquet_table_without_it_may_leave() -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    made = io.BytesIO()
    pq.write_table(pa.table({"place": ["María", "Quispe"], "n": [1, 2]}), made)
    assert GUARD.entries(made.getvalue()) == set()


def pdf(words: str = "12 raids", info: str = "", annotation: str = "") -> bytes:
    """A PDF of one page, written by hand and packed as programs do."""
    content = zlib.compress(f"BT /F 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1"))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]{annotation}>>".encode("latin-1"),
        f"<<{info}>>".encode("latin-1"),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, at)
    return bytes(out)


HEX = f"<FEFF{NAME.encode('utf-16-be').hex()}>"


@pytest.mark.parametrize(
    "data",
    [
        pdf(words="said Mar\xeda Quispe today"),
        pdf(info=f"/Author{HEX}"),
        pdf(info=f"/Keywords{HEX}"),
        pdf(annotation=f"/Contents{HEX}"),
        pdf(annotation=f"/T{HEX}"),
        pdf(annotation="/A<</S/URI/URI(https://example.org/maria-quispe)>>"),
    ],
    ids=["text", "author", "keywords", "remark", "author of a remark", "link"],
)
def test_a_name_in_a_pdf_is_found(data: bytes) -> None:
    assert GUARD.entries(data) == {1}


def test_a_pdf_without_it_may_leave() -> None:
    data = pdf(info="/Author(Desk)", annotation="/Contents(look)")
    assert re.search("12 raids", "".join(texts_in(data)))
    GUARD.refuse(data, "report.pdf")
