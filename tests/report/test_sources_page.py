"""The page of sources: self-contained, escaped, each note leading to its card and back."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from tieout.reading.document import Document
from tieout.reading.read import read
from tieout.report.sources_page import page
from tieout.sources.exports.shares import shares
from tieout.sources.read import sources_of

REPORT = """# Report

Twelve raids.[^1] Forty arrests.[^2]

[^1]: HRW, <script>alert(1)</script> Coast, 3 May 2023, [url](https://www.hrw.org/coast)
[^2]: Foe, Trap, 4 May 2023, [url](javascript:alert(1))
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return read(path)


def made(document: Document, *, quotes: bool = True, language: str = "en") -> str:
    found = sources_of(document)
    return page(document, found, shares(document, found), quotes=quotes, language=language)


def test_notes_lead_to_cards_and_back(document: Document) -> None:
    html = made(document)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert 'href="https://www.hrw.org/coast"' in html
    assert html.count("<svg") >= 4


def test_hostile_words_are_escaped(document: Document) -> None:
    html = made(document)
    assert "<script" not in html and "javascript:" not in re.sub(r">[^<]*<", "><", html)


def test_the_policy_allows_the_own_style_only(document: Document) -> None:
    html = made(document)
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src '{digest}'" in html and "default-src 'none'" in html
    assert "style=" not in html


def test_without_quotes_the_text_stays_away(document: Document) -> None:
    assert "Twelve raids" in made(document)
    assert "Twelve raids" not in made(document, quotes=False)


def test_the_same_input_gives_the_same_bytes(document: Document) -> None:
    assert made(document) == made(document)


def test_spanish(document: Document) -> None:
    html = made(document, language="es")
    assert '<html lang="es">' in html
    for words in ("Fuentes", "Por antigüedad", "menos de 1 año", "no se sabe", "Todo el documento", "no se abrió"):
        assert words in html, words
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
    for words in ("Sources", "citations", "Notes", "unknown", "By "):
        assert words not in text, words
