"""Frameworks, tables and books made for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tieout.index.framework import Framework
from tieout.index.frameworks import framework
from tieout.index.results import Results
from tieout.index.sheet import read_scores

SMALL = """
id = "small"
title = { en = "Small", es = "Pequeño" }
[editions]
"small" = "2024"
[scale]
low = 1
high = 10
step = 0.5
[method]
within = ["world", "region"]
[quadrants]
across = "top"
up = "other"
across_high = 5.5
up_high = 5.5
[[dimension]]
id = "top"
label = { en = "Top", es = "Cima" }
definition = { en = "d", es = "d" }
higher_is = "worse"
[[dimension]]
id = "left"
parent = "top"
label = { en = "Left", es = "Izquierda" }
definition = { en = "d", es = "d" }
higher_is = "worse"
[[dimension]]
id = "right"
parent = "top"
label = { en = "Right", es = "Derecha" }
definition = { en = "d", es = "d" }
higher_is = "worse"
[[dimension]]
id = "other"
label = { en = "Other", es = "Otro" }
definition = { en = "d", es = "d" }
higher_is = "better"
[[indicator]]
id = "a"
parent = "left"
label = { en = "Alpha", es = "Alfa" }
definition = { en = "d", es = "d" }
question = { en = "q", es = "q" }
[[indicator]]
id = "b"
parent = "left"
label = { en = "Beta crimes", es = "Delitos beta" }
definition = { en = "d", es = "d" }
question = { en = "q", es = "q" }
headers = ["Beta avg."]
[[indicator]]
id = "c"
parent = "right"
label = { en = "Gamma", es = "Gama" }
definition = { en = "d", es = "d" }
question = { en = "q", es = "q" }
[[indicator]]
id = "d"
parent = "other"
label = { en = "Delta", es = "Delta" }
definition = { en = "d", es = "d" }
question = { en = "q", es = "q" }
"""
"""Two levels: top is the mean of left (a, b) and right (c); other is d."""

SCORES = """iso3,country,region,a,b,c,d
PER,Peru,South America,7,6,5,4
ECU,Ecuador,South America,5,8,5,6
CHL,Chile,South America,2.5,3,4,8
MEX,Mexico,North America,9,9,10,3.5
"""


def small(folder: Path, text: str = SMALL) -> Framework:
    """The small framework, read from its file."""
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return framework(str(path))


def counted(folder: Path, scores: str = SCORES, text: str = SMALL) -> Results:
    """The results of a CSV of scores under the small framework."""
    path = folder / "scores.csv"
    path.write_text(scores, encoding="utf-8")
    return Results(read_scores(path, small(folder, text)))


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """An Excel workbook with these sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path
