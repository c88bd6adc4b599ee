"""The ways in which a protected name may be written, as patterns over folded text. Reads no text itself.

`Quispe Huamán, María Elena` says which words are surnames. Without a comma the last two of three or more words are
taken for them. In `"quotation marks"`, and when a word shows that it is no person, the words are sought as they stand.
A line of initials alone (`M. Q. H.`) is sought in capitals.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tieout.errors import UsageError
from tieout.protection.fold import folded_name

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{0,40}(?:[^\W\d_][\W_]{1,4})?"
"""Between two words of a name: anything that is no letter, and one initial."""
_APART = r"[\W_]{1,3}"
"""Between letters written one by one."""
_LEAST_SPACED, _LEAST_JOINED, _LEAST_UNIT, _LEAST_DIGITS = 3, 9, 3, 5
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Writing without blanks, where no word has an edge."""

Unit = tuple[str, ...]
"""A word of a name with the particles before it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing. `key` stands in every text that `pattern` fits, when what is no letter or digit is out."""

    key: str
    pattern: re.Pattern[str]
    several: bool = False
    """Whether it has several words, so that a plural may follow."""
    joined: int = 0
    """So many letters are sure even inside a longer word; 0 when none are."""
    capitals: bool = False
    edged: bool = True


def forms_of(entry: str) -> tuple[Form, ...]:
    """The forms of an entry of the list. UsageError when it says too little to be sought."""
    name = folded_name(entry).strip()
    words = _WORD.findall(name)
    letters = "".join(words)
    if len(letters) < 2:
        raise UsageError("the list of protected names: an entry of less than two letters cannot be sought; write more")
    if letters.isdigit():
        return (_digits(letters),)
    if letters.isupper() and (len(letters) <= _LEAST_UNIT or all(len(word) == 1 for word in words)):
        return (_initials(letters),)
    exact = name[0] in "\"'“«" and name[-1] in "\"'”»"
    if exact or not _personal(name):
        return (_form([tuple(word.lower() for word in words)]),)
    return tuple(_form(units) for units in dict.fromkeys(tuple(order) for order in _orders(*_parts(name))))


def _personal(name: str) -> bool:
    """Whether the words may be a person's: two or more, letters alone, no name of a body or place among them."""
    words = _WORD.findall(name.lower())
    plain = not re.search(r"[\d@/:]", name)
    return plain and len(_units(words)) > 1 and not _data("bodies").intersection(words)


def _parts(name: str) -> tuple[list[Unit], list[Unit]]:
    """Given names and surnames."""
    before, comma, behind = name.lower().partition(",")
    if comma and _WORD.search(behind):
        return _units(_WORD.findall(behind)), _units(_WORD.findall(before))
    units = _units(_WORD.findall(before))
    at = max(1, len(units) - 2)
    return units[:at], units[at:]


def _units(words: Sequence[str]) -> list[Unit]:
    units: list[Unit] = []
    held: Unit = ()
    for word in words:
        held = (*held, word)
        if word not in _data("particles"):
            units.append(held)
            held = ()
    return [*units, held] if held else units


def _orders(given: Sequence[Unit], surnames: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """The whole name both ways round, each given name with each surname, and two surnames without a given name."""
    yield [*given, *surnames]
    yield [*surnames, *given]
    for first in given:
        yield [first, *surnames]
        yield [*surnames, first]
        for last in surnames:
            yield [first, last]
            yield [last, first]
    for last in surnames:
        yield [*given, last]
    if len(surnames) > 1:
        yield surnames


def _form(units: Sequence[Unit]) -> Form:
    words = [word for unit in units for word in unit]
    joined = sum(map(len, words))
    sure = len(words) > 1 and joined >= _LEAST_JOINED and all(len("".join(unit)) >= _LEAST_UNIT for unit in units)
    return Form(
        max(words, key=len),
        re.compile(_BETWEEN.join(map(_spelt, words))),
        several=len(words) > 1,
        joined=joined if sure else 0,
        edged=not _UNSPACED.search("".join(words)),
    )


def _spelt(word: str) -> str:
    """A word, or its letters one by one."""
    if len(word) < _LEAST_SPACED:
        return re.escape(word)
    return f"(?:{re.escape(word)}|{_APART.join(map(re.escape, word))})"


def _digits(digits: str) -> Form:
    if len(digits) < _LEAST_DIGITS:
        raise UsageError("the list of protected names: so few digits stand in every text; write more of the number")
    return Form(digits, re.compile(r"[\W_]{0,3}".join(digits)))


def _initials(letters: str) -> Form:
    return Form(letters.lower(), re.compile(r"[.\s·-]{0,3}".join(map(re.escape, letters))), capitals=True)


@cache
def _data(name: str) -> frozenset[str]:
    text = (files("tieout.protection") / "data" / "names.toml").read_text(encoding="utf-8")
    return frozenset(folded_name(word) for word in tomllib.loads(text)[name])
