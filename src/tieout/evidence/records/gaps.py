"""From a document to its gap statements: sentences that say what could not be found or is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.evidence.passage import Setting
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.line import lines_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import any_of

_HEADS = frozenset({"heading", "title", "note"})
_TOPIC = 140
"""Characters of a topic."""
_NEAR = 30
"""Characters between the words and the topic."""
_SHORTEST = 4
_AROUND = 20
"""Characters beside the words that may say that they are none."""


def gaps_of(setting: Setting) -> list[Gap]:
    """Every gap statement of a document, in text order."""
    return identified(_gaps(setting), setting.document)


def _gaps(setting: Setting) -> Iterator[Gap]:
    said = any_of(setting.language, "gaps", "gap")
    for line in lines_of(setting):
        match = said.search(line.text) if line.passage.block.kind not in _HEADS else None
        if match is None or _is_none(line.text, match.start(), match.end(), setting.language):
            continue
        start, end = line.span(0, len(line.text))
        headings = line.passage.headings
        yield Gap(
            **quoted(setting.document, start, end),
            words=match[0],
            topic=_named(match) or _topic(line.text, match.start(), match.end(), setting.language),
            section=setting.passages[headings[-1]].text if headings else None,
        )


def _is_none(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words are about what a person lacks."""
    return any_of(language, "gaps", "not_gap").search(text, max(0, start - _AROUND), end + _AROUND) is not None


def _named(match: re.Match[str]) -> str | None:
    """The topic that stands inside the words: `information on the courts could not be found`."""
    return match["topic"] if "topic" in match.re.groupindex else None


def _topic(text: str, start: int, end: int, language: str) -> str | None:
    """What follows `on`, `about`, `whether` at the end of the words or right behind them."""
    lead = any_of(language, "gaps", "topic")
    first = next((m for m in lead.finditer(text, max(start, end - 12)) if m.end() >= end), None)
    if first is None or first.start() - end > _NEAR:
        return None
    stop = any_of(language, "gaps", "stop").search(text, first.end())
    topic = text[first.end() : min(stop.start() if stop else len(text), first.end() + _TOPIC)].strip(" ,")
    return topic if len(topic) >= _SHORTEST else None
