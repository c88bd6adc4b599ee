"""What is said in the margin, and the key by which it is known again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tieout.checks.finding import Evidence, Finding
from tieout.report.annotate.remark import key_in, key_of, remark_of
from tieout.report.words import words

PROOF = Evidence("a.docx", 20, 22, "31"), Evidence("a.docx", 9, 16, "tripled"), Evidence("b.pdf", 1, 3, "15")
FINDING = Finding("0", "A101", "change-mismatch", "warning", "“tripled”: 31 / 15 = 2.07", "a.docx", 9, 16, "tripled",
                  PROOF, "31 / 15 = 2.07")  # fmt: skip


def test_its_lines() -> None:
    assert remark_of(FINDING, words("en"), quotes=True).lines("Here") == (
        "Warning A101 change-mismatch",
        "“tripled”: 31 / 15 = 2.07",
        "Here",
        "Evidence: “31”",
        "Evidence: b.pdf: “15”",
        f"Tieout {key_of(FINDING)}",
    )


def test_the_words_of_a_source_are_quoted_with_its_name() -> None:
    passage = "In the port 31 boats were stopped, and in the year before 15."
    words_of_it = Evidence("lib/b.pdf", 12, 14, "31"), Evidence("lib/b.pdf", 0, len(passage), passage)
    remark = remark_of(
        replace(FINDING, evidence=(*PROOF[:1], *words_of_it)), words("en"), quotes=True,
        texts={"lib/b.pdf": "Harbour yearbook, Port Police, 2024"},
    )  # fmt: skip
    assert remark.evidence == ("Evidence: “31”", f"The source, Harbour yearbook, Port Police, 2024: “{passage}”")
    assert key_of(remark.finding) == remark.key


def test_without_quotes_it_keeps_the_arithmetic_alone() -> None:
    remark = remark_of(replace(FINDING, computed="tripled: 31 / 15 = 2.07"), words("es"), quotes=False)
    assert remark.head == "Advertencia A101 change-mismatch"
    assert len(remark.body) == 1
    assert "31 / 15 = 2.07" in remark.body[0]
    assert "tripled" not in remark.body[0]
    assert remark.evidence == ()


def test_much_evidence_is_cut() -> None:
    many = replace(FINDING, evidence=tuple(Evidence("a.docx", i, i + 1, str(i)) for i in range(100, 120)))
    assert remark_of(many, words("en"), quotes=True).evidence[0].endswith("“111” + 8")


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"start": 90, "end": 97, "id": "1", "message": "other", "doc": "b.docx"}, True),
        ({"text": "tripled\n"}, True),
        ({"rule": "A102"}, False),
        ({"text": "doubled"}, False),
        ({"evidence": ()}, False),
    ],
)
def test_its_key_depends_on_the_rule_and_the_words(changed: dict[str, object], same: bool) -> None:
    assert (key_of(replace(FINDING, **changed)) == key_of(FINDING)) is same  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Tieout 0123456789", "0123456789"),
        ("a\nTieout 0123456789\nmine", "0123456789"),
        ("Tieout 0000000000 Tieout 0123456789", "0123456789"),
        ("Tieout 01234567890", None),
        ("Tieout", None),
    ],
)
def test_the_key_is_found_again(text: str, key: str | None) -> None:
    assert key_in(text) == key
