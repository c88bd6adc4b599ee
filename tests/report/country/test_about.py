"""Which documents and figures are about a country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tieout.report.country.about import About
from tieout.workspace.workspace import Workspace


@pytest.mark.parametrize(
    ("said", "title", "gathered", "about"),
    [
        ("PE", "Ecuador", None, True),
        ("EC", "Peru", "PE", False),
        (None, "The year in Peru", None, True),
        (None, "The year in Ecuador", "PE", False),
        (None, "A year", "PE", True),
        (None, "A year", "EC", False),
        (None, "A year", None, False),
    ],
)
def test_a_document(said: str | None, title: str, gathered: str | None, about: bool, peru: Workspace) -> None:
    entry, part = peru.entries[0], peru.part(peru.entries[0].doc)
    document = replace(part.document, title=title, country=None)
    bare = replace(part, document=document, figures=())
    assert About("PE", gathered).document(replace(entry, country=said), bare) == about


def test_most_of_what_a_document_counts_is_there(peru: Workspace) -> None:
    entry, part = peru.by_doc["watch.md"], peru.part("watch.md")
    unsaid = replace(part, document=replace(part.document, country=None, title=None))
    assert About("PE").document(replace(entry, country=None), unsaid)
    assert not About("EC").document(replace(entry, country=None), unsaid)


def test_figures_of_other_countries_and_regions_are_left_out(peru: Workspace) -> None:
    about = About("PE")
    figure = peru.part("watch.md").figures[0]
    codes = {"PE": True, "PE-LIM": True, "EC": False, "419": False, None: True}
    for code, mine in codes.items():
        assert about.figure(replace(figure, place_code=code), True) == mine
    assert not about.figure(replace(figure, place_code=None), False)
    assert about.figure(replace(figure, place_code="PE"), False)


def test_a_sentence_about_another_country_alone() -> None:
    about = About("PE")
    assert about.elsewhere("Police in Ecuador closed the port.")
    assert not about.elsewhere("Police in Ecuador and Peru closed the port.")
    assert not about.elsewhere("Police closed the port.")
