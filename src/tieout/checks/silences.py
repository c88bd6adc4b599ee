"""Silences: read from the comments of a draft and from the settings, and put on the findings that they reach.

In Markdown `<!-- tieout: ignore A101 because … -->` reaches the block it stands in or, standing alone, the one that
follows (of a table, all of it). In Word a comment that begins `tieout: ignore A101 …` reaches the words it hangs on.
A reason is required. Nothing is removed: a silenced finding is stamped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import PurePath

from tieout.checks.choice import codes_of
from tieout.checks.finding import Finding, Stamp
from tieout.checks.silence import Silence, Standing
from tieout.errors import UsageError
from tieout.evidence.corpus import Reading
from tieout.reading.document import Block, Document
from tieout.ties.tie import Member

_COMMENT = re.compile(r"<!--\s*(?P<said>tieout\s*:.{0,1000}?)\s*-->", re.DOTALL | re.IGNORECASE)
_ORDER = re.compile(r"tieout\s*:\s*ignore\s+", re.IGNORECASE)
_WORDS = re.compile(r"[^\s,]+(?:\s*,\s*(?:[A-Za-z]\d\w{0,4}|[A-Z]|[a-z]+(?:-[a-z]+)+)\b|\s+[A-Z]\d{1,3}\b)*")
"""Codes, families and names; after a comma only what looks like one, as a reason may follow."""
_BECAUSE = re.compile(r"^[\s:;,.–—-]*(?:because|porque|as|since|ya que)?[\s:]*", re.IGNORECASE)
_HOW = "write `tieout: ignore A101 because …`"


def silences_of(reading: Reading, standing: Sequence[Standing] = ()) -> list[Silence]:
    """Every silence that concerns a document: those written into it in text order, then those of the settings."""
    document = reading.document
    out = [_read(said, at, reach) for said, at, reach in _comments(document)]
    for rule in standing:
        if rule.file is None or _names(rule.file, document.path):
            codes = frozenset[str]().union(*(codes_of(word) for word in rule.words))
            named = rule.file is not None and not set("*?[") & set(rule.file)
            out.append(Silence(codes, rule.reason, quote=rule.quote, origin=rule.origin, named=named))
    return out


def silenced(findings: Iterable[Finding], silences: Sequence[Silence]) -> tuple[list[Finding], list[Silence]]:
    """The findings with their stamps, and the silences that were used."""
    used: list[Silence] = []
    out = []
    for finding in findings:
        over = next((silence for silence in silences if _reaches(silence, finding)), None)
        if over is not None:
            used.append(over)
            finding = replace(finding, stamps=(*finding.stamps, Stamp("silenced", over.reason)))
        out.append(finding)
    return out, used


def _reaches(silence: Silence, finding: Finding) -> bool:
    if silence.fault or finding.rule not in silence.codes:
        return False
    if silence.quote is not None and " ".join(silence.quote.split()) not in " ".join(finding.text.split()):
        return False
    return silence.reach is None or any(start < finding.end and finding.start < end for start, end in silence.reach)


def _read(said: str, at: Member, reach: tuple[tuple[int, int], ...]) -> Silence:
    """What a comment asks for; with a fault when it cannot be done."""
    order = _ORDER.match(said)
    words = _WORDS.match(said, order.end()) if order else None
    if words is None:
        return Silence(frozenset(), "", reach, at, fault=_HOW)
    reason = " ".join(_BECAUSE.sub("", said[words.end() :]).split())
    try:
        codes = frozenset[str]().union(*(codes_of(word.rstrip(":;.")) for word in re.split(r"[\s,]+", words[0])))
    except UsageError as fault:
        return Silence(frozenset(), reason, reach, at, fault=str(fault))
    return Silence(codes, reason, reach, at, fault=None if reason else f"no reason is given; {_HOW}")


def _comments(document: Document) -> Iterator[tuple[str, Member, tuple[tuple[int, int], ...]]]:
    """(what is said, where, what it reaches) of each comment that speaks to Tieout."""
    if document.format == "md":
        for comment in _COMMENT.finditer(document.text):
            at = Member(document.path, comment.start(), comment.end(), comment[0])
            yield comment["said"], at, _reach(document, comment.start(), comment.end())
    for span in document.spans_of("comment"):
        said = " ".join((span.label or "").split())
        if re.match(r"tieout\s*:", said, re.IGNORECASE):
            at = Member(document.path, span.start, span.end, document.text[span.start : span.end])
            whole = ((span.start, span.end),) if span.start < span.end else _reach(document, span.start, span.end)
            yield said, at, whole


def _reach(document: Document, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The block that a comment stands in or at the end of; else the next one."""
    home = next((b for b in document.blocks if _holds(document, b, start, end)), None)
    after = home or min((b for b in document.blocks if b.start >= end), key=lambda b: b.start, default=None)
    if after is None:
        return ()
    whole = [after] if after.table is None else [b for b in document.blocks if b.table == after.table]
    return tuple(piece for block in whole for piece in block.pieces)


def _holds(document: Document, block: Block, start: int, end: int) -> bool:
    """The comment lies in the block with words of it, or behind it on its last line."""
    text = document.text
    if block.start <= start and end <= block.end:
        return bool((text[block.start : start] + text[end : block.end]).strip())
    return block.end <= start and "\n" not in text[block.end : start]


def _names(pattern: str, path: str) -> bool:
    """True when a name or pattern means this path, wholly or by its last parts."""
    parts = PurePath(path).parts
    depth = len(PurePath(pattern).parts)
    return fnmatch(path, pattern) or fnmatch("/".join(parts[-depth:]), pattern)
