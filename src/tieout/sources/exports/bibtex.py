"""Sources as BibTeX (with the fields of BibLaTeX for links and languages)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.sources.source import Source

_TYPES = {
    "report": "techreport",
    "news": "article",
    "article": "article",
    "book": "book",
    # The types of BibLaTeX; to the old BibTeX styles they are `misc`, as they should be.
    "webpage": "online",
    "statistic": "dataset",
    "law": "legislation",
    "film": "video",
}
_SPECIAL = re.compile(r"([#$%&_{}])")


def bibtex(sources: Sequence[Source]) -> str:
    """One entry for each source, in their order."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    year, _, rest = (source.date or "").partition("/")[0].partition("-")
    house = (
        "journal" if source.item in ("news", "article") else "institution" if source.item == "report" else "publisher"
    )
    fields = {
        # Doubled braces keep the names of organisations whole.
        "author": f"{{{_safe(source.author)}}}" if source.author else None,
        "title": f"{{{_safe(source.title)}}}" if source.title else None,
        house: _safe(source.publisher) if source.publisher else None,
        "year": year or None,
        "month": str(int(rest.partition("-")[0])) if rest else None,
        "date": source.date,
        "url": source.url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D") if source.url else None,
        "langid": {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}.get(source.language or ""),
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{_TYPES.get(source.item, 'misc')}{{{source.key},\n{body}}}\n"


def _safe(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text.replace("\\", "\0").replace("~", "\1").replace("^", "\2"))
    return (
        escaped.replace("\0", "\\textbackslash{}")
        .replace("\1", "\\textasciitilde{}")
        .replace("\2", "\\textasciicircum{}")
    )
