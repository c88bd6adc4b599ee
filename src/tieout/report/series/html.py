"""Setting a page about official tables: its template, with the look of the other pages and no script at all."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tieout.report.charts import Spec, inlined
from tieout.report.index.html import asset, digest
from tieout.report.series.words import Words


def rendered(template: str, words: Words, **values: object) -> str:
    """The page of a template. It finds the words as `w` and its style as `style`."""
    style = asset("index.css") + (files("tieout.report.series") / "templates" / "series.css").read_text(
        encoding="utf-8"
    )
    return (
        _environment()
        .get_template(template)
        .render(
            w=words,
            style=Markup(style),  # noqa: S704 -- the package's own files
            style_hash=digest(style),
            **values,
        )
    )


def drawn(spec: Spec, label: str, name: str) -> Markup:
    """A chart inside a page."""
    return Markup(inlined(spec, label, name))  # noqa: S704 -- made by vl-convert, which escapes what stands in it


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("tieout.report.series"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
