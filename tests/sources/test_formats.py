"""The notes of one report are the same in every format it can be written in: marks, bodies, supports and citations."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.reading.document import Document
from tieout.reading.read import read
from tieout.sources.note import Note
from tieout.sources.read import sources_of

REPORT = """# Tolls on the river

The River Police registered 240 complaints of extortion in 2023,[^1] and the courts tried 12 of them.[^2]
Ferrymen pay every week.[^3] In Brava a new post was opened in 2022, and a second one in 2024.[^4]

## Who pays

Of 150 ferrymen interviewed, 60 pay.[^5][^6] Market women pay too.[^7]

- In Salinas the toll is five crowns.[^8]
- In Brava it is seven crowns.[^9]

Nobody keeps a count of the tolls that are paid in kind,[^10] which traders call *gifts*.[^11]

[^1]: River Police, Statistical yearbook 2023, 12 March 2024, p. 4
[^2]: Human Rights Watch, World Report 2024, 11 January 2024, p. 31
[^3]: Freedom House, Freedom in the World 2024, 29 February 2024
[^4]: Amnesty International, Rivers of fear, 3 May 2024, pp. 3-4; Reuters, New police post on the river, 9 June 2024
[^5]: International Crisis Group, Tolls and guns, 1 July 2024
[^6]: The ferrymen were found through their union.
[^7]: BBC News, The market women of Salinas, 8 August 2024
[^8]: UNODC, Global study on extortion, 2023, p. 17
[^9]: InSight Crime, The price of a crossing, 4 September 2024
[^10]: OECD, Informal levies in river trade, 2022
[^11]: UNHCR, Coastal survey, November 2023
"""
BODIES = dict(re.findall(r"(?m)^\[\^(\d+)\]: (.*)$", REPORT))
SUPPORTS = {
    "1": "The River Police registered 240 complaints of extortion in 2023,", "2": "and the courts tried 12 of them.",
    "3": "Ferrymen pay every week.", "4": "In Brava a new post was opened in 2022, and a second one in 2024.",
    "5": "Of 150 ferrymen interviewed, 60 pay.", "6": "Of 150 ferrymen interviewed, 60 pay.",
    "7": "Market women pay too.", "8": "In Salinas the toll is five crowns.", "9": "In Brava it is seven crowns.",
    "10": "Nobody keeps a count of the tolls that are paid in kind,", "11": "which traders call gifts.",
}  # fmt: skip


def _markdown(folder: Path) -> Path:
    path = folder / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def _pandoc(format: str, *options: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        pypandoc = pytest.importorskip("pypandoc")
        path = folder / f"report.{format}"
        pypandoc.convert_text(REPORT, format, "markdown", outputfile=str(path), extra_args=["--standalone", *options])
        return path

    return make


def _typst(folder: Path) -> Path:
    typst = pytest.importorskip("typst")
    text = re.sub(r"(?m)^\[\^\d+\]: .*\n", "", REPORT)
    text = re.sub(r"\[\^(\d+)\]", lambda mark: f"#footnote[{BODIES[mark[1]]}]", text)
    text = re.sub(r"\*(\w+)\*", r"_\1_", text.replace("## ", "== ").replace("# ", "= "))
    (folder / "report.typ").write_text(f"#set page(height: 12cm)\n{text}", encoding="utf-8")
    path = folder / "report.pdf"
    path.write_bytes(typst.compile(str(folder / "report.typ"), root=str(folder)))
    return path


MAKERS: dict[str, Callable[[Path], Path]] = {
    "md": _markdown, "html": _pandoc("html"), "docx": _pandoc("docx"), "odt": _pandoc("odt"), "epub": _pandoc("epub"),
    "rtf": _pandoc("rtf"), "pdf": _typst,
}  # fmt: skip


@pytest.fixture(scope="module", params=list(MAKERS))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, list[Note]]:
    """The report in a format, read, and its notes."""
    document = read(MAKERS[request.param](tmp_path_factory.mktemp(request.param)), language="en")
    return document, list(sources_of(document).notes)


def even(text: str) -> str:
    return " ".join(text.split())


def test_every_note_is_paired_once_in_order(made: tuple[Document, list[Note]]) -> None:
    _, notes = made
    assert [note.number for note in notes] == list(BODIES)
    assert all(len(note.places) == 1 and not note.lost for note in notes)


def test_marks_and_bodies_stand_where_the_text_has_them(made: tuple[Document, list[Note]]) -> None:
    document, notes = made
    for note in notes:
        assert note.mark_start is not None and note.start is not None and note.end is not None
        assert note.number in document.text[note.mark_start : note.mark_end]
        assert even(note.text or "") == BODIES[note.number].replace("3-4", "3-4")
        last = BODIES[note.number].split()[-1]
        assert last in even(document.text[note.start : note.end])


def test_the_same_words_are_supported(made: tuple[Document, list[Note]]) -> None:
    document, notes = made
    for note in notes:
        (place,) = note.places
        words = even(document.text[place.supports_start : place.supports_end])
        assert words.replace("*", "").replace("_", "") == SUPPORTS[note.number], note.number


def test_the_same_items_are_cited(made: tuple[Document, list[Note]]) -> None:
    _, notes = made
    titles = {note.number: [citation.title for citation in note.citations] for note in notes}
    assert titles["4"] == ["Rivers of fear", "New police post on the river"]
    assert titles["6"] == []
    assert sum(map(len, titles.values())) == 11
    assert {c.pages for note in notes for c in note.citations} == {None, "p. 4", "p. 31", "pp. 3-4", "p. 17"}
