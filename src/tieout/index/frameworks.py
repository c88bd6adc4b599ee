"""Finding a framework: one that comes with Tieout, by its id, or a user's file. `based_on` is filled in here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tieout.errors import UsageError
from tieout.index.framework import Framework
from tieout.index.inherit import Lines, merged
from tieout.index.mistake import Mistake, MistakesError
from tieout.index.toml_lines import lines_of
from tieout.index.validate import Draft, built, is_id

_SHIPPED = files("tieout.index") / "data" / "frameworks"
_SYNTAX = "mend the TOML: `key = value`, texts in quotes, a table's name in [brackets]"


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    text: str


@cache
def shipped() -> Mapping[str, str]:
    """The ids that come with Tieout, each with the name of the file that holds it."""
    out: dict[str, str] = {}
    for path in sorted(_SHIPPED.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            out.update(dict.fromkeys(_ours(path.name)[0]["editions"], path.name))
    return out


def framework(name: str) -> Framework:
    """The framework of a shipped id, or of a file. MistakesError with all mistakes; UsageError when there is none."""
    source = _source(name)
    table, lines = _parsed(source)
    wanted = name if name in shipped() else str(table.get("id", ""))
    whole, own = _whole(source, table, lines)
    return built(Draft(source.name, whole, own), wanted)


def source_of(name: str) -> str:
    """The text of a framework's file, as it is."""
    return _source(name).text


def _source(name: str) -> _Source:
    if name in shipped():
        return _Source(name, (_SHIPPED / shipped()[name]).read_text(encoding="utf-8"))
    path = Path(name)
    if path.suffix != ".toml" or not path.is_file():
        near = get_close_matches(name, shipped(), 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(shipped())}, or a file that ends in .toml"
        raise UsageError(f"--framework {name}: no such framework; {hint}")
    try:
        return _Source(name, path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"--framework {name}: cannot be read as UTF-8 text; save it so") from None


@cache
def _ours(name: str) -> tuple[dict[str, Any], Lines]:
    """A file of ours, parsed once."""
    text = (_SHIPPED / name).read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal), lines_of(text)


def _parsed(source: _Source) -> tuple[dict[str, Any], Lines]:
    if source.name in shipped():
        return _ours(shipped()[source.name])
    try:
        return tomllib.loads(source.text, parse_float=Decimal), lines_of(source.text)
    except tomllib.TOMLDecodeError as fault:
        raise MistakesError([Mistake(source.name, "", f"not TOML: {fault}", _SYNTAX)]) from None


def _whole(
    source: _Source, table: dict[str, Any], lines: Lines, above: tuple[str, ...] = ()
) -> tuple[dict[str, Any], Lines]:
    """The table with what it takes from the framework it is based on. `above` are the files that led here."""
    base = table.get("based_on")
    if base is None:
        return table, lines
    line = f"line {lines.get(('', 0, 'based_on'), 1)}"
    near = Path(source.name).parent / str(base)
    try:
        under = _source(str(base) if str(base) in shipped() or not near.is_file() else str(near))
    except UsageError:
        what = f"no framework {str(base)!r} to be based on"
        remedy = f"write the id of one of {', '.join(shipped())}, or a file beside this one"
        raise MistakesError([Mistake(source.name, line, what, remedy)]) from None
    path = (*above, source.name)
    if under.name in path:
        raise MistakesError([Mistake(source.name, line, f"based on itself through {base}", "base it on another one")])
    parsed, their_lines = _parsed(under)
    return merged(source.name, table, lines, _whole(under, parsed, their_lines, path)[0])


def empty(id: str) -> str:
    """The text of a framework with one dimension and one indicator, to begin with. UsageError when it is no id."""
    return _named((files("tieout.index") / "data" / "empty.toml").read_text(encoding="utf-8"), "{id}", id)


def copy_of(name: str, id: str) -> str:
    """The text of a framework under another id."""
    text = source_of(name)
    return _named(text, tomllib.loads(text)["id"], id)


def _named(text: str, old: str, id: str) -> str:
    if not is_id(id):
        raise UsageError(f"{id}: no id for a framework; write small letters, digits, - and _, as in my-index")
    return text.replace(f'"{old}"', f'"{id}"')
