"""A set text in each format it is handed over in. Pandoc sets notes and tables; what is ours is put around them."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tieout.report.charts import png, svg
from tieout.report.draft import markdown
from tieout.report.draft.blocks.sources import source_of
from tieout.report.draft.docx import finished
from tieout.report.draft.filling import PICTURE, Filling, Picture
from tieout.report.draft.front import Front, front_of
from tieout.report.draft.html import page
from tieout.report.draft.pdf import pdf
from tieout.report.draft.setting import MARKDOWN
from tieout.sources.exports.csl import items
from tieout.sources.exports.pandoc import citing, pandoc

_PICTURE = re.compile(rf"{PICTURE}(\d+)")
_CONTENTS = re.compile(r'<nav id="TOC"[^>]*>(.*?)</nav>', re.DOTALL)


def docx(filling: Filling, text: str) -> bytes:
    """A Word document."""
    front = front_of(filling)
    shown = _with_pictures(text, filling.pictures, lambda _, picture: _data(*_raster(picture)))
    facts = "".join(f'::: {{custom-style="Report Facts"}}\n{markdown.words(line)}\n:::\n\n' for line in front.under)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.docx"
        titles = [
            f"--metadata=title:{front.title}",
            *([f"--metadata=subtitle:{front.subtitle}"] if front.subtitle else []),
        ]
        _pandoc(filling, facts + shown, "docx", [*titles, "--standalone"], front, out)
        return finished(out.read_bytes(), front)


def html(filling: Filling, text: str) -> bytes:
    """A page."""
    front = front_of(filling)
    shown = _with_pictures(text, filling.pictures, lambda _, picture: _data(*_vector(picture)))
    extra = ["--section-divs", "--shift-heading-level-by=1", "--standalone", "--metadata=pagetitle:-"]
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.html"
        template.write_text('<nav id="TOC">$if(toc)$$table-of-contents$$endif$</nav>\n$body$', encoding="utf-8")
        toc = ["--toc", "--toc-depth=3"] if front.contents else []
        made = _pandoc(filling, shown, "html5", [*extra, *toc, f"--template={template}"], front)
    found = _CONTENTS.search(made)
    contents = found[1] if found else ""
    body = made[found.end() :] if found else made
    return page(front, body, contents.strip())


def pdf_of(filling: Filling, text: str) -> bytes:
    """A PDF."""
    front = front_of(filling)
    files: dict[str, bytes] = {}

    def named(number: int, picture: Picture) -> str:
        data, kind = _vector(picture)
        name = f"picture-{number}.{'svg' if 'svg' in kind else kind.rpartition('/')[2]}"
        files[name] = data
        return name

    shown = _with_pictures(text, filling.pictures, named)
    return pdf(front, _pandoc(filling, shown, "typst", [], front), files)


FORMATS: Mapping[str, Callable[[Filling, str], bytes]] = {"docx": docx, "pdf": pdf_of, "html": html}
"""Every format, by its name and suffix."""


def _pandoc(
    filling: Filling, text: str, target: str, extra: Sequence[str], front: Front, out: Path | None = None
) -> str:
    cited: list[dict[str, Any]] = items([source_of(entry) for entry in filling.entries()])
    fixed = [
        f"--columns={markdown.WIDE}",
        "--wrap=none",
        f"--metadata=lang:{'es-ES' if front.language == 'es' else 'en-GB'}",
        "--metadata=suppress-bibliography:true",
        *(["--number-sections"] if front.numbered and target != "typst" else []),
    ]
    with citing(cited) as citations:
        return pandoc(text, target, [*fixed, *citations, *extra], out, source=MARKDOWN)


def _with_pictures(text: str, pictures: Sequence[Picture], put: Callable[[int, Picture], str]) -> str:
    """The text with the address of each picture as the format has it."""
    names = [put(number, picture) for number, picture in enumerate(pictures)]
    return _PICTURE.sub(lambda found: names[int(found[1])], text)


def _vector(picture: Picture) -> tuple[bytes, str]:
    return picture if isinstance(picture, tuple) else (svg(picture).encode(), "image/svg+xml")


def _raster(picture: Picture) -> tuple[bytes, str]:
    return picture if isinstance(picture, tuple) else (png(picture), "image/png")


def _data(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
