"""Notes, sources and claims on the page: sentences lead to notes, notes to sources, claims to passages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from report.cited_sample import DRAFT, cited_check
from report.test_page import tree
from tieout.checks.check import Checked, check
from tieout.report.formats import html
from tieout.sources.read import sources_of


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return cited_check(tmp_path_factory.mktemp("cited"))


@pytest.fixture(scope="module")
def source(checked: Checked) -> lxml_html.HtmlElement:
    return tree(html(checked))


def said(element: lxml_html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_every_link_on_the_page_arrives_and_no_id_is_used_twice(source: lxml_html.HtmlElement) -> None:
    ids = source.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in source.xpath("//a/@href") if href.startswith("#")]
    assert set(targets) <= set(ids)


def test_marks_lead_to_notes_and_notes_back_to_what_they_support(source: lxml_html.HtmlElement) -> None:
    assert source.xpath("//sup/a/@href") == ["#note-1", "#note-1", "#note-2", "#note-3", "#note-4"]
    words = source.xpath("//*[@id='note-1']//q/text()")
    assert words[0].startswith("In 2023") and words[1].startswith("In Brava")
    backs = source.xpath("//*[@id='note-1']//a[contains(@class,'go')]/@href")
    assert [source.get_element_by_id(back[1:]).text_content() for back in backs] == ["[^1]", "[^1]"]
    assert source.xpath("//*[@id='note-1']//a[@href='#d1-note-1']")


def test_the_stretch_a_note_supports_is_marked(source: lxml_html.HtmlElement, checked: Checked) -> None:
    document = checked.readings[0].document
    for number, note in enumerate(sources_of(document).notes, 1):
        marked = source.xpath(f"//*[@class='backed'][contains(concat(' ', @data-m, ' '), ' {number} ')]")
        stretch = " ".join(document.text[p.supports_start : p.supports_end] for p in note.places)
        shown = " ".join("".join(m.xpath(".//text()[not(ancestor::a[contains(@class,'badge')])]")) for m in marked)
        assert "".join(shown.split()) == "".join(stretch.split())


def test_notes_lead_to_source_cards_with_what_is_known(source: lxml_html.HtmlElement) -> None:
    (to,) = source.xpath("//*[@id='note-1']//ul[@class='cites']//a/@href")
    card = source.get_element_by_id(to[1:])
    for words in ("River Police", "Statistical yearbook 2023", "2024-03-12", "1 citation"):
        assert words in said(card)
    (link,) = card.xpath(".//a[cite]")
    assert link.get("href") == "https://riverpolice.example/yearbook"
    assert link.get("rel") == "noopener noreferrer"
    assert card.xpath(".//p[@class='also']//a/@href") == ["#note-1"]


def test_a_note_that_cites_nothing_shows_its_words(source: lxml_html.HtmlElement) -> None:
    assert "found through their union" in said(source.get_element_by_id("note-4"))
    assert "see also HRW, World Report 2024" in said(source.get_element_by_id("note-3"))


def test_hostile_notes_stay_text(checked: Checked) -> None:
    page = html(checked)
    assert "<b>pp." not in page
    assert not re.search(r'href="(?!#|https?://)', page)


def test_claims_stand_beside_their_passage_with_the_difference_marked(source: lxml_html.HtmlElement) -> None:
    claim = source.get_element_by_id("claim-2")
    draft, passage = claim.xpath(".//div[contains(@class,'pair')]/div")
    assert "differs" in said(claim) and "another place" in said(claim)
    assert draft.xpath(".//mark/text()") == ["Brava"]
    assert passage.xpath(".//mark/text()") == ["Salinas"]
    assert passage.xpath("string(h3)") == "Statistical yearbook 2023, River Police, 2024"
    assert "line 3" in said(passage)
    assert claim.xpath(".//p[@class='also']//a/@href") == ["#note-1"]
    assert "#claim-2" in source.xpath("//*[@id='note-1']//p[@class='also']//a/@href")


def test_sentences_carry_their_verdict_in_the_text(source: lxml_html.HtmlElement) -> None:
    assert said(source.get_element_by_id("c2")).startswith("In Brava")
    assert [a.get("href") for a in source.find_class("claim-badge")] == ["#claim-1", "#claim-2", "#claim-3"]
    assert source.get_element_by_id("k2").get("aria-label") == "Sentence 2: differs"
    top = said(source.xpath("//header[@class='top']")[0])
    for words in ("2 sentences differ from their source", "1 sentence supported", "4 notes"):
        assert words in top
    assert "2 sentences whose source is not at hand" in top


def test_evidence_of_a_finding_names_the_source(source: lxml_html.HtmlElement) -> None:
    assert "Statistical yearbook 2023, River Police, 2024, line 3" in said(source.get_element_by_id("findings"))


def test_without_quotes_verdicts_and_places_stay(checked: Checked) -> None:
    page = html(checked, quotes=False)
    shown = tree(page)
    assert "differs" in said(shown.get_element_by_id("claim-2"))
    for words in ("Salinas", "Brava", "yearbook 2023", "ferrymen", "riverpolice"):
        assert words not in page


def test_spanish(tmp_path: Path) -> None:
    page = said(tree(html(cited_check(tmp_path, lang="es"), lang="es")))
    for words in ("Notas", "Fuentes", "difiere", "otro lugar", "respaldada", "no está a mano", "véase también"):
        assert words in page


def test_a_document_without_notes_has_no_such_lists(tmp_path: Path) -> None:
    path = tmp_path / "plain.md"
    path.write_text("# Tolls\n\nPolice counted 12 raids in 2023.\n", encoding="utf-8")
    page = tree(html(check(path)))
    assert not page.xpath("//*[@id='notes' or @id='sources' or @id='claims' or @id='tab-notes']")


def test_lost_notes_are_called_lost(tmp_path: Path) -> None:
    lines = [f"In place {n} the police counted raids in 2023.{n}" for n in range(1, 8)]
    bodies = [f"{n} River Police, Report {n}, {n} May 2023" for n in (1, 2, 3, 7)]
    path = tmp_path / "lost.txt"
    path.write_text("Tolls\n\n" + "\n\n".join([*lines, *bodies]) + "\n", encoding="utf-8")
    checked = check(path)
    lost = [note.lost for note in sources_of(checked.readings[0].document).notes]
    page = tree(html(checked))
    assert len(page.find_class("lost")) == sum(lost)


def test_two_documents_keep_their_notes_apart(tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    page = tree(html(check([tmp_path / "one.md", tmp_path / "two.md"])))
    notes = page.xpath("//*[@data-type='note']")
    assert [n.get("data-doc") for n in notes] == ["1"] * 4 + ["2"] * 4
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))
    assert page.xpath("//*[@id='d2']//sup/a/@href")[0] == "#note-5"


@pytest.mark.shared
def test_a_report_of_four_hundred_notes_stays_sensible(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001_*.txt")
    checked = check(path)
    page = html(checked)
    assert len(page) < 8 * len(checked.readings[0].document.text)
    assert page.count('data-type="note"') == len(sources_of(checked.readings[0].document).notes)
