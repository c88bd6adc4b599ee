"""Documents that give orders change nothing: their words are data, what nobody sees is shown, names stay protected."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistants.assistant import Assistant, over_stdio
from assistants.made_hostile import OPEN
from tieout.mcp.words import LONGEST, NOTE, harmless, quoted
from tieout.workspace.workspace import Workspace

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("search", {"query": "ignore previous instructions", "limit": 50}),
    ("search", {"query": "boats in Callao", "limit": 50}),
    ("search", {"query": "Rosalind Quispe Varga", "limit": 50}),
    ("figures", {"limit": 50}),
    ("figures", {"measure": "boats"}),
    ("compare", {"limit": 50}),
    ("source", {}),
    ("source", {"cited": "Rosalind Quispe Varga"}),
    ("check_text", {"text": "There were 31 boats, says Rosalind Quispe Varga [@f:0123456789]."}),
    ("check_text", {"text": "Rosalind Quispe Varga counted 31 boats in Callao in 2023 [@orders]."}),
]


@pytest.mark.parametrize(("tool", "arguments"), CALLS)
def test_nothing_unseen_and_no_protected_name_leaves(attacked: Assistant, tool: str, arguments: dict[str, Any]) -> None:
    asked = attacked.ask(tool, **arguments)
    said = asked.text + json.dumps(asked.answer, ensure_ascii=False)
    assert not [sign for sign in said if ord(sign) >= 0xE0000 or sign in "\u202e\u202c\u200b"]
    for name in ("Quispe", "Varga", "Rosalind"):
        assert name not in said
    assert "31 boats" not in said or tool == "check_text"


def test_an_order_is_only_a_quote(attacked: Assistant, hostile_base: Workspace) -> None:
    before = [tool.model_dump() for tool in attacked.tools()]
    asked = attacked.ask("figures", limit=50)
    (shops,) = (f for f in asked.results if f["value"] == "1200")
    assert asked.answer["note"] == NOTE
    doc = hostile_base.by_key[shops["source"]].doc
    assert shops["quote"] == harmless(hostile_base.public.part(doc).document.text[shops["start"] : shops["end"]])
    assert [tool.model_dump() for tool in attacked.tools()] == before
    for tool in before:
        assert OPEN not in json.dumps(tool)


def test_the_guard_holds_over_standard_output_too(hostile_base: Workspace) -> None:
    _, answers = over_stdio(hostile_base.path, CALLS)
    for asked in answers:
        assert "Quispe" not in asked.text
        assert "Quispe" not in json.dumps(asked.answer, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("línea\nnueva\t", "línea\nnueva\t"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\u202eb\u2066c", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
        ("a\u200bb\ufeffc", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
        ("a\U000e0041b\U000e0100c", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
        ("homi\u00adcide", "homi\u00adcide"),
        ("€ 5 – «ñ»", "€ 5 – «ñ»"),
        (None, ""),
    ],
)
def test_words_are_made_harmless_and_keep_their_length(text: str | None, shown: str) -> None:
    assert harmless(text) == shown
    assert len(harmless(text)) == len(text or "")


def test_a_long_quote_is_cut_and_says_so() -> None:
    assert quoted("x" * LONGEST) == ("x" * LONGEST, False)
    text, cut = quoted("x" * (LONGEST + 1))
    assert cut
    assert len(text) == LONGEST
