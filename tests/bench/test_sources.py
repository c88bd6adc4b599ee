"""Floors under the reading of notes and citations: raised when passed, never lowered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.sources import form_measures, note_measures, sources

FLOORS = {
    "paired": 0.98,
    "lost": 1.0,
    "citations": 0.99,
    "author": 0.99,
    "title": 0.99,
    "date": 0.99,
    "pages": 0.99,
    "url": 0.99,
    "kind": 0.94,
    "all": 0.99,
}
NEVER = ("invented", "extra", "url_guessed")


@pytest.mark.shared
def test_notes_of_the_labelled_report(shared: Path) -> None:
    measured, noted = note_measures(shared)
    assert {name: measured[name] for name in NEVER} == dict.fromkeys(NEVER, 0)
    below = {name: measured[name] for name, floor in FLOORS.items() if measured[name] < floor}
    assert not below, noted


def test_every_form_is_read() -> None:
    right, total, wrong = form_measures()
    assert total >= 100
    assert right["all"] == total, wrong


@pytest.mark.shared
def test_the_report_names_every_measure(shared: Path) -> None:
    said = "\n".join(sources(shared))
    assert all(name in said for name in (*FLOORS, *NEVER))
