"""The pages of official tables in a real browser: no request, a quiet console, nothing wider than the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from series.made import spec, table
from tieout.report.series.map import map_page
from tieout.report.series.regions import regions_of
from tieout.report.series.timeline import Timeline, timeline_page
from tieout.report.series.windows import windows_page
from tieout.series.laws import Law, Laws
from tieout.series.mapped import mapped
from tieout.series.question import parse
from tieout.series.report import examine
from tieout.series.window import Register, parse_window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One page of each kind."""
    rows = [f"{2020 + n // 12}-{n % 12 + 1:02d}-01,PE-LAL,{20 + n % 7}" for n in range(60)]
    store, made = table(tmp_path_factory.mktemp("browser"), "\n".join(rows), spec())
    window = parse_window("2024-01-10/2024-02-20", "PE-LAL")
    register, coverage = Register((parse_window("2022-01-01/2022-02-28", "PE-LAL"),)), made.spec.coverage
    laws = Laws(
        (Law("32108", window.start, "A law with a title that is long enough to need two lines", "its subject"),)
    )
    line = Timeline(made, "homicides", "PE-LAL", coverage.start, coverage.end, register, laws)
    return {
        "windows": windows_page(list(examine(store, "homicide", [window], register)), register, "es"),
        "map": map_page(
            list(mapped([made], parse("homicide PE 2024"), regions_of("PE").shapes, None)), regions_of("PE"), "en"
        ),
        "timeline": timeline_page(line, "en"),
    }


@pytest.mark.parametrize("kind", ["windows", "map", "timeline"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_fits_and_asks_nobody(
    browser: Browser, pages: dict[str, str], kind: str, width: int, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(pages[kind], encoding="utf-8")
    said: list[str] = []
    tab = browser.new_page(viewport={"width": width, "height": 900})
    tab.on("console", lambda message: said.append(message.text))
    tab.on("request", lambda request: said.append(request.url) if request.url != file.as_uri() else None)
    tab.goto(file.as_uri())
    wide = tab.evaluate("document.documentElement.scrollWidth")
    charts = tab.evaluate("[...document.querySelectorAll('svg.chart')].filter(e => e.checkVisibility()).length")
    tab.close()
    assert said == []
    assert wide <= width
    assert charts == 1
