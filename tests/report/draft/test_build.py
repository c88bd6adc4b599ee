"""A draft that is held against its workspace and set: what is refused, and the Markdown that formats are made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.draft.made import HEAD, drafted, examined, figure_id, reported
from tieout.errors import UsageError
from tieout.report.draft.build import examine, report
from tieout.workspace.workspace import Workspace
from workspace.made import built


def test_a_sound_draft_has_no_faults_and_no_errors(harbour: Workspace, tmp_path: Path) -> None:
    id = figure_id(harbour, "412")
    found = examined(
        harbour, tmp_path, f"## A\n\nIn 2023 the port police recorded 412 complaints of theft in Callao [@f:{id}].\n"
    )
    assert (found.faults, found.errors) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("There were 412 thefts in Callao.", "412 in “There were 412 thefts in Callao.”: its sentence cites nothing"),
        ("There were 421 thefts in Callao [@yearbook-2024].", "no source that its sentence cites has this number"),
    ],
)
def test_a_number_without_a_source_is_an_error_with_its_line(
    harbour: Workspace, tmp_path: Path, sentence: str, what: str
) -> None:
    found = examined(harbour, tmp_path, f"## A\n\n{sentence}\n")
    assert any(what in error and "draft.md:11: " in error for error in found.errors), found.errors


def test_the_rules_look_at_the_draft_too(harbour: Workspace, tmp_path: Path) -> None:
    found = examined(harbour, tmp_path, "## A\n\nThefts rose by 12.5 percent, from 388 to 412 [@yearbook-2024].\n")
    assert any("error A101" in error for error in found.errors), found.errors


def test_own_words_are_held_against_nothing(harbour: Workspace, tmp_path: Path) -> None:
    found = examined(harbour, tmp_path, "## A\n\nThat is 24 more than in the year before [@own, 412 less 388].\n")
    assert (found.faults, found.errors) == ((), ())


def test_faults_stop_everything(harbour: Workspace, tmp_path: Path) -> None:
    found = examined(harbour, tmp_path, "## A\n\nThefts [@nobody].\n")
    assert len(found.faults) == 1
    with pytest.raises(UsageError, match="nobody"):
        report(found)


def test_keys_become_sources_with_places_and_numbers_carry_records(harbour: Workspace, tmp_path: Path) -> None:
    id = figure_id(harbour, "412")
    text = reported(
        harbour, tmp_path, f"## A\n\nThere were 412 thefts [@f:{id}; @f:{figure_id(harbour, '1,250')}].\n"
    ).text
    assert f'[412]{{#tieout_f_{id}_1_412 record="{id}"}}' in text
    assert "[@{yearbook-2024}, {paras. 1, 2}]" in text


def test_numbers_lead_to_the_quotations_where_there_are_some(harbour: Workspace, tmp_path: Path) -> None:
    id = figure_id(harbour, "412")
    text = reported(
        harbour, tmp_path, f"## A\n\nThere were 412 thefts [@f:{id}].\n\n## B\n\n```{{tieout quotations}}\n```\n"
    ).text
    assert f"[[412](#q-{id})]{{" in text
    assert f"[f\\:{id}]{{#q-{id} .record}}" in text
    assert "the port police recorded **412** complaints" in text


def test_an_own_calculation_is_a_note_behind_the_stop(harbour: Workspace, tmp_path: Path) -> None:
    text = reported(harbour, tmp_path, "## A\n\nThat is 24 more [@own, 412 less 388].\n").text
    assert '[24]{record="own"} more.^[Own calculation: 412 less 388.]' in text
    spanish = reported(harbour, tmp_path, "## A\n\nThat is 24 more [@own, 412 less 388].\n", "es").text
    assert "Cálculo propio" in spanish


def test_comments_and_front_matter_are_never_printed(harbour: Workspace, tmp_path: Path) -> None:
    text = reported(harbour, tmp_path, "## A\n\n<!-- a secret\nof two lines -->\n\nWords.\n").text
    assert "secret" not in text
    assert "The Desk" not in text


@pytest.mark.parametrize("address", ["https://example.org/p.png", "pier.svg", "missing.png"])
def test_pictures_come_from_the_folder_of_the_draft(harbour: Workspace, tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match=r"draft\.md:11: "):
        reported(harbour, tmp_path, f"## A\n\n![A pier]({address})\n")


def test_a_block_that_is_none_names_its_line(harbour: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"draft\.md:11: .*did you mean sources"):
        reported(harbour, tmp_path, "## A\n\n```{tieout source}\n```\n")


def test_hostile_words_of_a_source_stay_words(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    hostile = "<script>alert(1)</script> `x`{=openxml} [y](javascript:z) 412 thefts were recorded ^[note] in Callao."
    (folder / "a.md").write_text(f'---\ntitle: "*T* <b>"\ndate: 2024-01-01\n---\n\n{hostile}\n', encoding="utf-8")
    held = built(folder, tmp_path / "a.tieout")
    (entry,) = held.entries
    draft = drafted(
        tmp_path,
        f"## A\n\nThere were 412 thefts [@{entry.key}].\n\n```{{tieout quotations}}\n```\n\n"
        "```{tieout sources}\n```\n",
    )
    page = report(examine(draft, held)).bytes("html").decode()
    assert "<script" not in page
    assert "javascript:z" not in page.replace("[y](javascript:z)", "")
    assert "<b>" not in page


def test_the_head_of_a_draft_may_be_missing(harbour: Workspace, tmp_path: Path) -> None:
    found = examine(drafted(tmp_path, "## A\n\nWords.\n", head=HEAD.replace("date: 2024-09-30\n", "")), harbour)
    assert report(found).bytes("docx")
