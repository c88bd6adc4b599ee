"""The numbered things of a report: sections, annexes, tables, figures, maps, by the numbers printed at them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from tieout.checks.case import Case
from tieout.checks.sourcing.once import once

KEPT = frozenset({"docx", "odt", "md", "html", "epub", "rtf"})
"""Formats that lose no heading and no caption."""
_NUMBER = re.compile(r"[#\s*]*(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?[ \t\u2003*]*\Z")
_AT_HEAD = re.compile(
    r"(?:(?:[Cc]hapter|[Ss]ection|[Cc]apítulo|[Ss]ección) )?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?(?=\s)"
)
_NAMED = re.compile(
    r"(?P<kind>[Aa]nnex|ANNEX|[Aa]ppendix|[Aa]nexo|ANEXO|[Aa]péndice|[Tt]able|TABLE|[Ff]igure|FIGURE|[Mm]ap|[Bb]ox|[Cc]uadro|[Tt]abla|[Ff]igura"
    r"|[Mm]apa|[Gg]ráfico|[Rr]ecuadro) (?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z]\b)"
)
_KINDS = {
    "chapter": "section", "capítulo": "section", "sección": "section", "anexo": "annex", "appendix": "annex",
    "apéndice": "annex", "cuadro": "table", "tabla": "table", "figura": "figure", "mapa": "map", "gráfico": "figure",
    "recuadro": "box",
}  # fmt: skip
_LEAST = 3
"""Numbered sections from which on a report is one that numbers them."""
_LINE = 14


def same_kind(word: str) -> str:
    """What a reference's word calls a thing, in one word of one language."""
    return _KINDS.get(word.lower(), word.lower())


@once
def things(case: Case) -> Mapping[str, frozenset[str]]:
    """Kind to the numbers printed at headings and captions."""
    found: dict[str, set[str]] = defaultdict(set)
    text = case.reading.document.text
    for passage in case.reading.passages:
        if passage.block.kind == "heading":
            first = passage.view.offsets[0]
            line = text[max(text.rfind("\n", 0, first) + 1, first - _LINE) : first]
            number = _NUMBER.match(line) or _AT_HEAD.match(passage.text)
            if number:
                found["section"].add(number["number"])
    for named in _NAMED.finditer(text):
        before = text[max(0, named.start() - 3) : named.start()]
        if not before.strip() and (not before or "\n" in before or named.start() < 3):
            found[same_kind(named["kind"])].add(named["number"])
    if len(found["section"]) < _LEAST:
        del found["section"]
    return {kind: frozenset(numbers) for kind, numbers in found.items()}
