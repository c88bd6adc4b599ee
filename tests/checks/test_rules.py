"""Every rule: its code is its own for ever, its bad example is found, its good one raises nothing at all."""

from __future__ import annotations

import pytest

from checks.examples import at_hand, check
from tieout.checks.manual import explain
from tieout.checks.messages import MESSAGES
from tieout.checks.register import rule_of, rules
from tieout.checks.rule import Rule
from tieout.errors import UsageError

CODES = {
    "A101": "change-mismatch",
    "A102": "multiple-mismatch",
    "A103": "share-mismatch",
    "A104": "parts-do-not-sum",
    "A105": "mean-mismatch",
    "A106": "rate-mismatch",
    "A107": "per-time-mismatch",
    "A108": "conversion-outlier",
    "A109": "rank-mismatch",
    "A110": "impossible-percentage",
    "A111": "percents-over-100",
    "A112": "range-reversed",
    "A113": "limit-conflict",
    "A114": "percent-or-points",
    "A115": "trend-mismatch",
    "A116": "duration-mismatch",
    "A117": "unequal-comparison",
    "A118": "item-count-mismatch",
    "A119": "misquoted-number",
    "A120": "loose-words",
    "C301": "text-lost",
    "C302": "mark-without-note",
    "C303": "duplicate-citation",
    "C304": "undated-source",
    "C305": "old-source-as-current",
    "C306": "two-dates",
    "C307": "two-titles",
    "C308": "link-mismatch",
    "C309": "section-without-sources",
    "C310": "plural-attribution",
    "C311": "one-origin",
    "C312": "relay-as-origin",
    "C313": "one-publisher",
    "C314": "gap-without-topic",
    "C315": "oral-sources",
    "C316": "unfinished-note",
    "C320": "number-against-title",
    "C321": "scope-against-title",
    "C322": "name-against-title",
    "C323": "hedge-against-title",
    "C330": "edited-number",
    "C351": "claim-differs",
    "C352": "quotation-altered",
    "C353": "claim-widened",
    "C354": "not-in-source",
    "C355": "unknown-citation",
    "D201": "impossible-date",
    "D202": "after-document-date",
    "D203": "before-taking-office",
    "D204": "outside-reference-period",
    "D205": "period-after-its-source",
    "D206": "stale-deadline",
    "G601": "place-in-wrong-unit",
    "G602": "unit-against-caption",
    "I701": "score-off-scale",
    "I702": "aggregate-mismatch",
    "I703": "rank-beyond",
    "I704": "index-change-mismatch",
    "I705": "not-in-the-scores",
    "N401": "spelt-two-ways",
    "N402": "abbreviation-not-listed",
    "N403": "abbreviation-unused",
    "P901": "protected-name",
    "P902": "identifying-detail",
    "S501": "unanswered-terms",
    "S502": "reference-to-nothing",
    "S503": "summary-against-body",
    "S504": "caption-kind",
    "U001": "unused-silence",
    "U002": "faulty-silence",
    "X801": "table-mismatch",
    "X802": "sources-disagree",
    "X803": "one-original-behind-several",
    "X810": "group-contradiction",
}
"""Codes are never used again for anything else: rows are added here, none is changed."""


def test_codes_are_pinned() -> None:
    assert {rule.code: rule.name for rule in rules()} == CODES
    assert [rule.code for rule in rules()] == sorted(CODES)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_bad_example_is_found(rule: Rule) -> None:
    found = [finding for finding in check(rule.bad, given=at_hand(rule)).findings if finding.rule == rule.code]
    assert len(found) == 1
    assert found[0].name == rule.name
    assert found[0].severity == rule.severity
    assert rule.bad[found[0].start : found[0].end] == found[0].text
    assert all(rule.bad[e.start : e.end] == e.text for e in found[0].evidence if e.doc == found[0].doc)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_good_example_raises_nothing(rule: Rule) -> None:
    assert check(rule.good, given=at_hand(rule)).findings == ()


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_message_and_a_page(rule: Rule) -> None:
    assert rule.code in MESSAGES["en"]
    assert rule.page.count("\n") > 1, "the first line says what, the rest why"
    page = explain(rule.code)
    assert rule.bad in page
    assert rule.clause in page
    assert explain(rule.name) == page


def test_no_such_rule() -> None:
    with pytest.raises(UsageError, match="tieout rules"):
        rule_of("A999")
