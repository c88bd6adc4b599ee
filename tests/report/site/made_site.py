"""A workspace of texts that want to break out of a page, and sites for the tests of this folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from tieout.workspace.workspace import Workspace
from workspace.made import built

SCRIPT = "<script>alert(1)</script>"
HOSTILE = {
    "one.txt": f"""# Report {SCRIPT} of "one" & <b>two</b>

Police counted 120 homicides in Lima in 2023, {SCRIPT} said "><img src=x onerror=alert(2)> the ministry. In 2022 there
were 80 homicides, an increase of 50 percent. Los Cuervos del Norte are a gang in Lima; Los Cuervos del Norte are
fighting Los Halcones del Sur, a gang from Callao. Congress passed Law 31990 in May 2024. On March 18, 2024 the
government declared a state of emergency in Lima. The State should protect \u202ewitnesses\u202c of "extortion".
""",
    "two.txt": f"""=cmd|' /C calc'!A0

In 2023 the police registered 120 homicides in Lima. According to =SUM(1), there were 300 arrests in Callao in 2024.
Law 31990 entered into force in June 2024. {"W" * 400} shot 12 people in Tumbes in 2024.
""",
}
TOML = '[workspace]\ncountry = "PER"\ntitle = "Peru </title><script>alert(3)</script>"\n'


def hostile(folder: Path, toml: str = TOML) -> Workspace:
    """The workspace of the hostile texts."""
    source = folder / "texts"
    source.mkdir()
    for name, text in HOSTILE.items():
        (source / name).write_text(text, encoding="utf-8")
    (source / "tieout.toml").write_text(toml, encoding="utf-8")
    return built(source, folder / "texts.tieout")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outer: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif tag == "a" and name == "href":
                self.links.append(value or "")
            elif name in ("src", "srcset", "action", "style") or (name == "href" and tag != "a"):
                self.outer.append(f"{tag} {name}={value}")
            elif name.startswith("on"):
                self.handlers.append(f"{tag} {name}")


def read(page: str) -> _Reader:
    """The ids, links and whatever a page must not have."""
    reader = _Reader()
    reader.feed(page)
    return reader


def broken(files: Mapping[str, str]) -> list[str]:
    """The links of some pages (content by name) that lead nowhere in the site."""
    pages = {name: read(text) for name, text in files.items() if name.endswith(".html")}
    ids = {name: set(page.ids) for name, page in pages.items()}
    lost = []
    for name, page in pages.items():
        for link in page.links:
            if re.match(r"https?://", link):
                continue
            path, _, anchor = link.partition("#")
            target = _resolved(name, path) if path else name
            known = target in files and (not anchor or "=" in anchor or anchor in ids.get(target, ()))
            if not known:
                lost.append(f"{name}: {link}")
    return lost


def _resolved(page: str, path: str) -> str:
    parts = page.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)


def texts_of(folder: Path) -> dict[str, str]:
    """The pages of a site on disk, and its other files without content."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") if path.suffix == ".html" else ""
        for path in files
    }
