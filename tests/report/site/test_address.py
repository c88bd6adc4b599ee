"""Addresses are the same wherever they are made, and every file system takes the names of the files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.report.site.address import (
    document_page,
    group_address,
    group_anchor,
    law_address,
    place_anchor,
    record_address,
    record_anchor,
    root_of,
    source_anchor,
)
from tieout.workspace.entry import Entry


def entry(key: str) -> Entry:
    return Entry(doc="a.txt", key=key, sha256="0" * 64, paths=("a.txt",))


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("hrw-2025", "documents/hrw-2025.html"),
        ("un.upr_2012", "documents/un.upr_2012.html"),
        ("con", "documents/con-5d0f1a.html"),
        ("../etc/passwd", "documents/etc-passwd-"),
        ("Ñandú", "documents/and-"),
        ("", "documents/e3b0c4.html"),
    ],
)
def test_pages_of_documents(key: str, page: str) -> None:
    assert document_page(entry(key)).startswith(page.removesuffix(".html").removesuffix("5d0f1a"))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_key_gives_a_name_of_its_own(one: str, other: str) -> None:
    pages = [document_page(entry(key)) for key in (one, other)]
    assert (pages[0] == pages[1]) == (one == other)
    for page in pages:
        name = page.removeprefix("documents/")
        assert name.isascii()
        assert not set(name) & set('/\\:*?"<>|#% ')
        assert len(name) < 100


@given(st.text(max_size=60))
def test_anchors_need_no_escaping(words: str) -> None:
    for anchor in (law_anchored(words), group_anchor(words), source_anchor(words), place_anchor(words)):
        assert anchor.replace("-", "").isalnum()
        assert anchor.isascii()


def law_anchored(key: str) -> str:
    return law_address(key).removeprefix("laws.html#")


def test_records_lie_in_their_documents() -> None:
    assert record_address(entry("k"), "ab12") == "documents/k.html#r-ab12"
    assert record_anchor("a b") == "r-a%20b"
    assert group_address("Los X").startswith("groups.html#group-los-x-")


@pytest.mark.parametrize(("page", "root"), [("index.html", ""), ("documents/a.html", "../")])
def test_the_way_back(page: str, root: str) -> None:
    assert root_of(page) == root
