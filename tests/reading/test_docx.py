"""The DOCX reader, on packages made part by part and by python-docx."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reading.made import docx, p, package, r
from reading.sound import check_sound, kinds, links, marks
from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.docx import read_docx, runs


def style(identity: str, name: str, inside: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{based}{inside}</w:style>'


STYLES = (
    style("Ttulo1", "heading 1")
    + style("T2", "Título 2")
    + style("Own", "Chapter", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    + style("Child", "Chapter child", base="Own")
    + style("Puesto", "Title")
    + style("Descripcin", "caption")
    + style("TDC1", "toc 1")
    + style("Vietas", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
    + style("Loop1", "Loop one", base="Loop2")
    + style("Loop2", "Loop two", base="Loop1")
)


def styled(identity: str) -> str:
    return f'<w:pStyle w:val="{identity}"/>'


NUMBERED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>'

KINDS = [
    (p("Security in Peru", styled("Puesto")), "title", 0),
    (p("Homicides", styled("Ttulo1")), "heading", 1),
    (p("Homicidios", styled("T2")), "heading", 2),
    (p("By outline", styled("Own")), "heading", 3),
    (p("By the style below", styled("Child")), "heading", 3),
    (p("By itself", '<w:outlineLvl w:val="0"/>'), "heading", 1),
    (p("Body by outline", '<w:outlineLvl w:val="9"/>'), "paragraph", 0),
    (p(r("In bold", "<w:b/>")), "heading", 9),
    (p(r("In bold, and a sentence.", "<w:b/>")), "paragraph", 0),
    (p(r("Not in bold", '<w:b w:val="0"/>')), "paragraph", 0),
    (p("Inner item", NUMBERED), "list_item", 2),
    (p("Item by style", styled("Vietas")), "list_item", 1),
    (p("Chart of deaths", styled("Descripcin")), "caption", 0),
    (p("Round and round", styled("Loop1")), "paragraph", 0),
    (p("Plain words"), "paragraph", 0),
]


@pytest.mark.parametrize(("xml", "kind", "level"), KINDS)
def test_kinds_of_paragraphs(tmp_path: Path, xml: str, kind: str, level: int) -> None:
    document = read_docx(docx(tmp_path, xml, styles=STYLES))
    check_sound(document)
    assert [(block.kind, block.level) for block in document.blocks] == [(kind, level)]


def test_contents_are_furniture(tmp_path: Path) -> None:
    document = read_docx(docx(tmp_path, p("Homicides 12", styled("TDC1")) + p("Text."), styles=STYLES))
    assert kinds(document) == [("paragraph", "Text.")]
    assert [document.text[s.start : s.end] for s in document.spans_of("furniture")] == ["Homicides 12"]


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + r(result) + mark("end")


BOX = "<w:txbxContent><w:p><w:r><w:t>In the box 7.</w:t></w:r></w:p></w:txbxContent>"


def test_the_field_of_contents_is_furniture(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    first = begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("Homicides 12")
    last = r("Prisons 20") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    document = read_docx(docx(tmp_path, p(first) + p(last) + p("Text.")))
    check_sound(document)
    assert kinds(document) == [("paragraph", "Text.")]
    furniture = [document.text[s.start : s.end] for s in document.spans_of("furniture")]
    assert furniture == ["Homicides 12", "Prisons 20"]


ALTERNATE = (
    f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)

INLINE = [
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc", []),
    ("<w:r><w:t>2019</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r>", "2019-2020", []),
    ("<w:r><w:t>go</w:t><w:softHyphen/><w:t>ing</w:t></w:r>", "go\u00ading", []),
    (r("up ") + '<w:ins w:id="1">' + r("12") + '</w:ins><w:del w:id="2"><w:r><w:delText>11</w:delText></w:r></w:del>',
     "up 12", [("tracked_changes", 2)]),
    ('<w:moveFrom w:id="1">' + r("old") + '</w:moveFrom><w:moveTo w:id="2">' + r("new") + "</w:moveTo>", "new",
     [("tracked_changes", 2)]),
    (r("seen ") + r("hidden 99", "<w:vanish/>"), "seen", [("hidden_text", 1)]),
    (r("seen ") + r("too", '<w:vanish w:val="0"/>'), "seen too", []),
    (r("said") + '<w:r><w:commentReference w:id="3"/></w:r>', "said", []),
    ("<w:sdt><w:sdtContent>" + r("held") + "</w:sdtContent></w:sdt>", "held", []),
    ("<w:smartTag>" + r("tagged") + "</w:smartTag>", "tagged", []),
    (r("Outer.") + ALTERNATE, "Outer.\n\nIn the box 7.", []),
    ('<w:r><w:t>x</w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "x", [("symbol", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "text", "losses"), INLINE)
def test_inline(tmp_path: Path, xml: str, text: str, losses: list[tuple[str, int]]) -> None:
    document = read_docx(docx(tmp_path, p(xml)))
    check_sound(document)
    assert document.text.strip() == text
    assert [(loss.kind, loss.count) for loss in document.losses] == losses


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    first = p("One and ", '<w:rPr><w:del w:id="1"/></w:rPr>')
    document = read_docx(docx(tmp_path, first + p("the same.") + p("Another.")))
    assert kinds(document) == [("paragraph", "One and the same."), ("paragraph", "Another.")]


def test_links_by_relationship_and_by_field(tmp_path: Path) -> None:
    linked = '<w:hyperlink r:id="h1">' + r("the report") + "</w:hyperlink>"
    anchored = '<w:hyperlink w:anchor="top">' + r("up") + "</w:hyperlink>"
    simple = '<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/s&quot; ">' + r("here") + "</w:fldSimple>"
    coded = field(' HYPERLINK "https://example.org/f?a=1" \\o "tip" ', "there")
    body = p(linked + r(", ") + anchored + r(", ") + simple + r(", ") + coded + r(", see www.example.org/page."))
    document = read_docx(docx(tmp_path, body, links={"h1": "https://example.org/r"}))
    check_sound(document)
    assert links(document) == [
        ("the report", "https://example.org/r"),
        ("here", "https://example.org/s"),
        ("there", "https://example.org/f?a=1"),
        ("www.example.org/page", "www.example.org/page"),
    ]


def foot(identity: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{identity}"/></w:r>'


def end(identity: int) -> str:
    return f'<w:r><w:endnoteReference w:id="{identity}"/></w:r>'


def note(kind: str, identity: int, text: str) -> str:
    return f'<w:{kind} w:id="{identity}"><w:p><w:r><w:{kind}Ref/></w:r>{r(f" {text}")}</w:p></w:{kind}>'


def test_notes_are_numbered_by_their_marks(tmp_path: Path) -> None:
    body = p(r("Police closed 40 services") + foot(9) + r(" and opened 12") + foot(4) + r(".") + end(2))
    notes = {
        "footnotes": note("footnote", 4, "Second source.") + note("footnote", 9, "First source, 2024."),
        "endnotes": note("endnote", 2, "At the end."),
    }
    document = read_docx(docx(tmp_path, body, notes=notes))
    check_sound(document)
    assert document.text.startswith("Police closed 40 services1 and opened 122.i\n\n")
    assert marks(document) == [("1", "1"), ("2", "2"), ("i", "i")]
    assert kinds(document) == [
        ("paragraph", "Police closed 40 services and opened 12."),
        ("note", "First source, 2024."),
        ("note", "Second source."),
        ("note", "At the end."),
    ]
    assert [block.label for block in document.blocks if block.kind == "note"] == ["1", "2", "i"]


def test_notes_in_another_numbering_with_own_marks_and_without_text(tmp_path: Path) -> None:
    own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = p(r("A") + own + r(" B") + foot(2) + r(" C") + foot(3))
    settings = '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>'
    notes = {"footnotes": note("footnote", 1, "Starred.") + note("footnote", 2, "Numbered.")}
    document = read_docx(docx(tmp_path, body, notes=notes, settings=settings))
    check_sound(document)
    assert marks(document) == [("*", "*"), ("IV", "IV"), ("V", "V")]
    assert [(block.kind, block.label) for block in document.blocks][1:] == [("note", "*"), ("note", "IV")]
    assert [(loss.kind, loss.count) for loss in document.losses] == [("note_body", 1)]


RAISED = [
    ("7 percent", "12", [("12", "12")]),
    ("It fell.", "3,4", [("3", "3"), ("4", "4")]),
    ("an area of 40 km", "2", []),
    ("the 2", "nd", []),
]


@pytest.mark.parametrize(("before", "raised", "expected"), RAISED)
def test_typed_note_marks(tmp_path: Path, before: str, raised: str, expected: list[tuple[str, str]]) -> None:
    xml = p(r(before) + r(raised, '<w:vertAlign w:val="superscript"/>'))
    assert marks(read_docx(docx(tmp_path, xml))) == expected


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(cell if cell.startswith("<w:tc>") else f"<w:tc>{p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def merged(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def cells(document: Document) -> dict[tuple[int | None, int | None, int | None], tuple[str, bool]]:
    return {
        (b.table, b.row, b.col): (document.text[b.start : b.end], b.header) for b in document.blocks if b.kind == "cell"
    }


def test_tables_with_merged_cells_and_captions(tmp_path: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = "<w:tbl>" + "".join([
        row(merged("Region", down), merged("Complaints", '<w:gridSpan w:val="2"/>')),
        row(merged("", on), "2022", "2023"),
        row("Lima", "1,204", "1,377"),
        row("gone", "1", "2", properties='<w:del w:id="8"/>'),
        row("Callao", "88", "91"),
    ]) + "</w:tbl>"  # fmt: skip
    document = read_docx(docx(tmp_path, p("Table 1: Complaints by region") + table + p("After.")))
    check_sound(document)
    assert cells(document) == {
        (0, 0, 0): ("Region", True),
        (0, 0, 1): ("Complaints", True),
        (0, 1, 1): ("2022", True),
        (0, 1, 2): ("2023", True),
        (0, 2, 0): ("Lima", True),
        (0, 2, 1): ("1,204", False),
        (0, 2, 2): ("1,377", False),
        (0, 3, 0): ("Callao", True),
        (0, 3, 1): ("88", False),
        (0, 3, 2): ("91", False),
    }
    assert [(b.kind, b.table) for b in document.blocks if b.kind == "caption"] == [("caption", 0)]
    assert [loss.kind for loss in document.losses] == ["tracked_changes"]


def test_tables_inside_tables_and_frames(tmp_path: Path) -> None:
    inner = "<w:tbl>" + row("Year", "Deaths") + row("2021", "14") + "</w:tbl>"
    right = "<w:tc>" + p("Right") + inner + p("end") + "</w:tc>"
    outer = "<w:tbl>" + row("Left", right) + "</w:tbl>"
    frame = "<w:tbl>" + row("A box with a sentence of text.") + "</w:tbl>"
    document = read_docx(docx(tmp_path, outer + frame))
    check_sound(document)
    assert cells(document)[0, 0, 1][0] == "Right\nend"
    assert cells(document)[1, 1, 1] == ("14", False)
    assert kinds(document)[-1] == ("paragraph", "A box with a sentence of text.")


def test_runs_say_where_text_stands_in_the_package(tmp_path: Path) -> None:
    notes = {"footnotes": note("footnote", 1, "Source.")}
    table = "<w:tbl>" + row("a", "b") + row("c", "d") + "</w:tbl>"
    path = docx(tmp_path, p(r("One ") + r("two") + foot(1)) + p("") + table + p("Last"), notes=notes)
    document = read_docx(path)
    found = [(document.text[run.start : run.end], *run[2:5]) for run in runs(path)]
    body, foots = "word/document.xml", "word/footnotes.xml"
    assert found == [
        ("One ", body, 0, 0), ("two", body, 0, 1), ("1", body, 0, 2),
        ("a", body, 2, 0), ("b", body, 3, 0), ("c", body, 4, 0), ("d", body, 5, 0), ("Last", body, 6, 0),
        (" Source.", foots, 0, 1),
    ]  # fmt: skip


def test_runs_say_which_element_holds_the_text(tmp_path: Path) -> None:
    path = docx(tmp_path, p("<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"))
    assert [(run.start, run.end, run.child) for run in runs(path)] == [(0, 1, 1), (1, 2, 2), (2, 3, 3)]


def test_a_document_of_sixty_pages_takes_less_than_a_second(tmp_path: Path) -> None:
    import docx as python_docx

    made = python_docx.Document()
    made.add_heading("A long report", 0)
    for _ in range(700):
        made.add_paragraph("The registry counted 4,463 cases in that year. " * 6)
    made.core_properties.title = "Core title"
    path = tmp_path / "long.docx"
    made.save(str(path))
    start = time.perf_counter()
    document = read_docx(path)
    assert time.perf_counter() - start < 1
    assert (document.title, document.metadata["title"], document.date) == ("A long report", "Core title", None)


ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyy">]>'
LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
    + "]>"
)
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def hostile(kind: str) -> bytes:
    body = {
        "entity": f"{ENTITY}<w:document {SPACE}><w:body><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:body></w:document>",
        "laughs": f"{LAUGHS}<w:document {SPACE}><w:body><w:p><w:r><w:t>a&j;b</w:t></w:r></w:p></w:body></w:document>",
        "deep": f"<w:document {SPACE}><w:body>{'<w:sdt><w:sdtContent>' * 5000}",
        "bomb": f"<w:document {SPACE}><w:body>" + " " * 30_000_000,
        "no xml": "Plain words",
        "no body": f"<w:document {SPACE}/>",
    }[kind]
    return package({"word/document.xml": body})


HOSTILE = [
    ("deep", "damaged or cut short"),
    ("bomb", "unpacks to more than any report holds"),
    ("no xml", "damaged or cut short"),
    ("no body", "holds no Word document"),
]


@pytest.mark.parametrize(("kind", "message"), HOSTILE)
def test_hostile_packages_are_refused(tmp_path: Path, kind: str, message: str) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(hostile(kind))
    with pytest.raises(UnreadableError, match=message):
        read_docx(path)


@pytest.mark.parametrize("kind", ["entity", "laughs"])
def test_entities_are_never_expanded(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(hostile(kind))
    try:
        text = read_docx(path).text
    except UnreadableError:
        return
    assert len(text) < 20


def test_text_boxes_in_notes_are_read_once_behind_the_notes(tmp_path: Path) -> None:
    box = (
        "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    inside = p("In a box, 12 raids.")
    note = f'<w:footnote w:id="2">{p(r("Police.") + f"<w:r>{box.format(inside, inside)}</w:r>")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = read_docx(docx(tmp_path, p(r("Raids") + mark), notes={"footnotes": note}))
    check_sound(found)
    assert kinds(found) == [("paragraph", "Raids"), ("note", "Police."), ("paragraph", "In a box, 12 raids.")]
