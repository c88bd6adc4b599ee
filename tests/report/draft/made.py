"""A small workspace and drafts on it, for tests."""

from __future__ import annotations

import textwrap
from pathlib import Path

from tieout.report.draft.build import Examined, Report, examine, report
from tieout.workspace.workspace import Workspace
from workspace.made import built

YEARBOOK = """---
title: Harbour yearbook
date: 2024-03-15
language: en
country: PE
---

# Harbour yearbook

In 2023 the port police recorded 412 complaints of theft in Callao. In 2022 they had recorded 388.

The Ministry of Ports (MIPO) employed 1,250 guards in 2023. About 12.5 percent of them were women.

| Port | Thefts in 2023 |
|---|---:|
| Callao | 412 |
| Paita | 97 |
"""
LETTER = """---
title: A letter from the pier
date: 2024-06-01
language: en
country: PE
---

# A letter from the pier

The port police recorded 412 complaints of theft in Callao in 2023, says the ministry.
R. Quispe Example saw 17 thefts herself.

No information on convictions was found.
"""
SETTINGS = """[workspace]
title = "Harbour"
country = "PE"
period = "2022/2024"
terms = "terms.md"
exclude = ["terms.md"]

[[documents]]
file = "yearbook.md"
key = "yearbook-2024"
publisher = "Port Gazette"
url = "https://example.org/yearbook"

[[documents]]
file = "letter.md"
key = "letter-2024"
publisher = "Pier Review"
"""
TERMS = """---
language: en
country: PE
---

# Theft
es: Robo

- How many thefts are reported? {#thefts}
  es: ¿Cuántos robos se denuncian?
  words: theft, robo
- How many thieves are convicted? {#convictions}
  words: convictions
- Are there lighthouses? {#lighthouses}
  words: lighthouse
"""
HEAD = """---
title: Theft in the ports
author: The Desk
date: 2024-09-30
country: PE
language: en
---

"""


def workspace(folder: Path, settings: str = SETTINGS) -> Workspace:
    """The workspace of two texts."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    for name, text in {
        "yearbook.md": YEARBOOK,
        "letter.md": LETTER,
        "tieout.toml": settings,
        "terms.md": TERMS,
    }.items():
        (sources / name).write_text(text, encoding="utf-8")
    return built(sources, folder / "harbour.tieout")


def drafted(folder: Path, text: str, head: str = HEAD) -> Path:
    """A draft in a file."""
    path = folder / "draft.md"
    path.write_text(head + textwrap.dedent(text), encoding="utf-8")
    return path


def examined(held: Workspace, folder: Path, text: str, language: str | None = None) -> Examined:
    """A draft that was held against a workspace."""
    return examine(drafted(folder, text), held, language)


def reported(held: Workspace, folder: Path, text: str, language: str | None = None) -> Report:
    """A draft that was set."""
    return report(examined(held, folder, text, language))


def figure_id(held: Workspace, words: str, key: str = "yearbook-2024") -> str:
    """The id of the first figure of a source with these words."""
    return next(f.id for f in held.part(held.by_key[key].doc).figures if f.text == words)
