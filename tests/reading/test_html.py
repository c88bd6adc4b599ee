"""The HTML reader, on pages written here."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.sound import check_sound, kinds, links, marks
from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.html import read_html


def page(folder: Path, body: str, head: str = "", lang: str = "") -> Document:
    path = folder / "page.html"
    attribute = f' lang="{lang}"' if lang else ""
    path.write_text(f"<!doctype html><html{attribute}><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    document = read_html(path)
    check_sound(document)
    return document


KINDS = [
    ("<h2>Extortion</h2><p>It rose.</p>", [("heading", "Extortion"), ("paragraph", "It rose.")]),
    ("<h1>Ports</h1><p>Text.</p>", [("title", "Ports"), ("paragraph", "Text.")]),
    ("<h1>One</h1><h1>Two</h1>", [("heading", "One"), ("heading", "Two")]),
    ("<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>",
     [("list_item", "one"), ("list_item", "inner"), ("list_item", "two")]),
    ("loose <b>words</b>\n  over\n lines<br>and more<br><br>next",
     [("paragraph", "loose words over lines and more"), ("paragraph", "next")]),
    ("<p>The 2<sup>nd</sup> of May, 40 km<sup>2</sup></p>", [("paragraph", "The 2nd of May, 40 km2")]),
    ("<nav>Menu 1</nav><header>Site</header><p>Text.</p><aside>More 2</aside><footer>Contact 3</footer>"
     "<script>var a = 4</script><style>p {}</style>", [("paragraph", "Text.")]),
    ("<article><header><h1>Head</h1></header><p>Text.</p></article>", [("title", "Head"), ("paragraph", "Text.")]),
    ("<table role=presentation><tr><td>Left</td><td>Right</td></tr><tr><td>a</td><td>b</td></tr></table>",
     [("paragraph", "Left"), ("paragraph", "Right"), ("paragraph", "a"), ("paragraph", "b")]),
    ("<blockquote>Quoted.</blockquote><pre>two  blanks</pre>", [("paragraph", "Quoted."), ("paragraph", "two blanks")]),
    ("<figure><img src=a.png><figcaption>Chart 1</figcaption></figure>", [("caption", "Chart 1")]),
    ("<p>caf&eacute; &amp; bar</p>", [("paragraph", "café & bar")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), KINDS)
def test_kinds_of_blocks(tmp_path: Path, body: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(page(tmp_path, body)) == expected


NOTED = """<p>Deaths rose by 7%<sup><a href="#fn1" id="r1">1</a></sup> and fell.<a href="#n2" id="c2"><sup>2</sup></a>
Later<sup id="c3"><a href="#n3">[3]</a></sup> they rose.<sup>4, 5</sup> See <a href="#top">section 9</a>.</p>
<ol><li id="fn1">Police, 2024. <a href="#r1">↩</a></li><li id="n2"><a href="#c2">^</a> Ministry.</li></ol>
<p><a id="n3" href="#c3">[3]</a> Registry, <a href="https://example.org/r">url</a>.</p>"""


def test_note_marks_and_bodies(tmp_path: Path) -> None:
    document = page(tmp_path, NOTED)
    assert marks(document) == [("1", "1"), ("2", "2"), ("[3]", "3"), ("4", "4"), ("5", "5")]
    assert kinds(document) == [
        ("paragraph", "Deaths rose by 7% and fell. Later they rose. See section 9."),
        ("note", "Police, 2024."),
        ("note", "Ministry."),
        ("note", "Registry, url."),
    ]
    assert [block.label for block in document.blocks if block.kind == "note"] == ["1", "2", "3"]
    assert links(document) == [("url", "https://example.org/r")]


def test_links(tmp_path: Path) -> None:
    body = '<p>See <a href=" https://example.org/a ">the page </a>, <a href="/b">b</a>, <a href="javascript:x()">c</a>'
    document = page(tmp_path, body + " and https://example.org/c.</p>")
    assert links(document) == [
        ("the page", "https://example.org/a"), ("b", "/b"), ("https://example.org/c", "https://example.org/c"),
    ]  # fmt: skip


def test_tables(tmp_path: Path) -> None:
    body = """<p>Table 2: Deaths</p><table><tr><td rowspan=2>Place<td colspan=2>Year<tr><td>2019<td>2020
    <tr><td>Lima<td><p>3</p><p>of 5</p><td>4</table>
    <table><caption>Seats</caption><tr><th>Party<th>Seats<tr><th>A<td>12</table>"""
    document = page(tmp_path, body)
    found = {
        (b.table, b.row, b.col): (document.text[b.start : b.end], b.header) for b in document.blocks if b.kind == "cell"
    }
    assert found == {
        (0, 0, 0): ("Place", True), (0, 0, 1): ("Year", True), (0, 1, 1): ("2019", True), (0, 1, 2): ("2020", True),
        (0, 2, 0): ("Lima", True), (0, 2, 1): ("3\nof 5", False), (0, 2, 2): ("4", False),
        (1, 0, 0): ("Party", True), (1, 0, 1): ("Seats", True), (1, 1, 0): ("A", True), (1, 1, 1): ("12", False),
    }  # fmt: skip
    assert [(document.text[b.start : b.end], b.table) for b in document.blocks if b.kind == "caption"] == [
        ("Table 2: Deaths", 0), ("Seats", 1),
    ]  # fmt: skip


DATES = [
    ('<meta property="article:published_time" content="2024-03-05T10:00:00Z">', "2024-03-05"),
    ('<meta name="DC.date" content="2023-11">', "2023-11"),
    ('<meta name="citation_publication_date" content="2022/01/31">', "2022-01-31"),
    ('<meta name="date" content="2021">', "2021"),
    ('<meta name="date" content="last week">', None),
    ('<meta name="date" content="20210301">', None),
    ("", None),
]


@pytest.mark.parametrize(("head", "date"), DATES)
def test_date(tmp_path: Path, head: str, date: str | None) -> None:
    assert page(tmp_path, "<p>Text.</p>", head).date == date


def test_date_of_the_articles_first_time_element(tmp_path: Path) -> None:
    body = '<article><time datetime="2020-02-03T00:00">3 Feb</time><p>Text.</p></article>'
    assert page(tmp_path, body).date == "2020-02-03"


def test_title_and_language(tmp_path: Path) -> None:
    document = page(tmp_path, "<p>Texto.</p>", "<title>Informe | Sitio</title>", "es-PE")
    assert (document.title, document.language, document.format) == ("Informe | Sitio", "es", "html")


ENCODINGS = [
    ("<meta charset=utf-8>", "utf-8"),
    ("<meta charset='iso-8859-1'>", "iso-8859-1"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
    ("", "utf-8"),
    ("", "utf-16"),
    ("<meta charset=utf-8>", "cp1252"),
    ("<meta charset=no-such-set>", "utf-8"),
    ("", "cp1252"),
]


@pytest.mark.parametrize(("head", "encoding"), ENCODINGS)
def test_character_sets(tmp_path: Path, head: str, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(f"<html><head>{head}</head><body><p>Año: 7 niñas en Cañete</p></body></html>".encode(encoding))
    assert read_html(path).text == "Año: 7 niñas en Cañete"


def test_a_paragraph_that_says_the_page_title_is_the_title(tmp_path: Path) -> None:
    document = page(
        tmp_path, "<p class=title>The  report</p><h2>One</h2><p>The report</p>", "<title>The report</title>"
    )
    assert kinds(document) == [("title", "The report"), ("heading", "One"), ("paragraph", "The report")]


def test_hidden_text_is_a_loss(tmp_path: Path) -> None:
    document = page(tmp_path, "<p>Seen.</p><p hidden>9 unseen</p><p style='display: none'>8 unseen</p>")
    assert document.text == "Seen."
    assert [(loss.kind, loss.count) for loss in document.losses] == [("hidden_text", 2)]


EMPTY = ["", "<!-- only a comment -->", "<html><body><script>render()</script></body></html>", "<p> </p>"]


@pytest.mark.parametrize("text", EMPTY)
def test_pages_without_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(text)
    with pytest.raises(UnreadableError, match="holds no text"):
        read_html(path)


def test_deep_and_wide_pages_are_read_in_time(tmp_path: Path) -> None:
    deep = page(tmp_path, "<p>Start.</p>" + "<div>" * 20_000 + "deep")
    assert deep.text.startswith("Start.")
    wide = page(tmp_path, "<table><tr><td colspan=99999999 rowspan=99999999>a<td>b<tr><td>c<td>d</table>")
    assert "a" in wide.text
    many = "".join(f'<p>n<sup><a href="#f{i}">{i}</a></sup></p><p id="f{i}">x</p>' for i in range(3_000))
    assert sum(1 for _ in page(tmp_path, many).spans_of("note_mark")) == 3_000
