"""The report as one page: no script, no request; numbers name their records."""

from __future__ import annotations

import re
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from tieout.report.draft.front import Front
from tieout.report.html import digest

_ALIGN = re.compile(r' style="text-align: (left|right|center);"')
_STYLE = re.compile(r' (?:data-custom-)?style="[^"]*"')
_TABLE = re.compile(r"(<table\b.*?</table>)", re.DOTALL)
_CLASS = {"left": "", "right": ' class="r"', "center": ' class="c"'}


def page(front: Front, body: str, contents: str) -> bytes:
    """The page around the body and the list of contents that pandoc made."""
    folder = files("tieout.report.draft") / "data"
    style = (folder / "report.css").read_text(encoding="utf-8")
    template = (folder / "report.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made: str = environment.from_string(template).render(
        lang=front.language,
        policy=digest(style),
        style=Markup(style),  # noqa: S704 -- our own file
        title=front.title,
        subtitle=front.subtitle,
        author=front.author,
        date=front.date,
        under=front.under,
        contents_title=front.contents,
        contents=Markup(_plain(contents)),  # noqa: S704 -- pandoc escapes what it writes, and takes no HTML
        body=Markup(_plain(body)),  # noqa: S704 -- as above
    )
    return made.encode()


def _plain(html: str) -> str:
    """Pandoc's HTML without styles of its own, which the policy would not let through; tables scroll on a phone."""
    html = _ALIGN.sub(lambda found: _CLASS[found[1]], html)
    html = _STYLE.sub("", html)
    return _TABLE.sub(r'<div class="scroll">\1</div>', html)
