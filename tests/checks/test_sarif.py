"""SARIF: the schema, stable fingerprints, regions that lie on the words, nothing said without quotes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checks.desk import FALL, PLAIN, RISE, checked, markdown, word
from checks.test_baseline import decide, known
from report.cited_sample import cited_check
from tieout.checks.check import Checked
from tieout.checks.register import rules
from tieout.checks.sarif import FINGERPRINT, sarif

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
SILENT = "<!-- tieout: ignore A101 because the base is another -->"


def log(answer: Checked, **how: Any) -> dict[str, Any]:
    """The log as it is read back, valid, with the rules that no schema states."""
    whole: dict[str, Any] = json.loads(json.dumps(sarif(answer, **how)))
    VALIDATOR.validate(whole)
    run: dict[str, Any] = whole["runs"][0]
    listed = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in listed}) == len(listed)
    for result in run["results"]:
        assert listed[result["ruleIndex"]]["id"] == result["ruleId"]
        for place in (*result["locations"], *result.get("relatedLocations", [])):
            artifact = place["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
    prints = [result["partialFingerprints"][FINGERPRINT] for result in run["results"]]
    assert len(set(prints)) == len(prints)
    return run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return markdown(tmp_path, f"{RISE} {SILENT}", PLAIN, f"Año nuevo. {FALL}", RISE, RISE)


def test_the_words_of_a_source_are_related_and_claims_are_carried(tmp_path: Path) -> None:
    answer = cited_check(tmp_path)
    run = log(answer)
    (first, *_) = [result for result in run["results"] if result["ruleId"] == "C351"]
    near = first["relatedLocations"]
    assert {place["message"]["text"] for place in near} == {"source: Statistical yearbook 2023, River Police, 2024"}
    assert [place["physicalLocation"]["region"]["snippet"]["text"][:7] for place in near] == ["Salinas", "In Sali"]
    assert all(place["physicalLocation"]["region"]["startLine"] == 3 for place in near)
    assert len(run["artifacts"]) == 3
    assert [claim["verdict"] for claim in run["properties"]["claims"]][:2] == ["supported", "differs"]
    silent = json.dumps(log(answer, quotes=False))
    for words in ("Salinas", "Brava", "yearbook 2023"):
        assert words not in silent


def test_every_rule_has_help(draft: Path) -> None:
    listed = log(checked(draft))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in listed] == [rule.code for rule in rules()]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"].endswith(".") for rule in listed)
    assert {rule["defaultConfiguration"]["level"] for rule in listed} == {"error", "warning", "note"}


def test_regions_lie_on_the_words(draft: Path) -> None:
    text = draft.read_text(encoding="utf-8")
    lines = text.split("\n")
    for result in log(checked(draft))["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            region = place["physicalLocation"]["region"]
            words = region["snippet"]["text"]
            assert text[region["charOffset"] :][: region["charLength"]] == words
            assert region["startLine"] == region["endLine"]
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_a_word_file_has_offsets_and_no_lines(tmp_path: Path) -> None:
    path = word(tmp_path, [PLAIN, RISE])
    run = log(checked(path))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert set(region) == {"charOffset", "charLength", "snippet"}
    assert run["artifacts"][0]["mimeType"].endswith("wordprocessingml.document")
    assert len(run["artifacts"][0]["hashes"]["sha-256"]) == 64


def test_fingerprints_survive_edits_elsewhere_and_another_format(tmp_path: Path) -> None:
    def prints(path: Path) -> list[str]:
        return sorted(result["partialFingerprints"][FINGERPRINT] for result in log(checked(path))["results"])

    first = prints(markdown(tmp_path, RISE, FALL, RISE))
    assert prints(markdown(tmp_path, PLAIN, RISE, PLAIN, FALL.replace("40 percent", "**40 percent**"), RISE)) == first
    assert prints(word(tmp_path, [RISE, FALL, PLAIN, RISE])) == first


def test_what_people_said_of_findings(draft: Path) -> None:
    decide(draft, "-", "dismissed", "accepted")
    baseline = known(markdown(draft.parent, FALL, name="draft.txt"))
    results = log(checked(draft, baseline=baseline))["results"]
    said = {
        (result["baselineState"], *(s["kind"] for s in result.get("suppressions", []))): result for result in results
    }
    assert set(said) == {("unchanged",), ("new", "external"), ("new",), ("new", "inSource")}
    assert said["new", "inSource"]["suppressions"][0]["justification"] == "the base is another"
    assert said["new", "external"]["properties"]["decisions"][0]["who"] == "AB"
    assert all("baselineState" not in result for result in log(checked(draft))["results"])


def test_without_quotes_no_words_are_in_it(draft: Path) -> None:
    said = json.dumps(log(checked(draft), quotes=False)["results"])
    assert "snippet" not in said
    assert "35 percent" not in said
    assert "19.8 percent" in said


def test_file_names_are_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    markdown(tmp_path, RISE, name="año 1%.md")
    monkeypatch.chdir(tmp_path)
    assert log(checked(Path("año 1%.md")))["artifacts"][0]["location"]["uri"] == "a%C3%B1o%201%25.md"


def test_what_was_not_read_is_a_notification(tmp_path: Path) -> None:
    run = log(checked(markdown(tmp_path, RISE), tmp_path / "missing.pdf"))
    notes = run["invocations"][0]["toolExecutionNotifications"]
    (fault,) = (note["message"]["text"] for note in notes if note["level"] == "error")
    assert "missing.pdf" in fault


def test_figures_of_notes_that_were_not_tied_are_told(tmp_path: Path) -> None:
    run = log(checked(markdown(tmp_path, f"{RISE}[^1]", "[^1]: Ministry, report of 2024, counted 300 cases.")))
    told = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert any("in notes recorded, not tied" in text for text in told)
