"""The bibliography of a document, set by a citation processor (pandoc) in the style of `data/euaa.csl` or one given.

Oral sources stand apart from published ones, as country reports have them. Offline; pandoc comes with [report].
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from tieout.errors import UsageError
from tieout.sources.exports.csl import items
from tieout.sources.source import Source

FORMATS: Mapping[str, str] = {"md": "markdown", "html": "html", "text": "plain-smart", "docx": "docx"}
"""What can be written, and pandoc's name for it."""

_CLEAN = "markdown-smart-citations-fenced_divs-bracketed_spans-native_divs-native_spans-raw_html-raw_attribute"
_TITLES = {
    "en": ("Bibliography", "Oral sources", "Public sources"),
    "es": ("Bibliografía", "Fuentes orales", "Fuentes públicas"),
}


def bibliography(sources: Sequence[Source], format: str, language: str, style: Path | None = None) -> bytes:
    """The bibliography of the sources as a file of that format, in UTF-8 where it is text.

    `UsageError` when pandoc is not there or cannot use the style.
    """
    title, oral, public = _TITLES.get(language, _TITLES["en"])
    parts = [(oral, [s for s in sources if s.kind == "oral"]), (public, [s for s in sources if s.kind != "oral"])]
    shown = [(name, _entries(group, language, style)) for name, group in parts if group]
    text = "\n\n".join([f"# {title}", *(f"## {name}\n\n{entries}" for name, entries in shown)]) + "\n"
    if format == "md":
        return text.encode()
    return _converted(text, FORMATS[format], title, language)


def _entries(sources: Sequence[Source], language: str, style: Path | None) -> str:
    """The entries as Markdown paragraphs."""
    with tempfile.TemporaryDirectory() as folder, as_file(files("tieout.sources") / "data" / "euaa.csl") as own:
        data = Path(folder) / "sources.json"
        data.write_text(json.dumps(items(sources), ensure_ascii=False), encoding="utf-8")
        chosen = style or own
        front = f'---\nnocite: "@*"\nlang: {"es" if language == "es" else "en-GB"}\n---\n'
        arguments = ["--citeproc", f"--bibliography={data}", f"--csl={chosen}", "--wrap=none"]
        return _pandoc(front, _CLEAN, arguments).strip()


def _converted(text: str, target: str, title: str, language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        arguments = ["--wrap=none", f"--metadata=lang:{language}"]
        if target == "html":
            arguments += ["--standalone", f"--metadata=pagetitle:{title}"]
        _pandoc(text, target, arguments, out)
        return out.read_bytes()


def _pandoc(text: str, target: str, arguments: Sequence[str], out: Path | None = None) -> str:
    try:
        import pypandoc
    except ImportError as error:
        raise UsageError(
            "the bibliography wants pandoc, which is not installed; install it with: pip install 'tieout[report]'"
        ) from error
    try:
        made: str = pypandoc.convert_text(
            text, target, format="markdown-smart", extra_args=[*arguments, "--sandbox"] if out else list(arguments),
            outputfile=str(out) if out else None,
        )  # fmt: skip
    except (OSError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[-1] if str(error).strip() else "no reason given"
        raise UsageError(f"pandoc could not set the bibliography: {reason}") from error
    return made
