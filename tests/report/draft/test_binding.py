"""Numbers and their records: found, missing, without a source, the author's own."""

from __future__ import annotations

from pathlib import Path

from report.draft.made import drafted, figure_id
from tieout.report.draft.binding import Bound, bound
from tieout.report.draft.citing import Keys, brackets
from tieout.report.draft.draft import read_draft
from tieout.workspace.workspace import Workspace


def of(held: Workspace, folder: Path, text: str) -> tuple[Bound, str]:
    draft = read_draft(drafted(folder, text))
    cited, faults = brackets(draft, Keys(held))
    assert not faults
    return bound(draft, cited, held), draft.text


def words(found: Bound, text: str, which: str) -> list[str]:
    return [text[number.start : number.end] for number in getattr(found, which)]


def test_a_number_is_bound_to_the_record_cited(harbour: Workspace, tmp_path: Path) -> None:
    id = figure_id(harbour, "412", "letter-2024")
    found, text = of(harbour, tmp_path, f"## A\n\nIn 2023 there were 412 complaints [@f:{id}].\n")
    (number,) = found.numbers
    assert text[number.start : number.end] == "412"
    assert number.record is not None
    assert number.record.id == id


def test_a_number_is_looked_for_in_the_sources_cited(harbour: Workspace, tmp_path: Path) -> None:
    found, text = of(harbour, tmp_path, "## A\n\nThefts rose from 388 to 412 [@yearbook-2024].\n")
    assert words(found, text, "numbers") == ["388", "412"]
    assert [n.record.text for n in found.numbers if n.record] == ["388", "412"]


def test_a_bracket_behind_the_stop_belongs_to_the_sentence_before(harbour: Workspace, tmp_path: Path) -> None:
    found, text = of(harbour, tmp_path, "## A\n\nThere were 412 thefts. [@yearbook-2024] There were 97 in Paita.\n")
    assert words(found, text, "numbers") == ["412"]
    assert words(found, text, "unsourced") == ["97"]


def test_percent_is_no_count(harbour: Workspace, tmp_path: Path) -> None:
    found, text = of(harbour, tmp_path, "## A\n\nThere were 412 percent more [@yearbook-2024].\n")
    assert words(found, text, "unmatched") == ["412"]


def test_a_looser_number_rests_on_the_record_that_it_names(harbour: Workspace, tmp_path: Path) -> None:
    id = figure_id(harbour, "1,250")
    found, text = of(harbour, tmp_path, f"## A\n\nMore than 1,200 guards were employed [@f:{id}].\n")
    assert words(found, text, "numbers") == ["1,200"]
    found, text = of(harbour, tmp_path, f"## A\n\nMore than 1,300 guards were employed [@f:{id}].\n")
    assert words(found, text, "unmatched") == ["1,300"]


def test_a_table_rests_on_what_its_caption_cites(harbour: Workspace, tmp_path: Path) -> None:
    table = "## A\n\n| Port | Thefts |\n|---|---:|\n| Callao | 412 |\n| Paita | 97 |\n"
    found, text = of(harbour, tmp_path, f"{table}\n: Thefts [@yearbook-2024]\n")
    assert words(found, text, "numbers") == ["412", "97"]
    assert all(number.record and number.record.where == "table" for number in found.numbers)
    found, text = of(harbour, tmp_path, table)
    assert words(found, text, "unsourced") == ["412", "97"]


def test_a_note_of_the_author_that_cites_is_a_source(harbour: Workspace, tmp_path: Path) -> None:
    text = (
        "## A\n\nThere were 412 thefts.[^1] There were 97 in Paita.[^2]\n\n"
        "[^1]: See [@yearbook-2024].\n\n[^2]: By word of mouth.\n"
    )
    found, whole = of(harbour, tmp_path, text)
    assert words(found, whole, "numbers") == ["412"]
    assert words(found, whole, "unsourced") == ["97"]


def test_own_numbers_own_chapters_and_number_words_need_no_source(harbour: Workspace, tmp_path: Path) -> None:
    text = "## A\n\nThat is 24 more [@own, 412 less 388]. The two differ.\n\n## Method {.own}\n\nWe read 12 texts.\n"
    found, whole = of(harbour, tmp_path, text)
    assert words(found, whole, "numbers") == ["24"]
    assert found.numbers[0].record is None
    assert not found.unsourced
    assert not found.unmatched
