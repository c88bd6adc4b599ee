"""The list of abbreviations of a report, and where the running text uses abbreviations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tieout.checks.case import Case
from tieout.checks.sourcing.once import once
from tieout.checks.sourcing.words import listed, pattern
from tieout.evidence.passage import Passage
from tieout.ties.tie import Member

_ENTRY = re.compile(r"(?P<term>[A-Z][\w.&-]*[A-Z][\w.&-]*)[ :–—-]+(?=\S)")
_USED = re.compile(r"(?<![\w/’'.&-])[A-Z]{3,}(?![\w/&-]|\.[A-Z])")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SHORT = 80
_LEAST = 4
"""Entries from which on a list is one."""
_RUNNING = frozenset({"paragraph", "list_item", "cell", "caption"})


@dataclass(slots=True)
class Glossary:
    """`entries`: term to its words in the list. `passages`: the passages that make it up."""

    entries: dict[str, Member] = field(default_factory=dict)
    passages: set[int] = field(default_factory=set)


@once
def glossary(case: Case) -> Glossary | None:
    """The report's list; None when it has none."""
    found, inside = Glossary(), False
    head = pattern(case.reading.language, "glossary")
    for passage in case.reading.passages:
        heads = len(passage.text) <= _SHORT and head.search(passage.text) is not None
        if heads:
            inside = True
        elif passage.block.kind == "heading":
            inside = False
        if not inside or passage.block.kind == "note":
            continue
        found.passages.add(passage.index)
        entry = None if heads else _entry(passage)
        if entry:
            length = len(passage.text) if passage.block.col is None else len(entry)
            found.entries.setdefault(entry, case.words(passage, 0, length))
    return found if len(found.entries) >= _LEAST else None


def _entry(passage: Passage) -> str | None:
    if passage.block.table is not None:
        term = passage.text.strip()
        return term if passage.block.col == 0 and re.fullmatch(r"[A-Z][\w.&-]*[A-Z][\w.&-]*", term) else None
    entry = _ENTRY.match(passage.text)
    return entry["term"] if entry else None


@once
def uses(case: Case) -> Mapping[str, list[Member]]:
    """Abbreviation to its places in the running text, outside the list and outside words in capitals."""
    found: dict[str, list[Member]] = {}
    known = listed(case.reading.language, "known")
    own = glossary(case)
    for passage in case.reading.passages:
        if passage.block.kind not in _RUNNING or passage.text.isupper() or (own and passage.index in own.passages):
            continue
        for used in _USED.finditer(passage.text):
            if used[0] not in known and not _ROMAN.fullmatch(used[0]) and not _shouted(passage.text, used):
                found.setdefault(used[0], []).append(case.words(passage, *used.span()))
    return found


_BESIDE = re.compile(r"[A-Z]{3,}[ ,]*$|[A-Z]{2,} $")


def _shouted(text: str, used: re.Match[str]) -> bool:
    """One of several words in capitals beside each other."""
    before = _BESIDE.search(text, max(0, used.start() - 20), used.start())
    behind = re.match(r" [A-Z]{2,}\b", text[used.end() : used.end() + 20])
    return (before is not None and before[0].endswith(" ") and "," not in before[0]) or behind is not None


def is_expanded(case: Case, short: str) -> bool:
    """Whether the document says anywhere what an abbreviation stands for."""
    text = case.reading.document.text
    plain = re.escape(short)
    if re.search(rf"[(\[“‘«]\s*{plain}\b|\b{plain}\s*[(\[]|\b{plain}\s+(?:stands for|means)\b", text):
        return True
    joints = r"(?:\s+(?:of|the|and|for|in|on|to|de|del|la|las|los|el|y|e|para|por|en|contra|al|d’|des|du|et|und))*\s+"
    words = joints.join(rf"{letter}[\w’-]+" for letter in short)
    return re.search(rf"\b{words}", text) is not None
