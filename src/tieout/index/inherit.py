"""A framework that is based on another: what it does not say is taken from there. Tables in, a table out; no file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tieout.index.mistake import Mistake, MistakesError
from tieout.index.toml_lines import Place

Lines = Mapping[Place, int]
KINDS = ("dimension", "indicator")


def merged(file: str, table: Mapping[str, Any], lines: Lines, given: Mapping[str, Any]) -> tuple[dict[str, Any], Lines]:
    """`table` of `file` over `given`, node by node, without those it leaves out; lines are those of the file itself."""
    left_out = _left_out(file, table, lines, given)
    out = {**given, **{key: value for key, value in table.items() if key not in ("based_on", "leave_out")}}
    for kind in KINDS:
        mine = {_id(node): node for node in _nodes(table, kind)}
        kept = [mine.pop(_id(node), node) for node in _nodes(given, kind) if _id(node) not in left_out]
        out[kind] = [*kept, *mine.values()]
    return out, _lines_by_id(lines, table, out)


def _left_out(file: str, table: Mapping[str, Any], lines: Lines, given: Mapping[str, Any]) -> list[str]:
    """The ids to leave out, all of which the base must have."""
    where, base = f"line {lines.get(('', 0, 'leave_out'), 1)}", table.get("based_on")
    stated = table.get("leave_out", [])
    if not isinstance(stated, list):
        raise MistakesError([Mistake(file, where, "leave_out is no list", 'write leave_out = ["…", "…"]')])
    known = {_id(node) for kind in KINDS for node in _nodes(given, kind)}
    unknown = [id for id in map(str, stated) if id not in known]
    if unknown:
        remedy = f"leave out what {base} has, or remove the name"
        raise MistakesError([Mistake(file, where, f"{id!r} is not in {base}", remedy) for id in unknown])
    return list(map(str, stated))


def _nodes(table: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    found = table.get(kind)
    return [node for node in found if isinstance(node, dict)] if isinstance(found, list) else []


def _id(node: Mapping[str, Any]) -> str:
    return str(node.get("id", ""))


def _lines_by_id(lines: Lines, table: Mapping[str, Any], made: Mapping[str, Any]) -> Lines:
    """Nodes change their ordinals when they are merged; their lines go with them."""
    out = {place: line for place, line in lines.items() if place[0] not in KINDS}
    for kind in KINDS:
        ordinals = {_id(node): n for n, node in enumerate(made[kind])}
        for n, node in enumerate(_nodes(table, kind)):
            at = ordinals.get(_id(node), n)
            out.update({(kind, at, key): line for (name, m, key), line in lines.items() if name == kind and m == n})
    return out
