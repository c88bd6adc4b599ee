"""From a document to its argument: claims, doubts and replies, by the words that make a sentence one of them.

A reply needs a doubt a few sentences before it; a question is a doubt only right behind words that announce one. What
a report tells of others' allegations is no argument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.evidence.passage import Setting
from tieout.evidence.records.argument import Argument, ArgumentRole
from tieout.evidence.records.line import Line, lines_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import any_of, entries

_HEADS = frozenset({"heading", "title", "note", "cell", "caption"})
_FAR = 6
"""Sentences behind a doubt in which it is answered."""


def arguments_of(setting: Setting) -> list[Argument]:
    """Every step of argument in a document, in text order."""
    return identified(_arguments(setting), setting.document)


def _arguments(setting: Setting) -> Iterator[Argument]:
    doubt: tuple[int, int] | None = None
    age = _FAR
    for line in lines_of(setting):
        if line.passage.block.kind in _HEADS:
            continue
        age += 1
        role, match = _read(line, setting.language, fresh=age == 1, open_=doubt is not None and age <= _FAR)
        if role is None or match is None:
            continue
        if role == "doubt":
            doubt, age = line.span(0, len(line.text)), 0
        yield _argument(line, role, match, doubt if role == "reply" else None, setting)


def _read(line: Line, language: str, *, fresh: bool, open_: bool) -> tuple[ArgumentRole | None, re.Match[str] | None]:
    """The role of a line and its words. `fresh`: right behind a doubt; `open_`: behind a doubt not long ago."""
    text = line.text
    for entry in entries(language, "arguments", "step"):
        match = entry.regex.search(text)
        role: ArgumentRole = entry["role"]
        if match is not None and (role != "reply" or open_ or entry["alone"]):
            return role, match
    if fresh and text.rstrip().endswith("?"):
        return "doubt", re.compile(r".*").match(text, len(text.rstrip()) - 1)
    return None, None


def _argument(
    line: Line, role: ArgumentRole, match: re.Match[str], doubt: tuple[int, int] | None, setting: Setting
) -> Argument:
    start, end = line.span(0, len(line.text))
    headings = line.passage.headings
    holder = any_of(setting.language, "arguments", "holder").search(match[0])
    return Argument(
        **quoted(setting.document, start, end),
        role=role,
        words=match[0],
        holder=holder[0].lower() if holder else None,
        answers=doubt,
        section=setting.passages[headings[-1]].text if headings else None,
    )
