"""The country page in a real browser: quiet, no request, filters, phones, paper, links into documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tieout.report.country.site import Wanted, write_country
from tieout.workspace.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
DESK, PHONE = (1280, 900), (390, 844)


@pytest.fixture(scope="module")
def home(example: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the example workspace."""
    return write_country(example, Wanted(), tmp_path_factory.mktemp("country") / "site")


@pytest.fixture
def opened(browser: Browser, home: Path) -> Iterator[Open]:
    """Opens the page; at the end it may have said nothing and asked for nothing beyond its own folder."""
    said: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(size: tuple[int, int] = DESK, script: bool = True, at: str = "") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script, reduced_motion="reduce"
        )
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(f"console: {message.text}"))
        tab.on("pageerror", lambda error: said.append(f"error: {error}"))
        own = home.parent.as_uri()
        tab.on("request", lambda request: said.append(request.url) if not request.url.startswith(own) else None)
        tab.goto(home.as_uri() + at)
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_nothing_is_wider_than_the_screen(size: tuple[int, int], opened: Open) -> None:
    tab = opened(size)
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_figure_opens_at_its_words_in_its_document(opened: Open) -> None:
    tab = opened()
    link = tab.locator(".topic .number a").first
    address = link.get_attribute("href")
    assert address is not None
    link.click()
    assert tab.url.endswith(address)
    anchor = address.partition("#")[2]
    assert tab.locator(f"[id='{anchor}']").count() == 1


def test_the_filter_by_source_leaves_only_its_items(opened: Open) -> None:
    tab = opened()
    key = tab.locator("#by-doc option").nth(1).get_attribute("value")
    assert key is not None
    before = tab.locator(".item[data-docs]:visible").count()
    tab.select_option("#by-doc", key)
    shown = tab.evaluate("[...document.querySelectorAll('.item[data-docs]:not([hidden])')].map((i) => i.dataset.docs)")
    assert shown and all(key in docs.split() for docs in shown)
    assert tab.locator("#shown").inner_text().startswith(str(len(shown)))
    tab.click("#all")
    tab.wait_for_function("document.querySelectorAll('.item[hidden]').length === 0")
    assert before <= tab.locator(".item[data-docs]:visible").count()


def test_the_filter_by_year(opened: Open) -> None:
    tab = opened()
    tab.select_option("#from", "2024")
    years = tab.evaluate("[...document.querySelectorAll('.item[data-docs]:not([hidden])')].map((i) => i.dataset.years)")
    assert years and all(int(year.split()[-1]) >= 2024 for year in years)


def test_everything_unfolds_and_folds(opened: Open) -> None:
    tab = opened()
    tab.click("#unfold")
    assert tab.locator("main details:not([open])").count() == 0
    tab.click("#unfold")
    assert tab.locator("main details[open]").count() == 0


def test_without_a_script_everything_is_there(opened: Open) -> None:
    tab = opened(script=False)
    assert not tab.locator("#filter").is_visible()
    assert tab.locator(".topic").count() > 20
    summary = tab.locator("details.more > summary").first
    summary.click()
    assert tab.locator("details.more").first.locator(".item").first.is_visible()


def test_on_paper_nothing_is_folded(opened: Open) -> None:
    tab = opened()
    tab.select_option("#from", "2025")
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("main details:not([open])").count() == 0
    assert not tab.locator("#filter").is_visible()


def test_what_is_on_the_page_has_names(opened: Open) -> None:
    """The checks that need no library: names of controls and pictures, one main, unique ids, links with words."""
    tab = opened()
    unnamed = tab.evaluate(
        """() => [
          ...[...document.querySelectorAll('select, input')].filter((e) => !e.labels.length && !e.ariaLabel),
          ...[...document.querySelectorAll('svg')].filter((e) => e.role !== 'img' || !e.ariaLabel),
          ...[...document.querySelectorAll('a')].filter((e) => !e.textContent.trim()),
          ...[...document.querySelectorAll('section')]
            .filter((e) => !e.querySelector('#' + e.getAttribute('aria-labelledby'))),
        ].map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert unnamed == []
    assert tab.locator("main").count() == 1
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_targets_are_large_enough_for_a_thumb(opened: Open) -> None:
    tab = opened(PHONE)
    heights = tab.evaluate(
        """() => [...document.querySelectorAll('.filter select, .filter button, summary')]
          .filter((e) => e.offsetParent).map((e) => e.getBoundingClientRect().height)"""
    )
    small = sum(height < 24 for height in heights)
    assert small == 0
