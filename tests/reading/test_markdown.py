"""Markdown: the text stays the file's, its signs are markup."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reading.reads import assert_sound, document, rows
from tieout.reading.markdown import markdown_structure, read_markdown
from tieout.reading.view import view_of

PAGE = """---
title: A note
date: 2024-05
---
# 1. Overview of *things*

Homicides rose to **2,126** in [the north](https://example.org/a_b "x") in 2023.[^1]
A second line with `code`, 1\\.5 per cent and [a name][r].[^b]

> quoted one
> quoted 45

1. first item
   goes on
   - nested
2. second

Table 3: Deaths

| Year | Deaths |
|------|-------:|
| 2020 | 1 428 |

![chart 99](x.png)

```
code 12
```

<https://example.org/q>

[r]: https://ref.example.org

[^1]: Office, *Report*, 2023
    and more
[^b]: Other
"""


def test_blocks_spans_and_losses(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(PAGE.encode())
    made = read_markdown(path)
    assert made.text == PAGE
    assert (made.title, made.date, made.format) == ("A note", "2024-05", "md")
    assert [(block.kind, block.level, view_of(made, block).text) for block in made.blocks] == [
        ("title", 0, "Overview of things"),
        (
            "paragraph",
            0,
            "Homicides rose to 2,126 in the north in 2023. A second line with code, 1.5 per cent and a name.",
        ),
        ("paragraph", 0, "quoted one quoted 45"),
        ("list_item", 1, "first item goes on"),
        ("list_item", 2, "nested"),
        ("list_item", 1, "second"),
        ("caption", 0, "Deaths"),
        ("cell", 0, "Year"),
        ("cell", 0, "Deaths"),
        ("cell", 0, "2020"),
        ("cell", 0, "1 428"),
        ("links", 0, "https://example.org/q"),
        ("note", 0, "Office, Report, 2023 and more"),
        ("note", 0, "Other"),
    ]
    assert [(PAGE[s.start : s.end], s.target) for s in made.spans_of("link")][:2] == [
        ("the north", "https://example.org/a_b"),
        ("a name", "https://ref.example.org"),
    ]
    assert [(s.label, PAGE[s.start : s.end]) for s in made.spans_of("note_mark")] == [("1", "[^1]"), ("b", "[^b]")]
    assert sorted(loss.kind for loss in made.losses) == ["code", "image"]


def test_lost_notes_and_marks_are_told() -> None:
    found = markdown_structure("So.[^1] And.[^2] Then.[^3]\n\n[^1]: One\n[^9]: Nine\n")
    assert [(loss.kind, loss.count) for loss in found.losses] == [("note_body", 2), ("note_mark", 1)]


def test_markdown_made_from_a_pdf_is_read_as_extracted_text(tmp_path: Path) -> None:
    body = "# Title\n\nOne is so.1 Two is so.2 Three is so.3 Four is so.4\n\n"
    text = body + "1 Paper, One\n2 Paper, Two\n3 Paper, Three\n4 Paper, Four\n"
    path = tmp_path / "made.md"
    path.write_text(text, encoding="utf-8")
    assert [mark.label for mark in read_markdown(path).spans_of("note_mark")] == list("1234")


def test_a_hash_inside_a_paragraph_and_a_setext_heading() -> None:
    text = "Words\n=====\n\nItem #4 of it\n"
    assert rows(text, markdown_structure(text)) == [("title", "Words"), ("paragraph", "Item #4 of it")]


@given(st.text(alphabet="aA1. \n\r\f\t|#*_[]()^`\\<>!:-", max_size=150))
def test_any_text_has_a_sound_structure(text: str) -> None:
    found = markdown_structure(text)
    assert_sound(text, found)
    assert document(text, found).text == text
