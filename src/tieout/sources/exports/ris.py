"""Sources as RIS, the tagged lines that reference managers read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tieout.sources.source import Source

_TYPES = {
    "report": "RPRT",
    "news": "NEWS",
    "webpage": "ELEC",
    "statistic": "DATA",
    "law": "STAT",
    "book": "BOOK",
    "article": "JOUR",
    "interview": "PCOMM",
    "film": "VIDEO",
    "other": "GEN",
}


def ris(sources: Sequence[Source]) -> str:
    """One record for each source, in their order."""
    return "".join("".join(f"{tag}  - {value}\n" for tag, value in _tags(source)) + "\n" for source in sources)


def _tags(source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[source.item]
    yield "ID", source.key
    values = (
        ("AU", source.author),
        ("TI", source.title),
        ("PB", source.publisher),
        ("PY", (source.date or "")[:4]),
        ("DA", (source.date or "").partition("/")[0].replace("-", "/")),
        ("LA", source.language),
        ("UR", source.url),
    )
    for tag, value in values:
        if value:
            yield tag, " ".join(value.split())
    yield "ER", ""
