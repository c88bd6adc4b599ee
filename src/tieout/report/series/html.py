"""Setting a page about official tables: its template, with the look of the index's pages and no script at all."""

from __future__ import annotations

from markupsafe import Markup

from tieout.report.charts import Spec, inlined
from tieout.report.html import asset, digest, environment
from tieout.report.series.words import Words

PACKAGE = "tieout.report.series"


def rendered(template: str, words: Words, **values: object) -> str:
    """The page of a template. It finds the words as `w` and its style as `style`."""
    style = asset("tieout.report.index", "index.css") + asset(PACKAGE, "series.css")
    return (
        environment(PACKAGE)
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
