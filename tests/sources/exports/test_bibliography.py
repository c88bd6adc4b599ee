"""The bibliography through a citation processor, in the EUAA form."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from importlib.resources import files

import pytest

from tieout.errors import UsageError
from tieout.sources.exports.bibliography import bibliography
from tieout.sources.source import Source


def source(
    key: str, author: str, title: str, date: str | None, kind: str = "ngo", item: str = "report", url: str | None = None
) -> Source:
    return Source(key, author, key, kind, "en", None, title, date, url, None, None, 1, author=author, item=item)  # type: ignore[arg-type]


SOURCES = [
    source("b", "UNHCR", "Islands", None, "intergovernmental"),
    source("a", "HRW", "Coast at Risk", "2021-05-03", url="https://www.hrw.org/coast"),
    source("c", "A lawyer", "interview with the author", "2023-09-06", "oral", "interview"),
]


def test_entries_in_the_euaa_form() -> None:
    pytest.importorskip("pypandoc")
    made = bibliography(SOURCES, "md", "en").decode()
    assert made.splitlines()[0] == "# Bibliography"
    assert (
        made.index("## Oral sources")
        < made.index("A lawyer, interview with the author, 6 September 2023")
        < made.index("## Public sources")
    )
    assert "HRW, *Coast at Risk*, 3 May 2021, <https://www.hrw.org/coast>" in made
    assert "UNHCR, *Islands*, n.d." in made
    assert made.index("HRW") < made.index("UNHCR")


def test_in_spanish() -> None:
    pytest.importorskip("pypandoc")
    made = bibliography(SOURCES, "md", "es").decode()
    assert "# Bibliografía" in made and "3 de mayo de 2021" in made and "s.f." in made


@pytest.mark.parametrize(("format", "head"), [("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("text", b"Bibliography")])
def test_other_formats(format: str, head: bytes) -> None:
    pytest.importorskip("pypandoc")
    assert head in bibliography(SOURCES, format, "en")[:2000]


def test_without_pandoc_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(UsageError, match=r"pip install 'tieout\[report\]'"):
        bibliography(SOURCES, "md", "en")


def test_the_style_is_well_formed() -> None:
    style = ET.fromstring((files("tieout.sources") / "data" / "euaa.csl").read_text(encoding="utf-8"))
    assert style.tag.endswith("}style") and style.get("class") == "note"
