"""Saved news pages: author, outlet and date; what stands around the article is kept as furniture and not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from reading.sound import check_sound, kinds
from tieout.reading.article import is_article
from tieout.reading.document import Document
from tieout.reading.read import read

STORY = (
    "<p>Police in Lima received 1,204 complaints of extortion in March, 20 percent more than a year before.</p>"
    "<p>Drivers of buses were hit hardest: 312 of them paid for protection, the union said after a strike.</p>"
    "<h2>What the ministry says</h2>"
    "<p>The minister said that 4,000 officers had been sent to the districts hit most.</p>"
)
TYPE = '<meta property="og:type" content="article">'
NAMES = '<meta name="author" content="Rosa Quispe"><meta property="og:site_name" content="The Post">'
MORE = (
    "<section><h3>More stories</h3><ul><li><a href='/1'>12 mayors held</a></li>"
    "<li><a href='/2'>Gold up 3 percent</a></li></ul></section>"
)


def document(folder: Path, head: str, body: str) -> Document:
    path = folder / "page.html"
    path.write_text(
        f"<!doctype html><html><head><title>T</title>{head}</head><body>{body}</body></html>", encoding="utf-8"
    )
    found = read(path)
    check_sound(found)
    return found


HEADS = [
    (TYPE, True),
    ('<meta property="og:type" content="website">', False),
    ('<meta property="article:published_time" content="2025-03-04">', True),
    ('<meta property="og:type" content="website"><meta property="article:tag" content="gold">', False),
    ('<script type="application/ld+json">{"@type": "NewsArticle"}</script>', True),
    ('<script type="application/ld+json">{"@graph": [{"@type": ["WebPage"]}, {"@type": ["Article"]}]}</script>', True),
    ('<script type="application/ld+json">[{"@type": "Organization"}]</script>', False),
    ('<script type="application/ld+json">{broken</script>', False),
    ('<script type="application/ld+json">"text"</script>', False),
    ("", False),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_which_pages_say_that_they_are_articles(head: str, expected: bool) -> None:
    assert is_article(html.document_fromstring(f"<html><head>{head}</head><body>x</body></html>")) is expected


def test_what_stands_around_the_article_is_in_the_text_and_not_read(tmp_path: Path) -> None:
    found = document(tmp_path, TYPE + NAMES, f"<main><article><h1>Extortion rises</h1>{STORY}</article>{MORE}</main>")
    words = [text for _, text in kinds(found)]
    assert words[0] == "Extortion rises"
    assert words[-1].startswith("The minister said")
    assert "12 mayors held" in found.text
    assert "12 mayors held" in [found.text[s.start : s.end] for s in found.spans_of("furniture")]
    assert [(loss.kind, loss.count) for loss in found.losses] == [("page_furniture", 3)]


def test_author_outlet_and_date(tmp_path: Path) -> None:
    time = '<meta property="article:published_time" content="2025-05-06T10:00:00-05:00">'
    found = document(tmp_path, TYPE + NAMES + time, f"<article><h1>Extortion rises</h1>{STORY}</article>")
    assert (found.metadata["author"], found.metadata["outlet"], found.date) == ("Rosa Quispe", "The Post", "2025-05-06")


def test_a_page_that_is_no_article_keeps_all_its_blocks(tmp_path: Path) -> None:
    found = document(tmp_path, "", f"<main><article><h1>Extortion rises</h1>{STORY}</article>{MORE}</main>")
    assert "12 mayors held" in [text for _, text in kinds(found)]


def test_a_report_with_notes_keeps_all_its_blocks(tmp_path: Path) -> None:
    notes = '<p>Raids rose.<sup><a href="#n">1</a></sup></p><ol><li id="n">1. Police.</li></ol>'
    found = document(tmp_path, TYPE, f"<article>{STORY}{notes}</article>{MORE}")
    assert "12 mayors held" in [text for _, text in kinds(found)]


def test_tables_of_an_article_stay(tmp_path: Path) -> None:
    table = "<table><tr><th>Month</th><th>No.</th></tr><tr><td>March</td><td>1,204</td></tr></table>"
    found = document(tmp_path, TYPE, f"<article><h1>Extortion rises</h1>{STORY}{table}</article>{MORE}")
    assert ("cell", "1,204") in kinds(found)


def test_an_article_too_short_to_be_told_keeps_all_its_blocks(tmp_path: Path) -> None:
    found = document(tmp_path, TYPE, f"<article><p>Twelve raids.</p></article>{MORE}")
    assert "12 mayors held" in [text for _, text in kinds(found)]
