"""The site in a real browser: quiet, alone, legible on a phone, used by pointer and keyboard, and without scripts."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report.site.made_site import hostile
from tieout.report.site.address import document_page, record_address
from tieout.report.site.shell import PAGES
from tieout.report.site.site import write_site
from tieout.workspace.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
DESK, PHONE = (1280, 900), (390, 844)


@pytest.fixture(scope="module")
def sites(example: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site of the example in English and of hostile texts in Spanish."""
    folder = tmp_path_factory.mktemp("sites")
    return {
        "example": write_site(example, folder / "example"),
        "hostile": write_site(hostile(folder), folder / "hostile", "es"),
    }


@pytest.fixture
def opened(browser: Browser, sites: dict[str, Path]) -> Iterator[Open]:
    """Opens a page of a site; at the end none may have complained, left the site or shown a dialog."""
    said: list[str] = []
    contexts = []

    def open_page(
        site: str, page: str, size: tuple[int, int] = DESK, script: bool = True, scheme: str = "light"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script, reduced_motion="reduce",
            color_scheme="dark" if scheme == "dark" else "light", accept_downloads=True,
        )  # fmt: skip
        contexts.append(context)
        tab = context.new_page()
        home = sites[site].as_uri()
        tab.on("console", lambda message: said.append(f"console: {message.text}"))
        tab.on("pageerror", lambda error: said.append(f"error: {error}"))
        tab.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        tab.on("request", lambda r: said.append(r.url) if not r.url.startswith((home, "blob:")) else None)
        tab.goto(f"{home}/{page}")
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def names(site: Path) -> list[str]:
    return [*(f"{name}.html" for name in PAGES), *(f"documents/{p.name}" for p in (site / "documents").iterdir())]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("site", ["example", "hostile"])
def test_every_page_fits_and_is_quiet(opened: Open, sites: dict[str, Path], site: str, size: tuple[int, int]) -> None:
    tab = opened(site, "index.html", size)
    for name in names(sites[site]):
        tab.goto(f"{sites[site].as_uri()}/{name}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= size[0], name
        assert tab.evaluate("document.documentElement.className") == "js"
        assert tab.locator("h1").count() == 1
        assert tab.locator("script", has_text="alert").count() == 0


def test_a_link_opens_the_record_at_its_words(opened: Open, example: Workspace) -> None:
    for size in (DESK, PHONE):
        figure, measure = next((f, f.measure) for f in example.figures if f.measure and f.where == "body")
        address = record_address(example.by_doc[figure.doc], figure.id)
        tab = opened("example", address, size)
        mark = tab.locator("#text .rec.on").first
        mark.wait_for()
        assert mark.is_visible()
        box = mark.bounding_box()
        assert box
        assert 0 < box["y"] < size[1]
        tip = tab.locator("#tip")
        assert tip.is_visible()
        assert measure in (tip.text_content() or "")
        tab.keyboard.press("Escape")
        assert not tip.is_visible()


def test_keys_step_and_switches_hide(opened: Open, example: Workspace) -> None:
    entry = max(example.entries, key=lambda e: len(example.part(e.doc).figures))
    tab = opened("example", document_page(entry))
    tab.keyboard.press("n")
    first = tab.locator(".items > [aria-current]").get_attribute("id")
    tab.keyboard.press("n")
    assert tab.locator(".items > [aria-current]").get_attribute("id") != first
    tab.keyboard.press("p")
    assert tab.locator(".items > [aria-current]").get_attribute("id") == first
    assert tab.evaluate("document.activeElement.classList.contains('rec')")
    tab.keyboard.press("Escape")
    tab.locator("input[data-kind=figure]").uncheck()
    assert tab.locator(".items > li[data-kind=figure]:not([hidden])").count() == 0
    assert tab.locator("#text .fig:not(.off)").count() == 0
    tab.locator("#text .rec:not(.off)").first.hover()
    tab.locator("#tip.peek").wait_for()


def test_figures_are_filtered_sorted_and_exported(opened: Open, example: Workspace, tmp_path: Path) -> None:
    tab = opened("example", "figures.html")
    count = tab.locator("#count")
    total = len(example.figures)
    assert (count.text_content() or "").replace("\u202f", "").startswith(f"{total} of {total}")
    assert tab.locator("#rows tr").count() == min(100, total)
    tab.locator("[data-filter=kind]").select_option("share")
    shares = [figure for figure in example.figures if figure.kind == "share"]
    assert (count.text_content() or "").startswith(f"{len(shares)} of")
    tab.locator("[data-sort=number]").click()
    values = tab.evaluate(
        "[...document.querySelectorAll('#rows tr')].map(r => r.querySelector('a').href.split('#')[1])"
    )
    by_anchor = {f"r-{figure.id}": figure for figure in shares}
    numbers = [by_anchor[anchor].value for anchor in values]
    known = [number for number in numbers if number is not None]
    assert known == sorted(known)
    with tab.expect_download() as info:
        tab.locator("#export").click()
    path = tmp_path / "figures.csv"
    info.value.save_as(path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == len(shares)
    assert {row["kind"] for row in rows} == {"share"}
    assert "kind=share" in tab.url
    tab.locator("button[type=reset]").click()
    tab.wait_for_function("document.querySelectorAll('#rows tr').length > 20")
    tab.locator("[data-filter=from]").fill("2023")
    tab.locator("[data-filter=to]").fill("2023")
    assert tab.locator("#rows tr").count() > 0
    tab.locator("[data-filter=words]").fill("nothing has these words")
    assert tab.locator("#none").is_visible()
    assert tab.locator("#export").is_disabled()


def test_an_address_keeps_the_filter(opened: Open, example: Workspace) -> None:
    tab = opened("example", "figures.html#kind=rank")
    ranks = sum(figure.kind == "rank" for figure in example.figures)
    assert (tab.locator("#count").text_content() or "").startswith(f"{ranks} of")


def test_what_a_spreadsheet_would_run_is_led_by_an_apostrophe(opened: Open, tmp_path: Path) -> None:
    tab = opened("hostile", "figures.html")
    with tab.expect_download() as info:
        tab.locator("#export").click()
    path = tmp_path / "figures.csv"
    info.value.save_as(path)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) > 5
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "@", "+")]


def test_lists_are_narrowed(opened: Open) -> None:
    tab = opened("example", "sources.html")
    listed = tab.locator("#register > li")
    every = listed.count()
    tab.locator("[data-narrows=register]").fill("zzz")
    assert tab.locator("#register > li:not([hidden])").count() == 0
    tab.locator("[data-narrows=register]").fill("")
    assert tab.locator("#register > li:not([hidden])").count() == every


def test_light_and_dark_are_chosen_and_kept(opened: Open, sites: dict[str, Path]) -> None:
    tab = opened("example", "laws.html", scheme="dark")
    dark = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    tab.locator("#theme").click()
    light = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert dark != light
    tab.goto(f"{sites['example'].as_uri()}/groups.html")
    assert tab.evaluate("getComputedStyle(document.documentElement).backgroundColor") == light


def test_without_scripts_everything_is_there(opened: Open, example: Workspace) -> None:
    tab = opened("example", "figures.html", script=False)
    assert tab.locator("#rows tr").count() == min(100, len(example.figures))
    assert not tab.locator("#filters").is_visible()
    assert tab.locator("a[download]").count() >= 2
    page = document_page(example.entries[0])
    tab = opened("example", page, script=False)
    assert tab.locator(".items > li").count() > 0
    assert not tab.locator("#tip").is_visible()


def test_paper_shows_the_text_and_no_tools(opened: Open, example: Workspace) -> None:
    tab = opened("example", document_page(example.entries[0]))
    tab.emulate_media(media="print")
    assert tab.locator("#text").is_visible()
    for hidden in (".panel", "#theme", "nav"):
        assert not tab.locator(hidden).first.is_visible(), hidden


def test_the_keyboard_reaches_the_content_first(opened: Open) -> None:
    tab = opened("example", "map.html")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
