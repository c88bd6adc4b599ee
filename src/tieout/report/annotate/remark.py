"""A Remark: what is written beside the words of a finding, and the key by which a later run knows it again.

It knows no file format. Everything is one line of text each; what a document says is folded and made harmless for XML.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from tieout.checks.finding import Evidence, Finding
from tieout.checks.lines import QUOTE, folded
from tieout.reading.docx_comments import OWN
from tieout.report.redaction import without_quotes
from tieout.report.words import Words

AUTHOR = OWN
INITIALS = "T"

_SIGNATURE = re.compile(rf"{AUTHOR} ([0-9a-f]{{10}})\b")
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold."""
_QUOTES = 12
"""Quotes of evidence that are written; more than these nobody reads in a margin."""
_PASSAGE = 400
"""Characters of a source's passage that are quoted: enough to read it beside the draft's sentence."""
_NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding as it is said in the margin."""

    finding: Finding
    key: str
    head: str
    body: tuple[str, ...]
    evidence: tuple[str, ...]

    def lines(self, where: str | None = None) -> tuple[str, ...]:
        """All lines, the key last. `where` says which words are meant when the remark cannot stand at them."""
        return (self.head, *self.body, *([where] if where else []), *self.evidence, f"{AUTHOR} {self.key}")


def remark_of(finding: Finding, words: Words, *, quotes: bool, texts: Mapping[str, str] = _NOBODY) -> Remark:
    """The remark on a finding. Without `quotes` it holds the arithmetic, and no words of any document. `texts` are the
    names of cited texts by their paths: what is proved from one of them is quoted as its words."""
    said = [finding.wording(quotes=quotes), finding.computed or ""]
    if not quotes:
        own = [finding.text, *(piece.text for piece in finding.evidence)]
        said = [without_quotes(sentence, own, words("page", "withheld")) for sentence in said]
    message, computed = map(_line, said)
    body = [message, *([computed] if computed and computed not in message else [])]
    head = f"{words.name('severity', finding.severity)} {finding.rule} {finding.name}"
    proof = _evidence(finding, words, texts) if quotes else ()
    return Remark(finding, key_of(finding), _line(head), tuple(body), tuple(proof))


def key_of(finding: Finding) -> str:
    """Ten hexadecimal digits that stay the same when the file changes elsewhere: of the rule and the words it names.

    Findings alike in all of these share a key; they are told apart by their place.
    """
    named = [finding.rule, _line(finding.text), *sorted(_line(e.text) for e in finding.evidence)]
    return hashlib.sha256("\n".join(named).encode()).hexdigest()[:10]


def key_in(text: str) -> str | None:
    """The key of an earlier remark, from its text; None when it bears none."""
    found = _SIGNATURE.findall(text)
    return found[-1] if found else None


def quoted(text: str, width: int = QUOTE) -> str:
    """A quote on one line, between quotation marks."""
    return f"“{folded(_line(text), width)}”"


def _evidence(finding: Finding, words: Words, texts: Mapping[str, str]) -> Iterable[str]:
    """A line for the evidence in the finding's own document, and one for that in each other document."""
    homes: dict[str, dict[str, None]] = {}
    for piece in finding.evidence:
        if not _is_it(finding, piece) and not any(_within(piece, other) for other in finding.evidence):
            homes.setdefault(piece.doc, {})[quoted(piece.text, _PASSAGE if piece.doc in texts else QUOTE)] = None
    for doc, pieces in homes.items():
        if doc in texts:
            yield words("annotate", "source", name=_line(texts[doc]), quotes=" … ".join(pieces))
            continue
        shown = ", ".join(list(pieces)[:_QUOTES]) + (f" + {len(pieces) - _QUOTES}" if len(pieces) > _QUOTES else "")
        named = "" if doc == finding.doc else f"{_line(PurePath(doc).name)}: "
        yield words("annotate", "evidence", quotes=named + shown)


def _is_it(finding: Finding, piece: Evidence) -> bool:
    return (piece.doc, piece.start, piece.end) == (finding.doc, finding.start, finding.end)


def _within(piece: Evidence, other: Evidence) -> bool:
    """Whether a piece stands inside a longer one, which is quoted in its stead."""
    longer = other.end - other.start > piece.end - piece.start
    return longer and piece.doc == other.doc and other.start <= piece.start and piece.end <= other.end


def _line(text: str) -> str:
    return " ".join(_UNFIT.sub("\ufffd", text).split())
