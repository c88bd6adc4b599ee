"""The house: which folder may import which, and what the pure layers must not touch."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "tieout"
LAYERS = [
    "errors",
    "settings",
    "language",
    "reading",
    "protection",
    "evidence",
    "sources",
    "ties",
    "index",
    "series",
    "compare",
    "checks",
    "workspace",
    "changes",
    "report",
    "bench",
    "mcp",
    "api",
    "cli",
    "__main__",
]
"""From the ground up: a layer may import itself and those before it, save the STRANGERS."""
STRANGERS = {"series": {"index"}, "ties": {"sources"}}
"""Layers that do not know one that stands before them."""
PURE = ["language", "ties"]
IMPURE_MODULES = {"time", "socket", "urllib", "http", "requests", "random", "subprocess", "os", "pathlib"}


def modules() -> Iterator[Path]:
    return (path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted(modules()), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_layer_imports_only_those_above_it(path: Path) -> None:
    allowed = set(LAYERS[: LAYERS.index(layer(path)) + 1]) - STRANGERS.get(layer(path), set())
    for name in imports(path):
        if name.startswith("tieout."):
            assert name.split(".")[1] in allowed, f"{path.relative_to(PACKAGE)} imports {name}"


@pytest.mark.parametrize(
    "path", sorted(p for p in modules() if layer(p) in PURE), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_pure_layers_take_no_clock_network_or_user_file(path: Path) -> None:
    used = {name.split(".")[0] for name in imports(path)}
    assert not used & IMPURE_MODULES, f"{path.relative_to(PACKAGE)} imports {used & IMPURE_MODULES}"


HEAVY = {
    "pypdfium2",
    "lxml",
    "jinja2",
    "markdown_it",
    "docx",
    "numpy",
    "pandas",
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "asyncio",
    "altair",
    "daft",
    "duckdb",
    "openpyxl",
    "rapidfuzz",
    "trafilatura",
    "tieout.index.framework",
    "tieout.series.store",
    "tieout.sources.claims.against",
    "tieout.sources.holdings",
    "tieout.sources.read",
    "tieout.workspace.build",
}


@pytest.mark.parametrize(("suffix", "needed"), [(".txt", set[str]()), (".docx", {"lxml"})])
def test_checking_a_file_imports_nothing_heavy(tmp_path: Path, suffix: str, needed: set[str]) -> None:
    path = tmp_path / f"report{suffix}"
    if suffix == ".docx":
        docx = pytest.importorskip("docx")
        document = docx.Document()
        document.add_paragraph("Police counted 12 raids in 2023.")
        document.save(str(path))
    else:
        path.write_text("Police counted 12 raids in 2023.\n", encoding="utf-8")
    code = (
        "import sys; from tieout.checks.check import check; from tieout.checks.lines import report; "
        f"list(report(check({str(path)!r}))); print(*sorted(sys.modules), sep='\\n')"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY & set(out) <= needed, HEAVY & set(out)
