"""Citations by key in a Markdown draft: what is one, and that its characters are read as no words of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.evidence.figures import figures_of
from tieout.reading.keys import citations
from tieout.reading.read import read


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Extortion rose [@hrw-2025].", ["hrw-2025"]),
        ("Extortion rose [@hrw-2025, p. 4; see @f:3fa1c09b2e, note 2].", ["hrw-2025 f:3fa1c09b2e"]),
        ("as [-@euaa-2023, pp. 3-9] and [see @usdos-2022].", ["euaa-2023", "usdos-2022"]),
        ("write to [office@example.org] for more", []),
        ("[a list](http://example.org/@here)", []),
        ("[@label]: http://example.org", []),
        ("[^1] and [1]", []),
        ("[@]", []),
    ],
)
def test_brackets_that_cite(text: str, keys: list[str]) -> None:
    found = list(citations(text))
    assert [span.target for span in found] == keys
    assert all(text[span.start] == "[" and text[span.end - 1] == "]" for span in found)


def test_numbers_of_a_citation_are_no_figures(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(
        "# Draft\n\nThe police counted 412 complaints in Piura [@yearbook-2023, p. 77].\n", encoding="utf-8"
    )
    document = read(draft)
    assert [figure.text for figure in figures_of(document)] == ["412"]
    (span,) = document.spans_of("citation")
    assert document.text[span.start : span.end] == "[@yearbook-2023, p. 77]"
