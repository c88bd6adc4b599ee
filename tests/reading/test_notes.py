"""The texts of notes: how they begin, where they end."""

from __future__ import annotations

import pytest

from tieout.reading.lines import lines_of
from tieout.reading.notes import bodies_of, symbol_notes_of


def bodies(text: str) -> list[tuple[str, str]]:
    lines = lines_of(text)
    found = bodies_of(lines, [True] * len(lines), {"references"})
    return [(body.label, text[body.words : body.end]) for body in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1 Gazette, A title,\n2022, url\n2 Paper, Other, url\n",
            [("1", "Gazette, A title,\n2022, url"), ("2", "Paper, Other, url")],
        ),
        (
            "1This is one.\n2Here is two.\n3The third.",
            [("1", "This is one."), ("2", "Here is two."), ("3", "The third.")],
        ),
        ("* [1] Uno\ny más.\n* [2] Dos.", [("1", "Uno\ny más."), ("2", "Dos.")]),
        ("[7]: Uno. [8]: Dos. [9]: Tres.", [("7", "Uno."), ("8", "Dos."), ("9", "Tres.")]),
        ("References\n1. Smith, Title.\nMore.\n2. Doe, Title.", [("1", "Smith, Title.\nMore."), ("2", "Doe, Title.")]),
        ("¹ Uno.\n² Dos.", [("1", "Uno."), ("2", "Dos.")]),
        ("1 One, url\n14 May 2022, url\n2 Two, url", [("1", "One, url\n14 May 2022, url"), ("2", "Two, url")]),
        ("12 000 people left.\n14 de mayo de 2020.\n5 per cent of them.", []),
    ],
)
def test_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    assert bodies(text) == expected


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = "1 One note.\n2 The second note was cut by the\n"
    text = first + "\fText of the page that ends here.\nend of its page.\n3 The third.\n"
    lines = lines_of(text)
    found = bodies_of(lines, [True] * len(lines), set())
    assert found[1].overleaf is not None
    assert text[slice(*found[1].overleaf)] == "end of its page."


def test_notes_behind_signs() -> None:
    text = "A report*\n\n* The annex is sent as\nreceived.\nUnited we stand\n"
    lines = lines_of(text)
    found = symbol_notes_of(lines, [True] * len(lines), {"*"})
    assert [text[body.words : body.end] for body in found] == ["The annex is sent as\nreceived."]
