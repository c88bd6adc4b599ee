"""`{tieout searched}`: what the workspace held, by kind of publisher, and what was not read."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath

from tieout.report.draft import markdown
from tieout.report.draft.dates import said
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling
from tieout.report.words import words as words_of


def fill(block: Block, filling: Filling) -> str:  # noqa: ARG001 -- every block takes both
    """A sentence, a table, and the lists of what was not read or read in part; counts are those of the workspace."""
    w = filling.words
    entries = filling.workspace.entries
    documents = f"{w.number(len(entries))} {w.plural('searched', 'documents', len(entries))}"
    dates = sorted(entry.date for entry in entries if entry.date)
    if dates:
        first, last = said(dates[0], filling.language), said(dates[-1], filling.language)
        bare = len(entries) - len(dates)
        told = "held_partly" if bare else "held"
        held = w("searched", told, documents=documents, first=first, last=last, n=w.number(bare))
    else:
        held = w("searched", "held_undated", documents=documents)
    return "\n\n".join(
        part for part in (held, _kinds(filling), _unread(filling), _lost(filling), _withheld(filling)) if part
    )


def _kinds(filling: Filling) -> str:
    w, names = filling.words, words_of(filling.language)
    kinds = Counter(entry.kind for entry in filling.workspace.entries)
    cited = Counter(entry.kind for entry in filling.entries())
    rows = []
    for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])):
        held = [entry for entry in filling.workspace.entries if entry.kind == kind]
        spoken = Counter(w.name("language", entry.language) if entry.language else "–" for entry in held)
        languages = ", ".join(f"{name} {n}" for name, n in sorted(spoken.items()))
        rows.append(
            (markdown.words(names.name("source_kind", kind)), languages, w.number(count), w.number(cited[kind]))
        )
    total = (f"**{w('searched', 'total')}**", "", f"**{w.number(kinds.total())}**", f"**{w.number(cited.total())}**")
    columns = [w("searched", key) for key in ("kind", "languages", "count", "cited")]
    return markdown.table(columns, [*rows, total], widths=(6, 6, -3, -3))


def _unread(filling: Filling) -> str:
    w = filling.words
    unread = filling.workspace.manifest.unread
    if not unread:
        return w("searched", "all_read")
    # Names alone: why a file could not be read may name folders of a machine.
    return f"{w('searched', 'unread')} " + "; ".join(markdown.words(PurePath(one.path).name) for one in unread) + "."


def _lost(filling: Filling) -> str:
    w = filling.words
    parts = [entry for entry, part in filling.workspace.parts() if part.document.losses or part.losses]
    if not parts:
        return ""
    return (
        f"{w('searched', 'lost')} "
        + "; ".join(markdown.words(entry.title or PurePath(entry.doc).name) for entry in parts)
        + "."
    )


def _withheld(filling: Filling) -> str:
    withheld = filling.workspace.withheld
    count = withheld.passages + withheld.documents
    return filling.words("searched", "withheld", n=count) if count else ""
