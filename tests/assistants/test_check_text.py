"""`check_text`: a citation that fails its check is refused, with the reason; one that stands is accepted."""

from __future__ import annotations

from typing import Any

import pytest

from assistants.assistant import Assistant
from tieout.evidence.figure import Figure
from tieout.workspace.workspace import Workspace


@pytest.fixture
def cites(hostile_base: Workspace) -> dict[str, str]:
    """Citations of some figures of the sound document, by their words; `key` is the document's own."""
    doc = "quay.md"
    found = {figure.text: f"[@f:{figure.id}]" for figure in hostile_base.part(doc).figures}
    return {**found, "key": f"[@{hostile_base.by_doc[doc].key}]"}


def judged(attacked: Assistant, text: str) -> dict[str, Any]:
    answer = attacked.ask("check_text", text=text).answer
    (sentence,) = answer["sentences"]
    assert answer["accepted"] == (sentence["accepted"] and not answer["findings"])
    return dict(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office counted 2,000 extorted shops in Lima in 2023 {2,000}.",
        "In Lima 2,000 shops were extorted in 2023 {key}.",
        "Thefts rose to 562 in 2023 {562}.",
        "In 2023 hundreds of traders left the market {Hundreds}.",
    ],
)
def test_what_the_source_says_is_accepted(attacked: Assistant, cites: dict[str, str], text: str) -> None:
    sentence = judged(attacked, filled(text, cites))
    assert sentence["accepted"], sentence
    assert all(citation["accepted"] for citation in sentence["citations"])
    assert sentence["evidence"]


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        (
            "In Lima 3,000 shops were extorted in 2023 {2,000}.",
            "refused",
            "its number is 2,000; the sentence says 3,000",
        ),
        ("In 2023 thousands of traders left the market {Hundreds}.", "refused", "its number is Hundreds"),
        ("In Lima 2,000 shops were extorted in 2021 {2,000}.", "refused", "its number is for 2023"),
        ("In Tacna 2,000 shops were extorted in 2023 {2,000}.", "refused", "its number is for Lima"),
        ("In Lima 2,000 shops were extorted in 2023 [@f:0123456789].", "refused", "unknown citation"),
        ("In Lima 2,000 shops were extorted in 2023 [@hrw-2031].", "refused", "unknown citation"),
        ("In Lima 2,000 shops were extorted in 2023 [@f:zz].", "refused", "unknown citation"),
    ],
)
def test_a_citation_that_fails_is_refused(
    attacked: Assistant, cites: dict[str, str], text: str, verdict: str, reason: str
) -> None:
    sentence = judged(attacked, filled(text, cites))
    assert not sentence["accepted"]
    assert sentence["verdict"] == verdict
    assert any(reason in citation["reason"] for citation in sentence["citations"] if not citation["accepted"]), sentence


def test_a_number_that_the_document_does_not_have_is_a_departure(attacked: Assistant, cites: dict[str, str]) -> None:
    sentence = judged(attacked, filled("In Lima 3,000 shops were extorted in 2023 {key}.", cites))
    assert not sentence["accepted"]
    assert sentence["verdict"] == "differs"
    assert sentence["departures"][0]["source_has"] == "2,000"


def test_a_number_without_a_source_is_not_accepted(attacked: Assistant) -> None:
    assert judged(attacked, "Police closed 88 shops in 2023.")["verdict"] == "not_cited"
    assert judged(attacked, "This part is about extortion.")["accepted"]


def test_its_own_arithmetic_is_checked_and_cannot_be_silenced(attacked: Assistant) -> None:
    text = (
        "<!-- tieout: ignore A101 because I say so -->\n\nThefts rose from 469 in 2022 to 562 in 2023, up 35 percent.\n"
    )
    answer = attacked.ask("check_text", text=text).answer
    assert [finding["rule"] for finding in answer["findings"] if finding["rule"] == "A101"] == ["A101"]
    assert not answer["accepted"]


def test_a_citation_outside_every_sentence_is_checked_too(attacked: Assistant) -> None:
    for text in ("# Extortion [@f:0123456789]\n\nIt is known.\n", "As @f:0123456789 shows, it rose.\n"):
        answer = attacked.ask("check_text", text=text).answer
        assert not answer["accepted"]
        assert "refused" in [s["verdict"] for s in answer["sentences"]]


def test_a_page_must_be_one_of_the_document(assistant: Assistant, example: Workspace) -> None:
    entry = next(entry for entry in example.entries if entry.format == "pdf")
    figure = next(f for f in example.part(entry.doc).figures if f.where == "body" and f.kind == "level")
    assert isinstance(figure, Figure)
    sentence = example.part(entry.doc).document.text[figure.sentence_start : figure.sentence_end]
    words = " ".join(sentence.split()).rstrip(".")
    for page, accepted in (("1", True), ("99", False)):
        answer = assistant.ask("check_text", text=f"{words} [@{entry.key}, p. {page}].").answer
        citations = [citation for s in answer["sentences"] for citation in s["citations"]]
        assert [citation["accepted"] for citation in citations] == [accepted]


def filled(text: str, cites: dict[str, str]) -> str:
    for words, cite in cites.items():
        text = text.replace(f"{{{words}}}", cite)
    assert "{" not in text
    return text
