"""The HTML page in a real browser: quiet console, no requests, keys, filters, narrow screens, hostile text, paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report.cited_sample import cited_check
from report.page_sample import FURNITURE, figure, finding, outcome, sample, sample_document, tie
from report.test_page import hostile_page
from tieout.evidence.figure import Figure
from tieout.reading.document import BlockKind
from tieout.report.formats import html
from tieout.report.page import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
DESK, PHONE = (1280, 900), (390, 844)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page's HTML; at the end no page may have complained, asked the network for anything or shown a dialog."""
    said: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(source: str, size: tuple[int, int] = DESK, script: bool = True, scheme: str = "light") -> Page:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(source, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script, reduced_motion="reduce",
            color_scheme="dark" if scheme == "dark" else "light",
        )  # fmt: skip
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(f"console: {message.text}"))
        tab.on("pageerror", lambda error: said.append(f"error: {error}"))
        tab.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        tab.on("request", lambda request: said.append(request.url) if request.url != file.as_uri() else None)
        tab.goto(file.as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def built(quotes: bool = True, language: str = "en") -> str:
    result, document, figures = sample()
    return page(result, [document], {document.path: figures}, quotes=quotes, language=language)


def current(tab: Page) -> str | None:
    chosen = tab.locator("[aria-current]")
    return chosen.get_attribute("id") if chosen.count() else None


def test_keys_step_through_findings(opened: Open) -> None:
    tab = opened(built())
    for key, expected in (("n", 1), ("j", 2), ("n", 3), ("n", 1), ("p", 3), ("k", 2)):
        tab.keyboard.press(key)
        assert current(tab) == f"finding-{expected}"
        assert tab.evaluate("document.activeElement.id") == f"b{expected}"
    assert tab.locator("mark.on").first.is_visible()
    tab.keyboard.press("Escape")
    assert current(tab) is None
    assert tab.locator("#text .on").count() == 0


def test_keys_step_through_figures_and_ties(opened: Open) -> None:
    tab = opened(built())
    tab.keyboard.press("f")
    assert current(tab) == "figure-1"
    assert tab.locator("#figures").is_visible()
    assert tab.evaluate("document.activeElement.textContent") == "1,200"
    tab.keyboard.press("Shift+F")
    assert current(tab) == "figure-12"
    tab.keyboard.press("t")
    assert current(tab) == "tie-1"
    assert tab.locator("#text .on").all_text_contents() == ["1,200", "1,800", "80 percent"]
    for expected in ("80 percent", "1,200", "1,800", "80 percent"):
        tab.keyboard.press("m")
        assert tab.evaluate("document.activeElement.textContent") == expected


def test_help_opens_and_closes(opened: Open) -> None:
    tab = opened(built())
    tab.keyboard.press("?")
    assert tab.locator("#help").is_visible()
    tab.keyboard.press("n")  # keys rest while the help is open
    assert current(tab) is None
    tab.keyboard.press("Escape")
    assert not tab.locator("#help").is_visible()


def test_search_and_kinds_filter_figures(opened: Open) -> None:
    tab = opened(built())
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("EUR")
    assert tab.locator("#figures .item:visible").count() == 1
    assert tab.locator("#figures .count").text_content() == "1 of 12 shown"
    tab.keyboard.type("n")  # letters typed are no keys
    assert current(tab) is None
    assert tab.locator("#figures .none").is_visible()
    tab.locator("#search").fill("")
    tab.locator("#figures input[value=level]").uncheck()
    assert tab.locator("#figures .item:visible").count() == 4
    assert tab.locator("#text .fig.k-level.off").count() == 8


def test_filters_of_findings_and_ties(opened: Open) -> None:
    tab = opened(built())
    tab.locator("#findings input[value=warning]").uncheck()
    assert tab.locator("#findings .item:visible").count() == 2
    assert not tab.locator("#b1").is_visible()
    tab.keyboard.press("n")
    assert current(tab) == "finding-2"
    tab.locator("#findings select[data-filter=rule]").select_option("D101")
    assert tab.locator("#findings .item:visible").count() == 1
    tab.locator("#tab-ties").click()
    tab.locator("#ties input[value=holds]").uncheck()
    assert tab.locator("#ties .item:visible").count() == 2
    tab.locator("#ties select[data-filter=kind]").select_option("share")
    assert tab.locator("#ties .item:visible").count() == 1


def test_filter_by_document(opened: Open) -> None:
    first, one, figures_one = sample("one.txt")
    second, two, figures_two = sample("two.txt")
    result = outcome(first.findings + second.findings, first.ties + second.ties)
    tab = opened(page(result, [one, two], {"one.txt": figures_one, "two.txt": figures_two}))
    tab.locator("#findings select[data-filter=doc]").select_option("2")
    assert tab.locator("#findings .item:visible").count() == 3
    tab.locator(".documents a").nth(1).click()
    assert 0 <= tab.locator("#d2").evaluate("e => e.getBoundingClientRect().top") < 400


def test_a_click_on_words_opens_their_finding_then_their_figure(opened: Open) -> None:
    tab = opened(built())
    words = tab.locator("#text mark .fig").first
    words.click()
    assert current(tab) == "finding-1"
    words.click()
    assert current(tab) == "figure-3"
    tab.locator("#figure-3 .also a").first.click()
    assert current(tab) == "tie-1"
    tab.locator("#tie-1 .members a").nth(1).click()
    assert tab.locator("#text .here").text_content() == "1,200"


def test_tab_reaches_badges_and_shows_the_message(opened: Open) -> None:
    tab = opened(built())
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    for _ in range(12):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == "b1":
            break
    assert current(tab) == "finding-1"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "finding-1"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.id") == "b1"


def test_tabs_move_by_arrow(opened: Open) -> None:
    tab = opened(built())
    tab.locator("#tab-findings").focus()
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.id") == "tab-ties"
    assert tab.locator("#tab-ties").get_attribute("aria-selected") == "true"
    assert tab.locator("#ties").is_visible()
    assert not tab.locator("#findings").is_visible()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_never_scrolls_sideways(opened: Open, language: str, scheme: str) -> None:
    tab = opened(built(language=language), PHONE, scheme=scheme)
    width = "document.documentElement.scrollWidth"
    assert tab.evaluate(width) <= PHONE[0]
    for key in "nftm":
        tab.keyboard.press(key)
        assert tab.evaluate(width) <= PHONE[0]


def test_a_phone_has_a_sheet_that_leaves_the_words_in_sight(opened: Open) -> None:
    tab = opened(built(), PHONE)
    assert not tab.locator("#findings").is_visible()
    tab.locator("#b3").click()
    assert tab.locator("#finding-3").is_visible()
    sheet = tab.locator("#panel").evaluate("e => e.getBoundingClientRect().top")
    box = tab.locator("#w3").bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= sheet
    tab.locator("#shut").click()
    assert not tab.locator("#findings").is_visible()


def test_a_phone_has_targets_that_a_finger_can_hit(opened: Open) -> None:
    tab = opened(built(), PHONE)
    tab.locator("#tab-findings").click()
    for name in ("button:visible", "select:visible", ".chip:visible"):
        for box in [target.bounding_box() for target in tab.locator(name).all()]:
            assert box
            assert box["height"] >= 40, name


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_without_javascript_everything_is_there(opened: Open, size: tuple[int, int]) -> None:
    tab = opened(built(), size, script=False)
    for name in ("finding-1", "tie-3", "figure-12"):
        assert tab.locator(f"#{name}").is_visible()
    assert tab.locator(".js-only:visible").count() == 0
    tab.locator("#b1").click()
    assert tab.url.endswith("#finding-1")


def test_hostile_documents_do_nothing(opened: Open) -> None:
    tab = opened(hostile_page())
    tab.keyboard.press("n")
    tab.keyboard.press("f")
    tab.locator("#text p").first.click()
    tab.wait_for_timeout(100)
    assert tab.locator("script").count() == 1
    assert "alert(1)" in (tab.locator("#text").text_content() or "")


def test_the_text_is_exact_to_the_character(opened: Open) -> None:
    words = "a\r\nb\tc  d\u00a0e & < > \u202e1,200\u202c \u2019"
    document = sample_document("x.txt", (("title", "T"), ("paragraph", words)))
    tab = opened(page(outcome(), [document], {}))
    assert tab.locator("#text .paper p").evaluate("e => e.textContent") == words


def test_print_shows_text_findings_and_ties_whatever_is_filtered(opened: Open) -> None:
    tab = opened(built(), scheme="dark")
    tab.locator("#findings input[value=error]").uncheck()
    tab.emulate_media(media="print", color_scheme="dark")
    for name in ("#b3", "#finding-3", "#tie-1", "#text"):
        assert tab.locator(name).is_visible(), name
    assert not tab.locator("#figure-1").is_visible()
    assert tab.locator("#figures .print-only").is_visible()
    assert tab.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
    assert tab.locator("#w3").evaluate("e => getComputedStyle(e).borderBottomStyle") == "double"


def test_a_link_to_an_item_opens_it(opened: Open) -> None:
    tab = opened(built())
    tab.goto(f"{tab.url}#tie-2")
    tab.reload()
    assert current(tab) == "tie-2"


def test_sentences_open_notes_notes_sources_and_claims_passages(opened: Open, tmp_path: Path) -> None:
    tab = opened(html(cited_check(tmp_path)))
    tab.locator("#text a[data-m='1']").first.click()
    assert current(tab) == "note-1"
    assert tab.locator("#notes").is_visible()
    assert tab.locator("#text .backed.on").count() == 2
    tab.locator("#note-1 .cites a").first.click()
    assert current(tab) == "source-1"
    assert tab.locator("#source-1 cite").is_visible()
    assert tab.locator("#text sup .on").count() == 2
    tab.locator("#source-1 .also a").first.click()
    assert current(tab) == "note-1"
    tab.locator("#k2").click()
    assert current(tab) == "claim-2"
    assert tab.locator("#claim-2 .diff").all_text_contents() == ["Brava", "Salinas"]
    tab.locator("#claim-2 .also a").first.click()
    assert current(tab) == "note-1"


def test_a_click_on_plain_words_opens_their_claim_then_their_note(opened: Open, tmp_path: Path) -> None:
    tab = opened(html(cited_check(tmp_path)))
    words = tab.locator("#c1 .backed").first
    words.click(position={"x": 5, "y": 8})
    assert current(tab) == "claim-1"
    words.click(position={"x": 5, "y": 8})
    assert current(tab) == "note-1"


def test_keys_step_through_notes_and_claims(opened: Open, tmp_path: Path) -> None:
    tab = opened(html(cited_check(tmp_path)))
    for key, expected in (("r", "note-1"), ("r", "note-2"), ("Shift+R", "note-1"), ("c", "claim-1"), ("c", "claim-2")):
        tab.keyboard.press(key)
        assert current(tab) == expected
    assert tab.evaluate("document.activeElement.id") == "k2"
    tab.locator("#claims input[value=differs]").uncheck()
    assert tab.locator("#claims .item:visible").count() == 1
    assert not tab.locator("#text a[href='#claim-2']").first.evaluate("e => e.classList.contains('on')")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_phone_shows_notes_and_claims_without_scrolling_sideways(opened: Open, tmp_path: Path, lang: str) -> None:
    tab = opened(html(cited_check(tmp_path, lang=lang), lang=lang), PHONE)
    width = "document.documentElement.scrollWidth"
    for act in ("#k2", "#text a[data-m='2']"):
        tab.locator(act).first.click()
        assert tab.evaluate(width) <= PHONE[0]
    assert current(tab) == "note-2"
    tab.locator("#tab-sources").click()
    assert tab.locator("#source-1").is_visible()
    assert tab.evaluate(width) <= PHONE[0]
    tab.locator("#shut").click()
    tab.locator("#c1 .backed").first.click(position={"x": 5, "y": 8})  # a tap on plain words is no question
    assert not tab.locator("#notes").is_visible()


def test_notes_and_claims_without_javascript_and_on_paper(opened: Open, tmp_path: Path) -> None:
    source = html(cited_check(tmp_path))
    tab = opened(source, script=False)
    for name in ("note-4", "source-1", "claim-3"):
        assert tab.locator(f"#{name}").is_visible()
    tab.locator("#text a[data-m='2']").first.click()
    assert tab.url.endswith("#note-2")
    paper = opened(source)
    paper.emulate_media(media="print")
    for name in ("#claim-2", "#source-1", "#notes .print-only"):
        assert paper.locator(name).is_visible(), name
    assert not paper.locator("#note-1").is_visible()


def test_a_long_report_stays_quick(opened: Open) -> None:
    row = "In district {0} the police counted {1} cases, after other words about roads, courts and the price of maize. "
    count = 850
    parts: tuple[tuple[BlockKind, str], ...] = tuple(
        ("paragraph", "".join(row.format(n, n + 1000) for n in range(first, first + 5)) + "Nothing else. " * 30)
        for first in range(0, count, 5)
    )
    document = sample_document("long.txt", (*parts, ("note", FURNITURE)))
    assert len(document.text) > 150_000
    figures: list[Figure] = []
    for n in range(count):
        words = f"{n + 1000} cases"
        start = document.text.index(words)
        figures.append(replace(figure(document, words, "level", str(n + 1000)), start=start, id=str(n)))
    findings = [finding(document, f.text, "warning", "A1", "x", "y") for f in figures[::20]]
    ties = [tie(figures[n : n + 3], n, "total", "holds", "a", "b") for n in range(0, count - 3, 4)]
    tab = opened(page(outcome(findings, ties), [document], {document.path: figures}))
    press = """key => { const t = performance.now();
      document.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true})); document.body.offsetHeight;
      return performance.now() - t; }"""
    slow = {key: took for key in "nnfftt" if (took := tab.evaluate(press, key)) > 500}
    assert not slow
