"""The documents that are handed over: real notes, numbers with records, nothing of the machine, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from report.draft.made import figure_id, reported
from tieout.report.draft.build import Report
from tieout.report.draft.docx import W
from tieout.workspace.workspace import Workspace

TEXT = """## Theft

### Callao

In 2023 the port police recorded 412 complaints of theft in Callao [@f:{a}].
In 2022 there had been **388** [@yearbook-2024, p. 9].

| Port | Thefts |
|---|---:|
| Callao | 412 |

: Thefts by port [@yearbook-2024]

## Sources {{-}}

```{{tieout sources}}
```

## The words {{-}}

```{{tieout quotations}}
```
"""


def words_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t")).strip()


@pytest.fixture(scope="module")
def made(harbour: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of a short draft."""
    pytest.importorskip("pypandoc")
    return reported(harbour, tmp_path_factory.mktemp("draft"), TEXT.format(a=figure_id(harbour, "412")))


@pytest.fixture(scope="module")
def package(made: Report) -> dict[str, bytes]:
    """The parts of its Word document."""
    with zipfile.ZipFile(io.BytesIO(made.bytes("docx"))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: archive.read(name) for name in archive.namelist()}


def test_notes_are_footnotes_of_word(package: dict[str, bytes]) -> None:
    notes = etree.fromstring(package["word/footnotes.xml"])
    said = [words_of(note) for note in notes if note.get(W + "type") is None]
    assert said[0] == "Port Gazette, Harbour yearbook, 15 March 2024, https://example.org/yearbook, para. 1"
    assert said[1].endswith("p. 9")
    assert package["word/document.xml"].count(b"<w:footnoteReference ") == len(said) == 3


def test_every_number_has_a_bookmark_and_a_control(package: dict[str, bytes], harbour: Workspace) -> None:
    body = etree.fromstring(package["word/document.xml"])
    names = [b.get(W + "name", "") for b in body.iter(W + "bookmarkStart")]
    marks = [name for name in names if name.startswith("tieout_f_")]
    controls = {tag.get(W + "val"): tag for tag in body.iter(W + "tag")}
    assert len(marks) == len(set(marks)) == 3
    assert set(marks) == set(controls)
    assert f"tieout_f_{figure_id(harbour, '412')}_1_412" in marks
    for control in body.iter(W + "sdt"):
        assert words_of(control) in ("412", "388")
    assert len({i.get(W + "val") for i in body.iter(W + "id")}) == 3


def test_the_contents_lead_to_the_chapters(package: dict[str, bytes]) -> None:
    body = etree.fromstring(package["word/document.xml"])
    lines = [p for p in body.iter(W + "p") if p.find(f"{W}pPr/{W}pStyle") is not None]
    listed = [
        "".join(t.text or "" for t in p.iter(W + "t"))
        for p in lines
        if p.find(f"{W}pPr/{W}pStyle").get(W + "val", "").startswith("TOC")  # type: ignore[union-attr]
    ]
    assert listed == ["Contents", "1Theft", "1.1Callao", "Sources", "The words"]


def test_properties_are_those_of_the_draft_alone(package: dict[str, bytes]) -> None:
    core = package["docProps/core.xml"].decode()
    assert re.findall(r"<dc:\w+>([^<]*)<", core) == ["Theft in the ports", "The Desk", "en"]
    assert "2024-09-30T00:00:00Z" in core
    assert not {name for name in package if "custom" in name or "comments" in name}
    everything = b"".join(package.values())
    for trace in (b"/tmp/", b"/home/", b"/work/", b"pandoc", b"euaa.csl", b".md"):
        assert trace not in everything, trace


def test_every_part_is_known_and_every_relation_leads_somewhere(package: dict[str, bytes]) -> None:
    types = package["[Content_Types].xml"].decode()
    for name in package:
        assert f'"/{name}"' in types or f'Extension="{name.rpartition(".")[2]}"' in types
    relations = etree.fromstring(package["word/_rels/document.xml.rels"])
    for relation in relations:
        if relation.get("TargetMode") != "External":
            assert f"word/{relation.get('Target')}" in package


def test_word_s_own_reader_opens_it(made: Report, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    path = tmp_path / "report.docx"
    path.write_bytes(made.bytes("docx"))
    document = docx.Document(str(path))
    assert document.paragraphs[0].text == "Theft in the ports"
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == ["1\tTheft", "Sources", "The words"]


def test_the_page_names_records_and_asks_for_nothing(made: Report, harbour: Workspace) -> None:
    page = made.bytes("html").decode()
    id = figure_id(harbour, "412")
    assert f'data-record="{id}"' in page
    assert f'href="#q-{id}"' in page
    assert f'id="q-{id}"' in page
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|@import|\bstyle=|url\(", page)
    assert set(re.findall(r'href="([^"#]+)', page)) == {"https://example.org/yearbook"}


def test_the_pdf_has_notes_and_the_draft_s_properties(made: Report) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    pytest.importorskip("typst")
    document = pypdfium2.PdfDocument(made.bytes("pdf"))
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Port Gazette, Harbour yearbook, 15 March 2024" in words
    about = document.get_metadata_dict()
    assert about["Title"] == "Theft in the ports"
    assert about["Author"] == "The Desk"


@pytest.mark.parametrize("format", ["docx", "html", "pdf"])
def test_the_same_draft_gives_the_same_bytes(made: Report, format: str) -> None:
    assert made.bytes(format) == made.bytes(format)


def test_in_spanish(harbour: Workspace, tmp_path: Path) -> None:
    text = (
        "## Robo\n\nLa policía registró 412 denuncias [@yearbook-2024].\n\n## Fuentes {-}\n\n```{tieout sources}\n```\n"
    )
    page = reported(harbour, tmp_path, text, "es").bytes("html").decode()
    assert '<html lang="es">' in page
    assert "15 de marzo de 2024" in page
    assert "Índice" in page
    assert "30 de septiembre de 2024" in page
