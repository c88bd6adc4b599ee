"""From a document to its statements by the terms given: sentences without a number that hold every word of a term.

Words are met by their stem's beginning, so that `prison conditions` meets `conditions in prisons`; nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from tieout.evidence.passage import Setting
from tieout.evidence.records.line import Line, lines_of, places_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.statement import Statement
from tieout.evidence.records.words import any_of

_HEADS = frozenset({"heading", "title", "note", "cell", "caption"})
_WORD = re.compile(r"[^\W\d_]+")
_STEM = 5
"""Letters by which two words are one."""
_DIGIT = re.compile(r"\d")
_SHORTEST = 30
"""Characters of a sentence that says something."""


def statements_of(setting: Setting, terms: Sequence[str] = ()) -> list[Statement]:
    """The statements of a document that answer some terms, in text order; without terms there are none."""
    return identified(_statements(setting, terms), setting.document)


def _statements(setting: Setting, terms: Sequence[str]) -> Iterator[Statement]:
    wanted = [(term, _stems(term, setting.language)) for term in terms]
    for line in lines_of(setting) if wanted else ():
        if line.passage.block.kind in _HEADS or len(line.text) < _SHORTEST or _is_figure(line):
            continue
        held = {_stem(word) for word in _WORD.findall(line.text)}
        for term, stems in wanted:
            if stems and stems <= held:
                yield _statement(line, term, setting)


def _is_figure(line: Line) -> bool:
    """Whether a number stands in a line besides those of its dates."""
    return any(not any(d.start <= m.start() < d.end for d in line.dates) for m in _DIGIT.finditer(line.text))


def _statement(line: Line, term: str, setting: Setting) -> Statement:
    start, end = line.span(0, len(line.text))
    places = places_of(line, setting)
    date = line.date_in(0, len(line.text))
    hedge = any_of(setting.language, "statements", "hedge").search(line.text)
    headings = line.passage.headings
    return Statement(
        **quoted(setting.document, start, end),
        term=term,
        place=places[0].name if places else None,
        date=date.edtf if date else None,
        hedge=hedge[0] if hedge else None,
        section=setting.passages[headings[-1]].text if headings else None,
    )


def _stems(term: str, language: str) -> set[str]:
    small = any_of(language, "statements", "small")
    return {_stem(word) for word in _WORD.findall(term) if not small.search(word.lower())}


def _stem(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return bare[:_STEM]
