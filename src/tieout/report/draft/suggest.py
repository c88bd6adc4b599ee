"""What `tieout report suggest` says: for each question its evidence, or the gap statement that could stand there.

Sentences are the sources' own, between quotation marks; what is ours comes from fixed templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tieout.compare.comparison import Comparison
from tieout.compare.words import relation_words
from tieout.evidence.terms_of_reference import Item, Terms
from tieout.report.draft.dates import said
from tieout.report.draft.evidence import Answers, Evidence
from tieout.report.site.quoted import label_of
from tieout.report.words import words
from tieout.workspace.workspace import Workspace

_PACKAGE = "tieout.report.draft"


def gap_statement(item: Item, workspace: Workspace, language: str) -> str:
    """The sentence that may stand where nothing was found: it names the question and what was searched."""
    w = words(language, _PACKAGE)
    dates = sorted(entry.date for entry in workspace.entries if entry.date)
    count = f"{w.number(len(workspace.entries))} {w.plural('searched', 'documents', len(workspace.entries))}"
    topic = item.said(language).strip()
    if not dates:
        return w("suggest", "gap_undated", topic=topic, documents=count)
    first, last = said(dates[0], language), said(dates[-1], language)
    return w("suggest", "gap", topic=topic, documents=count, first=first, last=last)


def lines(answers: Answers, workspace: Workspace, language: str) -> Iterator[str]:
    """The answer on one question for people at a terminal."""
    w = words(language, _PACKAGE)
    item = answers.item
    yield f"{item.number} {item.id}: {item.said(language)}"
    for one in answers.evidence:
        yield f"  “{one.text}”"
        yield f"      {_source(one, language)} [{'; '.join(one.cites)}]"
    if answers.left:
        yield "  " + w("suggest", "left", n=w.number(answers.left))
    for difference in answers.disagreements:
        yield f"  {w('suggest', 'differ')} {_relation(difference, language)}"
        yield from (f"      {_member(m, workspace)}" for m in difference.members)
    for gap in answers.gaps:
        yield f"  {w('suggest', 'not_known')} “{gap.text}” {_source(gap, language)} [{'; '.join(gap.cites)}]"
    if not answers.evidence:
        yield "  " + w("suggest", "none")
        yield f"      {gap_statement(item, workspace, language)} [@own]"
    yield ""


def markdown_of(answers: Answers, workspace: Workspace, language: str) -> Iterator[str]:
    """The same as Markdown, for the author's own notes: quotations with what to cite each by."""
    w = words(language, _PACKAGE)
    item = answers.item
    yield f"### {item.number} {item.said(language)}"
    yield f"\n<!-- answers {item.id} -->\n"
    yield from (f"- “{one.text}” [{'; '.join(one.cites)}] ({_source(one, language)})" for one in answers.evidence)
    if answers.left:
        yield "- " + w("suggest", "left", n=w.number(answers.left))
    for difference in answers.disagreements:
        members = "; ".join(_member(m, workspace) for m in difference.members)
        yield f"- {w('suggest', 'differ')} {_relation(difference, language)}: {members}"
    for gap in answers.gaps:
        yield f"- {w('suggest', 'not_known')} “{gap.text}” [{'; '.join(gap.cites)}]"
    if not answers.evidence:
        yield f"\n{w('suggest', 'none')}\n\n{gap_statement(item, workspace, language)} [@own]"
    yield ""


def record(answers: Answers, workspace: Workspace, language: str) -> dict[str, Any]:
    """The same as JSON values."""
    item = answers.item
    return {
        "item": item.id,
        "number": item.number,
        "question": item.said(language),
        "evidence": [_evidence_record(one) for one in answers.evidence],
        "left": answers.left,
        "disagreements": [_comparison_record(one) for one in answers.disagreements],
        "said_unknown": [_evidence_record(one) for one in answers.gaps],
        "gap_statement": None if answers.evidence else gap_statement(item, workspace, language),
    }


def items(terms: Terms, named: Sequence[str]) -> list[Item]:
    """The questions of ids, numbers or chapters; all when none is named. LookupError when one is none."""
    out: list[Item] = []
    for name in named:
        chapter, item = terms.chapter(name), terms.item(name)
        if item is None and chapter is None:
            raise LookupError(name)
        out += [item] if item is not None else chapter.items if chapter is not None else ()
    return out or list(terms.items)


def _source(one: Evidence, language: str) -> str:
    w = words(language, _PACKAGE)
    parts = [label_of(one.entry), one.place]
    if one.originals > 1:
        parts.append(w("suggest", "originals", n=one.originals))
    return ", ".join(part for part in parts if part)


def _relation(one: Comparison, language: str) -> str:
    return (
        f"{relation_words(one.relation, language)} ({one.reason})"
        if one.reason
        else relation_words(one.relation, language)
    )


def _member(member: Any, workspace: Workspace) -> str:
    entry = workspace.by_doc[member.doc]
    cite = f" [@f:{member.figure.id}]" if member.figure is not None else ""
    return f"“{' '.join(member.text.split())}” {label_of(entry)}{cite}"


def _evidence_record(one: Evidence) -> dict[str, Any]:
    return {
        "doc": one.entry.doc,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "source": one.entry.key,
        "place": one.place,
        "cite": list(one.cites),
        "figures": [figure.id for figure in one.figures],
        "records": [record.id for record in one.records],
        "period": one.period,
        "published": one.entry.date,
        "originals": one.originals,
    }


def _comparison_record(one: Comparison) -> dict[str, Any]:
    return {
        "relation": one.relation,
        "reason": one.reason,
        "computed": one.computed,
        "originals": one.originals,
        "members": [
            {"doc": m.doc, "start": m.start, "end": m.end, "text": m.text, "figure": m.figure.id if m.figure else None}
            for m in one.members
        ],
    }
