"""The text announces numbers by one unit, and the caption of what follows names another: province and department.

Readers who count provinces are shown departments. One of the two words is wrong, and with it every sentence that was
drawn from the map.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.captions import caption_behind
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.words import pattern, sentence_of, spots
from tieout.ties.tie import Member


@rule(
    code="G602",
    name="unit-against-caption",
    severity="warning",
    summary="`by province` announced, `by department` in the caption",
    clause="R43 Cross-references and numbering",
    bad=(
        "The office gave an estimate of raids by province:[^1]\n\n"
        "**Map 4. Raids, by department**\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023."
    ),
    good=(
        "The office gave an estimate of raids by department:[^1]\n\n"
        "**Map 4. Raids, by department**\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each announcement whose caption has another unit."""
    language = case.reading.language
    for passage, found in spots(case, "unit"):
        sentence = sentence_of(passage, found.start())
        if passage.block.kind == "caption" or sentence[1] < len(passage.text) - 1:
            continue
        if not pattern(language, "shows").search(passage.text, *sentence):
            continue
        shown = caption_behind(case, passage)
        other = pattern(language, "unit").search(shown.passage.text) if shown else None
        if shown is None or other is None or _unit(other.groupdict()) == _unit(found.groupdict()):
            continue
        at = case.words(passage, *found.span())
        first, last = shown.passage.view.span(*other.span())
        proof = Member(case.path, first, last, case.reading.document.text[first:last])
        yield case.finding(
            "G602", "unit-against-caption", "warning", at, [proof],
            stated=f"“{plain(at)}”", computed=f"the caption of what follows has “{plain(proof)}”",
        )  # fmt: skip


def _unit(groups: dict[str, str | None]) -> str | None:
    return next((unit for unit in groups.values() if unit), None)
