"""The parts that Tieout writes: what each says, and of what it is silent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checks.examples import tables
from report.draft.made import SETTINGS, examined, figure_id, reported, workspace
from tieout.errors import UsageError
from tieout.report.draft.blocks.abbreviations import expansion
from tieout.report.draft.build import report
from tieout.workspace.workspace import Workspace
from workspace.made import built

INDEX = Path(__file__).parents[3] / "examples" / "peru" / "index" / "scores_2023.csv"


def block(kind: str) -> str:
    return f"\n```{{tieout {kind}}}\n```\n"


def test_what_was_searched(harbour: Workspace, tmp_path: Path) -> None:
    text = reported(harbour, tmp_path, f"## A\n\nThefts [@letter-2024].\n{block('searched')}").text
    assert (
        "The workspace held 2 documents when the report was built, published between 15 March 2024 and 1 June 2024."
        in text
    )
    assert "English 1" in text
    assert "All files of the folder could be read." in text


def test_what_was_not_read_is_named_without_its_folder(tmp_path: Path) -> None:
    workspace(tmp_path)
    (tmp_path / "sources" / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    held = built(tmp_path / "sources", tmp_path / "again.tieout")
    text = reported(held, tmp_path, f"## A\n{block('searched')}").text
    assert "Not read: torn\\.pdf." in text
    assert "/sources" not in text


def test_terms_say_where_each_question_is_answered(harbour: Workspace, tmp_path: Path) -> None:
    made = reported(
        harbour,
        tmp_path,
        "## Theft\n\n<!-- answers thefts -->\n\nThere were 412 [@yearbook-2024].\n\n### Courts\n\n"
        "<!-- answers convictions -->\n\n"
        "Information on convictions could not be found.\n\n<!-- answers lighthouses -->\n\n<!-- answers nothing -->\n"
        f"\n## Terms {{-}}\n{block('terms')}",
    )
    rows = [line for line in made.text.splitlines() if line.startswith("| 1.")]
    assert "[section 1](#section-1)" in rows[0]
    assert "(no information found)" in rows[1]
    assert "not answered" in rows[2]
    assert any("lighthouses is not answered" in remark for remark in made.remarks)
    assert any("nothing is no question" in remark for remark in made.remarks)


def test_terms_that_nobody_names(tmp_path: Path) -> None:
    held = workspace(tmp_path, SETTINGS.replace('terms = "terms.md"\n', ""))
    with pytest.raises(UsageError, match="no terms of reference are named"):
        report(examined(held, tmp_path, f"## A\n{block('terms')}"))


def test_abbreviations_are_spelled_out_by_the_draft_or_its_sources(harbour: Workspace, tmp_path: Path) -> None:
    draft = "## A\n\nThe MIPO and the Callao Port Authority (CPA) agree with the CPA and QQQ [@yearbook-2024].\n"
    made = reported(harbour, tmp_path, draft + block("abbreviations"))
    assert "| CPA | Callao Port Authority |" in made.text
    assert "| MIPO | Ministry of Ports |" in made.text
    assert any("QQQ is spelled out nowhere" in remark for remark in made.remarks)


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("reports of the Ministry of Women (MW) say", "Ministry of Women"),
        ("del Ministerio del Interior (MI)", "Ministerio del Interior"),
        ("Two men met the Global Anti-Trade Office (GATO)", "Global Anti-Trade Office"),
        ("no name (MW)", None),
    ],
)
def test_names_before_brackets(text: str, long: str | None) -> None:
    assert expansion(text.rpartition("(")[2].rstrip(") say"), text) == long


def test_oral_sources_stand_apart(harbour: Workspace, tmp_path: Path) -> None:
    entries = tuple(replace(e, kind="oral") if e.key == "letter-2024" else e for e in harbour.entries)
    held = Workspace(harbour.path, replace(harbour.manifest, entries=entries))
    text = reported(held, tmp_path, f"## A\n\nThefts [@letter-2024; @yearbook-2024].\n{block('sources')}").text
    public, oral = text.index("Public sources"), text.index("Oral sources")
    assert public < text.index("Harbour yearbook") < oral < text.index("A letter from the pier")


def test_sources_that_are_not_cited_are_left_out(harbour: Workspace, tmp_path: Path) -> None:
    text = reported(harbour, tmp_path, f"## A\n\nThefts [@yearbook-2024].\n{block('sources')}").text
    assert "Harbour yearbook" in text
    assert "letter from the pier" not in text


def test_quotations_hold_each_sentence_once_with_all_its_numbers(harbour: Workspace, tmp_path: Path) -> None:
    a, b = figure_id(harbour, "1,250"), figure_id(harbour, "412")
    text = reported(harbour, tmp_path, f"## A\n\nThefts [@f:{a}; @f:{b}; @f:{b[:6]}].\n{block('quotations')}").text
    assert text.count("**412**") == 1
    assert text.count("**1\\,250**") == 1


def test_a_comparison_carries_records_and_notes(harbour: Workspace, tmp_path: Path) -> None:
    made = reported(harbour, tmp_path, f"## A\n{block('compare=theft')}\n## B\n{block('sources')}")
    if "No two figures" in made.text:
        pytest.skip("the two texts are not compared")
    assert made.text.count('record="') >= 2
    assert "[@{letter-2024}" in made.text
    assert "A letter from the pier" in made.text


def test_an_index_profile_is_a_chart_with_its_source(harbour: Workspace, tmp_path: Path) -> None:
    pytest.importorskip("altair")
    made = reported(
        harbour, tmp_path, f"## A\n{block(f'profile by=criminal_actors framework=oc-index-2023 scores={INDEX}')}"
    )
    assert "scores\\_2023\\.csv" in made.text
    assert len(made.filling.pictures) == 1
    assert "data:image/svg+xml;base64," in made.bytes("html").decode()


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("chart=complaints measure=extortion place=PE-LMA", "Complaints of extortion in Metropolitan Lima"),
        ('map="extortion PE 2024 value"', "Complaints of extortion, 2024"),
    ],
)
def test_official_tables_are_drawn_with_their_source(harbour: Workspace, tmp_path: Path, kind: str, title: str) -> None:
    pytest.importorskip("altair")
    made = reported(harbour, tmp_path, f"## A\n{block(f'{kind} data={tables().folder}')}")
    assert title in made.text.replace("\\", "")
    assert "SIDPOL" in made.text
    assert b"word/media/" in made.bytes("docx")


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("profile", "names none"),
        ("chart=complaints", "names none"),
        ("compare=theft limit=many", "write a number|None"),
        ("terms", None),
    ],
)
def test_what_a_block_needs_is_said_with_its_line(
    harbour: Workspace, tmp_path: Path, kind: str, what: str | None
) -> None:
    if what is None:
        assert reported(harbour, tmp_path, f"## A\n{block(kind)}").text
        return
    try:
        reported(harbour, tmp_path, f"## A\n{block(kind)}")
    except UsageError as fault:
        assert "draft.md:10: " in str(fault) or "draft.md:11: " in str(fault)
