"""The report as a PDF, set by typst with its own fonts: the same draft gives the same bytes on every machine."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from tieout.errors import UsageError
from tieout.report.draft.front import Front


def pdf(front: Front, body: str, pictures: Mapping[str, bytes]) -> bytes:
    """The bytes of a PDF. `pictures` are the files that the body names."""
    try:
        import typst
    except ImportError as error:
        raise UsageError("typst is not installed; install it with: pip install 'tieout[report]'") from error
    with tempfile.TemporaryDirectory() as folder:
        for name, data in pictures.items():
            (Path(folder) / name).write_bytes(data)
        (Path(folder) / "report.typ").write_text(_whole(front, body), encoding="utf-8")
        try:
            return bytes(typst.compile(str(Path(folder) / "report.typ"), root=folder, ignore_system_fonts=True))
        except typst.TypstError as fault:
            raise UsageError(f"typst could not set the report: {str(fault).splitlines()[0]}") from fault


def _whole(front: Front, body: str) -> str:
    look = (files("tieout.report.draft") / "data" / "report.typ").read_text(encoding="utf-8")
    given = {
        "title": _string(front.title),
        "subtitle": _string(front.subtitle),
        "author": _string(front.author),
        "day": _day(front.date),
        "lang": _string(front.language),
        "head": _string(front.title),
        "under": f"({''.join(_string(line) + ', ' for line in front.under)})",
        "contents": _string(front.contents),
    }
    lets = "".join(f"#let {name} = {value}\n" for name, value in given.items())
    numbers = '#set heading(numbering: (..n) => numbering("1.1", ..n) + h(0.5em))\n' if front.numbered else ""
    return lets + look + numbers + body.replace("align(center)[#table(", "align(left)[#table(")


def _day(edtf: str | None) -> str:
    if not edtf:
        return "none"
    year, month, day = (*edtf.split("/")[0].split("-"), "1", "1")[:3]
    return f"datetime(year: {int(year)}, month: {int(month)}, day: {int(day)})"


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
