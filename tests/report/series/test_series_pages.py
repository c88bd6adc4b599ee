"""Pages and charts of official tables: self-contained, numbers reachable as tables, both languages, colours apart."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from series.made import spec, table
from tieout.cli import app
from tieout.report.charts import SHADES, png, svg
from tieout.report.series.lines_chart import TONES
from tieout.report.series.map import map_page, map_rows, map_spec
from tieout.report.series.map_chart import change_edges, class_names, level_edges
from tieout.report.series.regions import read_regions, regions_of
from tieout.report.series.timeline import Timeline, timeline_chart, timeline_page
from tieout.report.series.windows import windows_chart, windows_page
from tieout.report.series.words import Words, entries
from tieout.series.laws import Laws, read_laws
from tieout.series.mapped import Mapped, mapped
from tieout.series.question import parse
from tieout.series.report import Examined, examine
from tieout.series.store import Store, Table
from tieout.series.window import Register, Window, parse_window

PLACES = ("PE-LAL", "PE-CAL", "PE-ICA")
WINDOW = parse_window("2024-01-10/2024-02-20", "PE-LAL")
OTHER = Window("PE-LAL", WINDOW.start.replace(year=2022), WINDOW.end.replace(year=2022), '<b>"DS 1"</b>')
REGISTER = Register((OTHER,))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Table]:
    """Three places by month, five years."""
    rows = [
        f"{2020 + n // 12}-{n % 12 + 1:02d}-01,{place},{10 * at + n % 7 + n // 6}"
        for n in range(60)
        for at, place in enumerate(PLACES, 1)
    ]
    return table(tmp_path_factory.mktemp("pages"), "\n".join(rows), spec(step="month"))


@pytest.fixture(scope="module")
def examined(made: tuple[Store, Table]) -> Examined:
    (found,) = examine(made[0], "homicide", [WINDOW], REGISTER)
    return found


@pytest.fixture(scope="module")
def changed(made: tuple[Store, Table]) -> Mapped:
    (found,) = mapped(made[0].tables(), parse("homicide PE 2022 2023 change"), regions_of("PE").shapes, None)
    return found


def assert_self_contained(page: str) -> None:
    """No script, no address that a browser would ask for, a policy that allows the page's own style alone."""
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert not re.search(r"url\((?!#)", page)
    assert "@import" not in page


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_of_windows_says_it_all_and_asks_nobody(examined: Examined, language: str) -> None:
    page, w = windows_page([examined], REGISTER, language), Words(language)
    assert_self_contained(page)
    assert f'<html lang="{language}">' in page
    for key in ("generated", "bases", "tests", "notes", "same_period", "just_before", "this_window", "known"):
        assert w(key) in page, key
    assert "<b>" not in page
    assert page == windows_page([examined], REGISTER, language)


def test_the_chart_shades_the_window_and_draws_the_others_as_bars(examined: Examined) -> None:
    drawn = windows_chart(examined, REGISTER, "en")
    assert drawn is not None
    text = json.dumps(drawn)
    assert WINDOW.start.isoformat() in text
    assert OTHER.start.isoformat() in text
    assert svg(drawn).startswith("<svg")
    assert png(drawn, 1.0).startswith(b"\x89PNG")


def test_an_open_window_is_drawn_too(made: tuple[Store, Table]) -> None:
    (found,) = examine(made[0], "homicide", [parse_window("2025-03-01/2025-03-31", "PE-LAL")], REGISTER)
    page = windows_page([found], REGISTER, "en")
    assert "cannot say" in page
    assert windows_chart(found, REGISTER, "en") is not None


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_number_of_a_map_stands_in_its_table(changed: Mapped, language: str) -> None:
    regions = regions_of("PE")
    page = map_page([changed], regions, language)
    assert_self_contained(page)
    rows = map_rows(changed, language)
    assert {row[0] for row in rows} == set(regions.shapes)
    assert [row[0] for row in rows[:3] if row[2]] == sorted(PLACES, key=lambda c: -(changed.answers[c].value or 0))
    for code in PLACES:
        assert f'<td class="code">{code}</td>' in page
    assert svg(map_spec(changed, regions, language)).startswith("<svg")


@pytest.mark.parametrize("country", ["PE", "EC"])
def test_outlines_are_of_every_region(country: str) -> None:
    from tieout.language.places import codes_of

    held = set(regions_of(country).shapes)
    known = {code for code in codes_of(country) if code.startswith(f"{country}-")}
    assert known <= held


def test_outlines_of_ones_own(tmp_path: Path) -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
    features = [
        {"type": "Feature", "properties": {"ubigeo": "1301"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    ]
    path = tmp_path / "x.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    (shape,) = read_regions(path).shapes["1301"]
    assert shape["coordinates"] == [[ring[::-1]]]


VALUES = {str(n): Fraction(n) for n in range(1, 26)}


def test_classes_are_round_and_hold_every_value() -> None:
    edges = level_edges(VALUES)
    assert edges == [6, 11, 16, 21] or all(edge.denominator == 1 for edge in edges)
    assert len(class_names(edges, Words("en"))) == len(edges) + 1
    assert level_edges({"a": Fraction(1)}) == []


def test_classes_of_a_change_turn_at_zero() -> None:
    edges = change_edges({"a": Fraction(-40), "b": Fraction(10), "c": Fraction(30)})
    assert edges[2] == 0
    assert [-edge for edge in edges] == edges[::-1]
    assert change_edges({}) == [0]


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)


def test_shades_are_told_apart_without_colour() -> None:
    for shades in SHADES.values():
        assert all(lightness(a) > 1.2 * lightness(b) for a, b in pairwise(shades))
    tones = sorted(lightness(tone) for tone in TONES.values())
    assert all(b > 1.2 * a for a, b in pairwise(tones))


def test_a_timeline_has_windows_laws_and_months(made: tuple[Store, Table], tmp_path: Path) -> None:
    path = tmp_path / "laws.csv"
    path.write_text(
        "number,date,title\n32108,2023-08-09,A law\n32109,2023-08-10,Another\n1,soon,None\n", encoding="utf-8"
    )
    laws = read_laws(path)
    assert [str(row) for row in laws.set_aside] == ["row 4: no first day in 'soon'"]
    first, last = made[1].spec.coverage.start, made[1].spec.coverage.end
    line = Timeline(made[1], "homicides", "PE-LAL", first, last, REGISTER, laws)
    page = timeline_page(line, "es")
    assert_self_contained(page)
    assert "32108" in page
    assert "&lt;b&gt;" in page
    assert page.count("<tr>") > 60
    text = json.dumps(timeline_chart(line, "en"))
    heights = re.findall(r'"name": "3210[89]", "at": (\d+)', text)
    assert len(set(heights)) == 2, "names of laws a day apart stand below each other"


def test_a_timeline_without_laws_or_windows(made: tuple[Store, Table]) -> None:
    coverage = made[1].spec.coverage
    line = Timeline(made[1], "homicides", "PE", coverage.start, coverage.end, Register(), Laws())
    assert Words("en")("windows") not in timeline_page(line, "en").partition("<main")[2].replace(
        Words("en")("incomplete"), ""
    )


@pytest.mark.parametrize(("key", "words"), sorted(entries().items()))
def test_every_word_is_there_in_both_languages(key: str, words: dict[str, str]) -> None:
    assert set(words) == {"en", "es"}
    assert re.findall(r"\{(\w+)\}", words["en"]) == re.findall(r"\{(\w+)\}", words["es"]), key


COMMANDS = [
    (["series", "map", "homicide PE 2022 2023 change"], "html", 0, "<svg"),
    (["series", "map", "homicide PE 2022 2023 change"], "csv", 0, "made@2025-01,PE-CAL,Callao,"),
    (["series", "map", "homicide PE 2022 2023 change"], "svg", 0, "<svg"),
    (["series", "map", "homicide PE 2022 2023 change"], "png", 2, "give --out FILE.png"),
    (["series", "map", "homicide PE-LAL 2023"], "html", 2, "a map is of a country"),
    (["series", "map", "homicide CL 2023"], "html", 2, "no outlines of its regions come with Tieout"),
    (["series", "timeline", "--series", "homicide", "--place", "PE-LAL"], "html", 0, "<svg"),
    (["series", "timeline", "--series", "theft", "--place", "PE-LAL"], "html", 2, "no table by day or month"),
    (["series", "timeline", "--series", "made", "--place", "PE-PIU"], "html", 2, "does not speak of this place"),
    (
        ["series", "windows", "--series", "made", "--window", "2024-01-10/2024-02-20", "--place", "PE-LAL"],
        "html",
        0,
        "<svg",
    ),
    (
        ["series", "windows", "--series", "made", "--window", "2024-01-10/2024-02-20", "--place", "PE-LAL"],
        "svg",
        0,
        "<svg",
    ),
]


@pytest.mark.parametrize(("words", "format", "code", "said"), COMMANDS)
def test_the_commands_answer(made: tuple[Store, Table], words: list[str], format: str, code: int, said: str) -> None:
    done = CliRunner().invoke(app, [*words, "--format", format, "--data", str(made[0].folder)])
    assert done.exit_code == code, done.output
    assert said in done.output
    if code == 2:
        assert done.output.startswith("tieout: ")
        assert done.output.count("\n") == 1


def test_a_picture_is_written_at_once(made: tuple[Store, Table], tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    words = ["series", "map", "homicide PE 2022 2023 change", "--format", "png", "--out", str(out)]
    assert CliRunner().invoke(app, [*words, "--data", str(made[0].folder)]).exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG")
