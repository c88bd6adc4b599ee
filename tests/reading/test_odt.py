"""ODT: headings, lists, tables, notes, links, boxes; tracked changes as if accepted; what is not read is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.hostile import open_text
from reading.sound import check_sound, kinds, links, marks
from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.read import read


def document(folder: Path, body: str, styles: str = "") -> Document:
    path = folder / "made.odt"
    path.write_bytes(open_text(body, styles=styles))
    found = read(path)
    check_sound(found)
    return found


NOTE = (
    '<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation><text:note-body>{body}'
    "</text:note-body></text:note>"
)

BODIES = [
    ("<text:h text:outline-level='2'>Crime</text:h><text:p>x</text:p>", [("heading", "Crime"), ("paragraph", "x")]),
    ("<text:p text:style-name='Title'>A report</text:p>", [("title", "A report")]),
    ("<text:p text:style-name='Heading_20_1'>A</text:p><text:p>x</text:p>", [("heading", "A"), ("paragraph", "x")]),
    (
        "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item>"
        "</text:list></text:list-item></text:list>",
        [("list_item", "one"), ("list_item", "two")],
    ),
    ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", [("paragraph", "a b c d")]),
    ("<text:p>\n   1 204\n  raids </text:p>", [("paragraph", "1 204 raids")]),
    (
        "<text:table-of-content><text:index-body><text:p>Crime 3</text:p></text:index-body></text:table-of-content>"
        "<text:p>x</text:p>",
        [("paragraph", "x")],
    ),
    ("<text:section text:display='none'><text:p>gone</text:p></text:section><text:p>x</text:p>", [("paragraph", "x")]),
    (
        "<text:p>x<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame> y</text:p>",
        [("paragraph", "x y"), ("paragraph", "In a box.")],
    ),
    (
        "<table:table><table:table-row><table:table-cell><text:p>a frame</text:p></table:table-cell>"
        "</table:table-row></table:table>",
        [("paragraph", "a frame")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_structure(tmp_path: Path, body: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(document(tmp_path, body)) == expected


def test_notes_stand_at_the_end_in_order(tmp_path: Path) -> None:
    foot = NOTE.format(kind="footnote", label="1", body="<text:p>Police.</text:p><text:p>Page 4.</text:p>")
    end = NOTE.format(kind="endnote", label="i", body="<text:p>Court.</text:p>")
    found = document(tmp_path, f"<text:p>Raids{foot} and trials{end}.</text:p>")
    assert marks(found) == [("1", "1"), ("i", "i")]
    assert kinds(found) == [("paragraph", "Raids and trials."), ("note", "Police. Page 4."), ("note", "Court.")]
    assert [block.label for block in found.blocks if block.kind == "note"] == ["1", "i"]


def test_a_note_without_text_is_a_loss(tmp_path: Path) -> None:
    found = document(tmp_path, f"<text:p>Raids{NOTE.format(kind='footnote', label='1', body='')}.</text:p>")
    assert [(loss.kind, loss.count) for loss in found.losses] == [("note_body", 1)]


def test_tables_with_merged_cells_and_captions(tmp_path: Path) -> None:
    cell = "<table:table-cell{more}><text:p>{words}</text:p></table:table-cell>"
    head = "".join(cell.format(more="", words=w) for w in ("Place", "2023", "2024"))
    first = cell.format(more=' table:number-rows-spanned="2"', words="Lima") + "".join(
        cell.format(more="", words=w) for w in ("1", "2")
    )
    second = "<table:covered-table-cell/>" + "".join(cell.format(more="", words=w) for w in ("3", "4"))
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (first, second))
    heads = f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
    table = f"<table:table>{heads}{rows}</table:table>"
    found = document(tmp_path, f"<text:p>Table 1. Raids</text:p>{table}")
    assert kinds(found)[0] == ("caption", "Table 1. Raids")
    cells = [(b.row, b.col, b.header, found.text[b.start : b.end]) for b in found.blocks if b.kind == "cell"]
    assert cells == [
        (0, 0, True, "Place"), (0, 1, True, "2023"), (0, 2, True, "2024"),
        (1, 0, True, "Lima"), (1, 1, False, "1"), (1, 2, False, "2"), (2, 1, False, "3"), (2, 2, False, "4"),
    ]  # fmt: skip
    assert {b.table for b in found.blocks} == {0}


def test_changes_comments_and_pictures_are_counted(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>kept<text:change/><office:annotation><text:p>why?</text:p>"
        "</office:annotation><draw:frame><draw:image/></draw:frame> "
        "<text:span text:style-name='h'>secret</text:span></text:p>"
    )
    styles = "<style:style style:name='h'><style:text-properties text:display='none'/></style:style>"
    found = document(tmp_path, body, styles=styles)
    assert found.text.strip() == "kept"
    assert [(loss.kind, loss.count) for loss in found.losses] == [
        ("tracked_changes", 1), ("comment", 1), ("hidden_text", 1), ("image", 1),
    ]  # fmt: skip


def test_links_and_raised_numbers(tmp_path: Path) -> None:
    styles = "<style:style style:name='s'><style:text-properties style:text-position='super 58%'/></style:style>"
    link = "<text:a xlink:href='https://example.org/a'>there</text:a>"
    body = f"<text:p>See {link}.<text:span text:style-name='s'>4</text:span></text:p>"
    found = document(tmp_path, body, styles=styles)
    assert links(found) == [("there", "https://example.org/a")]
    assert marks(found) == [("4", "4")]


def test_title_and_language_from_the_properties(tmp_path: Path) -> None:
    meta = (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>A report</dc:title>'
        "<dc:language>en</dc:language></office:meta></office:document-meta>"
    )
    path = tmp_path / "a.odt"
    path.write_bytes(open_text("<text:p>x</text:p>", more={"meta.xml": meta}))
    found = read(path)
    assert (found.title, found.metadata["language"], found.format) == ("A report", "en", "odt")


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(open_text("<text:p>x</text:p>", more={"META-INF/manifest.xml": "<m><encryption-data/></m>"}))
    with pytest.raises(UnreadableError, match="it is protected by a password; save a copy without the password"):
        read(path)
