"""Notes, citations and sources of whole documents, in every format that has notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.reading.read import read
from tieout.sources.read import SourcesOf, sources_of

MARKDOWN = """# Report on Ruritania

## Raids

The police carried out 12 raids in 2022.[^1] Sources said that 40 people were held,[^2] and three died.[^3]

## Gaps

Nothing else was known.[^4]

[^1]: Freedom House, *Nations 2023: Ruritania*, 2023, [url](https://freedomhouse.org/ruritania), p. 4; \
HRW, *World 2023*, 12 January 2023, [url](https://www.hrw.org/world/2023)
[^2]: Ibid., p. 9.
[^3]: Ruritania Monitor, [*Three dead in custody*](https://monitor.example.org/2023/05/08/three) (page 3), 8 May 2023
[^4]: A lawyer, interview with the author, 6 September 2023. The lawyer wished to remain anonymous.
"""

PLAIN = """1. Overview

Ruritania has 12 provinces and a president.{a} The port employs 400 people in most years.{b} Fishing boats
were counted twice in the same year.{c} A third of them lay idle for the whole of the winter.{d} The harbour
was closed in the spring of that year.{e} Nobody knew for how long it would stay closed to boats.{f}

{notes}
{links}
"""


def found_in(tmp_path: Path, text: str, name: str = "report.txt") -> SourcesOf:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return sources_of(read(path))


def numbered(notes: list[str], links: list[str], marks: str = "abcdef") -> str:
    bodies = "\n".join(f"{number} {note}" for number, note in enumerate(notes, 1))
    return PLAIN.format(**{m: n for n, m in enumerate(marks, 1)}, notes=bodies, links="\n".join(links))


NOTES = [
    "HRW, Coast at Risk, 3 May 2021, url",
    "UNHCR, Islands, 2020, url, p. 4",
    "Reuters, Boats counted, 5 May 2021, url; AP, Boats lost, 6 May 2021, url",
    "DW, Winter, 7 May 2021, url",
    "AFP, Spring, 8 May 2021, url",
    "BBC, Closed, 9 May 2021, url",
]
LINKS = [
    "https://www.hrw.org/coast",
    "https://www.unhcr.org/islands",
    "https://www.reuters.com/boats",
    "https://apnews.com/boats",
    "https://www.dw.com/winter",
    "https://www.afp.com/spring",
    "https://www.bbc.com/closed",
]


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    document = read(path)
    found = sources_of(document)
    assert [(n.number, n.lost, len(n.citations)) for n in found.notes] == [
        ("1", False, 2),
        ("2", False, 1),
        ("3", False, 1),
        ("4", False, 1),
    ]
    supported = [document.text[n.supports_start : n.supports_end] for n in found.notes if n.supports_start is not None]
    assert supported[:3] == [
        "The police carried out 12 raids in 2022.",
        "Sources said that 40 people were held,",
        "and three died.",
    ]
    ibid = found.notes[1].citations[0]
    assert (ibid.author, ibid.title, ibid.pages, ibid.refers) == ("HRW", "World 2023", "p. 9", True)
    third = found.notes[2].citations[0]
    assert (third.url, third.pages, third.date, third.kind) == (
        "https://monitor.example.org/2023/05/08/three",
        "page 3",
        "2023-05-08",
        "news",
    )
    by_key = {s.key: s for s in found.sources}
    assert by_key[ibid.source].times_cited == 2
    oral = next(s for s in found.sources if s.kind == "oral")
    assert oral.condition == "The lawyer wished to remain anonymous."
    for note in found.notes:
        for c in note.citations:
            assert document.text[c.start : c.end].strip()
            assert note.start is not None and note.end is not None and note.start <= c.start <= c.end <= note.end


@pytest.mark.parametrize("form", ["docx", "html"])
def test_other_formats_give_the_same(tmp_path: Path, form: str) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    path = tmp_path / f"report.{form}"
    pypandoc.convert_text(MARKDOWN, form, format="markdown", outputfile=str(path), extra_args=["--standalone"])
    found = sources_of(read(path))
    plain = found_in(tmp_path, MARKDOWN, "report.md")
    assert [(c.author, c.title, c.date, c.url, c.pages) for c in found.citations] == [
        (c.author, c.title, c.date, c.url, c.pages) for c in plain.citations
    ]


def test_listed_links_when_the_counts_agree(tmp_path: Path) -> None:
    found = found_in(tmp_path, numbered(NOTES, LINKS))
    assert [c.url for c in found.citations] == LINKS
    assert not found.losses


def test_listed_links_when_the_counts_differ(tmp_path: Path) -> None:
    found = found_in(tmp_path, numbered(NOTES, LINKS[1:]))
    assert [c.url for c in found.citations] == [None] * len(LINKS)
    (loss,) = found.losses
    assert (loss.kind, loss.count) == ("link_unknown", len(LINKS))


def test_listed_links_of_others_are_not_believed(tmp_path: Path) -> None:
    found = found_in(tmp_path, numbered(NOTES, LINKS[::-1]))
    assert [c.url for c in found.citations] == [None] * len(LINKS)


def test_lost_notes_are_lost_and_nothing_else(tmp_path: Path) -> None:
    kept = [f"{n} {note}" for n, note in enumerate(NOTES, 1) if n not in (3, 4)]
    text = PLAIN.format(a=1, b=2, c=3, d=4, e=5, f=6, notes="\n".join(kept), links="")
    found = found_in(tmp_path, text)
    assert [(n.number, n.lost, n.start is None, bool(n.citations)) for n in found.notes] == [
        ("1", False, False, True),
        ("2", False, False, True),
        ("3", True, True, False),
        ("4", True, True, False),
        ("5", False, False, True),
        ("6", False, False, True),
    ]
    gaps = [loss for loss in found.losses if loss.kind == "note_body"]
    assert [loss.count for loss in gaps] == [2]


def test_two_marks_side_by_side_support_the_same(tmp_path: Path) -> None:
    text = numbered(NOTES, []).replace("most years.2", "most years.2.3", 1).replace("year.3", "year.", 1)
    found = found_in(tmp_path, text)
    second, third = (next(n for n in found.notes if n.number == number) for number in ("2", "3"))
    assert second.supports_start == third.supports_start


def test_a_number_used_again_is_another_note(tmp_path: Path) -> None:
    text = "<p>One.<sup><a href='#a'>1</a></sup></p><p id='a'>1 HRW, One Thing, 3 May 2021</p>"
    again = "<p>Two.<sup><a href='#b'>1</a></sup></p><p id='b'>1 AI, Other Thing, 4 May 2021</p>"
    found = found_in(tmp_path, f"<html><body>{text}{again}</body></html>", "report.html")
    assert [n.id for n in found.notes] in (["1", "1-2"], ["1"])


def test_the_bibliography_is_read_apart(tmp_path: Path) -> None:
    items = "- HRW, *World 2023*, 12 January 2023, https://www.hrw.org/world/2023\n- UNHCR, *Islands*, 2020\n"
    text = f"{MARKDOWN}\n## Bibliography\n\n{items}"
    found = found_in(tmp_path, text, "report.md")
    assert [c.title for c in found.bibliography] == ["World 2023", "Islands"]
    assert {s.title: s.times_cited for s in found.sources}["Islands"] == 0
    assert found.bibliography[0].source in {c.source for c in found.citations}


def test_a_document_without_notes(tmp_path: Path) -> None:
    found = found_in(tmp_path, "Police counted 12 raids in 2023.\n")
    assert (found.notes, found.citations, found.sources, found.losses) == ([], [], [], [])
