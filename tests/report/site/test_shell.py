"""The frame: its policy allows its own style and scripts by hash and nothing else; its words are in both languages."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

import tieout.report.site
from report.site.made_site import read
from tieout.evidence.records.act import ActKind
from tieout.evidence.records.argument import ArgumentRole
from tieout.evidence.records.group import RelationKind
from tieout.evidence.records.law import LawKind
from tieout.evidence.records.protection import Standing
from tieout.evidence.records.voice import Voice
from tieout.report.exports.standing import Status
from tieout.report.html import digest
from tieout.report.site.figures import DOWNLOADS
from tieout.report.site.record_facts import kind_words
from tieout.report.site.shell import FURTHER, PACKAGE, PAGES, Frame, country_name, frame_of, render
from tieout.report.words import LANGUAGES, entries, words
from tieout.workspace.part import FIELDS
from tieout.workspace.workspace import Workspace

HOME = Path(tieout.report.site.__file__).parent
ROWS = [(family, key, entry) for family, table in entries(PACKAGE).items() for key, entry in table.items()]
FRAME = Frame("en", "A & <b>", "4 documents", (("index.html", "Overview"), ("laws.html", "Laws")), 3)


def page(name: str = "documents/x.html", title: str = "T <i>", **more: str) -> str:
    return render(FRAME, name, title, "contents.html", {"documents": []}, **more)


def test_the_policy_names_what_is_there() -> None:
    made = page(style="p { color: red }", script="void 0;")
    styles = re.findall(r"<style>(.*?)</style>", made, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", made, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert re.findall(r"'(sha256-[^']+)'", policy[1]) == [digest(text) for text in (*styles, *scripts)]
    assert "p { color: red }" in styles[0]
    assert scripts[-1].endswith("void 0;")


def test_nothing_comes_from_elsewhere() -> None:
    reader = read(page())
    assert reader.outer == []
    assert reader.handlers == []


def test_titles_are_escaped_and_links_lead_back() -> None:
    made = page()
    assert "<title>T &lt;i&gt; – A &amp; &lt;b&gt;</title>" in made
    assert 'href="../laws.html"' in made
    assert "3 passages and records are withheld" in made
    assert 'aria-current="page"' in page("laws.html")


@pytest.mark.parametrize(("family", "key", "entry"), ROWS, ids=[f"{family}.{key}" for family, key, _ in ROWS])
def test_both_languages_say_it(family: str, key: str, entry: dict[str, str]) -> None:
    assert sorted(entry) == sorted(LANGUAGES)
    assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in entry.values()}) == 1
    assert len({text.count("|") for text in entry.values()}) == 1


def test_every_kind_of_record_has_its_word() -> None:
    own = words("es", PACKAGE)
    for kind in ("figure", "finding", *FIELDS):
        assert kind in entries(PACKAGE)["kinds"], kind
    assert kind_words("law", 2, own) == "normas"
    assert kind_words("never_heard_of", 2, own) == "never heard of"


@pytest.mark.parametrize(
    ("family", "codes"),
    [
        ("record_kind", (*get_args(LawKind), *get_args(ActKind))), ("voice", get_args(Voice)),
        ("role", get_args(ArgumentRole)), ("status", get_args(Standing)), ("relation", get_args(RelationKind)),
        ("check", get_args(Status)), ("nav", (*PAGES, *FURTHER)), ("format", DOWNLOADS),
    ],
)  # fmt: skip
def test_every_code_has_its_word(family: str, codes: tuple[str, ...]) -> None:
    assert set(codes) <= set(entries(PACKAGE)[family])


@pytest.mark.parametrize("family", ["shell", "document", "list", "sources", "comparisons", "laws", "groups", "map"])
def test_every_word_is_used(family: str) -> None:
    code = "".join(path.read_text() for path in [*HOME.glob("*.py"), *(HOME / "templates").iterdir()])
    assert [key for key in entries(PACKAGE)[family] if f'"{key}"' not in code and f"'{key}'" not in code] == []


def test_the_look_names_only_colours_there_are() -> None:
    style = (files(PACKAGE) / "templates" / "site.css").read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", style))
    for path in (HOME / "templates").glob("*.css"):
        assert set(re.findall(r"var\((--[\w-]+)\)", path.read_text())) <= known, path.name


def test_a_frame_says_what_the_workspace_is(example: Workspace) -> None:
    frame = frame_of(example, "es", ["changes"])
    assert [file for file, _ in frame.links] == [f"{name}.html" for name in (*PAGES, "changes")]
    assert frame.about.startswith(str(len(example.entries)))
    assert country_name("PE", "es") == "Perú"
    assert country_name("XX", "es") is None
