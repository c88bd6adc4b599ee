"""The names of groups in a document: found by the words around them, never from a list of known groups.

A capitalised run that is a body of the state, a place, a people or a person is no group. It says nothing else of one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tieout.evidence.passage import Setting
from tieout.evidence.records.line import Line, lines_of
from tieout.evidence.records.words import any_of, entries
from tieout.language.places import Gazetteer

_HEADS = frozenset({"heading", "title"})
_BRACKET = re.compile(r" \(([^()]{2,80})\)")
_SPLIT = re.compile(r",? (?:and|or|y|e|o) (?:the |el |la |los |las )?|, (?:the )?")
_ARTICLE = re.compile(r"^(?:the|el|la|los|las|os|as) ")
_PARTED = re.compile(r"\b(dissident|disidente) (?:groups?|grupos?)$")
"""Those who left a group are one, called `dissidents` or `dissident groups`."""
_LEFT = re.compile(r"\b(?:diss?ident|disiden)")
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,4})? (?P<rest>[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý].+)")
_LONGEST_HEADING = 160
_SHORTEST = 3
_BEFORE = 30

Names = dict[str, list[str]]
"""By the folded name: the name as first printed, then its aliases."""


def group_names(setting: Setting) -> Names:
    """Every group that a document names, with the other names it gives."""
    names: Names = {}
    gazetteer = Gazetteer.for_country(setting.country)
    about: set[int] = set()
    for line in lines_of(setting):
        for name, aliases in _candidates(line, setting, about):
            if not _is_group(name, setting.language, gazetteer):
                continue
            known = names.setdefault(key_of(name), [name])
            if _bare(name) not in map(_bare, known):
                known.append(name)
            known += [a for a in aliases if key_of(a) != key_of(name) and a not in known and len(a) >= 2]
    return _merged(names)


def key_of(name: str) -> str:
    """A name without case, accents and its article: `El Tren del Sur` is `tren del sur`."""
    return _PARTED.sub(r"\1s", _bare(name))


def _bare(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()
    return _ARTICLE.sub("", " ".join(plain.replace("’", "'").split()))


def _candidates(line: Line, setting: Setting, about: set[int]) -> Iterator[tuple[str, list[str]]]:
    """Names with their aliases; `about` keeps the headings under which the text is about groups."""
    language, text, kind = setting.language, line.text, line.passage.block.kind
    if kind in _HEADS:
        if about & set(line.passage.headings):
            about.add(line.passage.index)
            general = any_of(language, "groups", "section").search(text) is not None
            if not general and line.index == 0 and len(text) < _LONGEST_HEADING:
                yield from _listed(text, language, split="(" in text)
        elif any_of(language, "groups", "section").search(text):
            about.add(line.passage.index)
        return
    if kind == "note":
        return
    for array in ("named", "list"):
        for entry in entries(language, "groups", array):
            for match in entry.regex.finditer(text):
                if not _is_person(text, match.start("list"), language):
                    yield from _listed(match["list"], language)
    inside = bool(about & set(line.passage.headings))
    if inside or any_of(language, "groups", "about").search(text):
        for match in any_of(language, "groups", "los").finditer(text):
            plural = match["list"].startswith(("Los ", "Las "))
            if (plural or inside) and not _is_person(text, match.start("list"), language):
                yield from _listed(match["list"], language, split=False)


def _listed(text: str, language: str, *, split: bool = True) -> Iterator[tuple[str, list[str]]]:
    """The names of a list, each with what stands in brackets behind it."""
    held = [(m.start(), m[1]) for m in _BRACKET.finditer(text)]
    bare = _BRACKET.sub(lambda m: "\0" * len(m[0]), text)
    at = 0
    for piece in _SPLIT.split(bare) if split else [bare]:
        start = bare.index(piece, at)
        at = start + len(piece)
        aliases = [a.strip(" '\"“”‘’") for where, inside in held if start <= where < at for a in inside.split(",")]
        opener = any_of(language, "groups", "opener").match(piece)
        name = piece[opener.end() if opener else 0 :].replace("\0", "").strip(" '\"“”‘’,")
        aliases += _short(name)
        yield name, [a for a in aliases if a[:1].isupper()]


def _short(name: str) -> list[str]:
    """A name without the acronym in front of it: `RH Red Hand` is `Red Hand` too."""
    found = _ACRONYM.match(name)
    return [found["rest"]] if found else []


def _is_person(text: str, at: int, language: str) -> bool:
    return any_of(language, "groups", "person").search(text[max(0, at - _BEFORE) : at]) is not None


def _is_group(name: str, language: str, gazetteer: Gazetteer) -> bool:
    if len(name) < _SHORTEST or not name[0].isalnum() or name.islower():
        return False
    if any_of(language, "groups", "not_name").search(name):
        return False
    return not any(p.start == 0 and p.end == len(name) for p in gazetteer.scan(name))


def _merged(names: Names) -> Names:
    """One entry for each group: what shares another name, or is but the end or beginning of a longer one, is the same.

    Those who left a group are named by the group's name and more, and are another.
    """
    out: Names = {}
    for key in sorted(names, key=len, reverse=True):
        forms = names[key]
        same = next((k for k in out if _is_same({key, *map(key_of, forms)}, {k, *map(key_of, out[k])})), None)
        if same is None:
            out[key] = forms
        else:
            out[same] += [f for f in forms if f not in out[same] and not any(f in longer for longer in out[same])]
    return {key: out[key] for key in names if key in out}


def _is_same(one: set[str], other: set[str]) -> bool:
    return bool(one & other) or any(
        b.endswith(f" {a}") or (b.startswith(f"{a} ") and not _LEFT.search(b)) for a in one for b in other
    )
