"""Pandoc, which comes with [report]: a text from one format to another, in its sandbox. No network, no other file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from tieout.errors import UsageError


def pandoc(text: str, target: str, arguments: Sequence[str], out: Path | None = None, *, source: str) -> str:
    """The text in another format; nothing when it is written to `out`. UsageError when pandoc is missing or fails."""
    try:
        import pypandoc
    except ImportError as error:
        raise UsageError("pandoc is not installed; install it with: pip install 'tieout[report]'") from error
    try:
        made: str = pypandoc.convert_text(
            text, target, format=source, extra_args=[*arguments, "--sandbox"], outputfile=str(out) if out else None
        )
    except (OSError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[-1] if str(error).strip() else "no reason given"
        raise UsageError(f"pandoc could not set the text: {reason}") from error
    return made


@contextmanager
def citing(items: Sequence[dict[str, Any]], style: Path | None = None) -> Iterator[list[str]]:
    """The arguments with which pandoc sets citations of CSL items, in the EUAA form or another CSL style."""
    with tempfile.TemporaryDirectory() as folder, as_file(files("tieout.sources") / "data" / "euaa.csl") as own:
        data = Path(folder) / "sources.json"
        data.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        yield ["--citeproc", f"--bibliography={data}", f"--csl={style or own}"]
