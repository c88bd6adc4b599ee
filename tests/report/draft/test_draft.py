"""Reading a draft: headings and their numbers, blocks, where questions are answered, what cannot be understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.draft.made import HEAD, drafted
from tieout.errors import UsageError
from tieout.report.draft.draft import Draft, read_draft

TEXT = """\
## Theft

<!-- answers thefts: How many? -->

Some words.

### Ports {#ports}

<!-- answers other -->

## Method {.own}

### Sources of error

```{tieout searched}
```

## Annex {-}

```{tieout chart=complaints place="PE" measure='two words'}
```

```
## no heading
```
"""


def read(folder: Path, text: str, head: str = HEAD) -> Draft:
    return read_draft(drafted(folder, text, head))


def test_headings_are_numbered_from_the_chapters_down(tmp_path: Path) -> None:
    found = [(h.number, h.words, h.level, h.id, h.own) for h in read(tmp_path, TEXT).headings]
    assert found == [
        ("1", "Theft", 1, "section-1", False),
        ("1.1", "Ports", 2, "ports", False),
        ("2", "Method", 1, "section-2", True),
        ("2.1", "Sources of error", 2, "section-2-1", True),
        ("", "Annex", 1, "part-5", False),
    ]


def test_a_first_heading_above_all_others_is_the_title(tmp_path: Path) -> None:
    draft = read(tmp_path, "# The title\n\n## A\n\n## B\n", head="")
    assert draft.title == "The title"
    assert [h.number for h in draft.headings] == ["1", "2"]


def test_chapters_of_the_first_level(tmp_path: Path) -> None:
    assert [h.number for h in read(tmp_path, "# A\n\n## B\n\n# C\n").headings] == ["1", "1.1", "2"]


def test_blocks_with_their_options(tmp_path: Path) -> None:
    searched, chart = read(tmp_path, TEXT).blocks
    assert (searched.kind, searched.value, searched.options) == ("searched", "", {})
    assert (chart.kind, chart.value) == ("chart", "complaints")
    assert chart.options == {"place": "PE", "measure": "two words"}


@pytest.mark.parametrize("info", ["{tieout}", "{tieout chart place}", '{tieout chart "x}'])
def test_a_block_that_is_not_understood_names_its_line(tmp_path: Path, info: str) -> None:
    with pytest.raises(UsageError, match=r"draft\.md:10: "):
        _ = read(tmp_path, f"\n```{info}\n```\n").blocks


def test_questions_end_at_the_next_heading_or_question(tmp_path: Path) -> None:
    draft = read(tmp_path, TEXT)
    first, second = draft.answers
    assert (first.item, second.item) == ("thefts", "other")
    assert "Some words." in draft.text[first.start : first.end]
    assert draft.text[first.end :].startswith("### Ports")
    assert second.heading is not None
    assert second.heading.words == "Ports"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("period: soon", "is no period"),
        ("date: the first of May", "is no date"),
        ("editor: me", "says nothing in a draft"),
    ],
)
def test_front_matter_that_is_not_understood(tmp_path: Path, line: str, what: str) -> None:
    (fault,) = read(tmp_path, "## A\n", head=f"---\ntitle: T\n{line}\n---\n\n").faults()
    assert what in fault
    assert "draft.md:3: " in fault


def test_a_draft_is_markdown(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Markdown"):
        read_draft(tmp_path / "draft.docx")
