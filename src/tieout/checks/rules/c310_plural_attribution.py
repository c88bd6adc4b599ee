"""The text says that sources, in the plural, report something, and all its notes cite one publisher.

`Sources indicated` tells the reader that at least two independent voices say so. Two articles of one newspaper are one
voice; one source is to be named. Several bodies behind one cited document (`several NGOs`) are an info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.sourcing.backed import of_sentence
from tieout.checks.sourcing.citing import plain, words
from tieout.checks.sourcing.noted import notes, register
from tieout.checks.sourcing.words import listed, pattern, sentence_of, spots
from tieout.evidence.passage import Passage
from tieout.sources.citation import Citation
from tieout.sources.note import Note

_COMPILERS = frozenset({"accord", "bfa", "cgrs", "euaa", "irbc", "landinfo", "migrationsverket", "ofpra", "ukho"})
"""Publishers whose papers are put together from many sources, so that one paper may stand for several."""


@rule(
    code="C310",
    name="plural-attribution",
    severity="warning",
    summary="`sources indicate` with the notes of one publisher",
    clause="R11 Attribution wording",
    bad=(
        "Sources indicated that piracy is on the rise.[^1]\n\n"
        "[^1]: Infobae, Piracy in the north, 8 July 2023; Infobae, Pirates again, 9 July 2023."
    ),
    good=(
        "Sources indicated that piracy is on the rise.[^1]\n\n"
        "[^1]: Infobae, Piracy in the north, 8 July 2023; Expreso, Pirates again, 9 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each plural attribution whose sentence cites one publisher only."""
    if not notes(case):
        return
    kinds: tuple[tuple[str, Severity], ...] = (("plural_sources", "warning"), ("plural_bodies", "info"))
    for name, severity in kinds:
        for passage, found in spots(case, name):
            cited = _cited(case, passage, found)
            publisher = _one_publisher(case, cited)
            if publisher is None:
                continue
            compiled = len(cited) == 1 and cited[0].publisher in _COMPILERS
            at = case.words(passage, *found.span())
            proof = [words(case, citation) for citation in cited[:3]]
            many = f"{len(cited)} citations, all of one publisher" if len(cited) > 1 else "one citation"
            yield case.finding(
                "C310", "plural-attribution", "info" if compiled else severity, at, proof,
                stated=f"“{plain(at)}”", computed=f"{many}: “{publisher}”",
            )  # fmt: skip


def _cited(case: Case, passage: Passage, found: re.Match[str]) -> Sequence[Citation]:
    """All that the sentence cites behind the words; nothing when a note is lost or another speaker is named before."""
    sentence = sentence_of(passage, found.start())
    before = passage.text[sentence[0] : found.start()]
    if pattern(case.reading.language, "speaks").search(before) or _of_a_kind(before, found[0], case.reading.language):
        return ()
    groups = of_sentence(case, passage, sentence, found.end())
    if not groups or not all(group.known for group in groups) or groups[-1].end < sentence[1] - 2:
        return ()
    notes = [note for group in groups for note in group.notes]
    return [citation for note in notes for citation in note.citations] if all(map(_read_whole, notes)) else ()


_LINKS = re.compile(r"(?<!\w)(?:url|https?:)(?!\w)", re.IGNORECASE)
_REST = 25
"""Letters of a note that may stand outside its citations."""


def _read_whole(note: Note) -> bool:
    """Whether all of a note was read as citations: one that holds more links, or much else, may cite another source."""
    text = note.text or ""
    cited = sum(citation.end - citation.start for citation in note.citations)
    whole = sum(end - start for start, end in note.pieces)
    return len(_LINKS.findall(text)) <= len(note.citations) and whole - cited <= _REST + 4 * len(note.citations)


def _of_a_kind(before: str, said: str, language: str) -> bool:
    """Whether a word before says whose sources they are (`police sources`)."""
    if said.split()[0].casefold() not in listed(language, "bare_sources"):
        return False
    last = before.split()[-1] if before.split() else ""
    return last[-1:].isalpha() and last.casefold() not in listed(language, "before_sources")


def _joint(author: str | None) -> bool:
    """Several authors of one work."""
    return author is not None and re.search(r" (?:and|y|e|&) |/|;|\bet al\b", author) is not None


def _one_publisher(case: Case, cited: Sequence[Citation]) -> str | None:
    """The name of the one publisher; None when there are several, or one is not known."""
    keys = {citation.publisher for citation in cited}
    if len(keys) != 1 or None in keys or any(c.kind == "interview" or c.cited_in or _joint(c.author) for c in cited):
        return None
    source = register(case).get(cited[0].source)
    return cited[0].author or (source.publisher if source else None)
