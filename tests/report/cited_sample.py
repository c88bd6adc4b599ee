"""A made-up draft with notes and the folder of texts it cites, for the tests of pages and remarks that show them."""

from __future__ import annotations

from pathlib import Path

from tieout.checks.check import Checked, check
from tieout.checks.request import Request

DRAFT = """# Tolls on the river

In 2023 the River Police registered 240 complaints of extortion, 20 percent more than the year before.[^1]
In Brava there were 90 complaints of extortion in 2023.[^1]
The law punishes extortion with two to four months in prison.[^2] Of 150 ferrymen interviewed in May 2024, 60 said
that they pay a toll.[^3] Nobody else was asked.[^4]

[^1]: River Police, Statistical yearbook 2023, 12 March 2024, [url](https://riverpolice.example/yearbook), p. 4
[^2]: Republic of Almaria, Law 77 on extortion, 2 June 2021, [url](javascript:alert(1))
[^3]: River Watch, Ferrymen and tolls, 3 June 2024, <b>pp. 3-4</b>; see also HRW, World Report 2024, 11 January 2024
[^4]: The ferrymen were found through their union.
"""
TEXTS = {
    "yearbook.txt": (
        '{"file": "yearbook.txt", "title": "Statistical yearbook 2023", "publisher": "River Police", "date": "2024"}',
        "Statistical yearbook 2023\n\nComplaints of extortion registered by the River Police rose from 200 in 2022 to "
        "240 in 2023, an increase of 20 percent. In Salinas there were 90 complaints of extortion in 2023, in Brava "
        "130.\n",
    ),
    "law.txt": (
        '{"file": "law.txt", "title": "Law 77 on extortion", "publisher": "Republic of Almaria", "date": "2021"}',
        "Law 77 on extortion\n\nThe law punishes extortion with two to four years in prison.\n",
    ),
}


def cited_check(folder: Path, draft: str = DRAFT, name: str = "draft.md", lang: str = "en") -> Checked:
    """The check of the draft against the texts, both written into a folder first."""
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    (texts / "manifest.jsonl").write_text("\n".join(row for row, _ in TEXTS.values()) + "\n", encoding="utf-8")
    for file, (_, text) in TEXTS.items():
        (texts / file).write_text(text, encoding="utf-8")
    path = folder / name
    if path.suffix == ".md":
        path.write_text(draft, encoding="utf-8")
    return check(path, Request(against=texts, lang=lang))
