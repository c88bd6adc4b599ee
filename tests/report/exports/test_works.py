"""Sources for reference managers: BibTeX is read back by bibtexparser."""

from __future__ import annotations

import json

import pytest
from bibtexparser.entrypoint import parse_string

from tieout.errors import UsageError
from tieout.report.exports.export import export
from tieout.report.exports.works import cited, held
from tieout.workspace.workspace import Workspace


@pytest.mark.parametrize("kind", ["sources", "cited"])
def test_bibtex_is_read_by_another_tool(base: Workspace, example: Workspace, kind: str) -> None:
    for workspace in (base, example):
        sources = held(workspace) if kind == "sources" else [source for source, _ in cited(workspace)]
        library = parse_string(export(workspace, kind, "bibtex").decode())
        assert not library.failed_blocks
        assert list(library.entries_dict) == [source.key for source in sources]
        for source in sources:
            fields = {name: field.value for name, field in library.entries_dict[source.key].fields_dict.items()}
            assert fields.get("url") == source.url
            assert fields.get("date") == source.date


def test_csl_has_the_key_that_drafts_cite_by(base: Workspace) -> None:
    items = {item["id"]: item for item in json.loads(export(base, "sources", "csl"))}
    assert set(items) == set(base.by_key)
    assert items[base.by_doc["sound.md"].key]["issued"] == {"date-parts": [[2024, 5, 2]]}


def test_a_work_that_two_documents_cite_is_one(example: Workspace) -> None:
    keys = [source.key for source, _ in cited(example)]
    assert len(keys) == len(set(keys))
    shared = [by for _, by in cited(example) if len(by) > 1]
    assert all(len(set(by)) == len(by) for by in shared)


def test_ris_has_one_record_each(base: Workspace) -> None:
    assert export(base, "cited", "ris").decode().count("TY  - ") == 1


def test_a_list_of_sources_without_words_is_refused(base: Workspace) -> None:
    with pytest.raises(UsageError, match="words of documents"):
        export(base, "sources", "csl", quotes=False)


@pytest.mark.parametrize(
    ("kind", "format"), [("figures", "bibtex"), ("ties", "annotations"), ("sources", "annotations")]
)
def test_a_pair_that_does_not_go_together_names_those_that_do(base: Workspace, kind: str, format: str) -> None:
    with pytest.raises(UsageError, match="there are csv, xlsx"):
        export(base, kind, format)
