"""`index` and `data_query`: scores with what the documents say of them, and what official tables answer."""

from __future__ import annotations

import pytest

from assistants.assistant import Assistant
from series.made import table
from workspace.made import EXAMPLE, built

SETTINGS = """framework = "oc-index-2023"
scores = "{scores}"
data = "data"

[workspace]
country = "PE"
"""
REPORT = """---
title: Extortion in Lima
date: 2024-07-01
country: PE
---

Extortion complaints in Lima rose from 4,500 in 2022 to 9,000 in 2023.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """About a workspace with scores and an official table."""
    folder = tmp_path_factory.mktemp("numbers")
    source = folder / "gathered"
    source.mkdir()
    table(source, "2023-01-15,PE-LAL,3\n2023-06-15,PE-LAL,4\n2024-02-01,PE-LAL,14\n2024-03-01,PE-LIM,5")
    (source / "rows.csv").unlink()
    (source / "report.md").write_text(REPORT, encoding="utf-8")
    scores = EXAMPLE / "index" / "scores_2023.csv"
    (source / "tieout.toml").write_text(SETTINGS.format(scores=scores.as_posix()), encoding="utf-8")
    return Assistant(built(source, folder / "base.tieout").path)


def test_all_scores_of_the_country(assistant: Assistant) -> None:
    scores = {one["id"]: one for one in assistant.ask("index").results}
    assert scores["criminality"]["score"] == "6.40"
    assert len([one for one in scores.values() if one["score"]]) >= 32
    assert not any(one["evidence"] for one in scores.values())


def test_one_score_comes_with_what_the_documents_say(assistant: Assistant) -> None:
    name = next(one["id"] for one in assistant.ask("index").results if "xtortion" in one["label"])
    (score,) = assistant.ask("index", indicator=name).results
    assert score["score"]
    assert {figure["words"] for figure in score["evidence"]} == {"4,500", "9,000"}
    assert all(figure["quote"].startswith("Extortion complaints") for figure in score["evidence"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({"indicator": "luck"}, "no indicator or dimension has this id"), ({"country": "FRA"}, "no such country")],
)
def test_what_the_scores_do_not_have(assistant: Assistant, arguments: dict[str, str], said: str) -> None:
    asked = assistant.ask("index", **arguments)
    assert asked.is_error
    assert said in asked.text


def test_official_tables_answer_a_plain_question(assistant: Assistant) -> None:
    asked = assistant.ask("data_query", question="homicide PE-LAL 2023 2024 change")
    (answer,) = asked.results
    assert (answer["value"], answer["authority"], answer["said"]) == ("100", "Ministry of Health", "100 percent")
    assert "parquet" not in asked.text
    assert assistant.ask("data_query", question="homicide EC-G 2023").answer["said"] == (
        "No table at hand counts this in this country."
    )


@pytest.mark.parametrize("question", ["homicide", "SELECT * FROM figures", "homicide PE-LAL 2023 change"])
def test_what_is_no_question_is_told_how_to_ask(assistant: Assistant, question: str) -> None:
    asked = assistant.ask("data_query", question=question)
    assert asked.is_error
    assert "write for example" in asked.text or "needs two periods" in asked.text
