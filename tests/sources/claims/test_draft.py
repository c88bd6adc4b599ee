"""What each sentence of a draft is held against: its notes, all texts, or nothing."""

from __future__ import annotations

import pytest

from sources.made import claims

CHRONICLE = "The port police recorded at least 412 complaints of theft in Callao in 2023."
SENTENCE = "In 2023 the port police recorded at least 412 complaints of theft in Callao."


@pytest.mark.parametrize(
    ("note", "complete", "verdict", "reason"),
    [
        ("Port Gazette, Harbour chronicle 2023, 30 December 2023", False, "supported", "said"),
        ("https://gazette.example/chronicle", False, "supported", "said"),
        ("Coastal Review, Shadows over the quay, 2021", False, "text_missing", "source_not_at_hand"),
        ("Coastal Review, Shadows over the quay, 2021", True, "not_found", "citation_unknown"),
    ],
)
def test_a_cited_sentence(note: str, complete: bool, verdict: str, reason: str) -> None:
    (found,) = claims(f"{SENTENCE}[^1]\n\n[^1]: {note}.\n", CHRONICLE, complete=complete)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_sentence_without_a_note_in_a_draft_with_notes() -> None:
    note = "[^1]: Port Gazette, Harbour chronicle 2023."
    draft = f"{SENTENCE}[^1]\n\nGulls nest on all the roofs of the old town.\n\n{note}\n"
    cited, bare = claims(draft, CHRONICLE)
    assert (cited.verdict, bare.verdict, bare.reason) == ("supported", "no_evidence_needed", "not_cited")


def test_a_note_in_mid_sentence_parts_it() -> None:
    draft = (
        "The port police recorded at least 412 complaints of theft,[^1] "
        "and the navy bought nine new grey boats.[^2]\n\n"
        "[^1]: Port Gazette, Harbour chronicle 2023.\n\n[^2]: Coastal Review, Shadows over the quay, 2021.\n"
    )
    assert [c.verdict for c in claims(draft, CHRONICLE)] == ["supported", "text_missing"]


def test_nothing_of_the_kind_is_not_found() -> None:
    (found,) = claims("Pirates burnt thirty fishing boats near the lighthouse after the feast.", CHRONICLE)
    assert (found.verdict, found.reason) == ("not_found", "no_passage")


@pytest.mark.parametrize("text", ["Why did they not ask?", "See below."])
def test_what_says_nothing_needs_no_evidence(text: str) -> None:
    (found,) = claims(text, CHRONICLE)
    assert found.verdict == "no_evidence_needed"
