"""Passages: headings above them, the lead of a list, and very long blocks read in stretches."""

from __future__ import annotations

import hashlib

import pytest

from documents import document_of
from tieout.evidence.passage import passages_of
from tieout.reading.document import Block, Document


def test_headings_and_leads() -> None:
    text = "Killings\nThe police count:\n12 in Lima\nMines\nNone."
    kinds = [("heading", 1), ("paragraph", 0), ("list_item", 1), ("heading", 1), ("paragraph", 0)]
    blocks, at = [], 0
    for (kind, level), line in zip(kinds, text.split("\n"), strict=True):
        blocks.append(Block(kind, ((at, at + len(line)),), level=level))  # type: ignore[arg-type]
        at += len(line) + 1
    document = Document("x.txt", text, "txt", hashlib.sha256(text.encode()).hexdigest(), "test", tuple(blocks))
    passages = passages_of(document, "en")
    assert [p.headings for p in passages] == [(), (0,), (0,), (), (3,)]
    assert [p.lead for p in passages] == [None, None, 1, None, None]


@pytest.mark.parametrize("line", ["Police counted 12 raids. " * 2_000, "1 " * 20_000, "x" * 20_000])
def test_a_very_long_block_is_read_in_stretches_that_lose_nothing(line: str) -> None:
    document = document_of(line.rstrip())
    passages = passages_of(document, "en")
    assert len(passages) > 1
    assert all(len(p.text) <= 6_000 for p in passages)
    assert [p.index for p in passages] == list(range(len(passages)))
    assert "".join(p.text for p in passages).replace(" ", "") == line.replace(" ", "")
    for passage in passages:
        first, last = passage.view.span(0, len(passage.text))
        assert document.text[first:last] == passage.text
        assert all(passage.text[a:b].strip() for a, b in passage.sentences)
