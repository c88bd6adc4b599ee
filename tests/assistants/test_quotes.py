"""Every quote is the document's own words at its place, with page, hash and how it stands."""

from __future__ import annotations

from typing import Any

import pytest

from assistants.assistant import Assistant
from tieout.workspace.workspace import Workspace

ASKED: list[tuple[str, dict[str, Any]]] = [
    ("figures", {"limit": 50}),
    ("figures", {"limit": 50, "offset": 300}),
    ("search", {"query": "extortion of transport companies", "limit": 20}),
    ("search", {"query": "homicidios en Lima", "limit": 20}),
]


@pytest.mark.parametrize(("tool", "arguments"), ASKED)
def test_a_quote_is_the_document_s_words(
    assistant: Assistant, example: Workspace, tool: str, arguments: dict[str, Any]
) -> None:
    results = assistant.ask(tool, **arguments).results
    assert results
    for quote in results:
        entry = example.by_key[quote["source"]]
        text = example.part(entry.doc).document.text[quote["start"] : quote["end"]]
        assert quote["quote"] == text or "\N{REPLACEMENT CHARACTER}" in quote["quote"] or quote["cut"]
        assert (quote["sha256"], quote["date"]) == (entry.sha256, entry.date)
        assert quote["cite"].startswith(f"[@{entry.key}") or quote["record"] in quote["cite"]
        if entry.format == "pdf":
            assert quote["page"]


def test_figures_are_chosen_by_measure_place_and_period(assistant: Assistant, example: Workspace) -> None:
    for asked in ({"measure": "homicides"}, {"measure": "homicidios"}):
        found = assistant.ask("figures", **asked, limit=50).results
        assert {"homicide"} == {getattr(example.by_id[f["record"]], "concept") for f in found}  # noqa: B009
    lima = assistant.ask("figures", place="PE-LIM", limit=50).results
    assert {f["place_code"][:6] for f in lima} == {"PE-LIM"}
    assert assistant.ask("figures", place="Lima", limit=50).results
    year = assistant.ask("figures", period="2022", limit=50).results
    assert all("20" in f["period"] for f in year)
    key = example.entries[0].key
    assert {f["source"] for f in assistant.ask("figures", source=key, limit=50).results} == {key}
    assert assistant.ask("figures", measure="unicorns").answer["said"] == "No figure of these documents is that."


def test_what_the_checks_say_comes_with_the_words(assistant: Assistant, example: Workspace) -> None:
    broken = next(t for _, part in example.parts() for t in part.ties if t.verdict == "breaks" and t.members[0].figure)
    figure = broken.members[0].figure
    assert figure is not None
    (quote, *around) = assistant.ask("source", cited=f"f:{figure.id}").results
    assert quote["check"]["status"] == "breaks"
    assert quote["check"]["ties_break"] >= 1
    assert quote["words"] == " ".join(figure.text.split()) or quote["words"] == figure.text
    assert all(one["kind"] == "passage" for one in around)


def test_a_document_comes_with_its_findings_and_its_losses(assistant: Assistant, example: Workspace) -> None:
    sources = assistant.ask("source").answer["sources"]
    assert [one["key"] for one in sources] == [entry.key for entry in example.entries]
    worst = max(example.entries, key=lambda entry: len(example.part(entry.doc).findings))
    asked = assistant.ask("source", cited=f"[@{worst.key}]")
    assert {f["rule"] for quote in asked.results for f in quote["check"]["findings"]} >= {
        finding.rule for finding in example.part(worst.doc).findings[:3]
    }


def test_a_comparison_has_both_sides(assistant: Assistant) -> None:
    found = assistant.ask("compare", limit=50)
    assert found.answer["total"] > 0
    for one in found.results:
        assert len({figure["source"] for figure in one["figures"]}) > 1
        assert one["means"]
        assert one["computed"]
    only = assistant.ask("compare", disagreeing=True, limit=50)
    assert {one["relation"] for one in only.results} <= {"conflict", "revised", "estimate", "other_authority"}


def test_what_a_workspace_does_not_have_is_one_sentence(assistant: Assistant, hostile_base: Workspace) -> None:
    asked = Assistant(hostile_base.path)
    assert asked.ask("index").answer["said"] == "This workspace has no index: its settings name no table of scores."
    assert (
        asked.ask("data_query", question="homicide PE 2023").answer["said"].startswith("This workspace has no official")
    )
    assert asked.ask("search", query="zeppelin").results == []
