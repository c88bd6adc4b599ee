"""Saved news pages: what trafilatura says of the article, and which blocks of the page stand around it.

The text stays that of our own reader, so that quotes, links, tables and notes are kept; a paragraph that trafilatura
leaves out (teasers, calls to subscribe, related stories) is furniture: in the text, and not read for figures.
"""

from __future__ import annotations

import json
import logging
import re
from dataclasses import replace
from typing import Any

from lxml import etree

from tieout.reading.document import Block, Document, Loss, Span

_NEWS = frozenset(
    {
        "newsarticle", "article", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle", "asknewsarticle", "blogposting", "liveblogposting",
    }
)  # fmt: skip
_LINKED_DATA = 500_000
_LEAST_TEXT = 250
"""Characters of an article; with less, trafilatura has not found it."""
_LEAST_SHARE = 0.4
"""Share of the page's running text that an article has; with less, more was thrown away than menus and teasers."""
_LATEST = "2100-01-01"
_WORD = re.compile(r"\w+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_article(root: etree._Element) -> bool:
    """Whether a page says that it is an article: in its metadata, or as linked data (JSON-LD)."""
    said = {(meta.get("property") or "").strip().lower(): meta.get("content") or "" for meta in root.iter("meta")}
    if "og:type" in said:
        return said["og:type"].strip().lower() == "article"
    if any(name.startswith("article:") for name in said):
        return True  # When it was published, by whom: Open Graph says so of articles alone.
    return any(_is_news(script.text or "") for script in root.iter("script") if script.get("type") == _LINKED)


_LINKED = "application/ld+json"


def _is_news(linked: str) -> bool:
    try:
        data: Any = json.loads(linked) if len(linked) < _LINKED_DATA else None
    except (ValueError, RecursionError):
        return False
    entries = data if isinstance(data, list) else [data]
    graphs = [entry["@graph"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("@graph"), list)]
    for entry in (*entries, *(inner for graph in graphs for inner in graph)):
        kinds = entry.get("@type") if isinstance(entry, dict) else None
        if any(
            isinstance(kind, str) and kind.lower() in _NEWS for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            return True
    return False


def article_of(document: Document, root: etree._Element) -> Document:
    """The document of an article's page, with what is around the article set aside as furniture.

    `root` is the page; it is not changed. Pages with notes keep all their blocks: they are reports, not news.
    """
    from trafilatura import bare_extraction, extract_metadata

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    page: Any = etree.tostring(root, encoding="unicode", method="html")
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    try:
        said = extract_metadata(page, date_config=dates, extensive=False)
        found = bare_extraction(page, include_comments=False, date_extraction_params=dates)
    except Exception:  # The page is read all the same; trafilatura raises what its many parsers raise.
        loss = Loss("article", "the article could not be told from the page around it; all of the page is read")
        return replace(document, losses=(*document.losses, loss))
    named = {"author": said.author, "outlet": said.sitename, "title": said.title}
    metadata = {**document.metadata, **{key: str(value) for key, value in named.items() if value}}
    date = document.date or (said.date if said.date and _DATE.fullmatch(said.date) else None)
    document = replace(document, metadata=metadata, date=date, title=document.title or said.title)
    text = str(getattr(found, "text", None) or "")
    return document if any(b.kind == "note" for b in document.blocks) else _set_aside(document, text)


def _set_aside(document: Document, article: str) -> Document:
    """Make furniture of the paragraphs, list items and headings that the article does not hold."""
    known = f" {_folded(article)} "
    running = [block for block in document.blocks if block.kind in ("paragraph", "list_item")]
    kept = {id(block) for block in running if f" {_folded(_words(document, block))} " in known}
    length = sum(block.end - block.start for block in running)
    inside = sum(block.end - block.start for block in running if id(block) in kept)
    if len(article) < _LEAST_TEXT or inside < _LEAST_SHARE * length:
        return document
    blocks: list[Block] = []
    aside: list[Block] = []
    for block in reversed(document.blocks):
        if block.kind in ("paragraph", "list_item"):
            stays = id(block) in kept
        elif block.kind == "heading":
            # A heading stays with what it heads.
            stays = bool(blocks) and (not aside or blocks[-1].start < aside[-1].start)
        else:
            stays = True
        (blocks if stays else aside).append(block)
    spans = [Span("furniture", start, end) for block in aside for start, end in block.pieces]
    message = "stretches of the page around the article (teasers, notices) were not read for figures"
    losses = (Loss("page_furniture", message, count=len(aside)),) if aside else ()
    return replace(
        document,
        blocks=tuple(reversed(blocks)),
        spans=tuple(sorted((*document.spans, *spans), key=lambda span: (span.start, span.end))),
        losses=(*document.losses, *losses),
    )


def _words(document: Document, block: Block) -> str:
    return " ".join(document.text[start:end] for start, end in block.pieces)


def _folded(text: str) -> str:
    """The words of a text alone, so that spaces and signs do not matter."""
    return " ".join(_WORD.findall(text.casefold()))
