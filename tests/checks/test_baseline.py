"""Known findings and decisions find their finding again: after edits elsewhere, in another format, one to one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.desk import FALL, PLAIN, RISE, checked, markdown, word
from tieout.checks.baseline import baseline_text
from tieout.checks.check import Checked
from tieout.checks.decisions import Decision, review_file, row_of
from tieout.checks.imprint import imprints
from tieout.errors import UsageError

LATE = "Police registered 4,310 complaints in March 2026."


def known(path: Path, *, quotes: bool = True) -> Path:
    target = path.parent / "known.json"
    found = checked(path)
    target.write_text(baseline_text(found.result.findings, found.readings, quotes=quotes), encoding="utf-8")
    return target


def marks(answer: Checked) -> list[tuple[str, bool]]:
    return [(f.text, not f.loud) for f in sorted(answer.result.findings, key=lambda f: f.start)]


EDITS = {
    "unchanged": ([RISE, FALL], [("35 percent", True), ("40 percent", False)]),
    "before": ([PLAIN, PLAIN, RISE], [("35 percent", True)]),
    "in front in the paragraph": ([f"{PLAIN} {RISE}"], [("35 percent", True)]),
    "behind in the paragraph": ([f"{RISE} {PLAIN}"], [("35 percent", True)]),
    "after": ([RISE, PLAIN, FALL], [("35 percent", True), ("40 percent", False)]),
    "moved behind": ([FALL, PLAIN, RISE], [("40 percent", False), ("35 percent", True)]),
    "under a heading": (["# Crime", "## Killings", RISE], [("35 percent", True)]),
    "marked up": ([RISE.replace("35 percent", "**35** *percent*")], [("35** *percent", True)]),
    "broken in lines": ([RISE.replace(" ", "\n", 7)], [("35 percent", True)]),
    "copied": ([RISE, PLAIN, RISE], [("35 percent", True), ("35 percent", False)]),
    "another number": ([RISE.replace("562", "563")], [("35 percent", False)]),
    "another claim": ([RISE.replace("35", "36")], [("36 percent", False)]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_baseline_survives_edits_elsewhere(tmp_path: Path, edit: str) -> None:
    baseline = known(markdown(tmp_path, RISE))
    paragraphs, expected = EDITS[edit]
    assert marks(checked(markdown(tmp_path, *paragraphs), baseline=baseline)) == expected


@pytest.mark.parametrize("name", ["draft.docx", "renamed.docx"])
def test_a_baseline_survives_another_format_and_name(tmp_path: Path, name: str) -> None:
    baseline = known(markdown(tmp_path, PLAIN, RISE.replace("35 percent", "**35 percent**"), LATE))
    again = checked(word(tmp_path, [RISE, PLAIN, LATE, FALL], name=name), baseline=baseline)
    assert marks(again) == [("35 percent", True), ("4,310", True), ("40 percent", False)]


def test_what_is_known_of_one_file_is_not_known_of_another(tmp_path: Path) -> None:
    first = markdown(tmp_path, RISE)
    baseline = known(first)
    other = checked(markdown(tmp_path, RISE, name="other.md"), first, baseline=baseline)
    assert [(Path(f.doc).name, f.loud) for f in other.result.findings] == [("draft.md", False), ("other.md", True)]


def test_a_finding_without_proof_must_keep_a_side_of_its_context(tmp_path: Path) -> None:
    baseline = known(markdown(tmp_path, LATE))
    elsewhere = "In March 2026, 4,310 permits were issued, the ministry wrote."
    assert all(loud is False for _, loud in marks(checked(markdown(tmp_path, elsewhere), baseline=baseline)))
    kept = LATE.replace("complaints in", "complaints of theft in")
    assert [known for _, known in marks(checked(markdown(tmp_path, kept), baseline=baseline))] == [True]


def test_what_is_gone_is_counted(tmp_path: Path) -> None:
    baseline = known(markdown(tmp_path, RISE, FALL))
    assert checked(markdown(tmp_path, RISE), baseline=baseline).result.healed == 1
    assert checked(markdown(tmp_path, RISE)).result.healed is None


def test_without_quotes_it_holds_no_words(tmp_path: Path) -> None:
    baseline = known(markdown(tmp_path, RISE), quotes=False)
    said = baseline.read_text(encoding="utf-8")
    assert "percent" not in said
    assert "469" not in said
    assert marks(checked(markdown(tmp_path, RISE), baseline=baseline)) == [("35 percent", True)]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "tieout-baseline-1"}', "no json"])
def test_a_broken_baseline_is_one_line(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "known.json"
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"known\.json.*--write-baseline"):
        checked(markdown(tmp_path, RISE), baseline=broken)


def test_a_row_without_an_imprint_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "known.json"
    broken.write_text(json.dumps({"format": "tieout-baseline-1", "findings": [{"rule": "A101"}]}), encoding="utf-8")
    with pytest.raises(UsageError, match=r"finding 1: a finding needs doc"):
        checked(markdown(tmp_path, RISE), baseline=broken)


def decide(path: Path, *choices: str) -> None:
    """Decide on the findings of a draft in text order, one choice each; `-` for none."""
    found = checked(path)
    findings = sorted(found.result.findings, key=lambda f: f.start)
    with review_file(str(path)).open("a", encoding="utf-8") as rows:
        for choice, finding, entry in zip(choices, findings, imprints(findings, found.readings), strict=True):
            if choice != "-":
                rows.write(row_of(Decision(choice, "AB", "2025-01-10T10:00:00+00:00", entry, "why"), finding))  # type: ignore[arg-type]


def stamps(path: Path) -> list[list[str]]:
    findings = sorted(checked(path).result.findings, key=lambda f: f.start)
    return [[stamp.standing for stamp in f.stamps] for f in findings]


def test_decisions_find_their_finding_and_the_last_one_counts(tmp_path: Path) -> None:
    path = markdown(tmp_path, RISE, PLAIN, RISE)
    decide(path, "accepted", "dismissed")
    assert stamps(path) == [["accepted"], ["dismissed"]]
    assert [f.loud for f in sorted(checked(path).result.findings, key=lambda f: f.start)] == [True, False]
    decide(path, "later", "-")
    assert stamps(path) == [["later"], ["dismissed"]]
    path = markdown(tmp_path, FALL, RISE, PLAIN, PLAIN, RISE)
    assert stamps(path) == [[], ["later"], ["dismissed"]]


def test_a_line_that_is_no_decision_is_named(tmp_path: Path) -> None:
    path = markdown(tmp_path, RISE)
    decide(path, "accepted")
    with review_file(str(path)).open("a", encoding="utf-8") as rows:
        rows.write("{}\n")
    with pytest.raises(UsageError, match=r"draft\.md\.review\.jsonl:2: this is no decision"):
        checked(path)


WORDS = st.sampled_from(["river", "port", "law", "market", "the", "of", "north", "old", "bridge", "road"])
FILLER = st.lists(st.lists(WORDS, min_size=3, max_size=12).map(" ".join), max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=FILLER, between=FILLER, after=FILLER, seed=st.integers(0, 9))
def test_whatever_is_written_around_it_a_finding_stays_known(
    tmp_path: Path, before: list[str], between: list[str], after: list[str], seed: int
) -> None:
    baseline = known(markdown(tmp_path, RISE, FALL))
    broken = RISE.replace(" ", "\n", seed)
    paragraphs = [f"{words.capitalize()}." for words in (*before, "", *between, *after) if words]
    at = len(before)
    edited = markdown(tmp_path, *paragraphs[:at], broken, *paragraphs[at:], f"> {FALL}")
    assert sorted(marks(checked(edited, baseline=baseline))) == [("35 percent", True), ("40 percent", True)]
