"""`changes.html` of a site: what came, went and was revised since an older workspace, each beside its words.

What is there now is one click from its document; what is gone is shown as it was, because its document may be gone too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from tieout.changes.change import STATES, Change, Changes, DocumentChange, Quote, State
from tieout.evidence.figure import Figure
from tieout.report.placing import Placing
from tieout.report.site.address import document_page
from tieout.report.site.quoted import Quoted, Quotes, label_of
from tieout.report.site.shell import Frame, render
from tieout.report.words import Words, words
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace

PACKAGE = "tieout.report.changes"
NAME = "changes.html"


@dataclass(frozen=True, slots=True)
class Step:
    """Changes of one sentence that came about in one way."""

    state: State
    kind: str
    said: tuple[str, ...]
    """What became of each value: `412 -> 430 (+18, +4.4 %)`; the figures themselves where they came or went."""
    now: tuple[Quoted, ...]
    before: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A document in its new edition."""

    label: str
    address: str
    was: str
    counts: tuple[tuple[int, State], ...]
    chief: tuple[Step, ...]
    """Figures, laws, emergencies, recommendations, and statements that were reworded."""
    others: tuple[Step, ...]


def changes_page(frame: Frame, changes: Changes, old: Workspace, new: Workspace) -> str:
    """The page. `frame` is that of the newer workspace's site, with `changes` among its pages."""
    said = words(frame.lang, PACKAGE)
    before, now = _Older(old, frame.lang), Quotes(new, frame.lang)
    values = {
        "editions": [_edition(d, before, now, said) for d in changes.documents if d.fate == "edition"],
        "came": [(label_of(d.new), document_page(d.new)) for d in changes.documents if d.fate == "added" and d.new],
        "went": [label_of(d.old) for d in changes.documents if d.fate == "withdrawn" and d.old],
        "same": sum(d.fate == "same" for d in changes.documents),
    }
    return render(frame, NAME, said("changes", "title"), "changes.html", values, package=PACKAGE)


def _edition(document: DocumentChange, before: _Older, now: Quotes, said: Words) -> Edition:
    assert document.old is not None
    assert document.new is not None
    counts = Counter(change.state for change in document.changes)
    entry = document.new
    return Edition(
        label_of(entry),
        document_page(entry),
        f"{label_of(document.old)} ({document.old.doc})",
        tuple((counts[state], state) for state in STATES if counts[state]),
        _steps([c for c in document.changes if c.is_chief], entry, before, now, said),
        _steps([c for c in document.changes if not c.is_chief], entry, before, now, said),
    )


def _steps(changes: Sequence[Change], entry: Entry, before: _Older, now: Quotes, said: Words) -> tuple[Step, ...]:
    """The changes in order, those of one sentence together."""
    found = []
    for (state, kind, *_), same in groupby(changes, key=lambda c: (c.state, c.kind, c.sentence)):
        those = list(same)
        new = [q for c in those if (q := c.new) is not None]
        old = [q for c in those if (q := c.old) is not None]
        told = [_told(c.computed, said) for c in those if c.computed]
        if kind == "figure":  # The sentence once, with its figures named before it.
            told = told or [q.text for q in new or old]
            new, old = new[:1], old[:1]
        found.append(
            Step(
                state,
                kind,
                tuple(told),
                tuple(_now(q, entry, now) for q in new),
                tuple(before.of(q) for q in old),
            )
        )
    return tuple(found)


def _now(quote: Quote, entry: Entry, now: Quotes) -> Quoted:
    """Words of the newer workspace: a record with its sentence, or a sentence."""
    record = now.workspace.by_id.get(quote.id or "")
    return now.of(record) if record is not None else now.at(quote.doc, quote.start, quote.end, document_page(entry))


def _told(computed: str, said: Words) -> str:
    """The arithmetic as it is; of reworded sentences the two small words are put into the language."""
    for word in ("without", "with"):
        computed = computed.replace(f"{word} “", f"{said('changes', word)} “")
    return computed.replace("->", "→")


class _Older:
    """Quotes of the older workspace, whose documents the site does not hold: they lead nowhere."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self._workspace, self._words = workspace, words(lang)

    def of(self, quote: Quote) -> Quoted:
        part, entry = self._workspace.part(quote.doc), self._workspace.by_doc[quote.doc]
        record = self._workspace.by_id.get(quote.id or "")
        text, low, high = part.document.text, quote.start, quote.end
        if isinstance(record, Figure) and record.sentence_start <= low < high <= record.sentence_end:
            low, high = record.sentence_start, record.sentence_end
        words = [
            " ".join(text[a:b].split()) for a, b in ((low, quote.start), (quote.start, quote.end), (quote.end, high))
        ]
        lead, tail = (" " if text[at : at + 1].isspace() else "" for at in (quote.start - 1, quote.end))
        place = Placing(part.document, self._words).name(quote.start)
        around = (words[0] + lead if words[0] else "", tail + words[2] if words[2] else "")
        return Quoted(words[1], *around, "", label_of(entry), place, part.language)
