"""A small library and a draft, made in memory through the real readers."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tieout.evidence.corpus import Reading
from tieout.evidence.figures import setting_of
from tieout.evidence.passage import passages_of
from tieout.reading.read import read
from tieout.sources.claims.against import Against
from tieout.sources.claims.claim import Claim
from tieout.sources.holdings import Held, Holdings
from tieout.sources.library import Item

GAZETTE = Item(
    "gazette.txt", "a1", "Harbour chronicle 2023", "Port Gazette", "2023-12-30", "https://gazette.example/chronicle"
)


def held(text: str, item: Item = GAZETTE, language: str = "en") -> Held:
    """A text of the library."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / item.file
        path.write_text(text, encoding="utf-8", newline="")
        document = read(path, language=language)
    return Held(item, document, language, passages_of(document, language))


def drafted(text: str, language: str = "en") -> Reading:
    """A draft in Markdown, so that its notes are read as notes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "draft.md"
        path.write_text(text, encoding="utf-8", newline="")
        setting = setting_of(read(path, language=language), language)
    return Reading(setting.document, language, setting.passages, [])


def claims(draft: str, *texts: str, language: str = "en", of: str | None = None, complete: bool = False) -> list[Claim]:
    """The claims of a draft held against some texts; `of` is the language of the texts when it is another one."""
    items = [GAZETTE, *(Item(f"{n}.txt", f"b{n}", f"Other paper {n}") for n in range(1, len(texts)))]
    holdings = Holdings([held(text, item, of or language) for text, item in zip(texts, items, strict=True)])
    return list(Against(holdings, complete=complete).claims(drafted(draft, language)))
