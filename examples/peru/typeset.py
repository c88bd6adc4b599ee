"""Sets a report as a PDF in the house style of country-of-origin reports, with typst.

Numbered sections, notes at the foot of the page whose word `url` is a link annotation, a running head, page numbers,
annexes in two columns, and thousands parted by a thin space. The same report gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import typst
from source import Block, Heading, Items, Paragraph, Piece, Report, Table, pieces

_STYLE = """
#set document(title: {title}, author: {author}, date: datetime(year: {year}, month: {month}, day: {day}))
#set page(paper: "a4", margin: (x: 24mm, top: 27mm, bottom: 24mm), numbering: "1",
  header: context if here().page() > 1 {{
    set text(8pt, fill: luma(80))
    upper({head})
    v(-5pt)
    line(length: 100%, stroke: 0.5pt + luma(170))
  }})
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "en", region: "GB")
#set par(justify: true, leading: 0.65em, spacing: 1.05em)
#set heading(numbering: "1.1.")
#show heading: set block(above: 1.5em, below: 0.9em)
#show link: it => text(fill: rgb("#0b4f8a"), underline(it))
#show footnote.entry: set text(8pt)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: set text(9.5pt, weight: "bold")
#set figure(supplement: none, numbering: none)
#set table(stroke: 0.4pt + luma(140), inset: 4.5pt)
"""
_FIRST_ANNEX = "#set page(columns: 2)\n#set heading(numbering: none)\n"
_NEXT_ANNEX = "#colbreak()\n"
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,]\d)")
_THIN_SPACE = "\u2009"
_CELL_NUMBER = re.compile(r"[−-]?[\d.,]*")


def pdf(report: Report) -> bytes:
    """The report as the bytes of a PDF."""
    return bytes(typst.compile(markup(report).encode(), ignore_system_fonts=True))


def markup(report: Report) -> str:
    """The report as a typst text."""
    day = date.fromisoformat(report.meta["date"])
    style = _STYLE.format(
        title=_string(report.meta["title"]),
        author=_string(report.meta["author"]),
        head=_string(report.meta["head"]),
        year=day.year,
        month=day.month,
        day=day.day,
    )
    return style + "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    in_annex = False
    for block in report.blocks:
        if isinstance(block, Heading) and block.text.startswith("Annex"):
            yield _NEXT_ANNEX if in_annex else _FIRST_ANNEX
            in_annex = True
        yield _block(block, report.notes)


def _block(block: Block, notes: Mapping[str, str]) -> str:
    match block:
        case Heading(1, text):
            return f'#align(center, text(19pt, weight: "bold", hyphenate: false)[{_inline(text, notes)}])\n#v(6mm)'
        case Heading(level, text):
            return f"{'=' * (level - 1)} {_inline(text, notes)}"
        case Items(texts):
            return "#list(" + ", ".join(f"[{_inline(text, notes)}]" for text in texts) + ")"
        case Table():
            return _table(block, notes)
        case Paragraph(text):
            return _inline(text, notes)
    raise TypeError(f"no such block: {block!r}")


def _table(table: Table, notes: Mapping[str, str]) -> str:
    head, *body = table.rows
    columns = zip(*body, strict=True)
    align = ", ".join("right" if all(map(_CELL_NUMBER.fullmatch, column)) else "left" for column in columns)
    names = ", ".join(f"[#strong[{_inline(cell, notes)}]]" for cell in head)
    cells = ", ".join(f"[{_inline(cell, notes)}]" for row in body for cell in row)
    grid = f"table(columns: {len(head)}, align: ({align}), table.header({names}), {cells})"
    return f"#figure({grid}, caption: [{_inline(table.caption, notes)}])"


def _inline(text: str, notes: Mapping[str, str]) -> str:
    return "".join(_piece(piece, notes) for piece in pieces(text))


def _piece(piece: Piece, notes: Mapping[str, str]) -> str:
    match piece.kind:
        case "note":  # a fresh number for every mark, as country reports do: a source cited twice has two notes
            return f"#footnote[{_inline(notes[piece.text], notes)}];"
        case "link":
            return f"#link({_string(piece.target)})[{_words(piece.text)}];"
        case "bold":
            return f"#strong[{_words(piece.text)}];"
        case "italic":
            return f"#emph[{_words(piece.text)}];"
        case "words":
            return _words(piece.text)


def _words(text: str) -> str:
    """Text as typst prints it; a number with a thin space sits in a box, so that no line break splits it."""
    out, at = [], 0
    for number in _GROUPED.finditer(text):
        out.append(f"#{_string(text[at : number.start()])};")
        out.append(f"#box[#{_string(number[0].replace(',', _THIN_SPACE))};];")
        at = number.end()
    return "".join(out) + f"#{_string(text[at:])};"


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
