"""Makes the notebook from the Quarto page, so that the two are the same: `python examples/notebook/make.py`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

PAGE, NOTEBOOK = (Path(__file__).with_name(name) for name in ("peru.qmd", "peru.ipynb"))
_FRONT = re.compile(r"\A---\n.*?^title: (?P<title>[^\n]+)\n.*?^---\n", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"^```\{python\}\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def notebook(page: str) -> dict[str, Any]:
    """A notebook without outputs, from the text of a page."""
    front = _FRONT.match(page)
    assert front is not None
    pieces = _CODE.split(page[front.end() :])
    pieces[0] = f"# {front['title']}\n{pieces[0]}"
    cells = [_cell(number, piece.strip("\n")) for number, piece in enumerate(pieces) if piece.strip()]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def notebook_text(page: str) -> str:
    """The same as the text of a file."""
    return json.dumps(notebook(page), ensure_ascii=False, indent=1) + "\n"


def _cell(number: int, piece: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"id": f"cell-{number}", "metadata": {}, "source": piece.splitlines(keepends=True)}
    if number % 2:
        return {"cell_type": "code", "execution_count": None, "outputs": [], **cell}
    return {"cell_type": "markdown", **cell}


if __name__ == "__main__":
    NOTEBOOK.write_text(notebook_text(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
