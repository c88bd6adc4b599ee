"""A run: what is found, in which order, and what was not checked."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest

from checks.examples import check, reading
from tieout.checks import choice
from tieout.checks import run as running
from tieout.checks.finding import Evidence, Finding
from tieout.checks.register import rules
from tieout.checks.request import Request
from tieout.evidence.corpus import ReadCorpus

LOUD = "Killings rose from 469 in 2023 to 562 in 2024, an increase of 35 percent."
SOFT = "In 2024, roughly half of the mines (439 of 1,012) had no licence."


def test_the_surest_first() -> None:
    found = check(f"{SOFT} {LOUD}").findings
    assert [finding.severity for finding in found] == ["error", "info"]
    assert found[0].message == "35 percent from 469 to 562: (562 − 469) / 469 = 19.8 percent"


def test_ties_that_hold_are_results() -> None:
    result = check("The force has 95,000 members: 60,000 in the army, 25,000 in the navy and 10,000 in the air force.")
    assert result.verdicts() == {"holds": 1, "breaks": 0, "open": 0}
    assert result.findings == ()


def test_a_rule_without_what_it_needs_is_reported() -> None:
    needy = replace(rules()[0], needs=frozenset({"library"}))
    with patch.object(running, "rules", lambda: (needy,)), patch.object(choice, "rules", lambda: (needy,)):
        result = running.run(ReadCorpus((reading(LOUD),)))
        able = running.run(ReadCorpus((reading(LOUD),)), {"library": None})
    assert [(n.rule, n.reason) for n in result.not_checked] == [("A101", "no library given (--against)")]
    assert result.findings == ()
    assert able.not_checked == ()
    assert len(able.findings) == 1


def test_rules_that_were_not_chosen_are_one_line() -> None:
    result = running.run(ReadCorpus((reading(LOUD),)), {}, Request(ignore=("A101", "A102")))
    (line,) = [left for left in result.not_checked if left.code is None]
    assert line.reason == "rules not chosen: A101, A102"


def test_findings_of_one_fact_are_one() -> None:
    def finding(rule: str, severity: str, start: int, *evidence: int) -> Finding:
        proof = tuple(Evidence("a", e, e + 5, "words") for e in evidence)
        return Finding("x", rule, rule, severity, "", "a", start, start + 5, "words", proof)  # type: ignore[arg-type]

    one, same_words = finding("A104", "warning", 0, 20), finding("A103", "error", 2, 40)
    swapped, apart = finding("A101", "warning", 20, 0), finding("A101", "warning", 60)
    assert [(f.rule, len(f.evidence)) for f in running.merged([one, same_words])] == [("A103", 2)]
    assert len(running.merged([one, swapped])) == 1
    assert len(running.merged([one, apart])) == 2


@pytest.mark.parametrize(
    "text",
    [
        # No total is stated, parts may overlap, a rate is no share.
        "Of the 106 complaints, 90.6 percent concerned women and 48.1 percent concerned minors.",
        "Unemployment was 72 percent for men and 38 percent for women in 2022.",
        "In 2022 police counted 220 killings, including 118 contract killings and 40 killings of women.",
        "The backlog was over 1,044,000 cases, including 334,000 of penal and 248,000 of civil law.",
        # Two authorities, two periods.
        "The police counted 8,000 complaints in 2022; the prosecutors counted 1,398 in January 2023.",
        # An inferred base.
        "Poverty was 27.6 percent in 2024 and 20.2 percent in 2019.",
    ],
)
def test_nothing_is_raised_on_sound_text(text: str) -> None:
    assert [f for f in check(text).findings if f.severity != "info"] == []


def test_after_the_documents_date() -> None:
    text = "Police registered 4,310 complaints in March 2026."
    assert [f.rule for f in check(text).findings] == ["D202"]
    assert check(text, date=None).findings == ()
