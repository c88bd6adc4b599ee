"""What the sources say to users in English: the strings of ties, rules and readers, found by reading the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import tieout

PACKAGE = Path(tieout.__file__).parent
TELLING = {"UnreadableError", "Loss", "NotChecked", "loss", "_loss", "Unreadable"}
"""Calls whose strings are said to users."""
MANUAL = {"manual.py", "choice.py", "api.py"}
"""Files that speak English: the manual, and complaints about the command line."""
LINES = {"stated", "computed"}
"""Keywords and names whose strings are lines of a tie or of a finding."""


def spoken() -> Iterator[tuple[str, str]]:
    """(file and line, string with `{}` for what is filled in) of all that ties, rules and readers may say."""
    for folder in ("ties", "checks", "reading"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            if path.name in MANUAL:
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            constants = _constants(tree)
            name = path.relative_to(PACKAGE)
            for node in ast.walk(tree):
                for said in _said(node, constants):
                    if re.search(r"[A-Za-z]{2}", said.replace("{}", "")):
                        yield f"{name}:{getattr(node, 'lineno', 0)}", said


def _said(node: ast.AST, constants: dict[str, str]) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in TELLING:
            # What is wrong and what to do stand behind a path, a code or a kind.
            for argument in node.args[0 if name == "NotChecked" else 1 :]:
                yield from _strings(argument, constants)
        for keyword in node.keywords:
            if keyword.arg in LINES:
                yield from _strings(keyword.value, constants)
    elif isinstance(node, ast.Assign):
        names = {n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)}
        if names & LINES:
            yield from _strings(node.value, constants)
    elif isinstance(node, ast.FunctionDef) and not node.name.startswith("__"):
        for inner in ast.walk(node):
            if isinstance(inner, ast.Return) and isinstance(inner.value, ast.JoinedStr):
                yield from (said for said in _strings(inner.value, constants) if " " in said)


def _strings(node: ast.AST, constants: dict[str, str]) -> Iterator[str]:
    """The strings of an expression, each with what is filled in taken out."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                yield from _strings(value.value, constants)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if " " in node.value:
            yield node.value
    elif isinstance(node, ast.Name):
        if node.id in constants:
            yield constants[node.id]
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body, constants)
        yield from _strings(node.orelse, constants)
    elif isinstance(node, ast.Tuple | ast.BinOp):
        for child in ast.iter_child_nodes(node):
            yield from _strings(child, constants)


def _constants(tree: ast.Module) -> dict[str, str]:
    """The strings that a module gives names to."""
    out = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for target in node.targets:
                if isinstance(target, ast.Name) and " " in node.value.value:
                    out[target.id] = node.value.value
    return out
