"""`{tieout terms}`: the terms of reference, each question with the sections that take it up."""

from __future__ import annotations

from collections import defaultdict

from tieout.evidence.passage import Setting
from tieout.evidence.records.gaps import gaps_of
from tieout.report.draft import markdown
from tieout.report.draft.dates import said
from tieout.report.draft.draft import Answer, Block
from tieout.report.draft.filling import Filling


def fill(block: Block, filling: Filling) -> str:
    """A table: number, question, where. Questions without an answer are told to the author too."""
    terms = filling.terms()
    if terms is None:
        raise filling.fault(block, "no terms of reference are named; write `terms: terms.md` in the front matter")
    w, draft = filling.words, filling.draft
    answers: dict[str, list[Answer]] = defaultdict(list)
    for answer in draft.answers:
        if terms.item(answer.item) is None:
            known = ", ".join(item.id for item in terms.items)
            filling.remarks.append(
                f"{draft.place(answer.start)}: {answer.item} is no question of {terms.file}: {known}"
            )
        elif written(filling, answer):
            answers[answer.item].append(answer)
    gaps = _gaps(filling)
    rows = []
    for chapter in terms.chapters:
        rows.append((f"**{chapter.number}**", f"**{markdown.words(chapter.said(filling.language))}**", ""))
        for item in chapter.items:
            places = [_place(filling, one, gaps) for one in answers[item.id]]
            if not places:
                filling.remarks.append(
                    f"{terms.file}: {item.number} {item.id} is not answered; see `tieout report suggest {item.id}`"
                )
            where = "; ".join(dict.fromkeys(places)) or f"*{w('terms', 'open')}*"
            rows.append((item.number, markdown.words(item.said(filling.language)), where))
    period = terms.period or draft.values.get("period")
    head = f"{w('part', 'period')}: {said(period, filling.language)}.\n\n" if period else ""
    columns = (w("terms", "number"), w("terms", "question"), w("terms", "answered"))
    return head + markdown.table(columns, rows, widths=(2, 13, 6))


def written(filling: Filling, answer: Answer) -> bool:
    """Whether words stand behind the comment: the body of an answer, not only its question."""
    draft = filling.draft
    return any(
        answer.start <= passage.block.start < answer.end and passage.block.kind not in ("heading", "title")
        for passage in draft.reading.passages
        if not any(start <= passage.block.start < end for start, end in draft.comments)
    )


def _place(filling: Filling, answer: Answer, gaps: list[int]) -> str:
    """A section, and whether all that it says of the question is that nothing was found."""
    w = filling.words
    heading = answer.heading
    if heading is None:
        return filling.draft.title
    name = w("terms", "section", n=heading.number) if heading.number else markdown.words(heading.words)
    where = markdown.link(name, f"#{heading.id}")
    inside = [gap for gap in gaps if answer.start <= gap < answer.end]
    cites = any(
        one.entry is not None
        for bracket in filling.brackets
        if answer.start <= bracket.start < answer.end
        for one in bracket.cited
    )
    return w("terms", "gap", where=where) if inside and not cites else where


def _gaps(filling: Filling) -> list[int]:
    """Where the draft has gap statements."""
    reading = filling.draft.reading
    setting = Setting(reading.document, reading.passages, reading.language, reading.document.country, None)
    return [gap.start for gap in gaps_of(setting)]
