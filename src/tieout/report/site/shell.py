"""The frame that all pages of a site stand in: head, policy, navigation, language, light and dark, foot.

A page gives its template, which extends `base.html`, and what it fills in. Knows no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from markupsafe import Markup

from tieout.language.places import Gazetteer
from tieout.report.html import asset, digest, environment
from tieout.report.site.address import root_of
from tieout.report.words import Words, words
from tieout.workspace.workspace import Workspace

PACKAGE = "tieout.report.site"
PAGES = ("index", "sources", "figures", "comparisons", "laws", "groups", "map", "records")
"""The pages every site has, in the order of its navigation."""
FURTHER = ("changes",)
"""Pages a site has only when somebody gives them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of one site have in common."""

    lang: str
    title: str
    """What the workspace is about: `Peru`."""
    about: str
    """One line under it: the country's reference period, how many documents."""
    links: tuple[tuple[str, str], ...]
    """File and label of each page of the navigation."""
    withheld: int = 0
    """How many passages and records are left out to protect sources."""


def frame_of(workspace: Workspace, lang: str, given: Iterable[str] = ()) -> Frame:
    """The frame of a workspace's site. `given` are names of pages beyond PAGES (`changes`)."""
    said = words(lang, PACKAGE)
    pages = [*PAGES, *(name for name in FURTHER if name in set(given))]
    return Frame(
        lang=said.language,
        title=title_of(workspace, said),
        about=_about(workspace, said),
        withheld=workspace.withheld.passages + workspace.withheld.records,
        links=tuple((f"{name}.html", said("nav", name)) for name in pages),
    )


def title_of(workspace: Workspace, said: Words) -> str:
    """The title the user gave, else the country's name, else the workspace's own."""
    scope = workspace.scope
    if scope.title:
        return scope.title
    return country_name(scope.country, said.language) or PurePath(workspace.path).stem


def country_name(code: str | None, lang: str) -> str | None:
    """The name of a country (ISO 3166-1 alpha-2) in a language; None where there is none."""
    try:
        return Gazetteer.for_country(None).canonical(code, lang) if code else None
    except KeyError:
        return None


def render(
    frame: Frame,
    name: str,
    title: str,
    template: str,
    values: Mapping[str, object],
    *,
    package: str = PACKAGE,
    style: str = "",
    script: str = "",
) -> str:
    """One page. `name` is its address in the site (`laws.html`, `documents/x.html`), `package` the one whose
    `templates/` and `words.toml` it uses, `style` and `script` its own beside the site's. Templates find `frame`,
    `name`, `title`, `root`, `w` (the package's words), `sw` (the site's), `rw` (those all pages use) and the values."""
    look, early, late = asset(PACKAGE, "site.css") + style, asset(PACKAGE, "early.js"), asset(PACKAGE, "site.js")
    scripts = [early, late + script]
    return (
        environment(package, PACKAGE)
        .get_template(template)
        .render(
            **values,
            frame=frame,
            name=name,
            title=title,
            root=root_of(name),
            w=words(frame.lang, package),
            sw=words(frame.lang, PACKAGE),
            rw=words(frame.lang),
            style=Markup(look),  # noqa: S704 -- the package's own files
            scripts=[Markup(script) for script in scripts],  # noqa: S704 -- the package's own files
            style_hash=digest(look),
            script_hashes=[digest(script) for script in scripts],
        )
    )


def _about(workspace: Workspace, said: Words) -> str:
    count = len(workspace.entries)
    parts = [f"{said.number(count)} {said.plural('shell', 'documents', count)}"]
    if workspace.scope.period:
        parts.append(said("shell", "period", period=workspace.scope.period.replace("/", " – ")))
    return " · ".join(parts)
