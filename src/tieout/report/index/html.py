"""Setting a page of the index: its template with its own style and script, allowed by their hashes and nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tieout.report.index.words import Words


def rendered(template: str, words: Words, **values: object) -> str:
    """The page of a template. It finds the words as `w`, its style and script as `style` and `script`."""
    style, script = asset("index.css"), asset("index.js")
    return (
        _environment()
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


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("tieout.report.index"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def asset(name: str) -> str:
    """A file of the pages' look."""
    return (files("tieout.report.index") / "templates" / name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    """A script's or style's content as the policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
