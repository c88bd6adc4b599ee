"""Documents of a few sentences for the tests of records: all words here are ours."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from tieout.evidence.figures import setting_of
from tieout.evidence.passage import Setting
from tieout.evidence.records.record import Record
from tieout.reading.document import Block, Document


def made(text: str, *, language: str = "en", country: str | None = "PE", date: str | None = None) -> Setting:
    """The setting of a text: `# ` opens a heading (`## ` a deeper one), `- ` a point of a list, else a paragraph."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        mark = line.split(" ")[0]
        skip = len(mark) + 1 if mark in ("#", "##", "###", "-") else 0
        if line.strip():
            kind = "heading" if mark.startswith("#") else "list_item" if mark == "-" else "paragraph"
            level = len(mark) if kind == "heading" else int(kind == "list_item")
            blocks.append(Block(kind, ((at + skip, at + len(line)),), level))  # type: ignore[arg-type]
        at += len(line) + 1
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = Document("r.txt", text, "txt", sha, "test", tuple(blocks), date=date, country=country, language=language)
    return setting_of(document)


def assert_sound(records: Sequence[Record], setting: Setting) -> None:
    """Every record's quote is the document's own, and no identity is there twice."""
    text = setting.document.text
    for one in records:
        assert text[one.start : one.end] == one.text
        assert one.text == one.text.strip() != ""
        assert text[: one.start].endswith(one.prefix)
        assert text[one.end :].startswith(one.suffix)
    assert len({one.id for one in records}) == len(records)
