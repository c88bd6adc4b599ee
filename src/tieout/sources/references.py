"""Files that are nothing but references (BibTeX, RIS, CSL-JSON): their items as citations and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tieout.errors import UnreadableError
from tieout.reading.decode import decode
from tieout.sources.citation import Citation
from tieout.sources.citations import bibtex, csl, ris
from tieout.sources.citations.draft import Draft
from tieout.sources.kind import kind_of
from tieout.sources.owner import owner_of
from tieout.sources.publisher import PublisherTable, shipped
from tieout.sources.read import SourcesOf
from tieout.sources.register import Cited, register, with_key

_READERS: dict[str, Callable[[str], Iterator[Draft]]] = {".bib": bibtex.read, ".ris": ris.read, ".json": csl.read}


def is_reference_file(path: Path) -> bool:
    """Whether the name of a file says that it holds references."""
    return path.suffix.lower() in _READERS


def references_in(path: Path, publishers: PublisherTable | None = None) -> SourcesOf:
    """The items of a reference file. They are its bibliography: no note cites them.

    `UnreadableError` when the file is not of the form its name says.
    """
    table = publishers or shipped()
    try:
        text = decode(path.read_bytes())
        drafts = list(_READERS[path.suffix.lower()](text))
    except (OSError, ValueError) as error:
        remedy = "give a BibTeX, RIS or CSL-JSON file"
        raise UnreadableError(str(path), f"its references cannot be read ({error})", remedy) from error
    cited = [_cited(draft, text, table) for draft in drafts]
    sources, keys = register(cited, table)
    listed = [with_key(one.citation, key) for one, key in zip(cited, keys, strict=True)]
    return SourcesOf((), (), sources, (), listed)


def _cited(draft: Draft, text: str, table: PublisherTable) -> Cited:
    owner = owner_of(draft, table)
    citation = Citation(
        author=draft.author,
        title=draft.title,
        date=draft.date,
        url=draft.url,
        pages=draft.pages,
        kind=kind_of(draft, owner),
        see_also=False,
        publisher=owner.key if owner else None,
        start=draft.start,
        end=draft.end,
        date_text=draft.date_text,
        says_url=draft.says_url,
        accessed=draft.accessed,
    )
    return Cited(citation, owner, None, text[draft.start : draft.end])
