"""What every page needs to be set: its template, its own style and script, and the policy that allows these alone.

Pages hold documents' words, and documents are hostile: templates escape everything, and the content security policy
names the page's own style and script by their hashes. Knows nothing of what a page shows.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined


@cache
def environment(*packages: str) -> Environment:
    """The templates of some packages: those of the first are found first."""
    return Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def asset(package: str, name: str) -> str:
    """A file of the pages' look, from the package's `templates`."""
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    """A script's or style's content as the policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
