"""Takes a pattern apart into its alternatives, so that a test can ask for an example of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN = re.compile(r"\((?:\?:)?")


def alternatives(pattern: str) -> Iterator[str]:
    """The pattern once for every alternative in it, at any depth, with all the others beside that one taken out."""
    for option in _options(pattern):
        parted = False
        for start, end in _groups(option):
            inner = list(alternatives(_OPEN.sub("", option[start : end - 1], count=1)))
            if len(inner) > 1:
                parted = True
                behind = option[end:].removeprefix("?")
                yield from (f"{option[:start]}(?:{one}){behind}" for one in inner)
        if not parted:
            yield option


def uncovered(pattern: str, examples: list[str]) -> list[str]:
    """The alternatives of a pattern that no example holds as whole words."""
    whole = [(one, re.compile(rf"(?<!\w)(?:{one})(?!\w)", re.IGNORECASE)) for one in alternatives(pattern)]
    return [one for one, found in whole if not any(found.search(example) for example in examples)]


def _marks(pattern: str) -> Iterator[tuple[int, str]]:
    """Offsets of the brackets and bars of a pattern that are not escaped and not in a class."""
    for match in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", pattern):
        if len(match[0]) == 1:
            yield match.start(), match[0]


def _options(pattern: str) -> list[str]:
    depth, cuts = 0, [-1]
    for at, mark in _marks(pattern):
        depth += {"(": 1, ")": -1}.get(mark, 0)
        if mark == "|" and depth == 0:
            cuts.append(at)
    return [pattern[a + 1 : b] for a, b in zip(cuts, [*cuts[1:], len(pattern)], strict=True)]


def _groups(option: str) -> Iterator[tuple[int, int]]:
    """The outermost groups of an alternative, those that look ahead or behind left out."""
    depth, start = 0, 0
    for at, mark in _marks(option):
        if mark == "(":
            start = at if depth == 0 else start
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth == 0 and not option.startswith(("(?=", "(?!", "(?<"), start):
                yield start, at + 1
