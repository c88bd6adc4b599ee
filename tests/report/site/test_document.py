"""A document's page: every record has its place in it, and with its tags off it is the text."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from report.site.made_site import SCRIPT, hostile, read
from tieout.report.article import Setter
from tieout.report.site.address import document_page, record_anchor
from tieout.report.site.document import document_html
from tieout.report.site.dossier import Dossier
from tieout.report.site.marks import note_anchor, relation_id
from tieout.report.words import words
from tieout.workspace.part import FIELDS, Part
from tieout.workspace.workspace import Workspace


def pages(workspace: Workspace, lang: str = "en") -> list[tuple[Part, str]]:
    dossier = Dossier(workspace, lang)
    return [
        (part, document_html(entry, part, dossier.frame, dossier.register, {})) for entry, part in workspace.parts()
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(params=["example", "made"])
def workspace(request: pytest.FixtureRequest) -> Workspace:
    found: Workspace = request.getfixturevalue(request.param)
    return found


def test_every_record_has_one_place(workspace: Workspace) -> None:
    for part, html in pages(workspace):
        ids = read(html).ids
        assert len(ids) == len(set(ids))
        assert {record_anchor(figure.id) for figure in part.figures} <= set(ids)
        assert {record_anchor(finding.id) for finding in part.findings} <= set(ids)
        assert {record_anchor(record.id) for kind in FIELDS for record in part.records(kind)} <= set(ids)
        for group in part.groups:
            assert {record_anchor(relation_id(group, n)) for n in range(len(group.relations))} <= set(ids)
        assert {note_anchor(n.id) for n in part.notes if n.start is not None or n.mark_start is not None} <= set(ids)


def test_without_its_tags_it_is_the_text(workspace: Workspace) -> None:
    for part, html in pages(workspace):
        paper = html.partition('<div class="paper">')[2].partition("</article>")[0]
        setter = Setter(part.document, 1, words("en"), list(enumerate(part.notes, 1)), listed=False)
        own = re.sub(r'<a class="back".*?</a>|<p class="page">.*?</p>', "", paper)
        said = re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", own)))
        for start, end in setter.shown_pieces:
            assert re.sub(r"\s+", "", part.document.text[start:end]) in said


def test_marks_stand_on_the_words(made: Workspace) -> None:
    part, html = pages(made)[0]
    for figure in part.figures:
        at = re.search(rf'id="{record_anchor(figure.id)}"[^>]*>(.*?)</span>', html)
        assert at
        assert unescape(re.sub(r"<[^>]+>", "", at[1])).startswith(figure.text.split()[0])


def test_hostile_words_are_words(made: Workspace) -> None:
    for _, html in pages(made):
        reader = read(html)
        assert SCRIPT not in html
        assert reader.handlers == []
        assert reader.outer == []


def test_losses_are_named(example: Workspace) -> None:
    lost = [(part, html) for part, html in pages(example, "es") if part.document.losses or part.losses]
    assert lost
    assert all(words("es")("page", "missing") in html for _, html in lost)


def test_pages_are_the_same_each_time(made: Workspace) -> None:
    assert pages(made) == pages(made)
    assert document_page(made.entries[0]).startswith("documents/")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_protected_name_is_nowhere(tmp_path: Path, lang: str) -> None:
    workspace = hostile(tmp_path, '[workspace]\ncountry = "PER"\nprotect = ["Halcones"]\n')
    for _, html in pages(workspace.public, lang):
        assert "Halcones" not in html
