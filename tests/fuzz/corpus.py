"""Small sound files of every format, for the mutator to damage. They are made, not kept."""

from __future__ import annotations

from pathlib import Path

from reading.hostile import book, open_text, pdf_of_many_objects, word, workbook

TEXT = """---
title: A sound report
date: 2024-05-06
---

# Crime in Peru

## 5.1 Extortion

In 2023 police counted 22,681 complaints of extortion[^1], up from 4,738 in 2018, an increase of 378.7 percent. About
half of the 84 victims were women (59.2 percent), said the ministry.[1] Of 19 defenders, eight were killed.

| Department | 2023 | 2024 |
|---|---|---|
| Lima | 723 | 851 |
| Callao | 215 | 266 |

- 300 soles (74 EUR), or US$80
- from 1 January to 31 March 2023, 2,345 complaints or 78 per day

[^1]: Ministry of the Interior, 8 July 2025, https://example.org/a?b=1
"""
SPANISH = """En 2023 la policía registró 22 681 denuncias por extorsión, frente a 4 738 en 2018: un aumento de 378,7 %.

Cerca de la mitad de las 84 víctimas eran mujeres; 1,2 millones de personas viven en Lima Metropolitana (2024).
"""
PAGE = (
    """<!doctype html><html lang="en"><head><title>Extortion rises</title><meta property="og:type" content="article">
<meta name="author" content="R. Q."></head><body><nav>Home</nav><article><h1>Extortion rises</h1><p>In March police
counted 1,204 complaints, 20 percent more than the 1,003 of the year before<sup><a href="#n1">1</a></sup>, it said.</p>
<table><tr><th>Month</th><th>No.</th></tr><tr><td>March</td><td>1,204</td></tr></table><ul><li>Lima: 12</li></ul>
<p>"""
    + "The minister said that 4,000 officers had been sent to the districts most affected by it. " * 4
    + """</p>
<ol><li id="n1">1. Ministry, 2025.</li></ol></article><footer>Copyright 2025</footer></body></html>"""
)
RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\stylesheet{\s0 Normal;}
{\s1\outlinelevel0 heading 1;}}{\info{\title A report}}\pard\s1 Crime\par\pard\plain In 2023 police counted
22,681 complaints{\super\chftn{\footnote\pard{\super\chftn} Ministry, 2024.}}, a rise of 378.7 \'93percent\'94 \u8211?
from 4,738.\par\trowd\cellx1000\cellx2000\intbl Lima\cell 723\cell\row\trowd\cellx1000\cellx2000\intbl Callao\cell
215\cell\row\pard{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt here}}{\v hidden}{\deleted gone}\par}"""


def write_corpus(folder: Path) -> None:
    """Write one sound file of each format, two of some."""
    runs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.replace("&", "").split("\n\n"))
    table = "<w:tbl>" + "<w:tr>" + "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>" * 2 + "</w:tr>" + "</w:tbl>"
    note = (
        "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Ministry.</text:p></text:note-body></text:note>"
    )
    paragraphs = "".join(f"<text:p>{line}{note}</text:p>" for line in SPANISH.split("\n\n"))
    cells = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{c}{r}"><v>{r * 12.5}</v></c>' for c in "ABC") + "</row>"
        for r in range(1, 6)
    )
    files: dict[str, str | bytes] = {
        "a.txt": TEXT.partition("---\n\n")[2],
        "b.txt": SPANISH.encode("windows-1252"),
        "c.txt": SPANISH.encode("utf-16"),
        "a.md": TEXT,
        "a.html": PAGE,
        "a.rtf": RTF,
        "a.docx": word(runs + table),
        "a.odt": open_text(f"<text:h text:outline-level='1'>1.1 Crimen</text:h>{paragraphs}"),
        "a.epub": book(
            {"a.xhtml": f"<h1>Crime</h1><p>{TEXT.split('##')[0]}</p>", "b.xhtml": PAGE.partition("<body>")[2]}
        ),
        "a.xlsx": workbook(f"<sheetData>{cells}</sheetData>"),
        "a.pdf": pdf_of_many_objects(1),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
