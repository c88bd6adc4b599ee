"""The HTML page, read without a browser: what it holds, what it leaves out, what it lets through."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

import tieout.report
from report.page_sample import figure, finding, outcome, sample, sample_document
from tieout.reading.document import Block, Document, Span
from tieout.reading.read import read
from tieout.report.page import page

CSS = (Path(tieout.report.__file__).parent / "templates" / "page.css").read_text()


def built(quotes: bool = True, language: str = "en") -> str:
    result, document, figures = sample()
    return page(result, [document], {document.path: figures}, quotes=quotes, language=language)


def tree(source: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(source)


def plain(element: lxml_html.HtmlElement) -> str:
    """The text of the document view without what the page adds to it, and without blanks."""
    for extra in element.xpath(".//a[contains(@class,'badge') or contains(@class,'back')]"):
        extra.drop_tree()
    return re.sub(r"\s+", "", element.text_content())


def test_same_input_same_bytes() -> None:
    assert built() == built()


def test_the_text_is_whole_and_in_order() -> None:
    _, document, _ = sample()
    assert plain(tree(built()).find_class("paper")[0]) == re.sub(r"\s+", "", document.text)


def test_ids_are_unique_and_links_arrive() -> None:
    source = tree(built())
    ids = source.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in source.xpath("//a/@href") if href.startswith("#")]
    assert targets
    assert set(targets) <= set(ids)
    assert set(source.xpath("//@aria-controls | //@aria-labelledby")) <= set(ids)


def test_every_mark_shows_the_words_of_its_record() -> None:
    result, document, figures = sample()
    source = tree(page(result, [document], {document.path: figures}))
    ordered = sorted(figures, key=lambda f: f.start)
    for number, record in enumerate(ordered, 1):
        marks = source.xpath(f"//*[contains(concat(' ', @data-g, ' '), ' {number} ')]")
        assert "".join(mark.text_content() for mark in marks) == record.text
    texts = [f.text for f in sorted(result.findings, key=lambda f: (f.start, f.end))]
    found = [source.xpath(f"//mark[contains(concat(' ', @data-f, ' '), ' {n} ')]") for n in range(1, len(texts) + 1)]
    assert ["".join(mark.text_content() for mark in marks) for marks in found] == texts


def test_the_summary_counts_and_names_what_is_missing() -> None:
    top = re.sub(r"\s+", " ", tree(built()).xpath("//header[@class='top']")[0].text_content())
    for said in ("12 figures read", "1 tie holds", "1 tie open", "1 tie breaks", "1 E error", "1 W warning", "1 I inf"):
        assert said in top
    assert "pictures were not read (× 2)" in top
    assert "X201 source-mismatch: no library given" in top
    assert "not that they are true" in top
    assert "fixed template" in top


def test_files_that_could_not_be_read_are_named() -> None:
    document = sample_document()
    source = tree(page(outcome(), [document], {}, unreadable=["lost.pdf: no text layer; run OCR"]))
    assert "lost.pdf: no text layer; run OCR" in source.find_class("missing")[0].text_content()


def test_an_empty_result_says_so() -> None:
    document = replace(sample_document(), losses=())
    text = tree(page(outcome(), [document], {})).text_content()
    for said in ("No findings.", "No ties between figures were found.", "No figures were read.", "Nothing is known"):
        assert said in text


def test_a_tie_shows_its_arithmetic_and_reason() -> None:
    ties = tree(built()).get_element_by_id("ties").text_content()
    assert "60 + 25 + 10 = 95" in ties
    assert "1,800 / 1,200 = 1.5" in ties
    assert "possible by the words" in ties


def test_two_findings_on_the_same_words_have_both_badges() -> None:
    document = sample_document()
    first = finding(document, "80 percent", "error", "A101", "one", "first")
    source = tree(page(outcome([first, replace(first, rule="A102", severity="info")]), [document], {}))
    assert source.xpath("//mark/@data-f") == ["1 2"]
    assert [a.text for a in source.find_class("badge")] == ["E1", "I2"]
    assert "error" in source.xpath("//mark/@class")[0]


def test_tables_notes_and_marks_are_set() -> None:
    source = tree(built())
    assert [cell.text_content() for cell in source.xpath("//table//th")] == ["Port", "Complaints"]
    assert source.xpath("string(//table/caption)") == "Complaints by port"
    assert source.xpath("//sup/a/@href") == ["#d1-note-1"]
    assert "Almaria country report 2024" in source.find_class("outside")[0].text_content()


@pytest.mark.shared
def test_no_letter_of_a_real_document_is_lost_or_added(shared: Path) -> None:
    for path in [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "pdf").glob("un_upr_*.pdf"))[:1]]:
        document = read(path)
        paper = tree(page(outcome(), [document], {})).find_class("paper")[0]
        for extra in paper.xpath(".//p[@class='page'] | .//a[@class='back']"):
            extra.drop_tree()
        shown, said = (Counter(filter(str.isalnum, text)) for text in (paper.text_content(), document.text))
        assert shown == said, path.name


def test_stray_text_stands_where_it_was_and_a_notes_label_leads_its_note() -> None:
    text = "First.\n\nHead of page 2\n\nSecond.\n\n[7] Police, Yearbook.\n"
    stretches = ("First.", "Second.", "Police, Yearbook.")
    places = [(text.index(words), text.index(words) + len(words)) for words in stretches]
    first, second = (Block("paragraph", (place,)) for place in places[:2])
    blocks = (first, second, Block("note", (places[2],), label="7"))
    document = Document("x.docx", text, "docx", "0", "x", blocks)
    paper = tree(page(outcome(), [document], {})).find_class("paper")[0]
    assert [" ".join(p.text_content().split()) for p in paper.iter("p")] == [
        "First.", "Head of page 2", "Second.", "[7] Police, Yearbook.",
    ]  # fmt: skip
    assert [p.get("class") for p in paper.iter("p")] == [None, "outside", None, "note"]


def test_links_leave_only_by_http_and_without_a_trace() -> None:
    text = "safe http bad data odd"
    targets = ("https://a.example/?a=1&b=2", "http://b.example/", "javascript:alert(1)", "data:text/html,x", "//c.org")
    spans = []
    for word, target in zip(text.split(), targets, strict=True):
        start = text.index(word)
        spans.append(Span("link", start, start + len(word), target=target))
    document = Document("l.html", text, "html", "0", "x", (Block("paragraph", ((0, len(text)),)),), tuple(spans))
    links = tree(page(outcome(), [document], {})).xpath("//div[@class='paper']//a")
    assert [link.get("href") for link in links] == list(targets[:2])
    assert {link.get("rel") for link in links} == {"noopener noreferrer"}


HOSTILE = "</p></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>{{ 7*7 }}"


def hostile_page() -> str:
    """A page in which every field that a stranger can write is an attack."""
    document = replace(
        sample_document(HOSTILE, parts=(("title", HOSTILE), ("paragraph", HOSTILE + " 80 percent"), ("note", HOSTILE))),
        title=HOSTILE, language='en"><script>alert(1)</script>', country=HOSTILE, date=HOSTILE, reader=HOSTILE,
    )  # fmt: skip
    number = replace(
        figure(document, "80 percent", "share", "80", "percent"), measure=HOSTILE, place=HOSTILE, authority=HOSTILE,
        value_text=HOSTILE, unit=HOSTILE, period=HOSTILE,
    )  # fmt: skip
    bad = replace(finding(document, "80 percent", "error", HOSTILE, HOSTILE, HOSTILE), computed=HOSTILE + "2")
    return page(outcome([bad], [], [HOSTILE]), [document], {document.path: [number]})


def test_hostile_fields_stay_text() -> None:
    source = tree(hostile_page())
    assert len(source.xpath("//script")) == 1
    assert not source.xpath("//img | //svg | //iframe | //object | //@style | //@src")
    assert not [name for element in source.iter("*") for name in element.attrib if name.startswith("on")]
    assert "{{ 7*7 }}" in source.text_content()


def test_the_policy_allows_the_own_script_and_style_by_hash_only() -> None:
    source = built()
    policy = tree(source).xpath("string(//meta[@http-equiv]/@content)")
    for tag in ("script", "style"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_without_quotes_nothing_of_the_text_is_left() -> None:
    _, document, _ = sample()
    source = tree(built(quotes=False))
    for element in source.xpath("//script | //style"):
        element.drop_tree()
    text = source.text_content()
    words = set(re.findall(r"[a-zA-Z]{5,}", document.text.lower()))
    said = set(re.findall(r"[a-zA-Z]{5,}", text.lower()))
    # What is left: the file's name, the rules' own words, and plain interface words.
    assert words & said <= {"almaria", "february", "increase", "about", "their", "which", "police"}
    assert "Extortion" not in text
    assert "A101" in text
    assert "line 5" in text
    assert "characters" in text
    assert "60 + 25 + 10 = 95" in text
    assert "half of 1,800" not in text
    assert not source.xpath("//mark | //q | //*[@data-g] | //*[@data-r]")


def test_several_documents_have_a_table_of_contents_and_a_filter() -> None:
    first, one, figures_one = sample("one.txt")
    second, two, figures_two = sample("two.txt")
    result = outcome(first.findings + second.findings, first.ties + second.ties)
    source = tree(page(result, [one, two], {"one.txt": figures_one, "two.txt": figures_two}))
    assert source.xpath("//nav[@class='documents']//a/@href") == ["#d1", "#d2"]
    assert set(source.xpath("//li[@data-type='finding']/@data-doc")) == {"1", "2"}
    assert len(source.xpath("//select[@data-filter='doc']")) == 3
    ids = source.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert "two.txt, line" in source.get_element_by_id("finding-4").text_content()


def test_spanish() -> None:
    source = tree(built(language="es"))
    text = source.text_content()
    assert source.get("lang") == "es"
    for said in ("Observaciones", "12 cifras leídas", "Lo que no se leyó ni se revisó", "no que sean ciertos"):
        assert said in re.sub(r"\s+", " ", text)


def test_pages_name_the_place_when_there_are_pages() -> None:
    document = sample_document()
    half = len(document.text) // 2
    pages = (Span("page", 0, half, "i"), Span("page", half, len(document.text), "7"))
    document = replace(document, spans=tuple(sorted((*document.spans, *pages), key=lambda s: s.start)))
    bad = finding(document, "890", "info", "A1", "x", "y")
    source = tree(page(outcome([bad]), [document], {}))
    assert "p. 7" in source.get_element_by_id("finding-1").text_content()
    assert [mark.text for mark in source.find_class("page")] == ["p. i", "p. 7"]


def test_a_record_outside_the_shown_text_is_listed_without_a_link() -> None:
    document = sample_document()
    lost = replace(finding(document, "890", "info", "A1", "x", "y"), doc="elsewhere.txt")
    item = tree(page(outcome([lost]), [document], {})).get_element_by_id("finding-1")
    assert not item.xpath(".//a")
    assert "elsewhere.txt" in item.text_content()


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def palettes() -> dict[str, dict[str, str]]:
    roots = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", root)) for root in roots]
    return {"light": found[0], "dark": found[1]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        *[(front, back, 4.5) for back in ("paper", "desk")
          for front in ("ink", "soft", "accent", "error", "warning", "info", "holds", "open", "breaks")],
        *[("ink", back, 4.5) for back in ("on", "error-wash", "warning-wash", "info-wash")],
        ("paper", "error", 4.5),
        *[(front, "paper", 3.0) for front in ("count", "ratio", "value")],
    ],
)  # fmt: skip
def test_colours_have_contrast(scheme: str, front: str, back: str, least: float) -> None:
    palette = palettes()[scheme]
    bright, dark = sorted((luminance(palette[front]), luminance(palette[back])), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= least
