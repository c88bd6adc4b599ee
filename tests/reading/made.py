"""Makes small files of all formats for the reader tests: PDF by Typst, DOCX by python-docx or part by part."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = f"{R}/"


def pdf(folder: Path, source: str, name: str = "made.pdf") -> Path:
    """A PDF set by Typst."""
    import typst

    (folder / "made.typ").write_text(source, encoding="utf-8")
    path = folder / name
    path.write_bytes(typst.compile(str(folder / "made.typ"), root=str(folder)))
    return path


def png(folder: Path, name: str = "made.png", width: int = 40, height: int = 60) -> Path:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    path = folder / name
    data = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + data)
    return path


def locked_pdf(folder: Path) -> Path:
    """A PDF that no empty password opens."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    identity = b"[<" + b"33" * 16 + b"><" + b"33" * 16 + b">]"
    out += b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID " + identity + b" >>\nstartxref\n%d\n%%%%EOF\n" % start
    path = folder / "locked.pdf"
    path.write_bytes(out)
    return path


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip package of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(
    folder: Path,
    body: str,
    *,
    notes: Mapping[str, str] | None = None,
    styles: str = "",
    links: Mapping[str, str] | None = None,
    settings: str = "",
    more: Mapping[str, str | bytes] | None = None,
    name: str = "made.docx",
) -> Path:
    """A DOCX of raw parts: `body` is the inside of `w:body`, `notes` the inside of parts such as `footnotes`."""
    space = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"'
    related = {kind: f"{kind}.xml" for kind in (notes or {})}
    related |= {"styles": "styles.xml"} if styles else {}
    related |= {"settings": "settings.xml"} if settings else {}
    relations = "".join(
        f'<Relationship Id="p{kind}" Type="{TYPES}{kind}" Target="{target}"/>' for kind, target in related.items()
    ) + "".join(
        f'<Relationship Id="{identity}" Type="{TYPES}hyperlink" Target="{target}" TargetMode="External"/>'
        for identity, target in (links or {}).items()
    )
    main = f'<Relationship Id="r1" Type="{TYPES}officeDocument" Target="word/document.xml"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        **{f"word/{kind}.xml": f"<w:{kind} {space}>{inside}</w:{kind}>" for kind, inside in (notes or {}).items()},
    }
    if styles:
        parts["word/styles.xml"] = f"<w:styles {space}>{styles}</w:styles>"
    if settings:
        parts["word/settings.xml"] = f"<w:settings {space}>{settings}</w:settings>"
    path = folder / name
    path.write_bytes(package({**parts, **(more or {})}))
    return path


def p(inside: str, properties: str = "") -> str:
    """A paragraph; plain words become one run."""
    inside = inside if inside.startswith("<") else r(inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'
