"""RTF: text of any code page, notes, tables, headings, links; deleted and hidden text left out and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.sound import check_sound, kinds, links, marks
from tieout.reading.document import Document
from tieout.reading.read import read

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset2 Symbol;}"
    r"{\f3\fcharset128 Mincho;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\sbasedon1 Own;}{\s3 Title;}{\s4 caption;}"
    r"{\s5\outlinelevel1 Odd;}{\*\cs9 Emphasis;}}"
)


def document(folder: Path, body: str) -> Document:
    path = folder / "made.rtf"
    path.write_bytes((HEAD + body + "}").encode("latin-1"))
    found = read(path)
    check_sound(found)
    return found


TEXTS = [
    (r"\pard Twelve raids.\par", "Twelve raids."),
    (r"caf\'e9 \'93five\'94\par", "café “five”"),
    (r"\u8211?5 \u-10179?\u-8704?\par", "–5 😀"),
    (r"\uc2\u8364 EU100\par", "€100"),
    (r"{\uc0\u8364}100\par", "€100"),
    (r"{\f1 \'cc\'e8\'f0}\par", "Мир"),
    (r"{\f3 \'93\'fa}\par", "日"),
    (r"a\~b\_c\-d\endash e\line f\tab g\par", "a\u00a0b\u2011c\u00add–e\nf\tg"),
    ("a\r\nb\\\nc\\par", "ab\n\nc"),
    (r"a{\v hidden}b{\deleted gone}c\par", "abc"),
    (r"a{\*\unknown gone}b{\header gone}c{\pict 0102}d\par", "abcd"),
    (r"1\'a0204 \{x\} \\ \par", "1\u00a0204 {x} \\"),
]


@pytest.mark.parametrize(("body", "text"), TEXTS)
def test_text(tmp_path: Path, body: str, text: str) -> None:
    assert document(tmp_path, body).text.strip() == text


BODIES = [
    (r"\pard\s1 Crime\par\pard\plain x\par", [("heading", "Crime"), ("paragraph", "x")]),
    (r"\pard\s2 Crime\par\pard x\par", [("heading", "Crime"), ("paragraph", "x")]),
    (r"\pard\s5 Crime\par\pard x\par", [("heading", "Crime"), ("paragraph", "x")]),
    (r"\pard\s3 A report\par\pard x\par", [("title", "A report"), ("paragraph", "x")]),
    (r"\pard\outlinelevel0 Crime\par\pard x\par", [("heading", "Crime"), ("paragraph", "x")]),
    (r"\pard{\listtext 1.\tab}\ls1\ilvl0 one\par{\listtext 2.}two\par", [("list_item", "one"), ("list_item", "two")]),
    (r"x{\shp{\*\shpinst{\shptxt\pard box\par}}{\shprslt no}} y\par", [("paragraph", "x y"), ("paragraph", "box")]),
    (r"\trowd\cellx900\intbl a frame\cell\row\pard x\par", [("paragraph", "a frame"), ("paragraph", "x")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_structure(tmp_path: Path, body: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(document(tmp_path, body)) == expected


def test_notes(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        r"Raids{\super\chftn}{\footnote\pard{\super\chftn} Police.\par Page 4.} and trials"
        r"{\super *{\footnote * Court.}}\par",
    )
    assert marks(found) == [("1", "1"), ("*", "*")]
    assert kinds(found) == [("paragraph", "Raids and trials"), ("note", "Police. Page 4."), ("note", "* Court.")]


def test_tables_with_merged_cells_and_captions(tmp_path: Path) -> None:
    wide = r"\trowd\trhdr\cellx1000\cellx3000\intbl Place\cell Raids\cell\row"
    first = r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000\intbl Lima\cell 1\cell 2\cell\row"
    second = r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\intbl \cell 3\cell 4\cell\row"
    found = document(tmp_path, rf"\pard\s4 Table 1. Raids\par\pard {wide}{first}{second}\pard Below.\par")
    assert [(b.kind, b.table) for b in found.blocks if b.kind != "cell"] == [("caption", 0), ("paragraph", None)]
    cells = [(b.row, b.col, b.header, found.text[b.start : b.end]) for b in found.blocks if b.kind == "cell"]
    assert cells == [
        (0, 0, True, "Place"), (0, 1, True, "Raids"), (1, 0, True, "Lima"), (1, 1, False, "1"), (1, 2, False, "2"),
        (2, 1, False, "3"), (2, 2, False, "4"),
    ]  # fmt: skip


def test_links(tmp_path: Path) -> None:
    found = document(
        tmp_path, r'See {\field{\*\fldinst{ HYPERLINK "https://example.org/a" }}{\fldrslt{\ul there}}}.\par'
    )
    assert links(found) == [("there", "https://example.org/a")]
    assert found.text.strip() == "See there."


def test_losses(tmp_path: Path) -> None:
    found = document(tmp_path, r"a{\v h}b{\deleted d}{\revised e}{\annotation why}{\pict 00}{\f2 \'b7}\par{\b open")
    kinds_of = {loss.kind: loss.count for loss in found.losses}
    assert kinds_of == {"cut_short": 1, "tracked_changes": 2, "comment": 1, "hidden_text": 1, "image": 1, "symbol": 1}


def test_properties(tmp_path: Path) -> None:
    found = document(tmp_path, r"{\info{\title Crime \u237?}{\author A. B.}{\creatim\yr2024\mo5\dy6}}x\par")
    assert found.title is not None
    assert found.title.startswith("Crime í")
    assert found.metadata["created"] == "2024-05-06"
