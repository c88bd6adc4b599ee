"""BibTeX, RIS and CSL-JSON files, read and written: what is written is read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.errors import UnreadableError
from tieout.sources.citations import bibtex, csl, ris
from tieout.sources.exports.bibtex import bibtex as as_bibtex
from tieout.sources.exports.csl import items
from tieout.sources.exports.ris import ris as as_ris
from tieout.sources.references import references_in
from tieout.sources.source import Source

BIB = """% a comment
@string{who = "World Health Organization"}
@techreport{a, author = {{Human Rights Watch}}, title = {No Way {Back}: Peru \\& Chile}, year = 2021, month = may,
  institution = {Human Rights Watch}, url = {https://hrw.example/a}, urldate = {2022-01-03}}
@article{b, author = "Ruiz, Ana and Roe, Bo", title = "La regi{\\'o}n del caf{\\'e}", journal = "Revista",
  year = "2019", pages = "3--9", doi = "10.1/x"}
@book{c, title = {Open
"""
RIS = """TY  - NEWS
AU  - Reuters
TI  - Town cut off
DA  - 2023/05/08/
UR  - https://reuters.example/a
ER  -
TY  - JOUR
AU  - Ruiz, Ana
TI  - Slow rivers
JO  - Geography
PY  - 2020
SP  - 12
EP  - 19
"""
CSL = json.dumps(
    [
        {
            "id": "x",
            "type": "report",
            "author": [{"literal": "UNHCR"}],
            "title": "Trends",
            "issued": {"date-parts": [[2023, 6, 14]]},
        },
        {
            "id": "y",
            "type": "book",
            "author": [{"family": "Roe", "given": "Bo"}],
            "title": "Walls",
            "issued": {"raw": "2011"},
            "page": "4",
        },
    ]
)


def test_bibtex() -> None:
    first, second = bibtex.read(BIB)
    assert (first.author, first.title, first.date, first.url, first.accessed) == (
        "Human Rights Watch",
        "No Way Back: Peru & Chile",
        "2021-05",
        "https://hrw.example/a",
        "2022-01-03",
    )
    assert (second.author, second.title, second.pages, second.url, second.container) == (
        "Ruiz, Ana; Roe, Bo",
        "La región del café",
        "3–9",
        "https://doi.org/10.1/x",
        "Revista",
    )
    assert BIB[first.start : first.end].startswith("@techreport") and BIB[first.end - 1] == "}"


def test_ris() -> None:
    first, second = ris.read(RIS)
    assert (first.author, first.title, first.date, first.stated_kind) == (
        "Reuters",
        "Town cut off",
        "2023-05-08",
        "news",
    )
    assert (second.pages, second.container, second.date) == ("12-19", "Geography", "2020")


def test_csl() -> None:
    first, second = csl.read(CSL)
    assert (first.author, first.date, first.stated_kind) == ("UNHCR", "2023-06-14", "report")
    assert (second.author, second.date, second.pages) == ("Roe, Bo", "2011", "4")


def source(title: str, author: str = "UNHCR", item: str = "report") -> Source:
    return Source(
        "k-2020-title", author, "unhcr", "intergovernmental", "en", None, title, "2020-05-03", "https://x.example/a_b?c=1&d=2",
        None, None, 1, author=author, item=item,
    )  # fmt: skip


WORDS = (
    st.text(alphabet="Añ b:;,&%$#_~^é–“”123", min_size=1, max_size=60).map(lambda s: " ".join(s.split())).filter(bool)
)


@given(WORDS, WORDS)
def test_what_is_written_is_read_back(title: str, author: str) -> None:
    sources = [source(title, author)]
    written = {
        "bibtex": bibtex.read(as_bibtex(sources)),
        "ris": ris.read(as_ris(sources)),
        "csl": csl.read(json.dumps(items(sources))),
    }
    for form, drafts in written.items():
        (draft,) = drafts
        read = (draft.author, draft.title, draft.date, draft.url)
        assert read == (author, title, "2020-05-03", "https://x.example/a_b?c=1&d=2"), form


def test_a_file_of_references_has_a_register(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    found = references_in(path)
    assert [(s.publisher, s.kind, s.item) for s in found.sources] == [
        ("Human Rights Watch", "ngo", "report"),
        ("Ruiz, Ana; Roe, Bo", "unknown", "article"),
    ]


def test_what_is_no_such_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "refs.json"
    path.write_text('{"a": 1}', encoding="utf-8")
    with pytest.raises(UnreadableError, match="no list of CSL items"):
        references_in(path)


@pytest.mark.parametrize(
    ("item", "type"),
    [
        ("report", "techreport"), ("news", "article"), ("webpage", "online"), ("statistic", "dataset"),
        ("law", "legislation"), ("book", "book"), ("film", "video"), ("interview", "misc"), ("other", "misc"),
    ],
)  # fmt: skip
def test_every_kind_of_item_has_a_fitting_type(item: str, type: str) -> None:
    source = Source("k", None, None, "unknown", None, None, "T", "2024", None, None, None, 1, item=item)
    assert as_bibtex([source]).startswith(f"@{type}{{k,")
