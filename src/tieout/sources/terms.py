"""Terms of this field in English and Spanish (`data/terms.toml`): which words of a line name one.

A term joins the forms of both languages (`asylum`, `asilo`), and its family tells which terms exclude each other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tieout.language.tables import LANGUAGES
from tieout.sources.stems import Word, words_of

_DATA = files("tieout.sources") / "data" / "terms.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the table. Terms of one closed family cannot stand for each other."""

    id: str
    family: str
    closed: bool


class Named(NamedTuple):
    """A term where a line names it: `line[start:end]`."""

    start: int
    end: int
    term: Term


@cache
def table() -> Mapping[str, Mapping[str, object]]:
    """The parsed table, by family."""
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], Term]]]:
    """First stem -> all forms that begin with it, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for family, entries in table().items():
        closed = not entries.get("open", False)
        for name, forms in entries.items():
            if not isinstance(forms, Mapping):
                continue
            term = Term(name, family, closed)
            for form in (form for language in LANGUAGES for form in forms.get(language, "").split("|") if form):
                stems = tuple(word.stem for word in words_of(form))
                out.setdefault(stems[0], []).append((stems, term))
    for same in out.values():
        same.sort(key=lambda form: -len(form[0]))
    return out


def terms_in(words: Sequence[Word]) -> list[Named]:
    """The terms that the words of a line name, the longest forms first where they overlap; one word may name several
    terms of different families (`policía`, the body and the officer)."""
    forms = _forms()
    stems = [word.stem for word in words]
    out: list[Named] = []
    at = 0
    while at < len(words):
        length = 0
        for form, term in forms.get(stems[at], ()):
            if len(form) < length:
                break
            if tuple(stems[at : at + len(form)]) == form:
                length = len(form)
                out.append(Named(words[at].start, words[at + length - 1].end, term))
        at += length or 1
    return out
