"""The bibliography of a document, set by a citation processor (pandoc) in the style of `data/euaa.csl` or one given.

Oral sources stand apart from published ones, as country reports have them. Offline; pandoc comes with [report].
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tieout.sources.exports.csl import items
from tieout.sources.exports.pandoc import citing, pandoc
from tieout.sources.source import Source

FORMATS: Mapping[str, str] = {"md": "markdown", "html": "html", "text": "plain-smart", "docx": "docx"}
"""What can be written, and pandoc's name for it."""

_READ = "markdown-smart"
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
    shown = [(name, entries(group, language, style)) for name, group in parts if group]
    text = "\n\n".join([f"# {title}", *(f"## {name}\n\n{listed}" for name, listed in shown)]) + "\n"
    if format == "md":
        return text.encode()
    return _converted(text, FORMATS[format], title, language)


def entries(sources: Sequence[Source], language: str, style: Path | None = None) -> str:
    """The entries as Markdown paragraphs, in the order of the style."""
    front = f'---\nnocite: "@*"\nlang: {"es" if language == "es" else "en-GB"}\n---\n'
    with citing(items(sources), style) as arguments:
        return pandoc(front, _CLEAN, [*arguments, "--wrap=none"], source=_READ).strip()


def _converted(text: str, target: str, title: str, language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        arguments = ["--wrap=none", f"--metadata=lang:{language}"]
        if target == "html":
            arguments += ["--standalone", f"--metadata=pagetitle:{title}"]
        pandoc(text, target, arguments, out, source=_READ)
        return out.read_bytes()
