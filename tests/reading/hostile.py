"""Makes hostile files: bombs, loops, references outwards, nesting. They are made for each test and never kept."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from reading.made import PACKAGE, TYPES, package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECRET = "the secret of another file"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


_PAGE_OF_LINKS = """<html><head><link rel=stylesheet href='http://192.0.2.1/x'><script src='file:///etc/passwd'>
</script></head><body><p>Twelve raids &i;.</p><img src='http://192.0.2.1/y'><iframe src='file:///etc/hostname'></iframe>
</body></html>"""


def outside(folder: Path) -> str:
    """A document type that takes in a file beside the document."""
    secret = folder / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY i SYSTEM "{secret.as_uri()}">]>'


def _paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def word(body: str, head: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    main = f'<Relationship Id="r1" Type="{TYPES}officeDocument" Target="word/document.xml"/>'
    return package(
        {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
            "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
            **(more or {}),
        }
    )


OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def open_text(body: str, head: str = "", styles: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    """An ODT of the inside of `office:text`, with automatic styles."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": (
                f"{head}<office:document-content {OFFICE}><office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
            **(more or {}),
        }
    )


SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(*sheets: str, head: str = "", more: dict[str, str | bytes] | None = None, names: str = "") -> bytes:
    """An XLSX of the insides of its sheets (`<sheetData>…`); `names` are further attributes of each `<sheet>`."""
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entries = "".join(
        f'<sheet name="Sheet {n}" sheetId="{n}" r:id="s{n}" xmlns:r="{related}" {names}/>'
        for n in range(1, len(sheets) + 1)
    )
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{TYPES}worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    kinds = ("styles", "sharedStrings")
    relations += "".join(
        f'<Relationship Id="{kind}" Type="{TYPES}{kind}" Target="{kind}.xml"/>'
        for kind in kinds
        if f"xl/{kind}.xml" in (more or {})
    )
    main = f'<Relationship Id="r1" Type="{TYPES}officeDocument" Target="xl/workbook.xml"/>'
    return package(
        {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
            "xl/workbook.xml": f"{head}<workbook {SHEET}><sheets>{entries}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            **{f"xl/worksheets/s{n}.xml": f"<worksheet {SHEET}>{s}</worksheet>" for n, s in enumerate(sheets, 1)},
            **(more or {}),
        }
    )


def book(chapters: dict[str, str], head: str = "", title: str = "A book", more: dict[str, str] | None = None) -> bytes:
    """An EPUB of XHTML bodies by the names of their files."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{title}</dc:title><dc:creator>A. Author</dc:creator><dc:language>en-GB</dc:language>"
        f"<dc:date>2024-05-06</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    page = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head/><body>{}</body></html>'
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    )
    return package(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f"{head}{container}",
            "OPS/book.opf": opf,
            **{f"OPS/{name}": page.format(body) for name, body in chapters.items()},
            **(more or {}),
        }
    )


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of objects numbered from 1; the first is the catalogue."""
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, inside in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, inside)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << %b >> >>"
_WORDS = b"BT /F1 12 Tf 72 700 Td (Police counted 12 raids in 2023.) Tj ET"
_ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def pdf_of_many_objects(count: int) -> bytes:
    page = _PAGE % b"/Font << /F1 5 0 R >>"
    return pdf([CATALOGUE, _ONE_PAGE, page, _stream(_WORDS), _FONT, *[b"null"] * count])


def pdf_of_looping_pages() -> bytes:
    return pdf([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 /Parent 2 0 R >>"])


def pdf_of_forms_in_forms(depth: int, width: int) -> bytes:
    """A page that draws a form ten times, which draws a form ten times, and so on: 10 to the power of `depth`."""
    forms = [
        _stream(
            b"/X Do " * width if n < depth - 1 else b"BT /F1 9 Tf 9 9 Td (word) Tj ET",
            b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> "
            b"/Font << /F1 5 0 R >> >>" % (7 + n),
        )
        for n in range(depth)
    ]
    page = _PAGE % b"/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>"
    return pdf([CATALOGUE, _ONE_PAGE, page, _stream(_WORDS + b" /X Do" * width), _FONT, *forms])


def pdf_without_character_map() -> bytes:
    """Text in a font whose signs have numbers and no meaning."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 600 >>"
    )
    descriptor = b"<< /Type /FontDescriptor /FontName /ABCDEF+Odd /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 >>"
    signs = "".join(f"{0xE000 + n:04X}" for n in range(60)).encode()
    content = b"BT /F1 12 Tf 72 700 Td <" + signs + b"> Tj ET"
    page = _PAGE % b"/Font << /F1 5 0 R >>"
    return pdf([CATALOGUE, _ONE_PAGE, page, _stream(content), font, inner, descriptor])


def pdf_bomb(megabytes: int) -> bytes:
    """A page whose content unpacks to so much."""
    content = zlib.compress(b"BT /F1 12 Tf (x) Tj ET " * (megabytes * 1_000_000 // 23), 9)
    page = _PAGE % b"/Font << /F1 5 0 R >>"
    return pdf([CATALOGUE, _ONE_PAGE, page, _stream(content, b"/Filter /FlateDecode"), _FONT])


def zip_of_many_parts(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n in range(count):
            archive.writestr(f"word/{n}", b"")
    return out.getvalue()


def zip_that_lies() -> bytes:
    """A part that says it is small and unpacks to 200 MB."""
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(bomb.compress(b" " * 10_000_000) for _ in range(20)) + bomb.flush()
    name = b"word/document.xml"
    local = b"PK\x03\x04" + b"\x14\0\0\0\x08\0" + b"\0" * 8
    local += len(packed).to_bytes(4, "little") + (100).to_bytes(4, "little") + len(name).to_bytes(2, "little") + b"\0\0"
    central = b"PK\x01\x02\x14\0\x14\0\0\0\x08\0" + b"\0" * 8
    central += len(packed).to_bytes(4, "little") + (100).to_bytes(4, "little") + len(name).to_bytes(2, "little")
    central += b"\0" * 16 + name
    body = local + name + packed
    end = (
        b"PK\x05\x06\0\0\0\0\x01\0\x01\0"
        + len(central).to_bytes(4, "little")
        + len(body).to_bytes(4, "little")
        + b"\0\0"
    )
    return body + central + end


REFUSED: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "part-bomb.docx": (lambda _: word(" " * 120_000_000), "unpacks to more than any report holds"),
    "ratio-bomb.docx": (lambda _: word(_paragraph("a" * 20_000_000)), "unpacks to more than any report holds"),
    "lying-bomb.docx": (lambda _: zip_that_lies(), "the file is damaged"),
    "parts.docx": (lambda _: zip_of_many_parts(50_001), "it holds 50,001 parts, more than any document"),
    "laughs.docx": (lambda _: word(_paragraph("&i;"), LAUGHS), ""),
    "laughs.odt": (lambda _: open_text("<text:p>&i;</text:p>", LAUGHS), ""),
    "laughs.xlsx": (lambda _: workbook("<sheetData/>", head=LAUGHS), "declares entities"),
    "laughs.epub": (lambda _: book({"a.xhtml": "<p>x</p>"}, LAUGHS), "declares entities"),
    "outside.docx": (lambda folder: word(_paragraph("&i;"), outside(folder)), "declares entities"),
    "outside.odt": (lambda folder: open_text("<text:p>&i;</text:p>", outside(folder)), "declares entities"),
    "deep.docx": (lambda _: word("<w:sdt><w:sdtContent>" * 2000), "the file is damaged"),
    "deep.odt": (lambda _: open_text("<text:section>" * 2000 + "</text:section>" * 2000), "the file is damaged"),
    "loop.pdf": (lambda _: pdf_of_looping_pages(), ""),
    "unmapped.pdf": (lambda _: pdf_without_character_map(), ""),
    "control.txt": (lambda _: bytes(range(32)) * 100, "the bytes are no text"),
    "drm.epub": (
        lambda _: book(
            {"a.xhtml": "x"},
            more={
                "META-INF/encryption.xml": '<encryption><CipherReference URI="OPS/a.xhtml"/></encryption>',
            },
        ),
        "it is locked (DRM)",
    ),
    "no-chapter.epub": (lambda _: book({}), "no chapter holds text"),
    "empty.xlsx": (lambda _: workbook("<sheetData/>"), "no sheet that is shown holds a cell"),
    "hidden.xlsx": (
        lambda _: workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', names='state="hidden"'),
        "no sheet that is shown holds a cell",
    ),
}
"""Files that are refused in one line, each with words of that line."""

READ: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "outside.html": (
        lambda folder: (outside(folder).removeprefix('<?xml version="1.0"?>') + _PAGE_OF_LINKS).encode(),
        "Twelve raids",
    ),
    "deep.html": (lambda _: b"<p>Twelve raids.</p>" + b"<div>" * 50_000 + b"below", "Twelve raids"),
    "deep-lists.html": (lambda _: b"<p>Twelve raids.</p>" + b"<ul><li>" * 20_000 + b"below", "Twelve raids"),
    "deep-json.html": (
        lambda _: b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script><p>Twelve raids.</p>",
        "Twelve raids",
    ),
    "wide.html": (
        lambda _: (
            b"<p>Twelve raids.</p><table>"
            + b"<tr><td colspan=99999 rowspan=99999>1</td><td>2</td></tr>" * 30
            + b"</table>"
        ),
        "Twelve raids",
    ),
    "bad-charset.html": (lambda _: b"<meta charset='punycode'><p>Twelve raids.</p>", "Twelve raids"),
    "deep.rtf": (lambda _: b"{\\rtf1 Twelve raids.\\par " + b"{" * 200_000 + b"}" * 1000, "Twelve raids"),
    "bin.rtf": (lambda _: b"{\\rtf1 Twelve raids.\\par \\bin999999999 x}", "Twelve raids"),
    "uc.rtf": (lambda _: b"{\\rtf1\\uc99999 Twelve raids.\\u-9999999999 ?\\u55357 ?\\par}", "Twelve raids"),
    "note-in-note.rtf": (
        lambda _: b"{\\rtf1 Twelve raids." + b"{\\footnote a" * 300 + b"}" * 300 + b"\\par}",
        "Twelve raids",
    ),
    "box-in-box.rtf": (
        lambda _: b"{\\rtf1 Twelve raids." + b"{\\shptxt a\\par " * 300 + b"}" * 300 + b"\\par}",
        "Twelve raids",
    ),
    "objects.pdf": (lambda _: pdf_of_many_objects(200_000), "Police counted 12 raids in 2023."),
    "odd.xlsx": (
        lambda _: workbook(
            '<cols><col min="0" max="99999999999" hidden="0"/></cols><sheetData>'
            '<row r="999999999999"><c r="ZZZ9999999"><v>Twelve raids</v></c><c t="s"><v>99999999</v></c></row>'
            '<row r="3"><c r="A3"><v>1e999</v></c><c s="99999"><v>1e308</v></c><c r="B3"><f>1/0</f></c></row>'
            '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref=":"/></mergeCells>'
        ),
        "Twelve raids",
    ),
    "spaces.odt": (
        lambda _: open_text('<text:p>Twelve raids<text:s text:c="99999999999999999999"/>.</text:p>'),
        "Twelve raids",
    ),
    "columns.odt": (
        lambda _: open_text(
            "<text:p>Twelve raids.</text:p><table:table>"
            + "<table:table-row><table:table-cell table:number-columns-repeated='99999999999'/>"
            "<table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>" * 3 + "</table:table>"
        ),
        "Twelve raids",
    ),
    "loop.odt": (
        lambda _: open_text(
            "<text:p text:style-name='a'>Twelve raids.</text:p>",
            styles="<style:style style:name='a' style:parent-style-name='b'/>"
            "<style:style style:name='b' style:parent-style-name='a'/>",
        ),
        "Twelve raids",
    ),
}
"""Files that are read all the same, each with words that must be in the text."""
