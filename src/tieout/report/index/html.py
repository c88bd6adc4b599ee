"""Setting a page of the index: its template with its own style and script."""

from __future__ import annotations

from markupsafe import Markup

from tieout.report.html import asset, digest, environment
from tieout.report.index.words import Words

PACKAGE = "tieout.report.index"


def rendered(template: str, words: Words, **values: object) -> str:
    """The page of a template. It finds the words as `w`, its style and script as `style` and `script`."""
    style, script = asset(PACKAGE, "index.css"), asset(PACKAGE, "index.js")
    return (
        environment(PACKAGE)
        .get_template(template)
        .render(
            w=words,
            style=Markup(style),  # noqa: S704 -- the package's own file
            script=Markup(script),  # noqa: S704 -- the package's own file
            style_hash=digest(style),
            script_hash=digest(script),
            **values,
        )
    )
