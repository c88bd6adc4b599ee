"""Drafts on disk for the tests of what people say of findings: the same words in Markdown and in Word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx

from tieout.checks.check import Checked, check
from tieout.checks.request import Hints, Request

RISE = "Killings rose from 469 in 2023 to 562 in 2024, an increase of 35 percent."
FALL = "Complaints fell from 800 in 2022 to 600 in 2023, a decrease of 40 percent."
PLAIN = "The port of Callao is the largest of the coast."


def markdown(folder: Path, *paragraphs: str, name: str = "draft.md") -> Path:
    path = folder / name
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8", newline="")
    return path


def word(folder: Path, paragraphs: Sequence[str], *, on: str = "", says: str = "", name: str = "draft.docx") -> Path:
    """A Word file; the words `on` carry a comment that `says` something. `**` sets bold."""
    document = docx.Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for number, part in enumerate(text.split("**")):
            before, found, after = part.partition(on) if on else (part, "", "")
            for piece in (before, found, after):
                run = paragraph.add_run(piece)
                run.bold = bool(number % 2) or None
                if piece and piece == on:
                    document.add_comment([run], text=says, author="AB", initials="AB")
    path = folder / name
    document.save(str(path))
    return path


def checked(*paths: Path, **asked: object) -> Checked:
    return check(list(paths), Request(hints=Hints(date="2025-01-10", country="PE", language="en"), **asked))  # type: ignore[arg-type]
