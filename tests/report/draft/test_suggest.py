"""The evidence for a question: whose words, in which order, what is said where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from documents import document_of
from tieout.evidence.figures import setting_of
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.gaps import gaps_of
from tieout.evidence.terms_of_reference import Item, Terms, read_terms
from tieout.report.draft.evidence import Searched
from tieout.report.draft.suggest import gap_statement, items, lines, markdown_of, record
from tieout.workspace.workspace import Workspace


@pytest.fixture(scope="module")
def terms(harbour: Workspace) -> Terms:
    return read_terms(harbour.path.parent / "sources" / "terms.md")


@pytest.fixture(scope="module")
def searched(harbour: Workspace) -> Searched:
    return Searched(harbour)


def item(terms: Terms, name: str) -> Item:
    found = terms.item(name)
    assert found is not None
    return found


def test_sentences_with_their_sources_and_records(searched: Searched, terms: Terms, harbour: Workspace) -> None:
    found = searched.answers(item(terms, "thefts"), 10)
    assert {one.entry.key for one in found.evidence} == {"yearbook-2024", "letter-2024"}
    for one in found.evidence:
        text = harbour.part(one.entry.doc).document.text
        assert " ".join(text[one.start : one.end].split()) == one.text
        assert all(cite.startswith("@f:") for cite in one.cites) or not one.figures
    said = "\n".join(lines(found, harbour, "en"))
    assert "412 complaints of theft in Callao" in said
    assert "[@f:" in said


def test_the_limit_says_what_is_left(searched: Searched, terms: Terms, harbour: Workspace) -> None:
    whole = searched.answers(item(terms, "thefts"), 10)
    found = searched.answers(item(terms, "thefts"), 1)
    assert len(found.evidence) == 1
    assert found.left == len(whole.evidence) - 1
    assert f"and {found.left} more" in "\n".join(lines(found, harbour, "en"))


def test_gaps_of_the_sources_are_told_as_such(searched: Searched, terms: Terms, harbour: Workspace) -> None:
    found = searched.answers(item(terms, "convictions"), 10)
    assert not found.evidence
    (gap,) = found.gaps
    assert any(isinstance(one, Gap) for one in gap.records)
    assert "A source says that it is not known" in "\n".join(lines(found, harbour, "en"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_where_there_is_none_a_gap_statement_is_proposed(
    searched: Searched, terms: Terms, harbour: Workspace, language: str
) -> None:
    found = searched.answers(item(terms, "lighthouses"), 10)
    assert not found.evidence
    statement = gap_statement(found.item, harbour, language)
    assert "Are there lighthouses?" in statement
    assert "2 docu" in statement
    assert statement in "\n".join(lines(found, harbour, language))
    assert gaps_of(setting_of(document_of(statement), language)), "it is read as a gap statement again"


def test_other_forms(searched: Searched, terms: Terms, harbour: Workspace) -> None:
    found = searched.answers(item(terms, "thefts"), 10)
    assert "<!-- answers thefts -->" in "\n".join(markdown_of(found, harbour, "en"))
    values = json.loads(json.dumps(record(found, harbour, "en")))
    assert values["item"] == "thefts"
    assert values["gap_statement"] is None
    assert {"doc", "start", "end", "cite", "originals"} <= values["evidence"][0].keys()


def test_questions_by_id_number_or_chapter(terms: Terms) -> None:
    assert [one.id for one in items(terms, ["1.2"])] == ["convictions"]
    assert [one.id for one in items(terms, ["theft"])] == ["thefts", "convictions", "lighthouses"]
    assert len(items(terms, [])) == 3
    with pytest.raises(LookupError):
        items(terms, ["9"])


def test_the_example_has_evidence_for_all_but_one(example: Workspace) -> None:
    path = Path(__file__).parents[3] / "examples" / "peru" / "report" / "terms.md"
    ready = Searched(example)
    empty = [one.id for one in read_terms(path).items if not ready.answers(one, 3).evidence]
    assert empty == ["witnesses"]
