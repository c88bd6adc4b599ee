"""The index's pages as text: self-contained, escaped, both languages, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from report.index.made_pages import HOSTILE, SOURCE, comparison, intervals, profile, ranking, results
from tieout.index.frameworks import framework
from tieout.index.results import Results
from tieout.index.sheet import read_scores
from tieout.report.charts import inlined, png, svg
from tieout.report.index.charts import bars_chart, quadrant_chart, world_chart
from tieout.report.index.profile import moved, profile_page
from tieout.report.index.ranking import ranking_page
from tieout.report.index.site import site
from tieout.report.index.words import LANGUAGES, entries, words

PAGES = {"profile": profile, "ranking": ranking}
EXAMPLE = Path(__file__).parents[3] / "examples" / "peru" / "index" / "scores_2023.csv"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_a_page_stands_alone(tmp_path: Path, page: Callable[[Path, str], str], language: str) -> None:
    made = page(tmp_path, language)
    assert made == page(tmp_path, language)
    assert f'<html lang="{language}"' in made
    assert "default-src 'none'" in made
    assert " style=" not in made
    assert not re.search(r'(?:src|href)="(?!#|ranking\.html|profiles/)', made.replace('xmlns:xlink="', ""))
    assert made.count("<script>") == 1
    assert re.search(r"&lt;script&gt;|Uganda", made)
    assert HOSTILE not in made


def test_the_profile_says_what_is_known(tmp_path: Path) -> None:
    made = profile(tmp_path)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;quotes&#34;" in made
    assert "Scored by Expert A, 2024-05-02" in made
    both = comparison(tmp_path)
    assert both.new.shown("PER", "rule_of_law") in made
    assert "of 3 countries" in made
    assert "of 2 in the Americas" in made
    assert "No justification or evidence is recorded for 7 of 8 scores." in made
    assert "scores.csv (SHA-256 abababababababab)" in made


def test_the_ranking_is_in_order(tmp_path: Path) -> None:
    made = ranking(tmp_path)
    first = sorted(SOURCE_ORDER, key=lambda c: results(tmp_path).ranks("rule_of_law")[c].rank)
    places = [made.index(f'<span class="code">{iso3}</span>') for iso3 in first]
    assert places == sorted(places)
    assert '<a href="profiles/PER.html">Peru</a>' in made


SOURCE_ORDER = ("PER", "ECU", "UGA")


def test_a_profile_alone_has_no_ranks_and_no_change() -> None:
    made = Results(read_scores(EXAMPLE, framework("oc-index-2023")))
    page = profile_page(made, "PER", source=SOURCE, language="es")
    assert "6.40" in page
    assert "4.38" in page
    assert "<h1>Perú</h1>" in page
    assert "de 1 países" not in page
    assert 'class="moved' not in page
    assert ranking_page(made, source=SOURCE)


@pytest.mark.parametrize(
    ("change", "text", "sign"),
    [("1/2", "+0.50", "up"), ("-1/8", "−0.13", "down"), ("0", "0.00", "same"), ("1/1000", "0.00", "same")],
)
def test_a_change_carries_its_sign(change: str, text: str, sign: str) -> None:
    made = moved(Fraction(change), 2, "2021", words("en"))
    assert (made.text, made.sign, made.since) == (text, sign, "since 2021")


@pytest.mark.parametrize(
    ("rank", "en", "es"),
    [
        (1, "1st", "1.º"),
        (2, "2nd", "2.º"),
        (3, "3rd", "3.º"),
        (11, "11th", "11.º"),
        (32, "32nd", "32.º"),
        (112, "112th", "112.º"),
    ],
)
def test_ordinals(rank: int, en: str, es: str) -> None:
    assert (words("en").ordinal(rank), words("es").ordinal(rank)) == (en, es)


def test_every_word_is_in_both_languages_and_used() -> None:
    folder = Path(__file__).parents[3] / "src" / "tieout" / "report" / "index"
    sources = "".join(path.read_text(encoding="utf-8") for path in [*folder.glob("*.py"), *folder.glob("templates/*")])
    for family, table in entries().items():
        for key, said in table.items():
            assert set(said) == set(LANGUAGES), key
            built = ("rank_first_", "disagrees_") if family == "page" else ()
            if family in ("page", "controls", "column") and not key.startswith(built):
                assert f'"{key}"' in sources or f"'{key}'" in sources, key


def test_charts_are_one_spec_as_svg_and_png() -> None:
    made = Results(read_scores(EXAMPLE, framework("oc-index-2023")))
    w = words("en")
    for spec in (quadrant_chart(made, w, "PER", named="Peru"), bars_chart(made, "PER", "criminal_actors", w),
                 world_chart(made, "criminality", w)):  # fmt: skip
        assert svg(spec).startswith("<svg")
        assert svg(spec) == svg(spec)
        assert png(spec, 1).startswith(b"\x89PNG")
        page = inlined(spec, 'a "name"', "n")
        assert 'role="img" aria-label="a &#34;name&#34;"' in page
        assert "http" not in page.replace("http://www.w3.org", "")
        assert 'fill="var(--' in page


def test_a_site_has_every_file(tmp_path: Path) -> None:
    both = comparison(tmp_path)
    files = site(
        both.new, source=SOURCE, comparison=both, intervals={"rule_of_law": intervals(both.new)}, profiles=["PER"]
    )
    assert {"scores.csv", "scores.json", "changes.csv", "ranking.html", "profiles/PER.html"} <= set(files)
    assert {name.rsplit(".", 1)[-1] for name in files if name.startswith("charts/")} == {"json", "svg", "png"}
    assert 'href="../ranking.html"' in str(files["profiles/PER.html"])
    assert "\n-" not in str(files["changes.csv"])
    assert str(files["changes.csv"]).startswith("iso3,country,node,old,new,change")
