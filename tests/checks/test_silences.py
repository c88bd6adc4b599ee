"""Silences: in Markdown, in Word, in the settings; their reach, their faults, and what becomes of unused ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.desk import FALL, PLAIN, RISE, checked, markdown, word
from tieout.checks.silence import Standing

BECAUSE = "<!-- tieout: ignore A101 because the base is another -->"


def codes(*paths: Path, **asked: object) -> tuple[list[str], list[str]]:
    result = checked(*paths, **asked).result
    return [f.rule for f in result.findings], [f.text for f in result.silenced]


@pytest.mark.parametrize(
    ("paragraphs", "loud", "silenced"),
    [
        ([RISE, FALL], ["A101", "A101"], []),
        ([f"{RISE} {BECAUSE}", FALL], ["A101"], ["35 percent"]),
        ([BECAUSE, RISE, FALL], ["A101"], ["35 percent"]),
        ([f"{BECAUSE}\n{RISE}", FALL], ["A101"], ["35 percent"]),
        ([f"- {RISE} {BECAUSE}\n- {FALL}"], ["A101"], ["35 percent"]),
        ([BECAUSE, f"- {RISE}\n- {FALL}"], ["A101"], ["35 percent"]),
        ([RISE, BECAUSE, FALL], ["A101"], ["40 percent"]),
        ([RISE.replace("35 percent", "**35** percent"), f"{FALL} {BECAUSE}"], ["A101"], ["40 percent"]),
        ([RISE, FALL, "<!-- tieout: ignore A, D because of all -->", PLAIN], ["A101", "A101", "U001"], []),
        ([f"{RISE} <!-- tieout: ignore change-mismatch: as printed -->"], [], ["35 percent"]),
        ([f"{RISE} <!-- tieout: ignore A101 D201 porque así lo dice -->"], [], ["35 percent"]),
        ([f"{RISE} <!-- TIEOUT: IGNORE A -- as printed -->"], [], ["35 percent"]),
        ([f"{RISE} <!-- tieout: ignore A101, because it is so -->"], [], ["35 percent"]),
        ([f"{RISE} <!-- tieout: ignore D201, change-mismatch, A because it is so -->"], [], ["35 percent"]),
        ([f"{RISE} <!-- a note on tieout -->"], ["A101"], []),
        ([RISE, BECAUSE], ["A101", "U001"], []),
    ],
)
def test_a_comment_reaches_its_block_or_the_next(
    tmp_path: Path, paragraphs: list[str], loud: list[str], silenced: list[str]
) -> None:
    assert codes(markdown(tmp_path, *paragraphs)) == (loud, silenced)


def test_a_comment_before_a_table_reaches_all_of_it(tmp_path: Path) -> None:
    table = "| Place | Cases |\n|---|---|\n| Piura | 10 |\n| Tumbes | 20 |\n| Total | 40 |"
    assert codes(markdown(tmp_path, table))[0] == ["A104"]
    silence = "<!-- tieout: ignore A104 because rows are left out -->"
    assert codes(markdown(tmp_path, silence, table)) == ([], ["40"])


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("<!-- tieout: ignore A101 -->", "no reason is given"),
        ("<!-- tieout: ignore A101 because -->", "no reason is given"),
        ("<!-- tieout: ignore A1001 because so -->", "did you mean A101?"),
        ("<!-- tieout: ignore D201, A1O1 because so -->", "there is no rule A1O1"),
        ("<!-- tieout: hush -->", "write `tieout: ignore A101 because …`"),
        ("<!-- tieout: ignore  -->", "write `tieout: ignore A101 because …`"),
    ],
)
def test_a_faulty_silence_is_a_finding_and_silences_nothing(tmp_path: Path, said: str, why: str) -> None:
    result = checked(markdown(tmp_path, f"{RISE} {said}")).result
    assert [f.rule for f in result.findings] == ["A101", "U002"]
    assert why in result.findings[1].message
    assert result.findings[1].text == said
    assert result.silenced == ()


def test_the_reason_is_kept(tmp_path: Path) -> None:
    (silenced,) = checked(markdown(tmp_path, f"{RISE} {BECAUSE}")).result.silenced
    assert [(s.standing, s.reason) for s in silenced.stamps] == [("silenced", "the base is another")]
    assert not silenced.loud


@pytest.mark.parametrize("on", ["35 percent", "an increase of 35 percent", RISE])
def test_a_word_comment_reaches_the_words_it_hangs_on(tmp_path: Path, on: str) -> None:
    path = word(tmp_path, [RISE, FALL], on=on, says="tieout: ignore A101 because the base is another")
    assert codes(path) == (["A101"], ["35 percent"])


def test_a_word_comment_elsewhere_is_unused_and_a_faulty_one_is_told(tmp_path: Path) -> None:
    path = word(tmp_path, [RISE], on="469", says="tieout: ignore A101 because so")
    assert codes(path) == (["A101", "U001"], [])
    path = word(tmp_path, [RISE], on="35 percent", says="Tieout: ignore A101")
    assert codes(path) == (["A101", "U002"], [])
    path = word(tmp_path, [RISE], on="35 percent", says="Please check this.")
    assert codes(path) == (["A101"], [])


def test_silences_of_the_settings(tmp_path: Path) -> None:
    one, two = markdown(tmp_path, RISE, FALL), markdown(tmp_path, RISE, name="other.md")

    def of(**more: str) -> tuple[list[str], list[str]]:
        return codes(one, two, silences=(Standing(("A101",), "as printed", "tieout.toml:3", **more),))

    assert of() == ([], ["35 percent", "40 percent", "35 percent"])
    assert of(quote="40 percent") == (["A101", "A101"], ["40 percent"])
    assert of(file="other.md") == (["A101", "A101"], ["35 percent"])
    assert of(file="d*.md") == (["A101"], ["35 percent", "40 percent"])


def test_an_unused_silence_of_the_settings_names_its_line(tmp_path: Path) -> None:
    path = markdown(tmp_path, PLAIN)

    def findings(file: str | None) -> list[str]:
        asked = (Standing(("A101",), "as printed", "tieout.toml:3", file=file),)
        return [f.message for f in checked(path, silences=asked).result.findings]

    assert ["tieout.toml:3" in said for said in findings("draft.md")] == [True]
    # What is meant for many files may have its use in another one.
    assert findings(None) == findings("*.md") == findings("other.md") == []


def test_what_was_not_run_leaves_no_silence_unused(tmp_path: Path) -> None:
    path = markdown(tmp_path, f"{RISE} {BECAUSE}")
    assert codes(path, ignore=("A101",)) == ([], [])
    assert codes(path, select=("A101", "U")) == ([], ["35 percent"])


def test_the_words_of_a_comment_are_not_the_drafts(tmp_path: Path) -> None:
    said = "<!-- tieout: ignore A101 because cases rose from 10 in 2020 to 30 in 2021, an increase of 50 percent -->"
    assert codes(markdown(tmp_path, f"{RISE} {said}")) == ([], ["35 percent"])
