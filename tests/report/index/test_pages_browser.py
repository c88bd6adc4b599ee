"""The index's pages in a real browser: quiet console, no requests, search, sort, filters, narrow screens, paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report.index.made_pages import profile, ranking

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
DESK, PHONE = (1280, 900), (390, 844)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page's HTML; at the end none may have complained, asked the network for anything or shown a dialog."""
    said: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(source: str, size: tuple[int, int] = DESK, script: bool = True, scheme: str = "light") -> Page:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(source, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script,
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


def countries(tab: Page) -> list[str]:
    return tab.locator("tbody tr:visible .code").all_text_contents()


def test_the_ranking_is_searched_filtered_and_sorted(opened: Open, tmp_path: Path) -> None:
    tab = opened(ranking(tmp_path))
    order = countries(tab)
    assert len(order) == 3
    tab.fill("#search", "perú")  # accents and case do not count
    assert countries(tab) == ["PER"]
    assert tab.locator(".count").text_content() == "1 of 3 countries"
    tab.fill("#search", "zzz")
    assert tab.locator(".none").is_visible()
    tab.fill("#search", "")
    tab.locator("select[data-filter=continent]").count()
    tab.locator("select[data-filter=region]").select_option("Americas")
    assert set(countries(tab)) == {"PER", "ECU"}
    tab.locator("select[data-filter=region]").select_option("")
    tab.locator("[data-sort]").first.click()
    assert countries(tab) == order[::-1]
    tab.get_by_role("button", name="Country").click()
    assert countries(tab) == ["ECU", "PER", "UGA"]
    assert tab.locator("th[aria-sort=ascending]").text_content() == "Country"


@pytest.mark.parametrize("page", [profile, ranking])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_never_scrolls_sideways(
    opened: Open, tmp_path: Path, page: Callable[[Path, str], str], language: str, scheme: str
) -> None:
    tab = opened(page(tmp_path, language), PHONE, scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_an_indicator_opens_in_place(opened: Open, tmp_path: Path) -> None:
    tab = opened(profile(tmp_path))
    inside = tab.locator("#violence .inside")
    assert not inside.is_visible()
    tab.locator("#violence summary").focus()
    tab.keyboard.press("Enter")
    assert inside.is_visible()
    assert "alert(1)" in (inside.text_content() or "")
    tab.locator("#open-all").click()
    assert tab.locator("details.row:not([open])").count() == 0
    tab.locator("#open-all").click()
    assert tab.locator("details.row[open]").count() == 0


def test_a_link_to_an_indicator_opens_it(opened: Open, tmp_path: Path) -> None:
    tab = opened(profile(tmp_path))
    tab.goto(f"{tab.url}#press")
    assert tab.locator("#press .inside").is_visible()


def test_paper_has_every_indicator_opened(opened: Open, tmp_path: Path) -> None:
    tab = opened(profile(tmp_path), script=False)
    tab.emulate_media(media="print")
    box = tab.locator("#press .inside").bounding_box()
    assert box
    assert box["height"] > 20
    assert not tab.locator("#open-all").is_visible()


def test_without_javascript_everything_is_there(opened: Open, tmp_path: Path) -> None:
    tab = opened(ranking(tmp_path), script=False)
    assert len(countries(tab)) == 3
    assert tab.locator(".js-only:visible").count() == 0


def test_headings_labels_and_names_for_those_who_hear_the_page(opened: Open, tmp_path: Path) -> None:
    for source in (profile(tmp_path), ranking(tmp_path)):
        tab = opened(source)
        levels = [int(n) for n in tab.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => h.tagName[1])")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))
        assert tab.locator("svg.chart:not([aria-label])").count() == 0
        assert tab.evaluate("[...document.querySelectorAll('input,select')].every(e => e.labels.length)")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
